"""Every rule has examples that must fire and examples that must not; each is run through that rule alone."""

import json
from datetime import date
from pathlib import Path

import pytest

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.rules import ALL_RULES

FOLDER = Path(__file__).parent / "examples"
RULES = {rule.code: rule for rule in ALL_RULES}


def rows(kind):
    for code in RULES:
        path = FOLDER / code / f"{kind}.jsonl"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if path.exists() else ():
            yield pytest.param(code, json.loads(line), id=f"{code}-{number}")


def findings(code, row, resources):
    published = date.fromisoformat(row["published"]) if "published" in row else None
    marks = tuple(row.get("translator_marks", ()))
    article = Article(text=row["text"], published=published, translator_marks=marks)
    found = RULES[code](resources).check(Analysis(article, resources))
    return sorted(found, key=lambda f: (f.start, f.end))


@pytest.mark.parametrize(("code", "row"), list(rows("must_fire")))
def test_fires(code, row, resources):
    found = findings(code, row, resources)
    assert [f.text for f in found] == row["spans"]
    for finding in found:
        assert finding.text == row["text"][finding.start : finding.end]
        assert finding.rule == code
        assert finding.message
    if row.get("suggestion"):
        assert row["suggestion"] in [s for f in found for s in f.suggestions]
    if row.get("severity"):
        assert {f.severity.value for f in found} == {row["severity"]}


@pytest.mark.parametrize(("code", "row"), list(rows("must_not_fire")))
def test_stays_quiet(code, row, resources):
    assert [(f.text, f.message) for f in findings(code, row, resources)] == [], row["why"]


@pytest.mark.parametrize("code", RULES)
def test_every_rule_has_examples(code):
    for kind, least in (("must_fire", 8), ("must_not_fire", 8)):
        lines = (FOLDER / code / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
        assert len(lines) >= least


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_page(rule):
    page = rule.page()
    assert page.splitlines()[0].endswith(".")
    for heading in ("## Why it matters", "## Example", "## How it decides"):
        assert heading in page


def test_codes_are_unique_and_well_formed():
    codes = [rule.code for rule in ALL_RULES]
    assert len(set(codes)) == len(codes)
    assert all(len(code) == 6 and code[:3].isupper() and code[3:].isdigit() for code in codes)
    assert len({rule.name for rule in ALL_RULES}) == len(codes)
