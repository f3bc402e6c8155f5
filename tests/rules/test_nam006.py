"""NAM006 beyond its examples: acronyms beside the name, parts of longer runs, and hostile text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.rules.nam006_mangled_organisation import MangledOrganisation


@pytest.fixture(scope="module")
def rule(resources):
    return MangledOrganisation(resources)


def texts(rule, text):
    return [f.text for f in rule.check(Analysis(Article(text)))]


def test_the_acronym_in_parentheses_decides(rule):
    assert texts(rule, "He joined the Council of Islamic Guards Revolutionary (XYZ).") == []
    assert texts(rule, "The World Organization of Health (WOH) met.") == []
    assert texts(rule, "The World Organization of Health (WHO) met.") == ["World Organization of Health"]
    assert texts(rule, "The World Organization of Health (OMS) met.") == ["World Organization of Health"]


def test_a_garbled_name_is_found_behind_a_title_and_before_a_phrase(rule):
    text = "The Director of the Fund Monetary International in Washington spoke."
    assert texts(rule, text) == ["Fund Monetary International"]


def test_a_part_of_a_longer_name_is_left_alone(rule):
    assert texts(rule, "The Fund Monetary International Museum opened.") == []


@pytest.mark.parametrize("before", ["the ", "of ", "The ", "said the "])
def test_foreign_acronyms_stand_inside_a_sentence(rule, before):
    assert texts(rule, f"{before}OTAN agreed.") == ["OTAN"]


@pytest.mark.parametrize("text", ["OTAN agreed.", "the OTAN Cup", "at otan.example/OTAN", "the OTANs", "the x-OTAN"])
def test_other_uses_of_the_letters_are_left_alone(rule, text):
    assert texts(rule, text) == []


def test_a_possessive_is_no_part_of_the_span(rule):
    assert texts(rule, "the Bank World's report") == ["Bank World"]


@given(st.text(alphabet="BankWorld UNofthe()FMI OTAN.,’'\n", max_size=100))
def test_spans_are_exact(rule, text):
    for finding in rule.check(Analysis(Article(text))):
        assert finding.text == text[finding.start : finding.end]


@pytest.mark.parametrize(
    "text",
    [
        "A" * 200_000,
        "Bank World " * 20_000,
        "Bank of the " * 20_000,
        "Bank of World and " * 10_000,
        "the OTAN " * 20_000,
    ],
)
def test_hostile_text_is_read_through(rule, text):
    list(rule.check(Analysis(Article(text))))
