"""Literal renderings: another language's phrase put into English word by word."""

import pytest

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.phrases.candidates import CandidateFinder
from mtcheck.phrases.lemmas import Lemmas
from mtcheck.phrases.records import PhraseKind, Rendering
from mtcheck.phrases.rendering_table import RenderingTable
from mtcheck.phrases.renderings import RARE, SEEN, UNSEEN, is_meant_as_said, rendering_probability, stands_as_written
from mtcheck.phrases.repair import Inflections, intended
from mtcheck.phrases.substitutions import Substitutions
from mtcheck.phrases.tokens import sentence_tokens

LEMMAS = Lemmas.load()
ROWS = [
    Rendering(("fr",), "conference of the press", "press conference", PhraseKind.TERM, "meeting with journalists"),
    Rendering(("fr",), "cut the pear in two", "split the difference", PhraseKind.IDIOM, "agree halfway"),
    Rendering(
        ("ru",), "hang noodles on someone's ears", "pull the wool over someone's eyes", PhraseKind.IDIOM, "deceive"
    ),
    Rendering(("es",), "throw the house through the window", "spare no expense", PhraseKind.IDIOM, "spend freely"),
]
FINDER = CandidateFinder([], Substitutions.load(), LEMMAS, RenderingTable.of(ROWS, LEMMAS))


def found(text, count=lambda *_: 9):
    tokens = sentence_tokens(text, Analysis(Article(text=text)).words, LEMMAS)
    return [(c, tokens) for c in FINDER.find(tokens)[0] if stands_as_written(c, tokens, count)]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor called a conference of the press.",
        "In the end they cut a pear in two.",
        "Her allies hung noodles on the minister's ears.",
        "The club threw the house through the window for its anniversary.",
    ],
)
def test_a_rendering_is_found_inflected(text):
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The conference for the press begins at noon.",
        "He threw the ball from the house through the window.",
        "Conference guests read the press.",
        "They cut the pear. In two weeks it rots.",
    ],
)
def test_other_words_of_the_same_kind_are_not(text):
    assert found(text) == []


@pytest.mark.parametrize("text", ["He called a conference of press.", "He called the conference of the two press."])
def test_where_people_never_write_two_words_together_articles_may_differ(text):
    assert found(text) == []
    assert bool(found(text, lambda *_: 0)) is ("two" not in text)


def test_the_rarer_people_write_it_the_surer_it_is():
    candidate, tokens = found("The mayor called a conference of the press.")[0]
    assert [rendering_probability(candidate, tokens, lambda *_, n=n: n) for n in (0, 2, 9)] == [UNSEEN, RARE, SEEN]


def test_a_sentence_about_the_words_themselves_is_left_alone():
    assert is_meant_as_said(gloss_fit=0.1, written_fit=0.6)
    assert not is_meant_as_said(gloss_fit=0.3, written_fit=0.3)


@pytest.mark.parametrize(
    ("literal", "wording", "kind", "text", "meant"),
    [
        ("press one's thumbs", "keep one's fingers crossed", "idiom", "They pressed their thumbs.", "kept their fingers crossed"),
        ("have the nose full of something", "be fed up with something", "idiom", "He had the nose full of it.", "was fed up"),
        ("reimburse display against someone", "file a complaint against someone", "collocation",
         "She reimbursed display against him.", "filed a complaint"),
        ("paint the eyes", "window dressing", "idiom", "It is painting the eyes.", "window dressing"),
    ],
)  # fmt: skip
def test_what_was_meant_takes_the_form_and_the_owner_that_are_written(literal, wording, kind, text, meant):
    rendering = Rendering(("de",), literal, wording, PhraseKind(kind), "as it says")
    finder = CandidateFinder([], Substitutions.load(), LEMMAS, RenderingTable.of([rendering], LEMMAS))
    tokens = sentence_tokens(text, Analysis(Article(text=text)).words, LEMMAS)
    (candidate,) = finder.find(tokens)[0]
    written = tokens[candidate.first : candidate.last + 1]
    assert intended(rendering, written, Inflections.load(), LEMMAS) == meant
