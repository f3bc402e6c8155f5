"""The totals of a run."""

from mtcheck.finding import Severity
from mtcheck.report import Verdict
from mtcheck.summary import Summary

from .formats.samples import clean, damaged, row, skipped


def summary(*reports):
    total = Summary()
    for report in reports:
        total.add(report)
    return total


def test_counts():
    total = summary(damaged(), row(), clean(), skipped())
    assert (total.articles, total.scored, total.findings) == (4, 3, 6)
    assert (total.sentences, total.flagged) == (10, 4)
    assert total.by_verdict == {Verdict.FAIL: 2, Verdict.PASS: 1, Verdict.SKIPPED: 1}
    assert total.by_severity[Severity.CRITICAL] == 2
    assert total.by_rule["SPC001"] == 2


def test_mean_quality_is_over_scored_articles():
    assert summary(clean(quality=80.0), clean(quality=90.0), skipped()).mean_quality == 85.0
    assert summary(skipped()).mean_quality is None


def test_the_line_names_what_there_is():
    assert summary(damaged(), clean(), skipped()).line() == (
        "mtcheck: 3 articles: 1 pass, 1 fail, 1 skipped; 2 of 6 sentences flagged; "
        "3 findings (1 critical, 1 major, 1 minor)"
    )
    assert summary(clean()).line() == "mtcheck: 1 article: 1 pass; 0 of 2 sentences flagged; 0 findings"
    assert summary(skipped()).line() == "mtcheck: 1 article: 1 skipped"
    assert summary().line() == "mtcheck: no articles"


def test_json_names_every_verdict_and_severity():
    value = summary().as_json()
    assert value["verdicts"] == {"pass": 0, "review": 0, "fail": 0, "skipped": 0}
    assert value["severities"] == {"minor": 0, "major": 0, "critical": 0}
