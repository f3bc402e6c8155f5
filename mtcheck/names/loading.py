"""Reads a folder of reference files into records."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

from mtcheck.names.records import NameDataError, OfficeTitles, Organisation, Person, Place, ReferenceData, Term

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "people.tsv": ("id", "name", "given", "family", "aliases", "kind", "field", "source", "licence", "verified"),
    "offices.tsv": ("person", "role", "title", "place", "start", "end", "source", "licence", "verified"),
    "countries.tsv": (
        "id",
        "kind",
        "name",
        "names",
        "demonyms",
        "adjectives",
        "capital",
        "metonyms",
        "parent",
        "form",
        "other_secretaries_of_state",
        "source",
        "licence",
        "verified",
    ),
    "organisations.tsv": (
        "id",
        "name",
        "acronym",
        "aliases",
        "head_title",
        "kind",
        "country",
        "source",
        "licence",
        "verified",
    ),
    "titles.tsv": ("role", "place", "accepted", "foreign", "source", "licence", "verified"),
    "cities.tsv": ("name", "country", "spellings", "source", "licence", "verified"),
}
"""The files of the folder and their columns, in order."""

Record = TypeVar("Record")


def default_folder() -> Path:
    """Give the packaged `reference_names`, or the repository's where the package runs from a checkout."""
    package = Path(__file__).resolve().parents[1]
    packaged = package / "reference_names"
    return packaged if packaged.is_dir() else package.parent / "reference_names"


def read_folder(folder: Path) -> ReferenceData:
    """Read every reference file of `folder`.

    Raises `NameDataError` for a missing or unreadable file, a wrong header, a wrong number of columns or a bad date.
    """
    digest = hashlib.sha256()
    texts = {}
    for name in sorted(COLUMNS):
        content = _read_bytes(folder / name)
        digest.update(name.encode() + b"\0" + content + b"\0")
        texts[name] = _decode(name, content)
    return ReferenceData(
        people=_records("people.tsv", texts, _person),
        terms=_records("offices.tsv", texts, _term),
        places=_records("countries.tsv", texts, _place),
        organisations=_records("organisations.tsv", texts, _organisation),
        titles=_records("titles.tsv", texts, _titles),
        cities=frozenset(spelling for row in rows("cities.tsv", texts["cities.tsv"]) for spelling in _values(row[2])),
        version=digest.hexdigest()[:12],
    )


def rows(name: str, text: str) -> Iterator[list[str]]:
    """Give the rows of the reference file `name` (a key of `COLUMNS`) whose content is `text`, header left out.

    Raises `NameDataError` where the header is not that of `COLUMNS` or a row has another number of columns.
    """
    columns = COLUMNS[name]
    lines = text.rstrip("\n").split("\n")
    if lines[0].split("\t") != list(columns):
        raise NameDataError(f"{name}: the header must be {', '.join(columns)}")
    for number, line in enumerate(lines[1:], start=2):
        row = line.split("\t")
        if len(row) != len(columns):
            raise NameDataError(f"{name}, line {number}: {len(row)} columns where {len(columns)} are due")
        yield row


def parse_date(value: str) -> date | None:
    """Turn an ISO date into a `date` and an empty string into None; raises ValueError for anything else."""
    return date.fromisoformat(value) if value else None


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise NameDataError(f"{path.name}: cannot be read: {error.strerror}") from error


def _decode(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NameDataError(f"{name}: not UTF-8 at byte {error.start}") from error


def _records(name: str, texts: Mapping[str, str], make: Callable[[list[str]], Record]) -> tuple[Record, ...]:
    records = []
    for number, row in enumerate(rows(name, texts[name]), start=2):
        try:
            records.append(make(row))
        except ValueError as error:
            raise NameDataError(f"{name}, line {number}: {error}") from error
    return tuple(records)


def _values(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _person(row: list[str]) -> Person:
    identity, name, given, family, aliases, kind, field, _source, _licence, verified = row
    return Person(identity, name, given, family, _values(aliases), kind == "monarch", verified == "yes", field)


def _term(row: list[str]) -> Term:
    person, role, title, place, start, end, _source, _licence, verified = row
    return Term(person, role, title, place, parse_date(start), parse_date(end), verified == "yes")


def _place(row: list[str]) -> Place:
    return Place(
        id=row[0],
        kind=row[1],
        name=row[2],
        names=_values(row[3]),
        demonyms=_values(row[4]),
        adjectives=_values(row[5]),
        capital=row[6],
        metonyms=_values(row[7]),
        parent=row[8],
        is_monarchy=row[9] == "monarchy",
        has_other_secretaries_of_state=row[10] == "yes",
    )


def _organisation(row: list[str]) -> Organisation:
    identity, name, acronym, aliases, head_title, kind, country, _source, _licence, _verified = row
    names = tuple(dict.fromkeys(value for value in (name, acronym, *_values(aliases)) if value))
    return Organisation(identity, name, acronym, names, head_title, kind, country)


def _titles(row: list[str]) -> OfficeTitles:
    role, place, accepted, foreign, _source, _licence, _verified = row
    return OfficeTitles(role, place, _values(accepted), _values(foreign))
