"""FLU001: how much the article around counts for a word that looks put in the place of another."""

from dataclasses import replace

import pytest

from mtcheck import Severity
from mtcheck.rules.replaced_words import LOG_ODDS, OF_ARTICLE, rests_on_article

from .test_phrase_rule import SOUND, TRANSLATED


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The team lost in the first role of the cup on Sunday.", "role"),
        ("Under the blows of the wind, three boats sank in the carpet.", "carpet"),
    ],
)
def test_a_word_out_of_place_is_severe_only_in_an_article_that_looks_machine_translated(checker, sentence, word):
    def severity(text):
        return [f.severity for f in checker.check(text + sentence).findings if f.rule == "FLU001" and f.text == word]

    assert severity(SOUND) == [Severity.MINOR]
    assert severity(TRANSLATED) == [Severity.MAJOR]


@pytest.mark.parametrize(
    ("total", "of_article", "rests"),
    [(2.4, 0.0, False), (2.4, 0.7, False), (2.4, 1.5, True), (1.6, 0.1, True)],
)
def test_what_is_shown_only_for_the_article_around_says_nothing_of_the_article(checker, total, of_article, rests):
    found = checker.check(TRANSLATED + "The team lost in the first role of the cup on Sunday.").findings
    finding = next(f for f in found if LOG_ODDS in f.evidence)
    evidence = {**finding.evidence, LOG_ODDS: total, OF_ARTICLE: of_article}
    assert rests_on_article(replace(finding, evidence=evidence)) is rests


def test_other_findings_never_rest_on_the_article(checker):
    (finding,) = [f for f in checker.check("The talks ended in a agreement on Monday.").findings if f.rule == "FLU001"]
    assert not rests_on_article(finding)
