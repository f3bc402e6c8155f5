"""Known phrasing from end to end: what is found, what is left alone, and that nothing else changes the result."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.analysis import Analysis
from mtcheck.article import Article

ARTICLE = (
    "The alliance has no plan to put shoes on the ground in Sudan, the general said on Monday. The air force said it had hit "
    "no civil targets during the night. Strong rain is expected in the north on Friday.\n"
)


def damaged(resources, text, least=0.8):
    found = resources.phrases.find(Analysis(Article(text=text), resources))
    return {suspect.written: suspect for suspect in found if suspect.probability >= least}


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("shoes on the ground", "boots on the ground"),
        ("civil targets", "civilian targets"),
        ("Strong rain", "Heavy rain"),
    ],
)
def test_a_lost_phrase_is_found_with_what_was_meant(resources, written, known):
    suspect = damaged(resources, ARTICLE)[written]
    assert suspect.known == known
    assert ARTICLE[suspect.start : suspect.end] == written
    assert 0 < suspect.figures["cosine"] <= 1


def test_a_sense_tells_the_pivots(resources):
    assert "ar" in damaged(resources, ARTICLE)["civil targets"].pivots


@pytest.mark.parametrize(
    "text",
    [
        "The allies have boots on the ground in Sudan.",
        "He studied civil engineering and target shooting.",
        "The strong man opened his umbrella in the rain.",
        "The Conflict Decision Review Board met in Ohio.",
        "",
        "...",
    ],
)
def test_what_is_meant_as_it_stands_is_left_alone(resources, text):
    assert damaged(resources, text) == {}


def test_spans_do_not_overlap(resources):
    found = resources.phrases.find(Analysis(Article(text=ARTICLE), resources))
    assert all(first.end <= second.start for first, second in pairwise(found))


def test_a_sentence_is_judged_alike_wherever_it_stands(resources):
    alone = damaged(resources, "The air force said it had hit no civil targets during the night.")
    within = damaged(resources, ARTICLE)
    assert abs(alone["civil targets"].probability - within["civil targets"].probability) < 1e-3


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_searched(resources, text):
    for suspect in resources.phrases.find(Analysis(Article(text=text), resources)):
        assert text[suspect.start : suspect.end] == suspect.written
