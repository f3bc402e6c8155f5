"""Word sequences as evidence: what they see of a text and what they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.detection.ngrams import NgramModel, buckets, normalised_words


@pytest.fixture(scope="module")
def model():
    return NgramModel.load()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor of Leeds resigned.", ["the", "mayor", "of", "<name>", "resigned"]),
        ("It cost 3.5 million, or 1,200 each", ["it", "cost", "<number>", "million", "or", "<number>", "each"]),
        ("He met Angela Merkel Hans Olo", ["he", "met", "<name>"]),
        ("“Don’t,” she said", ["don't", "she", "said"]),
        ("I saw it", ["i", "saw", "it"]),
        ("Café", ["cafe"]),
        ("…—!", []),
    ],
)
def test_words_are_normalised(text, words):
    assert normalised_words(text) == words


@pytest.mark.parametrize(
    "other",
    [
        "The minister, said on Tuesday - that the talks in Lagos had failed",
        "The minister said on Friday that the talks in Oslo had failed!",
        "the minister said on Tuesday that “the talks” in New York had failed.",
    ],
)
def test_punctuation_names_and_days_change_nothing(model, other):
    text = "The minister said on Tuesday that the talks in Lagos had failed."
    assert model.scores(other) == model.scores(text)


def test_word_order_counts():
    assert sorted(buckets(["talks", "failed"])) != sorted(buckets(["failed", "talks"]))


def test_text_spun_by_rule_scores_above_the_original(model):
    original = "The council has said that it will close the pool in order to repair the roof, which has leaked since the storm."
    spun = "The advice has said that will close the pool to the end to repair the ceiling, that has filtered from the storm."
    assert model.scores(spun)["spun"] > model.scores(original)["spun"]


def test_foreign_news_that_an_engine_put_into_english_scores_above_what_a_person_made_of_it(model):
    person = "The minister wants to cut red tape. Many firms, he says, are fed up with filling in forms all day."
    engine = "The minister wants to reduce bureaucracy. According to him, many companies have enough of filling forms all day."
    assert model.scores(engine)["translation"] > model.scores(person)["translation"]


@given(text=st.text(max_size=300))
def test_any_text_has_scores(model, text):
    assert all(abs(score) < 1000 for score in model.scores(text).values())
