"""The tables that ship: what they must hold, and no entry that cannot be found again."""

from collections import Counter

import pytest

from mtcheck.phrases.bank import load_bank, load_senses
from mtcheck.phrases.lemmas import Lemmas
from mtcheck.phrases.patterns import phrase_pattern, sense_patterns
from mtcheck.phrases.records import PhraseKind

BANK = load_bank()
SENSES = load_senses()
LEMMAS = Lemmas.load()


def test_the_bank_is_large_and_of_every_kind():
    kinds = Counter(phrase.kind for phrase in BANK)
    assert len(BANK) >= 3000
    assert set(kinds) == set(PhraseKind)
    assert min(kinds.values()) >= 300


def test_the_commonest_phrases_come_first():
    counts = [phrase.count for phrase in BANK]
    assert counts == sorted(counts, reverse=True)


def test_no_phrase_stands_twice():
    assert len({phrase.phrase for phrase in BANK}) == len(BANK)


def test_every_phrase_has_a_gloss_that_does_not_repeat_it():
    for phrase in BANK:
        assert phrase.gloss
        assert phrase.phrase not in phrase.gloss


def test_every_phrase_can_be_looked_for():
    assert [phrase.phrase for i, phrase in enumerate(BANK) if phrase_pattern(phrase, i, LEMMAS) is None] == []


def test_the_senses_cover_the_languages_of_the_news():
    pivots = Counter(sense.pivot for sense in SENSES)
    assert len(SENSES) >= 600
    assert sum(count >= 20 for count in pivots.values()) >= 8
    assert {"ar", "ru", "fr", "es", "de", "zh", "fa", "tr"} <= set(pivots)


@pytest.mark.parametrize("sense", SENSES, ids=lambda s: f"{s.pivot}-{s.right}-{s.wrong}")
def test_a_context_belongs_to_one_of_the_two_words(sense):
    assert sense.right != sense.wrong
    assert not set(sense.right_contexts) & set(sense.wrong_contexts)
    assert all(context.split().count("_") == 1 for context in sense.right_contexts + sense.wrong_contexts)


def test_most_contexts_become_patterns():
    single = [sense for sense in SENSES if " " not in sense.right + sense.wrong]
    found = [sense_patterns(sense, i, LEMMAS) for i, sense in enumerate(single)]
    assert sum(map(bool, found)) >= 0.95 * len(single)
