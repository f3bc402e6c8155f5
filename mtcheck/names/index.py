"""Looks up people, terms of office, places, organisations and cities by the words an article uses."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeVar

from mtcheck.names.loading import default_folder, read_folder
from mtcheck.names.records import OfficeTitles, Organisation, Person, Place, ReferenceData, Term

Value = TypeVar("Value")

_PUNCTUATION: Final = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u02bb": "'", "\u0060": "'", "\u00b4": "'", "\u2032": "'",
        "-": " ", "\u2010": " ", "\u2011": " ", "\u2012": " ", "\u2013": " ", "\u2014": " ",
    }
)  # fmt: skip
# Letters that NFKD leaves whole, with the plain letters that newsrooms print for them.
_LETTERS: Final = str.maketrans(
    {
        "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
        "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "ə": "a", "Ə": "A",
        "ħ": "h", "Ħ": "H",
    }
)  # fmt: skip


def plain(text: str) -> str:
    """Give `text` without diacritics, case kept: curly apostrophes straight, hyphens and runs of blanks one blank."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.translate(_PUNCTUATION).translate(_LETTERS))
        text = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(text.translate(_PUNCTUATION).split())


def fold(text: str) -> str:
    """Give the key under which names are compared: `plain`, in lower case."""
    return plain(text).lower()


