"""SPC002, beyond its examples: which compounds it knows, and hostile text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.lexicon import Compound
from mtcheck.resources import Resources
from mtcheck.rules.spc002_split_compound import SplitCompound, is_split

RESOURCES = Resources()


def check(text):
    return list(SplitCompound(RESOURCES).check(Analysis(Article(text), RESOURCES)))


@pytest.mark.parametrize(
    ("counts", "expected"),
    [((50, 0, 1), True), ((50, 0, 2), False), ((19, 0, 0), False), ((30, 60, 0), False), ((5000, 0, 100), True)],
)
def test_the_closed_form_must_be_frequent_and_the_open_one_rare(counts, expected):
    assert is_split(RESOURCES.lexicon, "news", "paper", Compound("newspaper", *counts)) is expected


@pytest.mark.parametrize("pair", ["turn over", "with out", "some are", "man aged", "of ten", "be cause", "a part"])
def test_particles_function_words_and_accidents_are_no_compounds(pair):
    first, second = pair.split()
    assert not is_split(RESOURCES.lexicon, first, second, Compound(first + second, 9999, 0, 0))


def test_case_and_blanks():
    assert [f.text for f in check("War planes flew.")] == ["War planes"]
    assert [f.text for f in check("Old war\u00a0planes flew.")] == ["war\u00a0planes"]
    assert check("the War planes, WAR PLANES, war Planes, war  planes, war\nplanes, war-planes") == []


def test_the_suggestion_keeps_the_capital():
    assert check("News papers closed.")[0].suggestions == ("Newspapers",)


@pytest.mark.parametrize("text", ["", " ", "war", "planes", "war " * 50_000, "planes war, " * 20_000, "a" * 100_000])
def test_degenerate_text_is_quiet(text):
    assert check(text) == []


@given(
    st.lists(
        st.sampled_from(["war", "planes", "News", "paper", "some", "where", ".", ",", "\n", "-", "“"]), max_size=12
    )
)
def test_offsets_are_exact(words):
    text = " ".join(words)
    assert all(text[f.start : f.end] == f.text and " " in f.text for f in check(text))
