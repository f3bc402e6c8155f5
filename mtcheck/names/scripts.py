"""Which countries write names in another script, so that English newsrooms may spell one name in several ways."""

from mtcheck.names.index import NameIndex
from mtcheck.names.records import Person

OTHER_SCRIPTS = frozenset(
    """
    ae af am az bd bg bh bt by cn cy dj dz eg eh er et ge gr hk il in iq ir jo jp kg kh km kp kr kw kz la lb lk ly ma mk mm
    mn mo mr mv np om pk ps qa ru sa sd so sy td th tj tm tn tw ua uz ye
    """.split()
)
"""ISO codes of countries whose names are transliterated, some of them by way of Russian or Arabic; after the Unicode CLDR's list
of official languages and their scripts. In all others a name has one spelling, diacritics aside."""


def has_one_spelling(person: Person, index: NameIndex) -> bool:
    """Tell whether every country in which a person is known to have held office writes names in Latin letters.

    False for people of whom no country is known.
    """
    countries = {_country(term.place, index) for term in index.terms_of(person.id)} - {""}
    return bool(countries) and not countries & OTHER_SCRIPTS


def _country(seat: str, index: NameIndex) -> str:
    """Return the sovereign country of a place; empty for an organisation."""
    place = index.places.get(seat)
    return "" if place is None else place.parent or place.id
