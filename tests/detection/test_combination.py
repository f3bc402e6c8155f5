"""How evidence is weighed."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.detection.combination import Combination, KindWeights, log_sum, logistic
from mtcheck.detection.evidence import SentenceEvidence
from mtcheck.models.reading import Reading

READING = Reading((0.0,), (0.0,), 0.0, 0.0)
KIND = KindWeights({"ngrams": 1.0, "findings": 2.0}, sentence_bias=-0.5, level=0.5, evidence=0.5, bias=-1.0)
COMBINATION = Combination({"round_trip": KIND}, slope=1.0, bias=0.0, own=1.0, context=1.0, sentence_bias=0.0)
odds = st.floats(-50, 50)


def sentence(ngrams, words=20):
    return SentenceEvidence(words, {"ngrams": ngrams}, READING)


def test_a_sentence_is_the_weighted_sum_of_its_figures():
    assert KIND.sentence_score(sentence(2.0), findings=1.0) == pytest.approx(3.5)


def test_figures_without_a_weight_do_not_count():
    more = SentenceEvidence(20, {"ngrams": 2.0, "network": 9.0}, READING)
    assert KIND.sentence_score(more, 0.0) == KIND.sentence_score(sentence(2.0), 0.0)


def test_more_sentences_of_one_kind_are_more_evidence():
    short, _ = COMBINATION.scores([sentence(2.0)] * 2, [0.0] * 2)
    long, _ = COMBINATION.scores([sentence(2.0)] * 20, [0.0] * 20)
    assert long > short


def test_beyond_its_full_length_a_text_is_as_certain_as_it_gets():
    first, _ = COMBINATION.scores([sentence(2.0)] * 30, [0.0] * 30)
    second, _ = COMBINATION.scores([sentence(2.0)] * 300, [0.0] * 300)
    assert first == pytest.approx(second)


def test_the_article_speaks_for_its_sentences():
    _, alone = COMBINATION.scores([sentence(0.0)] * 3, [0.0] * 3)
    _, among = COMBINATION.scores([sentence(0.0), sentence(5.0), sentence(5.0)], [0.0] * 3)
    assert among[0] > alone[0]


def test_without_a_sentence_there_is_nothing_to_weigh():
    with pytest.raises(ValueError, match="no sentence"):
        COMBINATION.scores([], [])


@given(st.lists(odds, min_size=1, max_size=4))
def test_either_kind_is_at_least_as_likely_as_the_likeliest(values):
    assert max(values) <= log_sum(values) <= max(values) + math.log(len(values)) + 1e-9


@given(st.floats(-2000, 2000))
def test_a_probability_lies_between_0_and_1(value):
    assert 0.0 <= logistic(value) <= 1.0
