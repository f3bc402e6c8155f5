"""Titles that stand before a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.names.records import ROLES
from mtcheck.names.titles import (
    HONORIFICS,
    LONGEST_TITLE,
    MODIFIERS,
    PARTICLES,
    PAST_QUALIFIERS,
    PLURAL_TITLES,
    QUALIFIERS,
    TITLE_ROLES,
    TOP_TITLES,
    plural_title_ending_at,
    starts_title,
    title_ending_at,
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the greek prime minister", ("prime minister", 2)),
        ("secretary of state", ("secretary of state", 3)),
        ("us defense secretary", ("defense secretary", 2)),
        ("kenyan president", ("president", 1)),
        ("indian external affairs minister", ("external affairs minister", 3)),
        ("minister of foreign affairs", ("minister of foreign affairs", 4)),
        ("taoiseach", ("taoiseach", 1)),
        ("nato secretary-general", ("secretary-general", 1)),
    ],
)
def test_a_known_title_ends_the_words_before_a_name(words, found):
    assert title_ending_at(words.split()) == found


@pytest.mark.parametrize("words", ["us vice president", "brazilian vice-president"])
def test_the_longest_title_wins(words):
    title, _length = title_ending_at(words.split())
    assert title != "president"


@pytest.mark.parametrize(
    "words", ["", "the greek minister", "president of", "prime minister said", "state", "of state", "prime"]
)
def test_words_that_end_otherwise_hold_no_title(words):
    assert title_ending_at(words.split()) is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the presidents", ("president", 1)),
        ("us secretaries of state", ("secretary of state", 3)),
        ("two prime ministers", ("prime minister", 2)),
        ("the president", None),
        ("", None),
    ],
)
def test_a_title_in_the_plural_gives_the_singular(words, found):
    assert plural_title_ending_at(words.split()) == found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("foreign minister osei", True),
        ("prime ministers", True),
        ("foreign affairs", False),
        ("president", False),
        ("", False),
    ],
)
def test_the_beginning_of_a_longer_title(words, expected):
    assert starts_title(words.split()) is expected


def test_titles_of_leaders_and_plurals_are_titles():
    assert set(TITLE_ROLES) >= TOP_TITLES
    assert set(PLURAL_TITLES.values()) == set(TITLE_ROLES)


def test_titles_are_written_as_they_are_looked_up():
    assert all(title == title.lower().strip() for title in TITLE_ROLES)
    assert max(len(title.split()) for title in TITLE_ROLES) == LONGEST_TITLE


def test_every_role_of_a_title_is_a_role_of_the_reference_names():
    assert {role for roles in TITLE_ROLES.values() for role in roles} <= set(ROLES)
    assert all(TITLE_ROLES.values())


def test_titles_in_use_in_the_reference_names_are_found_for_some_role(resources):
    places = resources.names
    assert "head_of_state" in places.roles_titled("president", "fr")
    assert "foreign_minister" in places.roles_titled("secretary of state", "us")


@pytest.mark.parametrize(
    ("british", "american"),
    [("defence minister", "defense minister"), ("minister of defence", "minister of defense")],
)
def test_both_spellings_of_an_office_name_the_same_roles(british, american):
    assert TITLE_ROLES[british] == TITLE_ROLES[american]


def test_single_words_that_mean_heads_of_state_are_honorifics_too():
    assert {"president", "king", "queen", "sultan", "emir", "chancellor", "premier", "taoiseach"} <= HONORIFICS


def test_particles_qualifiers_and_honorifics_are_lower_case_words():
    for words in (PARTICLES, QUALIFIERS, HONORIFICS, MODIFIERS):
        assert all(word == word.lower() and len(word.split()) == 1 for word in words)
    assert not PARTICLES & QUALIFIERS
    assert not MODIFIERS & QUALIFIERS
    assert PAST_QUALIFIERS < QUALIFIERS


def test_tables_are_read_only():
    with pytest.raises(TypeError):
        TITLE_ROLES["czar"] = ("head_of_state",)


@given(st.lists(st.text(max_size=12), max_size=8))
def test_a_found_title_is_the_end_of_the_words(words):
    found = title_ending_at(words)
    if found is not None:
        title, length = found
        assert " ".join(words[-length:]) == title


@given(st.lists(st.text(alphabet="abcdef", max_size=6), max_size=6), st.sampled_from(sorted(TITLE_ROLES)))
def test_whatever_stands_before_a_title_it_is_found(before, title):
    found = title_ending_at([*before, *title.split()])
    assert found is not None
    assert found[0].endswith(title)