class NameIndex:
    """Read-only look-ups over one set of reference data."""

    def __init__(self, data: ReferenceData) -> None:
        """Index `data`; costs time and memory linear in its size."""
        self.version = data.version
        self.people: Mapping[str, Person] = MappingProxyType({person.id: person for person in data.people})
        self.places: Mapping[str, Place] = MappingProxyType({place.id: place for place in data.places})
        self.organisations: Mapping[str, Organisation] = MappingProxyType({o.id: o for o in data.organisations})
        self._cities = data.cities
        self._terms_by_person = _grouped((term.person_id, term) for term in data.terms)
        self._terms_by_place = _grouped((term.place, term) for term in data.terms)
        self._titles = {(titles.role, titles.place): titles for titles in data.titles}
        self._titles_by_place = _grouped((titles.place, titles) for titles in data.titles)

    @classmethod
    def load(cls, folder: Path | None = None) -> "NameIndex":
        """Read and index `folder`, by default the reference names that ship with mtcheck.

        Raises `NameDataError` where a file is missing or malformed.
        """
        return cls(read_folder(default_folder() if folder is None else folder))

    def person(self, person_id: str) -> Person:
        """Give the person of that id; raises KeyError where there is none."""
        return self.people[person_id]

    def terms_of(self, person_id: str) -> tuple[Term, ...]:
        """Give every term of office of that person, in the order of the file; empty for an unknown id."""
        return self._terms_by_person.get(person_id, ())

    def holders(
        self, place: str, role: str | None = None, on: date | None = None, grace_days: int = 0
    ) -> tuple[Term, ...]:
        """Give the terms of office at a place or organisation.

        `role` keeps one role; `on` keeps the terms that cover that day, widened by `grace_days` at both ends.
        """
        return tuple(
            term
            for term in self._terms_by_place.get(place, ())
            if (role is None or term.role == role) and (on is None or term.covers(on, grace_days))
        )

    def titles_for(self, role: str, place: str) -> OfficeTitles | None:
        """Give what an office is called at a place: its own entry, else that of its form of state, else the general."""
        form = "monarchy" if place in self.places and self.places[place].is_monarchy else "republic"
        for key in (place, form, "*"):
            if (role, key) in self._titles:
                return self._titles[role, key]
        return None

    def roles_titled(self, title: str, place: str) -> tuple[str, ...]:
        """Give the roles whose holder at `place` (a place or organisation id) may be called `title`, case ignored."""
        wanted = fold(title)
        roles = dict.fromkeys(role for role, _place in self._titles)
        found = []
        for role in roles:
            titles = self.titles_for(role, place)
            if titles is not None and wanted in self._accepted_titles(titles):
                found.append(role)
        return tuple(found)

    def place_named(self, words: str) -> Place | None:
        """Give the place of that name (case counts, accents do not), or None where there is none or more than one."""
        return _only(self.places_named(words))

    def places_named(self, words: str) -> tuple[Place, ...]:
        """Give every place of that name: `Georgia` is a country and a state."""
        return self._places_by_name.get(_without_article(plain(words)), ())

    def place_by_adjective(self, word: str) -> Place | None:
        """Give the place of an adjective or demonym (case counts), or None where there is none or more than one."""
        return _only(self.places_by_adjective(word))

    def places_by_adjective(self, word: str) -> tuple[Place, ...]:
        """Give every place of an adjective or demonym: `Congolese` belongs to two countries."""
        return self._places_by_adjective.get(plain(word), ())

    def the_place(self, words: str) -> Place | None:
        """Give the one place that an adjective or a name before a title means, or None.

        Of several with one adjective it is the country (`French`); a name that several bear (`Georgia`) tells nothing.
        """
        by_adjective = self.places_by_adjective(words)
        countries = tuple(place for place in by_adjective if place.kind == "country")
        return _only(by_adjective) or _only(countries) or (None if by_adjective else self.place_named(words))

    def place_by_metonym(self, words: str) -> Place | None:
        """Give the place whose government the words stand for (`Kremlin`, a capital), or None."""
        return _only(self._places_by_metonym.get(_without_article(plain(words)), ()))

    def organisation_named(self, words: str) -> Organisation | None:
        """Give the organisation of that name or acronym (case counts, accents do not), or None."""
        return _only(self._organisations_by_name.get(_without_article(plain(words)), ()))

    def people_by_full_name(self, folded: str) -> tuple[Person, ...]:
        """Give the people whose name or alias folds to `folded`."""
        return self._people_by_full_name.get(folded, ())

    def people_by_family(self, folded: str) -> tuple[Person, ...]:
        """Give the people whose family name, with or without an Arabic article, folds to `folded`."""
        return self._people_by_family.get(folded, ())

    def is_city(self, folded: str) -> bool:
        """Tell whether `folded` is a spelling of a city."""
        return folded in self._cities

    @cached_property
    def family_names(self) -> frozenset[str]:
        """Every family name, folded."""
        return frozenset(self._people_by_family)

    @cached_property
    def given_names(self) -> frozenset[str]:
        """Every given name, folded; of several, the whole and each word."""
        names = {fold(person.given) for person in self.people.values() if person.given}
        return frozenset(names | {word for name in names for word in name.split()})

    @cached_property
    def _people_by_full_name(self) -> Mapping[str, tuple[Person, ...]]:
        return _grouped(
            (fold(name), person) for person in self.people.values() for name in (person.name, *person.aliases)
        )

    @cached_property
    def _people_by_family(self) -> Mapping[str, tuple[Person, ...]]:
        return _grouped(
            (key, person)
            for person in self.people.values()
            if person.family
            for key in _with_and_without_article(fold(person.family))
        )

    @cached_property
    def _places_by_name(self) -> Mapping[str, tuple[Place, ...]]:
        return _grouped(
            (_without_article(plain(name)), place) for place in self.places.values() for name in place.names
        )

    @cached_property
    def _places_by_adjective(self) -> Mapping[str, tuple[Place, ...]]:
        return _grouped(
            (plain(word), place) for place in self.places.values() for word in (*place.adjectives, *place.demonyms)
        )

    @cached_property
    def _places_by_metonym(self) -> Mapping[str, tuple[Place, ...]]:
        return _grouped(
            (_without_article(plain(word)), place)
            for place in self.places.values()
            for word in (place.capital, *place.metonyms)
            if word
        )

    @cached_property
    def _organisations_by_name(self) -> Mapping[str, tuple[Organisation, ...]]:
        return _grouped(
            (_without_article(plain(name)), organisation)
            for organisation in self.organisations.values()
            for name in organisation.names
        )

    @staticmethod
    def _accepted_titles(titles: OfficeTitles) -> frozenset[str]:
        return frozenset(fold(title) for title in titles.accepted)


def _grouped(pairs: Iterable[tuple[str, Value]]) -> Mapping[str, tuple[Value, ...]]:
    groups: dict[str, dict[Value, None]] = defaultdict(dict)
    for key, value in pairs:
        groups[key][value] = None
    return {key: tuple(values) for key, values in groups.items()}


def _only(values: tuple[Value, ...]) -> Value | None:
    return values[0] if len(values) == 1 else None


def _with_and_without_article(family: str) -> tuple[str, ...]:
    """Newsrooms drop the article of an Arabic family name as often as they keep it."""
    return (family, family[3:]) if family[:3] in ("al ", "el ") else (family,)


def _without_article(words: str) -> str:
    return words[4:] if words[:4] in ("the ", "The ") else words
