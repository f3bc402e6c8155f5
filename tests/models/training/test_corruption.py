"""Faults put into sentences for training: what they are, and that nothing else betrays them."""

import itertools
import random

import pytest

from mtcheck.models.training.corruption import Corruptor, inflected
from mtcheck.models.words import words_of

SENTENCE = "The minister said on Monday that an agreement on the disputed border had been reached after lengthy talks."


@pytest.fixture(scope="module")
def corruptor():
    return Corruptor()


def versions(corruptor, number=200):
    return [corruptor.corrupted(SENTENCE, random.Random(seed)) for seed in range(number)]


def test_every_word_has_a_label(corruptor):
    for words, tags in versions(corruptor):
        assert len(words) == len(tags)
        assert set(tags) <= {0.0, 1.0}


def test_the_same_seed_gives_the_same_faults(corruptor):
    assert versions(corruptor, 20) == versions(corruptor, 20)


def test_words_without_a_label_are_the_original_ones(corruptor):
    own = {word.lower() for word in words_of(SENTENCE)} | {"a"}  # "an agreement" may become "a deal"
    for words, tags in versions(corruptor):
        assert {word.lower() for word, tag in zip(words, tags, strict=True) if not tag} <= own


def test_some_sentences_stay_as_they_are(corruptor):
    assert any(not any(tags) for _, tags in versions(corruptor))


def test_articles_agree_with_what_follows(corruptor):
    for words, _ in versions(corruptor):
        for article, word in itertools.pairwise(words):
            if article in ("a", "an"):
                assert (article == "an") == (word[0].lower() in "aeio")


def test_a_text_without_words_has_no_faults(corruptor):
    assert corruptor.corrupted("…", random.Random(1)) == ([], [])


@pytest.mark.parametrize(
    ("lemma", "written", "own", "before", "form"),
    [
        ("deal", "agreements", "agreement", "", "deals"),
        ("accord", "agreement", "agreement", "", "accord"),
        ("write", "said", "say", "he", "wrote"),
        ("write", "said", "say", "was", "written"),
        ("hold", "reaching", "reach", "", "holding"),
    ],
)
def test_a_replacement_takes_the_form_of_the_word(lemma, written, own, before, form):
    assert inflected(lemma, written, own, before) == form
