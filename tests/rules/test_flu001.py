"""FLU001: how much the article around counts for a word that looks put in the place of another."""

import pytest

from mtcheck import Severity

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
