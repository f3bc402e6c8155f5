"""Names that are words: what translation makes of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.names.index import fold
from mtcheck.names.word_names import TranslatedPeople, WordNames, is_inflection


@pytest.fixture(scope="module")
def words():
    return WordNames.load()


@pytest.fixture(scope="module")
def people(resources, words):
    return TranslatedPeople(resources.names, resources.resolver.matcher, words)


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("gates", "doors"),
        ("bush", "shrub"),
        ("swift", "fast"),
        ("may", "can"),
        ("reyes", "kings"),
        ("trump", "triumph"),
    ],
)
def test_the_table_is_read_in_both_directions(words, name, word):
    assert word in words.words_for(name)
    assert name in words.names_behind(word)
    assert words.may_swap(name, word)
    assert words.may_swap(word, name)


def test_a_word_that_is_no_name_has_nothing_behind_it(words):
    assert words.names_behind("parliament") == frozenset() == words.words_for("parliament")


def test_the_table_is_folded_and_no_name_becomes_itself(words):
    for name, became in words._words_of.items():
        assert became
        assert name not in became
        assert {fold(w) for w in (name, *became)} == {name, *became}


def test_an_ending_is_no_translation():
    words = WordNames({"wood": frozenset({"woods", "forest"})})
    assert not words.may_swap("wood", "woods")
    assert words.may_swap("forest", "wood")


@given(st.text(max_size=12), st.text(max_size=12))
def test_inflection_and_swapping_are_symmetrical(a, b):
    words = WordNames({"hill": frozenset({"mound"})})
    assert is_inflection(a, b) == is_inflection(b, a)
    assert words.may_swap(a, b) == words.may_swap(b, a)


def test_people_are_found_by_given_name_and_word(people):
    assert {p.family for p in people.named("theresa", "can")} == {"May"}
    assert people.named("theresa", "doors") == ()
    assert "Bush" in {p.family for p in people.behind("shrub")}


def test_a_common_given_name_has_several_bearers(people):
    assert not people.is_alone("john")
    assert not people.is_alone("nobody at all")
