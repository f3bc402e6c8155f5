"""The bank of known phrasing and the table of pivot senses, as they ship."""

import csv
from collections.abc import Iterator
from pathlib import Path

from mtcheck.phrases.records import KnownPhrase, PhraseKind, PivotSense
from mtcheck.phrases.tables import DATA

BANK_FILE, SENSES_FILE = "bank.tsv", "pivot_senses.tsv"


def load_bank(path: Path = DATA / BANK_FILE) -> tuple[KnownPhrase, ...]:
    """Return every known phrase, the commonest first."""
    return tuple(
        KnownPhrase(row["phrase"], PhraseKind(row["kind"]), row["domain"], row["gloss"], int(row["count"] or 0))
        for row in _rows(path)
    )


def load_senses(path: Path = DATA / SENSES_FILE) -> tuple[PivotSense, ...]:
    """Return every pair of senses with its pivot."""
    return tuple(
        PivotSense(
            pivot=row["pivot"],
            pivot_word=row["pivot_word"],
            part_of_speech=row["pos"],
            right=row["right"],
            wrong=row["wrong"],
            right_contexts=tuple(row["right_contexts"].split("|")),
            wrong_contexts=tuple(row["wrong_contexts"].split("|")),
        )
        for row in _rows(path)
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
