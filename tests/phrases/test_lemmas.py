"""Base forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.phrases.lemmas import Lemmas, is_content

LEMMAS = Lemmas.load()


@pytest.mark.parametrize(
    ("written", "lemma"),
    [
        ("boots", "boot"),
        ("Threw", "throw"),
        ("men", "man"),
        ("rates", "rate"),
        ("minister’s", "minister"),
        ("talks'", "talk"),
    ],
)
def test_an_inflected_word_has_its_base_form(written, lemma):
    assert lemma in LEMMAS.of(written)


def test_an_ambiguous_form_has_several():
    assert {"left", "leave"} <= set(LEMMAS.of("left"))


def test_an_unknown_word_is_its_own():
    assert LEMMAS.of("Zyrblat") == ("zyrblat",)


@given(st.text(max_size=30))
def test_any_word_has_a_lemma(word):
    assert LEMMAS.of(word)


def test_function_words_are_no_content():
    assert not is_content("the")
    assert is_content("summit")
