"""Where an office is held: the country, part of a country or organisation that stands before or after a title."""

import re

from mtcheck.names.index import NameIndex, plain
from mtcheck.names.records import Place
from mtcheck.names.titles import TITLE_ROLES

# Newsrooms print "US President", although "American" is the adjective.
_USUAL = {"us": "US"}
_SMALL = frozenset({"and", "of", "the"})


def seats_named(words: str, title: str, index: NameIndex) -> tuple[str, ...]:
    """Return the ids of the places and organisations that `words` may mean beside `title`; empty for any other words.

    An adjective that several share means countries before their parts (`French`); a name that a country shares with a
    part of another (`Georgia`) means the one that has had such an office. Words in capitals are read as headlines print them.
    """
    found = _named(words, index)
    if not found and words.isupper() and len(words) > 2:
        found = _named(_title_case(words), index)
    if len(found) > 1:
        roles = TITLE_ROLES.get(title, ())
        return tuple(seat for seat in found if any(index.holders(seat, role) for role in roles)) or found
    return found


def seats_beginning(words: str, title: str, index: NameIndex) -> tuple[tuple[str, ...], int]:
    """Return the seats that the longest beginning of `words` means, and its length in characters; `((), 0)` for none."""
    end = len(words)
    while end > 0:
        beginning = re.sub(r"['’][sS]$|['’]$", "", words[:end])
        for form in dict.fromkeys((beginning, beginning.rstrip("."))):
            if seats := seats_named(form, title, index):
                return seats, len(form)
        end = words.rfind(" ", 0, end)
    return (), 0


def is_noun(words: str, index: NameIndex) -> bool:
    """Tell whether `words` are the name of a place rather than an adjective: `Chad`, but not `French`, `US`, `New Zealand`."""
    by_adjective = index.places_by_adjective(words) or index.places_by_adjective(_title_case(words))
    if not by_adjective:
        return True
    if len(words.replace(".", "")) <= 3 and words.isupper():
        return False
    return is_name_too(words, index) and all(plain(place.adjectives[0]) != plain(words) for place in by_adjective)


def is_name_too(words: str, index: NameIndex) -> bool:
    """Tell whether the adjective `words` names the place as well: `US`."""
    return bool(index.places_named(words) or index.places_named(_title_case(words)))


def are_related(one: str, other: str, index: NameIndex) -> bool:
    """Tell whether two seats are the same, or one is part of the other."""
    return one == other or other == _parent(one, index) or one == _parent(other, index)


def seat_name(seat: str, index: NameIndex) -> str:
    """Return what stands before a title: the adjective of a place, the acronym or name of an organisation."""
    place = index.places.get(seat)
    if seat in _USUAL:
        return _USUAL[seat]
    if place is not None:
        return place.adjectives[0] if place.adjectives else place.name
    organisation = index.organisations[seat]
    return organisation.acronym or organisation.name


def _named(words: str, index: NameIndex) -> tuple[str, ...]:
    by_adjective = index.places_by_adjective(words)
    countries = tuple(place for place in by_adjective if place.kind == "country")
    places: tuple[Place, ...] = countries or (*by_adjective, *index.places_named(words))
    if places:
        return tuple(dict.fromkeys(place.id for place in places))
    organisation = index.organisation_named(words)
    return (organisation.id,) if organisation else ()


def _title_case(words: str) -> str:
    return " ".join(
        w.lower() if w.lower() in _SMALL else "-".join(p.capitalize() for p in w.split("-")) for w in words.split()
    )


def _parent(seat: str, index: NameIndex) -> str:
    place = index.places.get(seat)
    return place.parent if place else ""
