"""The policy of a feed: what breaks it, per article and over the run."""

from dataclasses import replace

import pytest

from mtcheck.article import Sentence
from mtcheck.config import GatePolicy
from mtcheck.finding import Category, Finding, Severity
from mtcheck.gate import Gate
from mtcheck.report import ArticleReport, SentenceReport, Verdict
from mtcheck.review.baseline import Released


def report(
    quality=95.0, flagged=0, sentences=10, severity=None, rule="NAM001", verdict=Verdict.PASS, skipped=None, id="a"
):
    found = (Finding(rule, "x", Category.NAME, severity, 1.0, 0, 1, "x", "why"),) if severity else ()
    rows = tuple(
        SentenceReport(Sentence(i, i, i + 1, "x"), found if i == 0 else (), 100.0, 0.1, i < flagged)
        for i in range(sentences)
    )
    scores = (None, None) if skipped else (quality, 0.1)
    return ArticleReport(
        id, "s", None, None, "en", "x" * 20, "sig", verdict, skipped, *scores, None, (), () if skipped else rows
    )


def reasons(policy, *reports, allow_fail=False):
    gate = Gate(policy, allow_fail=allow_fail)
    found = [b for r in reports for b in gate.judge(r)]
    return [(b.article, b.reason) for b in (*found, *gate.judge_run())]


def test_without_a_policy_the_verdict_decides():
    assert reasons(GatePolicy(), report()) == []
    assert reasons(GatePolicy(), report(verdict=Verdict.REVIEW)) == []
    assert [a for a, _ in reasons(GatePolicy(), report(verdict=Verdict.FAIL))] == ["a"]


def test_fail_under_holds_for_each_article():
    policy = GatePolicy(fail_under=90)
    assert reasons(policy, report(90.0)) == []
    assert reasons(policy, report(95.0), report(89.9, id="b")) == [("b", "quality 89.9 is under 90")]


def test_fail_under_over_the_run_takes_the_mean():
    policy = GatePolicy(fail_under=90, scope="run")
    assert reasons(policy, report(99.0), report(85.0)) == []
    assert reasons(policy, report(92.0), report(80.0)) == [(None, "quality 86.0 is under 90")]


def test_both_scopes_can_break():
    assert [a for a, _ in reasons(GatePolicy(fail_under=90, scope="both"), report(50.0))] == ["a", None]


@pytest.mark.parametrize(
    ("target", "breaks"), [("minor", True), ("major", True), ("critical", False), ("NAM", True), ("NAM002", False)]
)
def test_fail_on_takes_severities_or_worse_and_codes(target, breaks):
    found = reasons(GatePolicy(fail_on=(target,)), report(severity=Severity.MAJOR))
    assert bool(found) is breaks


@pytest.mark.parametrize(
    "policy", [GatePolicy(fail_on=("critical",)), GatePolicy(fail_under=1), GatePolicy(scope="run")]
)
def test_a_policy_adds_to_the_verdict_rule_and_never_weakens_it(policy):
    assert [a for a, _ in reasons(policy, report(verdict=Verdict.FAIL))] == ["a"]


def test_a_verdict_of_fail_may_be_allowed():
    failing = report(verdict=Verdict.FAIL, severity=Severity.CRITICAL)
    assert reasons(GatePolicy(), failing, allow_fail=True) == []
    policy = GatePolicy(fail_on=("critical",))
    assert reasons(policy, failing, allow_fail=True) == [("a", "1 finding of critical")]


def test_max_flagged_is_a_percentage_of_sentences():
    assert reasons(GatePolicy(max_flagged=20), report(flagged=2)) == []
    assert reasons(GatePolicy(max_flagged=20), report(flagged=3))[0][1].startswith("3 of 10 sentences flagged, 30.0 %")
    run = GatePolicy(max_flagged=20, scope="run")
    assert reasons(run, report(flagged=3), report()) == []


def test_skipped_articles_break_only_a_policy_that_says_so():
    bad = report(skipped="empty", verdict=Verdict.SKIPPED)
    assert reasons(GatePolicy(fail_under=90), bad) == []
    assert reasons(GatePolicy(fail_on=("skipped",)), bad) == [("a", "skipped: empty")]


def test_a_budget_holds_for_each_article_or_over_the_run():
    minor = report(severity=Severity.MINOR)
    assert reasons(GatePolicy(budgets={"NAM": 1}), minor, minor) == []
    assert reasons(GatePolicy(budgets={"NAM001": 0}), minor) == [("a", "1 finding of NAM001, more than 0")]
    assert reasons(GatePolicy(budgets={"NAM": 1}, scope="run"), minor, minor) == [
        (None, "2 findings of NAM, more than 1")
    ]
    assert reasons(GatePolicy(budgets={"ROL": 0}, scope="both"), minor, minor) == []


def test_every_condition_is_explained_with_what_came_nearest():
    policy = GatePolicy(fail_under=90, max_flagged=20, fail_on=("major", "skipped"), budgets={"NAM": 0}, scope="both")
    gate = Gate(policy)
    for item in (report(95.0, id="b"), report(91.0, flagged=1), report(skipped="empty", id="c")):
        gate.judge(item)
    gate.judge_run()
    told = {check.condition: (check.judged, check.broken, check.nearest) for check in gate.explain()}
    assert told == {
        "no article's verdict is fail": (2, 0, "verdict pass, quality 95.0, mt probability 0.10 (b)"),
        "no finding is major or worse": (2, 0, "0 findings (b)"),
        "no article is skipped": (3, 1, "skipped (c)"),
        "quality of every article is at least 90": (2, 0, "quality 91.0 (a)"),
        "at most 20 % of the sentences of an article are flagged": (2, 0, "1 of 10 sentences flagged, 10.0 % (a)"),
        "an article has at most 0 findings of NAM": (2, 0, "0 findings of NAM (b)"),
        "mean quality of the run is at least 90": (1, 0, "quality 93.0 (the run)"),
        "at most 20 % of the sentences of the run are flagged": (1, 0, "1 of 20 sentences flagged, 5.0 % (the run)"),
        "the run has at most 0 findings of NAM": (1, 0, "0 findings of NAM (the run)"),
    }


def test_a_condition_that_nothing_met_says_so():
    assert [(c.judged, c.nearest) for c in Gate(GatePolicy()).explain()] == [(0, "")]
    assert Gate(GatePolicy(), allow_fail=True).explain() == ()


def test_the_quality_of_an_article_that_an_editor_released_is_not_asked_for():
    released = replace(report(50.0), released=Released("a", "0" * 16, "ours"))
    assert reasons(GatePolicy(fail_under=90), released) == []
    assert reasons(GatePolicy(fail_under=90, scope="run"), released) == [(None, "quality 50.0 is under 90")]
