"""NAM005 beyond its examples: what the whole article says about "us"."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.rules.nam005_lowercased_acronym import LowercasedAcronym

REPORT = "A harbour official announced that the envoys will meet us in Lagos next week."


@pytest.fixture
def rule(resources):
    return LowercasedAcronym(resources)


def texts(rule, text):
    return [f.text for f in rule.check(Analysis(Article(text)))]


def test_a_first_person_inside_quotation_marks_does_not_excuse_the_report(rule):
    assert texts(rule, f"{REPORT}\n“We are ready,” the mayor said. “They told us so.”") == ["us"]


@pytest.mark.parametrize(
    "other", ["I waited at the pier.", "We waited at the pier.", "Our boat was late.", "They told us so."]
)
def test_a_first_person_outside_quotation_marks_silences_it(rule, other):
    assert texts(rule, f"{REPORT} {other}") == []


@pytest.mark.parametrize(
    "text", ["visit nato.example", "see example.eu/uk", "@nato said No", "#uk is Trending", "file_uk.Txt"]
)
def test_addresses_are_left_alone(rule, text):
    assert texts(rule, f"The clerk wrote: {text}") == []


def test_only_the_acronym_of_a_compound_is_marked(rule):
    assert texts(rule, "The us-backed plan and a uk-based firm failed in Oslo.") == ["us", "uk"]


@given(st.text(alphabet="usheito naUSN.,-’“” \n", max_size=120))
def test_spans_are_exact(text):
    for finding in LowercasedAcronym(None).check(Analysis(Article(text))):
        assert finding.text == text[finding.start : finding.end]
        assert finding.suggestions[0].lower() == finding.text


@pytest.mark.parametrize("text", ["The us " * 30_000, "said that they will meet us " * 5_000, "us" * 100_000])
def test_hostile_text_is_read_through(rule, text):
    assert all(word in ("us", "The us") for word in texts(rule, text))
