"""Token labels from a round trip and its original."""

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein


def damage(human: Sequence[str], machine: Sequence[str]) -> list[float]:
    """Return 1 for every word of `machine` that an edit script puts in or changes, 0 for those it keeps; case is ignored."""
    labels = [1.0] * len(machine)
    before, after = [word.lower() for word in human], [word.lower() for word in machine]
    for block in Levenshtein.opcodes(before, after):
        if block.tag == "equal":
            labels[block.dest_start : block.dest_end] = [0.0] * (block.dest_end - block.dest_start)
    return labels
