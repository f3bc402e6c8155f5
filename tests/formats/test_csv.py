"""CSV: for spreadsheets, which execute what looks like a formula."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.formats.csv import COLUMNS

from .samples import clean, damaged, finding, hostile, report, row, skipped, written


def rows(*reports):
    return list(csv.DictReader(io.StringIO(written("csv", reports), newline="")))


def test_one_row_per_finding():
    got = rows(damaged())
    assert [(r["rule"], r["severity"], r["line"], r["column"], r["text"], r["suggestion"]) for r in got] == [
        ("SPC001", "minor", "3", "49", "far -reaching", "far-reaching"),
        ("NAM001", "critical", "3", "77", "Jorj Sharpe", "Jorge Sharp"),
        ("REP001", "major", "3", "135", "the the", "the"),
    ]
    assert {(r["id"], r["verdict"], r["quality"], r["mt_probability"]) for r in got} == {
        ("port.txt", "fail", "41.46", "0.9712")
    }


def test_articles_without_findings_have_a_row_too():
    good, left = rows(clean(), skipped())
    assert (good["verdict"], good["rule"], good["quality"]) == ("pass", "", "100.00")
    assert (left["verdict"], left["skipped"], left["quality"]) == ("skipped", "not English (de)", "")


def test_a_row_of_a_file_has_no_line():
    assert {(r["source"], r["id"], r["line"]) for r in rows(row())} == {("feed/articles.jsonl", "row-7", "")}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\n=", "  @"])
def test_formulas_are_defused(start):
    text = f"{start}cmd|'/c calc'!A1"
    [got] = rows(report(text, [finding(text, text, message=text, suggestions=(text,))], cut=False, id=text))
    assert all(got[column].startswith("'") for column in ("id", "text", "message", "suggestion"))
    assert not got["context"].startswith(("=", "+", "-", "@"))


@settings(max_examples=50)
@given(st.text(st.characters(), min_size=1))
def test_any_text_stays_in_its_cell(text):
    [got] = rows(hostile(text))
    assert list(got) == list(COLUMNS)
    assert got["verdict"] == "fail"
    assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r")) for value in got.values())
