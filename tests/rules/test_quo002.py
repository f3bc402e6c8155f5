"""QUO002 beyond its examples."""

import pytest

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.rules.quo002_editorial_residue import EditorialResidue


@pytest.fixture
def rule(resources):
    return EditorialResidue(resources)


def test_the_negative_word_before_is_the_evidence(rule):
    (finding,) = rule.check(Analysis(Article("“Nobody was (not)” the answer of the crew.")))
    assert finding.evidence == {"negative_word_before": "nobody", "ends_clause": True}
    assert finding.confidence == 0.9


def test_a_negative_word_of_the_sentence_before_does_not_count(rule):
    assert list(rule.check(Analysis(Article("Nobody came.\nThe crew was (not) paid in full.")))) == []


@pytest.mark.parametrize("text", ["(not) " * 30_000, "no one was (not) " * 20_000, "(" * 100_000])
def test_hostile_text_is_read_through(rule, text):
    assert all(f.text == "(not)" for f in rule.check(Analysis(Article(text))))
