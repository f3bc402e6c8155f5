"""QUO001 beyond its examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.rules.quo001_damaged_quotation import DamagedQuotation


@pytest.fixture
def rule(resources):
    return DamagedQuotation(resources)


def faults(rule, text):
    return [f.evidence["fault"] for f in rule.check(Analysis(Article(text)))]


def test_each_fault_is_named(rule):
    assert faults(rule, "They welcomed the talks “, but left.") == ["moved"]
    assert faults(rule, "He called it “ unsafe ” on Monday.") == ["blank_open", "blank_close"]
    assert faults(rule, "He called it ”unsafe“ on Monday.") == ["turned_open", "turned_close"]


def test_no_direction_is_suggested_after_a_comma(rule):
    (finding,) = rule.check(Analysis(Article("The clerk said, “ open the gate” and left.")))
    assert finding.suggestions == ()


def test_a_span_stays_within_its_line(rule):
    (finding,) = rule.check(Analysis(Article("The gate was shut.\n”Open it,” he said.")))
    assert finding.text == "”Open"


@given(st.text(alphabet="ab ,.\n“”\"„«»'", max_size=80))
def test_spans_are_exact_and_hold_a_mark(text):
    for finding in DamagedQuotation(None).check(Analysis(Article(text))):
        assert finding.text == text[finding.start : finding.end]
        assert set(finding.text) & set('“”"„«»')


@pytest.mark.parametrize("text", ["“" * 50_000, '"' * 50_000, "“ " * 50_000, " “, " * 20_000, "« " * 50_000])
def test_many_marks_are_read_through(rule, text):
    assert all(f.end <= len(text) for f in rule.check(Analysis(Article(text))))
