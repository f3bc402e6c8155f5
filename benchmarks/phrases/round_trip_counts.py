"""What round trips really put for a word: pairs of lemmas that stand at the same place of original and round trip."""

from collections import defaultdict
from collections.abc import Iterable

from lemmas import lemmatised
from rapidfuzz.distance import Levenshtein

LONGEST = 400
"""Words; a longer line is left out, since alignment costs its square."""
WIDEST = 2
"""Words; longer replaced stretches are rewritings, in which no word answers to a word."""

Pair = tuple[str, str]


def substitutions(trips: Iterable[tuple[str, str, str]]) -> dict[Pair, dict[str, int]]:
    """Return (original lemma, round-trip lemma) -> pivot -> number of distinct originals."""
    seen: dict[Pair, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    numbers: dict[str, int] = {}
    before: dict[int, list[str]] = {}
    for original, returned, pivot in trips:
        number = numbers.setdefault(original, len(numbers))
        if number not in before:
            before[number] = lemmatised(original)
        source, target = before[number], lemmatised(returned)
        if max(len(source), len(target)) > LONGEST:
            continue
        for pair in _replaced(source, target):
            seen[pair][pivot].add(number)
    return {pair: {pivot: len(found) for pivot, found in pivots.items()} for pair, pivots in seen.items()}


def _replaced(source: list[str], target: list[str]) -> Iterable[Pair]:
    for step in Levenshtein.opcodes(source, target):
        width = step.src_end - step.src_start
        if step.tag == "replace" and width == step.dest_end - step.dest_start <= WIDEST:
            yield from zip(source[step.src_start : step.src_end], target[step.dest_start : step.dest_end], strict=True)
