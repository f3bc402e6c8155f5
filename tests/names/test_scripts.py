"""Which people's names are transliterated."""

import pytest

from mtcheck.names.scripts import OTHER_SCRIPTS, has_one_spelling


@pytest.mark.parametrize(
    ("person", "one_spelling"),
    [
        ("emmanuel-macron", True),
        ("jair-bolsonaro", True),
        ("volodymyr-zelensky", False),
        ("narendra-modi", False),
        ("abdel-fattah-el-sisi", False),
    ],
)
def test_names_of_countries_with_latin_letters_have_one_spelling(resources, person, one_spelling):
    assert has_one_spelling(resources.names.person(person), resources.names) is one_spelling


def test_somebody_of_no_known_country_may_have_several(resources):
    stranger = next(p for p in resources.names.people.values() if not resources.names.terms_of(p.id))
    assert not has_one_spelling(stranger, resources.names)


def test_every_code_is_a_country(resources):
    assert all(code in resources.names.places for code in OTHER_SCRIPTS)
