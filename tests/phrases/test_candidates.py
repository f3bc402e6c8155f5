"""Which stretches of a sentence come near a known phrase."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.phrases.candidates import CandidateFinder
from mtcheck.phrases.lemmas import Lemmas
from mtcheck.phrases.patterns import phrase_pattern, sense_patterns
from mtcheck.phrases.records import KnownPhrase, PhraseKind, PivotSense
from mtcheck.phrases.repair import Inflections, span, suggestion
from mtcheck.phrases.substitutions import Substitutions
from mtcheck.phrases.tokens import content_pairs, sentence_tokens
from mtcheck.tables import pack_words

LEMMAS = Lemmas.load()
INFLECTIONS = Inflections.load()
PHRASES = [
    KnownPhrase("boots on the ground", PhraseKind.IDIOM, "war", "soldiers deployed"),
    KnownPhrase("throw in the towel", PhraseKind.IDIOM, "sport", "give up"),
    KnownPhrase("front line", PhraseKind.TERM, "war", "where armies meet"),
    KnownPhrase("lose one's nerve", PhraseKind.IDIOM, "general", "become afraid"),
    KnownPhrase("in the wake of", PhraseKind.FORMULA, "general", "following"),
    KnownPhrase("bring something to light", PhraseKind.IDIOM, "general", "make known"),
]
SENSE = PivotSense("ar", "غامض", "adj", "vague", "mysterious", ("_ promise", "_ threat"), ("_ death",))
PAIRS = [
    ("shoe", "boot"),
    ("napkin", "towel"),
    ("hurl", "throw"),
    ("confrontation", "front"),
    ("row", "line"),
    ("courage", "nerve"),
    ("awakening", "wake"),
    ("mysterious", "vague"),
    ("lamp", "light"),
]


def table(pairs):
    """Return substitutions in which every pair is a synonym."""
    wrongs = sorted({wrong for wrong, _ in pairs})
    words = [*wrongs, *sorted({right for _, right in pairs} - set(wrongs))]
    rows = sorted((words.index(wrong), words.index(right)) for wrong, right in pairs)
    ones = np.ones(len(rows), dtype=np.uint8)
    return Substitutions(
        {
            "words": pack_words(words),
            "starts": np.searchsorted([wrong for wrong, _ in rows], np.arange(len(wrongs) + 1)),
            "right": np.array([right for _, right in rows]),
            "similarity": 60 * ones,
            "relation": 2 * ones,
            "round_trips": ones,
            "listed": ones,
            "pivots": ones,
            "languages": pack_words(["ar"]),
        }
    )


PATTERNS = [phrase_pattern(phrase, i, LEMMAS) for i, phrase in enumerate(PHRASES)] + sense_patterns(SENSE, 0, LEMMAS)
FINDER = CandidateFinder(PATTERNS, table(PAIRS), LEMMAS)


def tokens_of(text):
    analysis = Analysis(Article(text=text))
    return sentence_tokens(text, analysis.words, LEMMAS)


def found(text):
    """Return (span, suggestion) of every changed candidate."""
    tokens = tokens_of(text)
    _, changed = FINDER.find(tokens)
    spans = [span(candidate, tokens) for candidate in changed]
    return {(text[a:b], suggestion(c, tokens, text, INFLECTIONS)) for (a, b), c in zip(spans, changed, strict=True)}


@pytest.mark.parametrize(
    ("text", "written", "known"),
    [
        ("The allies want shoes on the ground by May.", "shoes on the ground", "boots on the ground"),
        ("The allies want shoes on the muddy ground.", "shoes on the muddy ground", "boots on the muddy ground"),
        ("He threw in the napkin after a week.", "threw in the napkin", "threw in the towel"),
        ("They hurled in the towel.", "hurled in the towel", "threw in the towel"),
        ("Troops left the confrontation line.", "confrontation line", "front line"),
        ("Troops left both confrontation lines.", "confrontation lines", "front lines"),
        ("Troops left the line of confrontation.", "line of confrontation", "front line"),
        ("She lost her courage.", "lost her courage", "lost her nerve"),
        ("Prices rose in the awakening of the storm.", "in the awakening of", "in the wake of"),
        ("It was a mysterious promise.", "mysterious promise", "vague promise"),
        ("The promise remains mysterious.", "promise remains mysterious", "vague promise"),
        ("It brought the whole affair to the lamp.", "brought the whole affair to the lamp", None),
        ("A confrontation row formed.", "confrontation row", "front line"),
    ],
)
def test_a_changed_phrase_is_a_candidate(text, written, known):
    spans = dict(found(text))
    assert written in spans
    assert known in (None, spans[written])


@pytest.mark.parametrize(
    "text",
    [
        "The allies want boots on the ground.",
        "His shoes were wet. On the ground lay a coat.",
        "He left his shoes in the hall and sat on the ground.",
        "The Confrontation Line is a band.",
        "A mysterious stranger made a promise.",
        "The napkin fell.",
        "",
    ],
)
def test_nothing_else_is(text):
    assert found(text) == set()


@pytest.mark.parametrize(
    "text", ["They threw in the towel.", "The towels were thrown in.", "Front lines moved.", "He loses his nerve."]
)
def test_an_intact_phrase_may_be_inflected(text):
    tokens = tokens_of(text)
    intact, changed = FINDER.find(tokens)
    assert not changed
    assert intact or "thrown in" in text


@given(st.text(alphabet="shoe boots on the ground napkin.,\n- ", max_size=200))
def test_spans_lie_in_the_text_and_the_words_in_order(text):
    tokens = tokens_of(text)
    for candidate in FINDER.find(tokens)[1]:
        start, end = span(candidate, tokens)
        assert 0 <= start < end <= len(text)
        assert len(candidate.places) == len(candidate.changes) == len(candidate.pattern.words)
        assert any(candidate.changes)


def test_content_pairs_do_not_cross_a_clause():
    assert content_pairs(tokens_of("The old harbour of Bergen: ships wait.")) == [
        ("old", "harbour"),
        ("harbour", "bergen"),
        ("ship", "wait"),
    ]


def test_hyphenated_words_count_in_parts():
    assert [token.text for token in tokens_of("A front-line town")] == ["A", "front", "line", "town"]
