"""Which words mean nearly the same, by WordNet 3.1 (Princeton University): one folder with its `data.*` files."""

from collections import defaultdict
from pathlib import Path

SYNONYM, NEAR = 2, 1
FILES = ("data.noun", "data.verb", "data.adj", "data.adv")
NEAR_POINTERS = ("@", "~", "&", "+", "<", "\\")
"""Hypernym, hyponym, similar to, derivationally related, participle of, pertains to."""


def related_words(folder: Path) -> dict[str, dict[str, int]]:
    """Return for every single word its synonyms and near words, with `SYNONYM` or `NEAR`."""
    synsets, pointers = _read(folder)
    related: dict[str, dict[str, int]] = defaultdict(dict)
    for key, members in synsets.items():
        near = {word for other in pointers[key] for word in synsets.get(other, ())}
        for word in members:
            for other in near - {word}:
                related[word].setdefault(other, NEAR)
            for other in members:
                if other != word:
                    related[word][other] = SYNONYM
    return related


def _read(folder: Path) -> tuple[dict[tuple[str, str], tuple[str, ...]], dict[tuple[str, str], list[tuple[str, str]]]]:
    synsets: dict[tuple[str, str], tuple[str, ...]] = {}
    pointers: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for name in FILES:
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            fields = line.partition(" | ")[0].split()
            key = (fields[0], fields[2].replace("s", "a"))
            count = int(fields[3], 16)
            members = [fields[4 + 2 * i].lower().partition("(")[0] for i in range(count)]
            synsets[key] = tuple(word for word in members if "_" not in word)
            place = 4 + 2 * count
            links = [fields[place + 1 + 4 * i : place + 5 + 4 * i] for i in range(int(fields[place]))]
            pointers[key] = [(link[1], link[2]) for link in links if link[0] in NEAR_POINTERS]
    return synsets, pointers
