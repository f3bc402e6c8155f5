"""The table of literal renderings: what a sentence's words bring up, and what they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.phrases.lemmas import Lemmas
from mtcheck.phrases.records import PhraseKind, Rendering
from mtcheck.phrases.rendering_table import WINDOW, RenderingTable, pairs_of
from mtcheck.phrases.tokens import sentence_tokens

LEMMAS = Lemmas.load()
PACKAGED = RenderingTable.load(LEMMAS)
TABLE = RenderingTable.of(
    [
        Rendering(("de",), "opinion freedom", "freedom of expression", PhraseKind.TERM, "right to speak"),
        Rendering(("fr",), "cut the pear in two", "split the difference", PhraseKind.IDIOM, "agree halfway"),
        Rendering(("es",), "throw the house through the window", "spare no expense", PhraseKind.IDIOM, "spend freely"),
    ],
    LEMMAS,
)


def near(text, table=TABLE):
    return sorted({pattern.text for pattern, _, _ in table.near(tokens(text))})


def tokens(text):
    return sentence_tokens(text, Analysis(Article(text=text)).words, LEMMAS)


@pytest.mark.parametrize(
    ("text", "brought_up"),
    [
        ("They defend opinion freedom.", ["opinion freedom"]),
        ("They defend freedom of opinion.", []),
        ("Nobody cut pears.", ["cut the pear in two"]),
        ("The family threw a house out.", ["throw the house through the window"]),
        ("The family threw it out of a window.", ["throw the house through the window"]),
        ("A house with one window.", ["throw the house through the window"]),
        ("An opinion.", []),
        ("", []),
    ],
)
def test_two_words_of_a_rendering_in_order_bring_it_up(text, brought_up):
    assert near(text) == brought_up


def test_words_far_from_each_other_do_not():
    assert near(f"In my opinion {'and so on ' * WINDOW} freedom matters.") == []


def test_words_of_different_clauses_do_not():
    assert near("That is an opinion; freedom is another thing.") == []


@given(words=st.lists(st.text("abcdef", min_size=1, max_size=4), min_size=2, max_size=6, unique=True), data=st.data())
def test_one_changed_word_of_three_or_more_leaves_a_pair(words, data):
    changed = data.draw(st.integers(0, len(words) - 1)) if len(words) > 2 else -1
    left = [word for place, word in enumerate(words) if place != changed]
    assert any(first in left and second in left for first, second in pairs_of(words))


def test_every_packaged_rendering_is_found_again_in_its_own_words():
    placeholders = {"someone": "them", "someone's": "their", "something": "it", "one's": "her", "oneself": "herself"}
    for number in range(0, len(PACKAGED), 97):
        literal = PACKAGED.rendering(number).literal
        text = " ".join(placeholders.get(word, word) for word in literal.split())
        assert literal in near(text, PACKAGED), literal


def test_the_packaged_table_is_large():
    assert len(PACKAGED) >= 5000


def test_a_saved_table_is_read_again(tmp_path, monkeypatch):
    monkeypatch.setattr("mtcheck.phrases.rendering_table.DATA", tmp_path)
    TABLE.save()
    again = RenderingTable.load(LEMMAS)
    assert [again.rendering(number) for number in range(len(again))] == [TABLE.rendering(n) for n in range(len(TABLE))]
    assert near("They defend opinion freedom.", again) == ["opinion freedom"]
