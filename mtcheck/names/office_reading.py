"""Reads an office as lists write it (`President of Ukraine`; `Foreign Minister`, `France`) into role, title and place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from mtcheck.names.index import NameIndex, fold
from mtcheck.names.records import ROLES
from mtcheck.names.titles import TITLE_ROLES

MAX_LABEL: Final = 200
"""Characters. A longer text names no office."""
_LONGEST_ADJECTIVE: Final = 4
_HEADS: Final = frozenset(
    fold(title)
    for title in (
        *("president", "chief executive", "chief executive officer", "ceo", "chair", "chairman", "chairwoman"),
        *("chairperson", "director-general", "secretary-general", "head", "general secretary", "managing director"),
        *("executive director", "commissioner-general", "high commissioner", "commissioner", "governor"),
    )
)
"""Titles of those who lead an organisation of which no list says what its head is called."""
_OF_STATES: Final = frozenset(
    """
    head_of_state head_of_government vice_president deputy_head_of_government governor_general governor crown_prince
    """.split()
)


@dataclass(frozen=True, slots=True)
class ListedOffice:
    """One office: a role of `ROLES`, its title as newsrooms write it, and the id of its place or organisation."""

    role: str
    title: str
    place: str


class OfficeReader:
    """Reads offices against the places, organisations and titles of one index. Read-only."""

    def __init__(self, index: NameIndex) -> None:
        """Index the names of places and organisations regardless of case."""
        self._index = index
        self._places = _by_name((place.id, name) for place in index.places.values() for name in place.names)
        self._organisations = _by_name((o.id, name) for o in index.organisations.values() for name in o.names)
        self._read = lru_cache(maxsize=65536)(self._read_office)

    def place(self, words: str) -> str:
        """Return the id of the place or organisation that `words` name: an id, or a name in any case.

        A country wins over its parts and over organisations (`Georgia`). Raises ValueError where there is none, or more than
        one.
        """
        identity = words.lower()
        if identity in self._index.places or identity in self._index.organisations:
            return identity
        found = self._places.get(_key(words), ())
        countries = tuple(p for p in found if self._index.places[p].kind == "country")
        for candidates in (countries, found, self._organisations.get(_key(words), ())):
            if len(candidates) == 1:
                return candidates[0]
            if candidates:
                raise ValueError(f"{words!r} may mean {' or '.join(candidates)}: give one of these ids")
        raise ValueError(f"no place or organisation {words[:MAX_LABEL]!r} is known")

    def read(self, title: str, role: str, place: str) -> ListedOffice:
        """Return the office of a title, a role and a place.

        The title may be empty beside a role, the role beside a title that tells it, and the place beside a title that names
        it (`President of Ukraine`). Raises ValueError, saying what is missing or unknown.
        """
        office = self._read(title, role, place)
        if isinstance(office, str):
            raise ValueError(office)
        return office

    def _read_office(self, title: str, role: str, place: str) -> ListedOffice | str:
        """Return the office, or why there is none: reasons recur as often as offices do, and are cached with them."""
        if len(title) > MAX_LABEL:
            return f"the title is longer than {MAX_LABEL} characters"
        if role and role not in ROLES:
            return f"no role {role!r}; known are {', '.join(ROLES)}"
        if not (title or role):
            return "the office has neither title nor role"
        if not place:
            parsed = self._parsed(title, role)
            return parsed or "the office has no place: give a country or an organisation, by name or id"
        try:
            where = self.place(place)
        except ValueError as error:
            return str(error)
        return self._at(where, title, role)

    def _at(self, where: str, title: str, role: str) -> ListedOffice | str:
        # "President of Ukraine" beside "Ukraine" says its place twice.
        parsed = self._parsed(title, role)
        alone = parsed.title if parsed and parsed.place == where else title
        if role:
            return ListedOffice(role, alone or self._usual_title(role, where), where)
        found = self._role(alone, where)
        return (
            ListedOffice(found, alone, where)
            if found
            else f"the title {title!r} tells no role: fill in the column role"
        )

    def _usual_title(self, role: str, place: str) -> str:
        organisation = self._index.organisations.get(place)
        if role == "head_of_organisation" and organisation and organisation.head_title:
            return organisation.head_title
        titles = self._index.titles_for(role, place)
        return titles.accepted[0] if titles and titles.accepted else role.replace("_", " ").capitalize()

    def _role(self, title: str, place: str) -> str | None:
        forms = tuple(_forms(title))
        roles = [role for form in forms for role in self._index.roles_titled(form, place)]
        roles += [role for form in forms for role in TITLE_ROLES.get(form, ())]
        if place in self._index.organisations:
            head = fold(self._index.organisations[place].head_title)
            if head in forms or not _HEADS.isdisjoint(forms) or "head_of_organisation" in roles:
                return "head_of_organisation"
            return next((role for role in roles if role not in _OF_STATES), None)
        return next((role for role in roles if role != "head_of_organisation"), None)

    def _parsed(self, label: str, role: str = "") -> ListedOffice | None:
        for title, place in _partings(label):
            if (where := self._place_or_none(place)) and (found := role or self._role(title, where)):
                return ListedOffice(found, titled(title), where)
        return None

    def _place_or_none(self, words: str) -> str | None:
        if adjective := self._index.the_place(words):
            return adjective.id
        try:
            return self.place(words)
        except ValueError:
            return None


def _partings(label: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to part a label into title and place: `Minister of Something of Poland`, `Polish foreign minister`."""
    words = label.split()
    for i, word in enumerate(words[:-1]):
        if word == "of" and i:
            yield " ".join(words[:i]), " ".join(words[i + 1 :])
    for i in range(1, min(_LONGEST_ADJECTIVE, len(words) - 1) + 1):
        yield " ".join(words[i:]), " ".join(words[:i])


def _forms(title: str) -> Iterator[str]:
    """Yield a title folded, with its hyphens, and with what only some countries add to it left out."""
    folded = fold(title)
    plain = folded.removeprefix("the ").removeprefix("federal ").replace("minister for ", "minister of ")
    yield from dict.fromkeys((folded, title.lower(), plain.replace(" of the ", " of ")))


def titled(title: str) -> str:
    """Return a title with capitals, as newsrooms write it before a name."""
    return " ".join(w if w in ("of", "for", "and", "the", "to") else w[:1].upper() + w[1:] for w in title.split())


def _key(words: str) -> str:
    return fold(words).removeprefix("the ")


def _by_name(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for identity, name in pairs:
        names[_key(name)][identity] = None
    return {name: tuple(identities) for name, identities in names.items()}
