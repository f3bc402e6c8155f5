"""NAM004 beyond its examples: how often the word stands, and hostile text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.rules.nam004_unknown_name import UnknownName


@pytest.fixture(scope="module")
def rule(resources):
    return UnknownName(resources)


def texts(rule, text):
    return [f.text for f in rule.check(Analysis(Article(text)))]


@pytest.mark.parametrize("other", ["Shabakeh said so.", "Many came to Shabakeh’s house.", "They met Shabakeh."])
def test_a_word_that_the_article_uses_again_is_a_name(rule, other):
    text = "They called the treaty a Shabakeh of lies."
    assert texts(rule, text) == ["Shabakeh"]
    assert texts(rule, f"{text} {other}") == []


@pytest.mark.parametrize("word", ["Net", "Tuesday", "Pakistani", "Rossini", "Marxist", "Bolshevisation"])
def test_known_words_and_derived_ones_are_left_alone(rule, word):
    assert texts(rule, f"They called the treaty a {word} of lies.") == []


@given(st.text(alphabet="a an the is Shabkeh,and of on “”’\n", max_size=100))
def test_spans_are_exact(rule, text):
    for finding in rule.check(Analysis(Article(text))):
        assert finding.text == text[finding.start : finding.end]


@pytest.mark.parametrize(
    "text", ["is a trap, and " * 30_000, "called " * 50_000, "a Qqqqx of " * 30_000, "the a, the b and " * 20_000]
)
def test_hostile_text_is_read_through(rule, text):
    assert texts(rule, text) == []
