"""What rules read of an article: words, sentences and places, with exact offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.analysis import Analysis
from mtcheck.article import Article

texts = st.text(alphabet="abAÉ'’-‑.&_ 1\n\ufeff日😀\"", max_size=80) | st.text(max_size=80)


def analyse(text):
    return Analysis(Article(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("... — !", []),
        ("Ines Pau left.", ["Ines", "Pau", "left"]),
        ("The mayor’s far-reaching plan", ["The", "mayor’s", "far-reaching", "plan"]),
        ("U.S. and AT&T, 3.5 points", ["U.S", "and", "AT&T", "3.5", "points"]),
        ("far -reaching owners' well-", ["far", "reaching", "owners", "well"]),
        ("Çelik naïve Ångström", ["Çelik", "naïve", "Ångström"]),
        ("a_b", ["a", "b"]),
        ("“Yes,”he said", ["Yes", "he", "said"]),
    ],
)
def test_words(text, words):
    assert [w.text for w in analyse(text).words] == words


def test_capitalised_words():
    found = {w.text: w.is_capitalised for w in analyse("Élan is no Word, 3rd iPhone").words}
    assert found == {"Élan": True, "is": False, "no": False, "Word": True, "3rd": False, "iPhone": False}


@given(texts)
def test_word_offsets_are_exact_and_every_letter_is_in_a_word(text):
    analysis, position = analyse(text), 0
    for word in analysis.words:
        assert text[word.start : word.end] == word.text
        assert not any(c.isalnum() for c in text[position : word.start])
        position = word.end
    assert not any(c.isalnum() for c in text[position:])


@given(texts, st.integers(0, 90), st.integers(0, 90))
def test_words_between_are_those_that_begin_inside(text, start, end):
    analysis = analyse(text)
    assert analysis.words_between(start, end) == tuple(w for w in analysis.words if start <= w.start < end)


@given(texts, st.integers(0, 90))
def test_sentence_at_is_the_last_that_has_begun(text, offset):
    analysis = analyse(text)
    begun = [s for s in analysis.sentences if s.start <= offset]
    assert analysis.sentence_at(offset) == (begun[-1] if begun else None)


def test_sentence_at_examples():
    analysis = analyse("\ufeffRain fell. Snow fell.")
    first, second = analysis.sentences
    assert analysis.sentence_at(0) is None
    assert analysis.sentence_at(1) == analysis.sentence_at(10) == analysis.sentence_at(11) == first
    assert analysis.sentence_at(12) == analysis.sentence_at(10_000) == second


@given(texts, st.integers(0, 80), st.integers(1, 20))
def test_is_quoted_means_that_one_quotation_holds_all_of_it(text, start, length):
    analysis, end = analyse(text), start + length
    assert analysis.is_quoted(start, end) == any(q.start <= start and end <= q.end for q in analysis.quotations)


def test_what_was_computed_is_kept():
    analysis = analyse("Rain fell. Snow fell.")
    assert analysis.sentences is analysis.sentences
    assert analysis.words is analysis.words
    assert analysis.text is analysis.article.text


def test_analyses_without_resources_do_not_share_results():
    assert analyse("One.").sentences[0].text != analyse("Two.").sentences[0].text


@pytest.mark.parametrize(
    "text", ["1" * 1_000_000, "a-" * 300_000, "x.y'" * 200_000, "- " * 300_000], ids=lambda t: t[:6]
)
def test_hostile_words(text):
    words = analyse(text).words
    assert "".join(w.text for w in words).replace("-", "").startswith(text[:1] if text[0].isalnum() else "")
    assert len(words) <= 1
