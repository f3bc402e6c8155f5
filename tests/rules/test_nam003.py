"""NAM003 beyond its examples: what the article must say, and hostile text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.rules.nam003_translated_name import TranslatedName


@pytest.fixture(scope="module")
def rule(resources):
    return TranslatedName(resources)


def found(rule, resources, text):
    return [(f.text, f.suggestions) for f in rule.check(Analysis(Article(text), resources))]


def test_a_name_that_is_a_family_name_too_needs_the_right_one_in_the_article(rule, resources):
    alone = "Officials said that Theresa Mayo would resign in June."
    assert found(rule, resources, alone) == []
    both = alone + " The talks with Theresa May had failed, they said."
    assert found(rule, resources, both) == [("Theresa Mayo", ("Theresa May",))]


def test_an_office_the_person_held_is_enough(rule, resources):
    text = "In those years Prime Minister Gordon Chestnut was often seen in Fife."
    assert found(rule, resources, text) == [("Gordon Chestnut", ("Gordon Brown",))]


def test_the_name_that_comes_first_or_more_often_is_the_right_one(rule, resources):
    text = "The painter Ruth Forest lives in Bath. Later Ruth Wood said that Ruth Wood was her maiden name."
    assert found(rule, resources, text) == [("Ruth Forest", ("Ruth Wood",))]


def test_an_honorific_before_a_mere_word_needs_the_full_name(rule, resources):
    text = "The fire destroyed the bakery of Paul Swift. On Sunday Mr Rapid said that he was not insured."
    assert found(rule, resources, text) == [("Rapid", ("Paul Swift",))]
    assert found(rule, resources, "On Sunday Mr Rapid said that he was not insured.") == []


def test_two_people_of_one_family_are_no_contradiction(rule, resources):
    assert found(rule, resources, "The brothers Peter Wood and Paul Wood own a forest near Bath.") == []


@given(
    st.lists(
        st.sampled_from("George Shrub Bush said the Mr President Can Theresa of . \n a 's".split(" ")), max_size=30
    )
)
def test_spans_are_exact(resources, rule, words):
    text = " ".join(words)
    for finding in rule.check(Analysis(Article(text), resources)):
        assert finding.text == text[finding.start : finding.end]


@pytest.mark.parametrize(
    "text", ["Mr Shrub said " * 20_000, "George Wood and George Forest " * 10_000, "Bill" * 100_000]
)
def test_hostile_text_is_read_through(rule, resources, text):
    list(rule.check(Analysis(Article(text), resources)))
