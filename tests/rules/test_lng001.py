"""LNG001 beyond its examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.finding import Severity
from mtcheck.rules.lng001_untranslated_text import UntranslatedText


@pytest.fixture
def rule(resources):
    return UntranslatedText(resources)


def check(rule, text):
    return list(rule.check(Analysis(Article(text))))


def test_a_foreign_sentence_in_quotation_marks_is_minor(rule):
    (finding,) = check(rule, "The poster said “los vecinos del barrio no quieren que se cierre la escuela” in red.")
    assert finding.severity is Severity.MINOR
    assert finding.evidence == {"language": "es", "quoted": True}


def test_a_foreign_sentence_with_its_translation_is_left_alone(rule):
    text = (
        "The poster said “los vecinos del barrio no quieren que se cierre la escuela” (the neighbours want the school)."
    )
    assert check(rule, text) == []


def test_figures_do_not_break_a_run_in_a_foreign_script(rule):
    assert [f.text for f in check(rule, "The notice says Цена билета 50 рублей в день and no more.")] == [
        "Цена билета 50 рублей в день"
    ]


@given(st.text(alphabet="abй京 ,.(“”)\n", max_size=120))
def test_spans_are_exact(resources, text):
    for finding in check(UntranslatedText(resources), text):
        assert finding.text == text[finding.start : finding.end] != ""


@pytest.mark.parametrize(
    "text", ["де " * 50_000, "de la " * 50_000, "й(" * 50_000, "que los " * 30_000 + "the", "京" * 100_000]
)
def test_hostile_text_is_read_through(rule, text):
    assert all(f.end <= len(text) for f in check(rule, text))
