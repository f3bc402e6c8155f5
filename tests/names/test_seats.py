"""Where an office is held, by the words beside its title."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.names.seats import are_related, is_name_too, is_noun, seat_name, seats_beginning, seats_named


@pytest.mark.parametrize(
    ("words", "title", "seats"),
    [
        ("Kenyan", "president", ("ke",)),
        ("KENYAN", "president", ("ke",)),
        ("NEW ZEALAND", "prime minister", ("nz",)),
        ("Bosnia and Herzegovina", "president", ("ba",)),
        ("UN", "secretary-general", ("un",)),
        ("World Bank", "president", ("world-bank",)),
        ("Congolese", "president", ("cd", "cg")),
        ("French", "president", ("fr",)),
        ("Georgia", "prime minister", ("ge",)),
        ("Georgia", "governor", ("us-ga",)),
        ("Atlantean", "president", ()),
        ("", "president", ()),
    ],
)
def test_the_seats_that_words_may_mean(resources, words, title, seats):
    assert tuple(sorted(seats_named(words, title, resources.names))) == seats


@pytest.mark.parametrize(
    ("words", "seats", "length"),
    [
        ("Kenya and Kwabena Osei", ("ke",), 5),
        ("Kenya's friends", ("ke",), 5),
        ("Bosnia and Herzegovina and Kenya", ("ba",), 22),
        ("U.S.", ("us",), 4),
        ("Quessal", (), 0),
        ("", (), 0),
    ],
)
def test_the_longest_beginning_that_is_a_seat(resources, words, seats, length):
    assert seats_beginning(words, "president", resources.names) == (seats, length)


def test_nouns_and_adjectives(resources):
    assert is_noun("Kenya", resources.names)
    assert not is_noun("Kenyan", resources.names)
    assert is_name_too("US", resources.names)
    assert not is_name_too("Kenyan", resources.names)


def test_a_part_is_related_to_its_country(resources):
    assert are_related("us-ga", "us", resources.names)
    assert are_related("us", "us-ga", resources.names)
    assert are_related("ke", "ke", resources.names)
    assert not are_related("us-ga", "us-tx", resources.names)
    assert not are_related("un", "us", resources.names)


def test_what_stands_before_a_title(resources):
    assert seat_name("ke", resources.names) == "Kenyan"
    assert seat_name("us", resources.names) == "US"
    assert seat_name("nato", resources.names) == "NATO"


@given(st.text(max_size=40))
def test_any_words_are_read(resources, words):
    seats, length = seats_beginning(words, "president", resources.names)
    assert bool(seats) is (length > 0)
    assert length <= len(words)
