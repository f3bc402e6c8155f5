"""The JSON result of a query to Wikidata: rows of variables, several for each person."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from mtcheck.names.importing.documents import document, objects
from mtcheck.names.importing.interface import (
    Imported,
    ImportedOffice,
    ImportedPerson,
    Importer,
    ImportFileError,
    LeftOut,
)

VARIABLES: Final[Mapping[str, tuple[str, ...]]] = {
    "item": ("item", "person"),
    "name": ("itemLabel", "personLabel", "name"),
    "given": ("givenNameLabel", "givenLabel"),
    "family": ("familyNameLabel", "familyLabel"),
    "alias": ("altLabel", "itemAltLabel", "personAltLabel", "alias", "aliases"),
    "title": ("positionLabel", "officeLabel"),
    "place": ("placeLabel", "jurisdictionLabel", "ofLabel", "organisationLabel", "organizationLabel", "countryLabel"),
    "start": ("start", "startTime", "startDate"),
    "end": ("end", "endTime", "endDate"),
}
"""What the variables of a query are called; the first one that a row has counts."""

_QID: Final = re.compile(r"[QPL][0-9]+")
_JOINED: Final = frozenset({"itemAltLabel", "personAltLabel", "aliases"})
"""Variables that hold several names in one, joined by commas: the label service writes them so."""


@dataclass(slots=True)
class _Item:
    """What the rows of one item have told so far."""

    name: str = ""
    given: str = ""
    family: str = ""
    aliases: dict[str, None] = field(default_factory=dict)
    offices: dict[ImportedOffice, None] = field(default_factory=dict)


class Wikidata(Importer):
    """A result as the query service gives it (`results.bindings`), or as its page saves it (a list of rows).

    `VARIABLES` says which variables are read. Labels that are ids (`Q42`) are passed over: the item has no English label.
    """

    name = "wikidata"

    def __iter__(self) -> Iterator[Imported]:
        """Yield one person per item, in the order in which they first appear."""
        items: dict[str, _Item] = {}
        for row in _rows(document(self.stream)):
            cells = {column: _first(row, names) for column, names in VARIABLES.items()}
            key = cells["item"] or cells["name"]
            if key:
                _add(items.setdefault(key, _Item()), cells, _aliases(row))
        for key, item in items.items():
            if item.name:
                yield ImportedPerson(
                    names=(item.name,),
                    given=item.given,
                    family=item.family,
                    aliases=tuple(item.aliases),
                    offices=tuple(item.offices),
                    source=f"Wikidata {key.rsplit('/', 1)[-1]}" if "/" in key or _QID.fullmatch(key) else "Wikidata",
                    licence="CC0",
                )
            else:
                yield LeftOut("no label but an id")


def _rows(whole: Any) -> Iterator[dict[str, str]]:
    """Yield the rows as variable -> text."""
    if isinstance(whole, dict) and isinstance(whole.get("results"), dict):
        whole = whole["results"].get("bindings")
    if not isinstance(whole, list):
        raise ImportFileError("no result of a Wikidata query: it has no results.bindings")
    for row in objects(whole):
        yield {variable: text for variable, value in row.items() if (text := _text(value))}


def _text(value: Any) -> str:
    """Return the text of one value, or nothing for one in another language than English."""
    if isinstance(value, dict):
        language = value.get("xml:lang", "")
        if isinstance(language, str) and language and language.split("-")[0] not in ("en", "mul"):
            return ""
        value = value.get("value")
    return value.strip() if isinstance(value, str) else ""


def _first(row: Mapping[str, str], names: tuple[str, ...]) -> str:
    text = next((row[name] for name in names if name in row), "")
    return "" if _QID.fullmatch(text) and names is not VARIABLES["item"] else text


def _aliases(row: Mapping[str, str]) -> Iterator[str]:
    for variable in VARIABLES["alias"]:
        text = row.get(variable, "")
        yield from text.split(", ") if variable in _JOINED else (text,)


def _add(item: _Item, cells: Mapping[str, str], aliases: Iterator[str]) -> None:
    item.name = item.name or cells["name"]
    item.given, item.family = item.given or cells["given"], item.family or cells["family"]
    item.aliases.update(dict.fromkeys(alias for alias in aliases if alias))
    if cells["title"]:
        places = (cells["place"],) if cells["place"] else ()
        office = ImportedOffice((cells["title"],), "", places, cells["start"], cells["end"])
        item.offices[office] = None
