"""OpenSanctions' FollowTheMoney (followthemoney.tech): one JSON entity per line."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from mtcheck.names.importing.documents import Object, lines, parsed, string, strings
from mtcheck.names.importing.interface import (
    Imported,
    ImportedOffice,
    ImportedOrganisation,
    ImportedPerson,
    Importer,
    ImportFileError,
    LeftOut,
)

_PUBLIC_OFFICE: Final = ("role.pep", "gov.")
"""Beginnings of the topics of people in politics."""
_ORGANISATIONS: Final = frozenset({"Organization", "PublicBody"})
_LINKS: Final = (b'"Position"', b'"Occupancy"')


class _Position(NamedTuple):
    """A post that people hold, its names, and the part of a country or the countries it belongs to."""

    names: tuple[str, ...]
    countries: tuple[str, ...]


class _Occupancy(NamedTuple):
    """Who held which post from when to when."""

    position: str
    start: str
    end: str


class FollowTheMoney(Importer):
    """Entities in any order, read twice: first the posts and who held them, then the people.

    Memory grows with the posts and terms alone. `weakAlias` is left out: such names fit many people.
    """

    name = "ftm"

    def __iter__(self) -> Iterator[Imported]:
        """Yield people with the posts they held, and organisations."""
        positions, occupancies = self._links()
        read = False
        for line in lines(self.stream):
            entity = parsed(line) if line else None
            if not isinstance(entity, dict) or not isinstance(entity.get("properties"), dict):
                yield LeftOut("a line that is no entity")
                continue
            read = True
            schema = entity.get("schema")
            if schema == "Person":
                yield _person(entity, _offices(entity, positions, occupancies))
            elif isinstance(schema, str) and schema in _ORGANISATIONS:
                yield _organisation(entity)
            elif schema not in ("Position", "Occupancy"):
                yield LeftOut("an entity of another kind")
        if not read:
            raise ImportFileError("no FollowTheMoney entities")

    def _links(self) -> tuple[dict[str, _Position], dict[str, list[_Occupancy]]]:
        positions: dict[str, _Position] = {}
        occupancies: dict[str, list[_Occupancy]] = defaultdict(list)
        for line in lines(self.stream):
            # Most lines are people; looking for the word is much cheaper than reading them twice.
            entity = parsed(line) if line and any(word in line for word in _LINKS) else None
            if not isinstance(entity, dict) or not isinstance(entity.get("properties"), dict):
                continue
            properties = entity["properties"]
            if entity.get("schema") == "Position":
                countries = strings(properties.get("subnationalArea")) or strings(properties.get("country"))
                positions[string(entity.get("id"))] = _Position(_names(entity), countries)
            elif entity.get("schema") == "Occupancy":
                term = (string(properties.get(key)) for key in ("post", "startDate", "endDate"))
                occupancies[string(properties.get("holder"))].append(_Occupancy(*term))
        return positions, occupancies


def _offices(
    entity: Object, positions: dict[str, _Position], occupancies: dict[str, list[_Occupancy]]
) -> tuple[ImportedOffice, ...]:
    terms = occupancies.get(string(entity.get("id")), ())
    offices = [
        ImportedOffice(position.names, "", position.countries, term.start, term.end)
        for term in terms
        if (position := positions.get(term.position))
    ]
    # A position that is mere text has no dates, and says nothing where posts with dates are known.
    texts = () if offices else strings(entity["properties"].get("position"))
    return tuple(dict.fromkeys([*offices, *(ImportedOffice((text,)) for text in texts)]))


def _person(entity: Object, offices: tuple[ImportedOffice, ...]) -> ImportedPerson:
    properties = entity["properties"]
    topics = strings(properties.get("topics"))
    return ImportedPerson(
        names=_names(entity),
        given=_only(strings(properties.get("firstName"))),
        family=_only(strings(properties.get("lastName"))),
        aliases=strings(properties.get("alias")),
        offices=offices,
        field="politics" if any(topic.startswith(_PUBLIC_OFFICE) for topic in topics) else "",
        source=_source(entity),
    )


def _organisation(entity: Object) -> ImportedOrganisation:
    properties = entity["properties"]
    aliases = strings(properties.get("alias")) + strings(properties.get("abbreviation"))
    return ImportedOrganisation(_names(entity), aliases, source=_source(entity))


def _names(entity: Object) -> tuple[str, ...]:
    """Return the names, the one that the source shows first."""
    return tuple(dict.fromkeys((*strings(entity.get("caption")), *strings(entity["properties"].get("name")))))


def _only(values: Sequence[str]) -> str:
    """Return the value if there is one alone: of several given names nothing says which goes with which family name."""
    return values[0] if len(values) == 1 else ""


def _source(entity: Any) -> str:
    return "; ".join(sorted(strings(entity.get("datasets")))[:3])
