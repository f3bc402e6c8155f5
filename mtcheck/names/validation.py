"""Checks a folder of reference files for everything that loading does not."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from mtcheck.names.index import fold
from mtcheck.names.loading import COLUMNS, parse_date, rows
from mtcheck.names.records import FIELDS, ORGANISATION_KINDS, PLACE_KINDS, ROLES, NameDataError

Row = Mapping[str, str]
Table = Sequence[Row]

_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "people.tsv": ("id",),
    "offices.tsv": ("person", "role", "place", "start"),
    "countries.tsv": ("id",),
    "organisations.tsv": ("id",),
    "titles.tsv": ("role", "place"),
    "cities.tsv": (),
}
_MULTIPLE: Final = frozenset(
    {"aliases", "names", "demonyms", "adjectives", "metonyms", "accepted", "foreign", "spellings"}
)
_CHOICES: Final[Mapping[tuple[str, str], frozenset[str]]] = {
    ("people.tsv", "kind"): frozenset({"person", "monarch"}),
    ("people.tsv", "field"): frozenset(FIELDS),
    ("organisations.tsv", "kind"): frozenset(ORGANISATION_KINDS),
    ("offices.tsv", "role"): frozenset(ROLES),
    ("titles.tsv", "role"): frozenset(ROLES),
    ("countries.tsv", "kind"): frozenset(PLACE_KINDS),
    ("countries.tsv", "form"): frozenset({"republic", "monarchy"}),
    ("countries.tsv", "other_secretaries_of_state"): frozenset({"yes", "no"}),
}
_REQUIRED: Final = frozenset({"id", "name", "person", "role", "title", "place", "kind", "source", "licence", "country"})
# International organisations are at home nowhere.
_MAY_BE_EMPTY: Final = frozenset({("organisations.tsv", "country")})
SHARED_NAMES: Final[frozenset[str]] = frozenset()
"""Folded names that are one person's alias and another's name, and may be: nothing yet."""


def validate(folder: Path) -> list[str]:
    """Give every problem of the reference files in `folder`, one sentence each; an empty list means sound."""
    tables: dict[str, Table] = {}
    problems: list[str] = []
    for name, columns in COLUMNS.items():
        try:
            text = (folder / name).read_text(encoding="utf-8")
            tables[name] = [dict(zip(columns, row, strict=True)) for row in rows(name, text)]
        except (OSError, UnicodeDecodeError) as error:
            problems.append(f"{name}: cannot be read: {error}")
        except NameDataError as error:
            problems.append(str(error))
    if problems:
        return problems
    for name, table in tables.items():
        problems += _cells(name, table)
        problems += _duplicates(name, table)
    problems += _dates(tables["offices.tsv"])
    problems += _references(tables)
    problems += _shared_names(tables["people.tsv"])
    problems += _unfolded(tables["cities.tsv"])
    return problems


def _cells(name: str, table: Table) -> Iterator[str]:
    for number, row in enumerate(table, start=2):
        where = f"{name}, line {number}"
        for column, value in row.items():
            values = value.split("|") if column in _MULTIPLE and value else [value]
            if any(part != part.strip() or "  " in part for part in values):
                yield f"{where}: blanks at the edge or doubled in {column}"
            if len(values) > 1 and ("" in values or len(set(values)) < len(values)):
                yield f"{where}: an empty or repeated value in {column}"
            if not unicodedata.is_normalized("NFC", value):
                yield f"{where}: {column} is not in Unicode form NFC"
            if not value and column in _REQUIRED and (name, column) not in _MAY_BE_EMPTY:
                yield f"{where}: {column} is empty"
            if value not in _CHOICES.get((name, column), {value}):
                yield f"{where}: {value!r} is no {column}"
        if row["verified"] not in ("yes", "no"):
            yield f"{where}: verified must be yes or no"


def _duplicates(name: str, table: Table) -> Iterator[str]:
    seen: set[tuple[str, ...]] = set()
    for number, row in enumerate(table, start=2):
        key = tuple(row[column] for column in _KEYS[name])
        if key and key in seen:
            yield f"{name}, line {number}: {' '.join(key)} is there twice"
        seen.add(key)


def _dates(offices: Table) -> Iterator[str]:
    for number, row in enumerate(offices, start=2):
        try:
            start, end = parse_date(row["start"]), parse_date(row["end"])
        except ValueError as error:
            yield f"offices.tsv, line {number}: {error}"
            continue
        if start and end and start > end:
            yield f"offices.tsv, line {number}: ends before it starts"


def _references(tables: Mapping[str, Table]) -> Iterator[str]:
    people = {row["id"] for row in tables["people.tsv"]}
    places = {row["id"] for row in tables["countries.tsv"]}
    holders = places | {row["id"] for row in tables["organisations.tsv"]}
    for number, row in enumerate(tables["offices.tsv"], start=2):
        if row["person"] not in people:
            yield f"offices.tsv, line {number}: no person {row['person']}"
        if row["place"] not in holders:
            yield f"offices.tsv, line {number}: no place or organisation {row['place']}"
    for number, row in enumerate(tables["titles.tsv"], start=2):
        if row["place"] not in holders | {"*", "republic", "monarchy"}:
            yield f"titles.tsv, line {number}: no place or organisation {row['place']}"
    for number, row in enumerate(tables["countries.tsv"], start=2):
        if row["parent"] and row["parent"] not in places:
            yield f"countries.tsv, line {number}: no parent {row['parent']}"
    for number, row in enumerate(tables["organisations.tsv"], start=2):
        if row["country"] and row["country"] not in places:
            yield f"organisations.tsv, line {number}: no country {row['country']}"
    both = places & {row["id"] for row in tables["organisations.tsv"]}
    yield from (f"organisations.tsv: {identity} is a place too" for identity in sorted(both))


def _shared_names(people: Table) -> Iterator[str]:
    names: dict[str, str] = {}
    for row in people:
        names.setdefault(fold(row["name"]), row["id"])
    for number, row in enumerate(people, start=2):
        for alias in row["aliases"].split("|"):
            owner = names.get(fold(alias), row["id"])
            if owner != row["id"] and fold(alias) not in SHARED_NAMES:
                yield f"people.tsv, line {number}: the alias {alias} is the name of {owner}"


def _unfolded(cities: Table) -> Iterator[str]:
    for number, row in enumerate(cities, start=2):
        if any(fold(spelling) != spelling for spelling in row["spellings"].split("|")):
            yield f"cities.tsv, line {number}: spellings must be folded"
