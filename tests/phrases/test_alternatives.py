"""What a word out of place may have been."""

import pytest

from mtcheck.analysis import Analysis
from mtcheck.article import Article


def alternative(resources, text, word):
    analysis = Analysis(Article(text=text), resources)
    start = text.index(word)
    return resources.phrases.alternative(analysis, start, start + len(word))


@pytest.mark.parametrize(
    ("text", "written", "known"),
    [
        (
            "The champions were knocked out in the first role of the tournament after losing to the newcomers.",
            "role",
            "round",
        ),
        ("The winger scored twice in the first circuit and was taken off after the break.", "circuit", "half"),
    ],
)
def test_a_word_of_another_language_is_led_back(resources, text, written, known):
    found = alternative(resources, text, written)
    assert found is not None
    assert found.word == known
    assert found.is_listed


def test_a_word_in_place_has_none(resources):
    assert (
        alternative(resources, "The champions were knocked out in the first round of the tournament.", "round") is None
    )


def test_a_part_of_a_word_has_none(resources):
    assert alternative(resources, "The tournament began.", "tourna") is None


def test_an_empty_text_has_none(resources):
    assert resources.phrases.alternative(Analysis(Article(text=""), resources), 0, 0) is None
