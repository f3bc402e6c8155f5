"""Answers who somebody is: by name, by another spelling, by family name, or by sound."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from mtcheck.names.index import NameIndex, fold
from mtcheck.names.loading import COLUMNS, default_folder, rows
from mtcheck.names.matching import NameMatcher
from mtcheck.names.records import Organisation, Person, Place, Term
from mtcheck.names.user_merging import Merged

LEAST_SIMILAR: Final = 0.72
MOST_SIMILAR_SHOWN: Final = 5
SHORTLIST: Final = 200
"""Names that are most alike by their letters, of which the sounds are compared."""
MAX_QUERY: Final = 200
"""Characters."""


class Likeness(str, Enum):
    """How a person was found."""

    NAME = "name"
    ALIAS = "alias"
    FAMILY = "family name"
    SOUND = "sound"


@dataclass(frozen=True, slots=True)
class Found:
    """A person, how they were found, how alike the names sound (0-1), the terms of office, and where it all comes from."""

    person: Person
    likeness: Likeness
    similarity: float
    terms: tuple[Term, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything of that name. `places` are found by name, adjective or seat of government."""

    people: tuple[Found, ...]
    places: tuple[Place, ...]
    organisations: tuple[Organisation, ...]
    is_city: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing bears the name or sounds like it."""
        return not (self.people or self.places or self.organisations or self.is_city)


class Lookup:
    """Looks names up in merged reference names."""

    def __init__(self, merged: Merged, folder: Path | None = None) -> None:
        """Index `merged`; `folder` holds the reference names it was made of, by default those that ship."""
        self.index = NameIndex(merged.data)
        self._origins = merged.origins
        self._folder = default_folder() if folder is None else folder
        self._matcher = NameMatcher(self.index)

    def find(self, name: str) -> Answer:
        """Return what bears `name`; people who only sound like it, the likest first, where nobody and nothing does."""
        name = " ".join(name[:MAX_QUERY].split())
        places, organisations, is_city = self._places(name), self._organisations(name), self.index.is_city(fold(name))
        people = tuple(self._by_spelling(name))
        if not (people or places or organisations or is_city):
            people = tuple(self._by_sound(name))
        sources = self._sources({person.id for person, _, _ in people})
        found = (
            Found(person, likeness, similarity, self.terms(person), sources.get(person.id, ()))
            for person, likeness, similarity in people
        )
        return Answer(tuple(found), places, organisations, is_city)

    def terms(self, person: Person) -> tuple[Term, ...]:
        """Return the terms of office of a person, the latest first."""
        return tuple(sorted(self.index.terms_of(person.id), key=lambda t: (t.start is not None, t.start), reverse=True))

    def holder_name(self, identity: str) -> str:
        """Return the name of a place or an organisation."""
        place = self.index.places.get(identity)
        return place.name if place else self.index.organisations[identity].name

    def _by_spelling(self, name: str) -> Iterator[tuple[Person, Likeness, float]]:
        folded = fold(name)
        in_full = self.index.people_by_full_name(folded)
        for person in in_full:
            yield person, Likeness.NAME if fold(person.name) == folded else Likeness.ALIAS, 1.0
        for person in dict.fromkeys((*self.index.people_by_family(folded), *self._matcher.people_by_family(folded))):
            if person not in in_full:
                yield person, Likeness.FAMILY, 1.0

    def _by_sound(self, name: str) -> Iterator[tuple[Person, Likeness, float]]:
        parts = tuple(fold(name).replace(".", "").replace("'", "").split())
        if not parts:
            return
        scores = {}
        for person in self._shortlist(parts):
            score = self._matcher.compare(parts, person).score
            if score >= LEAST_SIMILAR:
                scores[person] = score
        likest = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0].id))
        yield from ((person, Likeness.SOUND, score) for person, score in likest[:MOST_SIMILAR_SHOWN])

    def _shortlist(self, parts: tuple[str, ...]) -> Iterator[Person]:
        people = [person for person in self.index.people.values() if not person.is_monarch and person.family]
        best = self._matcher.best(parts) if len(parts) > 1 else None
        if best:
            yield best.person
        names = [fold(person.name if len(parts) > 1 else person.family) for person in people]
        query = " ".join(parts)
        for _, _, i in process.extract(query, names, scorer=JaroWinkler.similarity, limit=SHORTLIST):
            if best is None or people[i] != best.person:
                yield people[i]

    def _places(self, name: str) -> tuple[Place, ...]:
        by_metonym = self.index.place_by_metonym(name)
        found = (*self.index.places_named(name), *self.index.places_by_adjective(name))
        by_id = self.index.places.get(name.lower())
        return tuple(dict.fromkeys((*found, *filter(None, (by_metonym, by_id)))))

    def _organisations(self, name: str) -> tuple[Organisation, ...]:
        named = self.index.organisation_named(name)
        by_id = self.index.organisations.get(name.lower())
        return tuple(dict.fromkeys(filter(None, (named, by_id))))

    def _sources(self, wanted: set[str]) -> Mapping[str, tuple[str, ...]]:
        """Return where people come from: the user lists that name them, and the sources of our rows."""
        sources: dict[str, dict[str, None]] = {
            identity: dict.fromkeys(self._origins.get(identity, ())) for identity in wanted
        }
        for table in ("people.tsv", "offices.tsv"):
            column = COLUMNS[table].index("source")
            for row in _rows_of(self._folder / table, wanted):
                sources[row[0]].update(dict.fromkeys(row[column].split("; ")))
        return {identity: tuple(found) for identity, found in sources.items()}


def _rows_of(path: Path, wanted: set[str]) -> Iterator[Sequence[str]]:
    """Yield the rows of a reference file whose first cell is one of `wanted`."""
    for row in rows(path.name, path.read_text(encoding="utf-8")):
        if row[0] in wanted:
            yield row
