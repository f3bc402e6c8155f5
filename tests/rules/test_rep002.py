"""REP002, beyond its examples: the shapes apart, overlaps, and hostile text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.finding import Severity
from mtcheck.resources import Resources
from mtcheck.rules.rep002_repeated_head import RepeatedHead

RESOURCES = Resources()


def check(text):
    return list(RepeatedHead(RESOURCES).check(Analysis(Article(text), RESOURCES)))


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("the NAFTA members of NAFTA met", "name N of name"),
        ("the Chilean miners of Chile met", "name N of name"),
        ("the German farmers of Germany met", "name N of name"),
        ("the Israeli growers of Israel met", "name N of name"),
        ("the judge of the judge", "N of the N"),
        ("a strike for the strike", "the N for the N"),
        ("the river and the river", "the N and the N"),
        ("the closed road to Ibadan was officially closed", "participle"),
        ("its engine parts of engine", "A N of A"),
    ],
)
def test_every_shape_says_which_it_is(text, pattern):
    (finding,) = check(text)
    assert finding.evidence["pattern"] == pattern
    assert finding.severity is (Severity.MINOR if pattern == "A N of A" else Severity.MAJOR)


@pytest.mark.parametrize("pair", [("Nigerian", "Algeria"), ("Austrian", "Australia"), ("Malian", "Malawi")])
def test_a_similar_name_is_another_country(pair):
    assert check("the {} traders of {} met".format(*pair)) == []


def test_shapes_that_overlap_give_one_finding():
    assert len(check("the judge of the judge of the judge of the judge")) == 2
    assert [f.text for f in check("the OECD club of the OECD")] == ["OECD club of the OECD"]


def test_it_is_never_critical():
    assert {f.severity for f in check("the judge of the judge. The IMF chief of the IMF.")} == {Severity.MAJOR}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "of",
        "the " * 50_000,
        "of the " * 30_000,
        "A " * 50_000,
        "x" * 200_000,
        "the aaaa " * 20_000,
        "ended was " * 20_000,
    ],
)
def test_degenerate_text_is_quiet(text):
    assert check(text) == []


def test_a_loop_is_read_to_its_end():
    assert len(check("of the judge " * 5_000)) > 1_000


@given(
    st.lists(
        st.sampled_from(["the", "The", "of", "judge", "NATO", "heads", "for", "and", "signed", "was", "."]), max_size=16
    )
)
def test_offsets_are_exact_and_spans_do_not_overlap(words):
    text = " ".join(words)
    findings = check(text)
    assert all(text[f.start : f.end] == f.text for f in findings)
    assert all(a.end <= b.start for a, b in pairwise(findings))
