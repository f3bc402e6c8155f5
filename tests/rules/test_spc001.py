"""SPC001, beyond its examples: offsets, evidence, and text made to mislead or to stall it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.finding import Severity
from mtcheck.resources import Resources
from mtcheck.rules.spc001_detached_hyphen import DetachedHyphen

RESOURCES = Resources()


def check(text):
    return list(DetachedHyphen(RESOURCES).check(Analysis(Article(text), RESOURCES)))


def test_the_suggestion_mends_the_text():
    text = "A far -reaching and long- term plan, so - called."
    for finding in sorted(check(text), key=lambda f: -f.start):
        text = text[: finding.start] + finding.suggestions[0] + text[finding.end :]
    assert text == "A far-reaching and long-term plan, so-called."
    assert check(text) == []


def test_a_free_combination_is_minor_and_an_attested_compound_is_not():
    (free,) = check("A Montevideo -based bank closed.")
    (attested,) = check("A long -term loan was paid.")
    assert (free.severity, attested.severity) == (Severity.MINOR, Severity.MAJOR)
    assert free.confidence < attested.confidence
    assert free.evidence["basis"] == "productive second element"
    assert attested.evidence["attested"] >= 2


def test_a_chain_is_one_finding_with_its_least_confidence():
    (finding,) = check("A 30 - year -old nurse spoke.")
    assert finding.text == "30 - year -old"
    assert finding.suggestions == ("30-year-old",)
    assert finding.confidence == pytest.approx(0.85)


@pytest.mark.parametrize("hyphen", ["-", "‐", "‑"])
def test_every_kind_of_hyphen_counts(hyphen):
    assert [f.text for f in check(f"a far {hyphen}reaching plan")] == [f"far {hyphen}reaching"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        " - ",
        "a -",
        "- a",
        "a -b",
        "x" * 100_000,
        "-" * 100_000,
        " -" * 50_000,
        "a -a " * 20_000,
        "1 -1" * 20_000,
    ],
)
def test_degenerate_text_is_quiet(text):
    assert check(text) == []


def test_a_long_line_of_torn_hyphens_is_read_to_its_end():
    assert len(check("a far -reaching plan, " * 5_000)) == 5_000


@given(st.text(alphabet="far -reachinglo‑\n\u00a0 2’“”", max_size=60))
def test_offsets_are_exact_and_spans_do_not_overlap(text):
    findings = check(text)
    assert all(text[f.start : f.end] == f.text for f in findings)
    assert all(a.end <= b.start for a, b in pairwise(findings))
