"""Organisations found by the words of their names, whatever their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.names.organisations import (
    OrganisationMatcher,
    are_related,
    is_coordination_swapped,
    load_senses,
    normal_words,
)


@pytest.fixture(scope="module")
def matcher(resources):
    return OrganisationMatcher(resources.names, load_senses())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("World Health Organisation", ("world", "health", "organization")),
        ("U.N. Security Council", ("united", "nation", "security", "council")),
        ("the Bank for International Settlements", ("bank", "international", "settlement")),
        ("Children’s Fund", ("children", "fund")),
        ("Organization for Security and Co-operation in Europe", ("organization", "security", "cooperation", "europe")),
        ("Reserve Bank & Trust", ("reserve", "bank", "trust")),
        ("Médecins", ("medecin",)),
        ("", ()),
    ],
)
def test_spelling_number_and_function_words_do_not_count(text, words):
    assert normal_words(text) == words


def test_every_accepted_form_is_accepted_and_garbles_nothing(resources, matcher):
    for organisation in resources.names.organisations.values():
        for name in organisation.names:
            assert matcher.is_accepted(normal_words(name)), name
            assert matcher.match(name) is None


@pytest.mark.parametrize(
    ("text", "meant", "replaced"),
    [
        ("Fund Monetary International", "imf", ()),
        ("International Penal Court", "icc", (("penal", "criminal"),)),
        ("World Organization of Health", "who", ()),
        ("Union European", "eu", ()),
    ],
)
def test_garbled_names_lead_to_the_organisation(matcher, text, meant, replaced):
    match = matcher.match(text)
    assert match.form.organisation.id == meant
    assert match.replaced == replaced


@pytest.mark.parametrize(
    "text", ["Fishing Club of Oban", "World", "", "International Penal Court Society", "of the and"]
)
def test_other_words_lead_nowhere(matcher, text):
    assert matcher.match(text) is None


def test_an_acronym_narrows_the_choice(matcher):
    assert matcher.match("World Organization of Health", "WHO") is not None
    assert matcher.match("World Organization of Health", "IMF") is None


def test_only_a_describing_word_right_behind_the_noun_is_unenglish(matcher):
    assert matcher.match("Bank World").is_unenglish
    assert not matcher.match("World Organization of Health").is_unenglish


@pytest.mark.parametrize(
    "text", ["Security Council of the United Nations", "National Security Council at the White House"]
)
def test_owners_and_additions_make_variants(matcher, text):
    match = matcher.match(text)
    assert match is None or matcher.is_variant(text, match.form)


def test_exchanging_the_words_beside_and_is_a_slip(matcher):
    text = "Centers for Disease Prevention and Control"
    assert is_coordination_swapped(text, matcher.match(text).form)


def test_words_of_one_stem_are_related():
    assert are_related("economic", "economical")
    assert not are_related("criminal", "penal")


@given(st.text(alphabet="UNofthe WorldHealthBank.,’'&-/()", max_size=80))
def test_any_text_is_looked_up(matcher, text):
    match = matcher.match(text)
    assert match is None or not matcher.is_accepted(normal_words(text))
