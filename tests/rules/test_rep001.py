"""REP001, beyond its examples: line breaks, quotations and hostile text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.resources import Resources
from mtcheck.rules.rep001_repeated_word import FUNCTION_WORDS, REDUPLICATED, RepeatedWord

RESOURCES = Resources()


def check(text):
    return list(RepeatedWord(RESOURCES).check(Analysis(Article(text), RESOURCES)))


@pytest.mark.parametrize("gap", [" ", "  ", "\u00a0", "\n", " \r\n "])
def test_a_function_word_is_found_across_blanks_and_one_line_break(gap):
    (finding,) = check(f"The ferry left the{gap}the port.")
    assert finding.text == f"the{gap}the"
    assert finding.suggestions == ("the",)


def test_a_paragraph_break_separates():
    assert check("He came with the\n\nthe second speaker.") == []


def test_a_content_word_counts_on_one_line_only():
    assert [f.text for f in check("a new company company from Graz")] == ["company company"]
    assert check("a new company\ncompany from Graz") == []


@pytest.mark.parametrize("text", ["He said “the the port”.", 'He said "of of course".', "“I was was there"])
def test_speech_is_left_alone(text):
    assert check(text) == []


@pytest.mark.parametrize("word", ["had", "that", "her", "it", "in", "on", "up", "so", "do"])
def test_words_that_english_doubles_are_in_no_list_of_faults(word):
    assert word not in FUNCTION_WORDS
    assert check(f"They saw {word} {word} again.") == []


def test_the_lists_do_not_overlap():
    assert not FUNCTION_WORDS & REDUPLICATED


@pytest.mark.parametrize(
    "text",
    ["", "a", "the " * 50_000, "the" * 50_000, "ab cd " * 30_000, "x" * 200_000, "peace " * 20_000, "1 1 " * 20_000],
)
def test_loops_and_runs_do_not_stall_it(text):
    assert len(check(text)) <= len(text)


@given(st.lists(st.sampled_from(["the", "The", "of", "company", "been", "\n", ".", "“", "very", "has"]), max_size=14))
def test_offsets_are_exact(words):
    text = " ".join(words)
    assert all(text[f.start : f.end] == f.text for f in check(text))
