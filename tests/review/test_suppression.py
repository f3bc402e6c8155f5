"""Findings left out of a report, and what that does to the scores and the verdict."""

import pytest

from mtcheck import Article, Checker
from mtcheck.config import Config
from mtcheck.report import Verdict
from mtcheck.review.baseline import Baseline, Released, grouped, text_digest, write_baseline
from mtcheck.review.keys import finding_key

BODY = (
    "The council met for three hours on Monday and heard from the fishermen, the ferry company and two schools. "
    "A far -reaching plan for the harbour was put off until spring, as the mayor had asked. "
    "Canadian Prime Minister Narendra Modi sent his good wishes to the town. "
    "Nobody spoke against the budget, which rises by four percent and pays for a new roof on the library.\n"
)


def rules(report):
    return [f.rule for f in report.findings]


@pytest.fixture
def with_baseline(tmp_path):
    def make(baseline):
        path = tmp_path / "baseline.json"
        with path.open("w", encoding="utf-8") as out:
            write_baseline(baseline, out)
        return Checker(Config(baseline=path))

    return make


def accepted(report, *wanted, article=None):
    rows = [
        (
            article or report.id,
            finding_key(f.rule, s.sentence.text, f.text),
            len(s.sentence.text.split()),
            "not-an-error",
        )
        for s in report.sentences
        for f in s.findings
        if f.rule in wanted
    ]
    return grouped(rows)


def test_a_comment_leaves_out_what_its_line_has(checker):
    plain = checker.check(BODY)
    report = checker.check(BODY.replace("town. ", "town. <!-- mtcheck: ignore SPC001, ROL -->"))
    assert {"SPC001", "ROL001"} <= set(rules(plain))
    assert not {"SPC001", "ROL001", "SUP001"} & set(rules(report))
    assert {s.finding.rule for s in report.suppressed} == {"SPC001", "ROL001"}
    assert report.quality > plain.quality


def test_the_comment_is_no_prose(checker):
    text = BODY.replace("A far", "<!-- mtcheck: ignore SPC001 --> A far")
    report = checker.check(text)
    assert [f for f in report.findings if "mtcheck" in f.text] == []
    assert all(text[s.sentence.start : s.sentence.end] == s.sentence.text for s in report.sentences)
    assert all(text[f.start : f.end] == f.text for f in report.findings)


def test_a_comment_that_nothing_needs_is_reported_and_costs_nothing(checker):
    report = checker.check(BODY.replace("town.", "town. <!-- mtcheck: ignore QUO001 -->"))
    [found] = [f for f in report.findings if f.rule == "SUP001"]
    assert found.text == "<!-- mtcheck: ignore QUO001 -->"
    assert report.quality == pytest.approx(checker.check(BODY).quality, abs=1.0)


def test_a_field_of_the_article_works_like_a_comment(checker):
    report = checker.check(Article(BODY, id="a", ignored=("ROL001", "QUO001")))
    assert "ROL001" not in rules(report)
    [found] = [f for f in report.findings if f.rule == "SUP001"]
    assert (found.start, found.end, found.evidence["codes"]) == (0, 0, ["QUO001"])


def test_a_comment_for_a_rule_that_does_not_run_is_not_judged():
    text = BODY.replace("town.", "town. <!-- mtcheck: ignore QUO001 -->")
    assert "SUP001" not in rules(Checker(Config(ignore=("QUO",))).check(text))


def test_the_baseline_leaves_out_what_it_holds(checker, with_baseline):
    plain = checker.check(Article(BODY, id="a.txt"))
    report = with_baseline(Baseline(accepted(plain, "ROL001", "SPC001"))).check(Article(BODY, id="a.txt"))
    assert not {"SPC001", "ROL001"} & set(rules(report))
    assert {s.entry.reason for s in report.suppressed} == {"not-an-error"}
    assert report.verdict is Verdict.PASS
    assert "baseline:" in report.signature


def test_it_survives_moved_lines_and_another_name(checker, with_baseline):
    judge = with_baseline(Baseline(accepted(checker.check(Article(BODY, id="a.txt")), "ROL001", "SPC001")))
    moved = Article("A new first paragraph was added today.\n\n" + BODY.replace("town. ", "town.\n\n"), id="b.txt")
    assert not {"SPC001", "ROL001"} & set(rules(judge.check(moved)))


def test_a_new_fault_is_found_all_the_same(checker, with_baseline):
    judge = with_baseline(Baseline(accepted(checker.check(Article(BODY, id="a.txt")), "ROL001", "SPC001")))
    report = judge.check(Article(BODY + "The high -level talks with Volodimir Zellinsky ended early.\n", id="a.txt"))
    assert {"SPC001", "NAM001"} <= set(rules(report))


def test_only_as_many_as_are_counted(with_baseline):
    sentence = "The far -reaching plan and the far -reaching budget were both put off until spring."
    key = finding_key("SPC001", sentence, "far -reaching")
    report = with_baseline(Baseline(grouped([("a", key, 14, "")]))).check(Article(sentence, id="a"))
    assert [f.start for f in report.findings if f.rule == "SPC001"] == [sentence.rindex("far")]


def test_a_released_article_does_not_fail(with_baseline):
    text = BODY.replace("the mayor", "the the mayor") * 2
    assert with_baseline(Baseline()).check(text).verdict is Verdict.FAIL
    judge = with_baseline(Baseline((), (Released("a", text_digest(text), "ours"),)))
    report = judge.check(text)
    assert report.verdict is Verdict.REVIEW
    assert report.released.reason == "ours"
    assert judge.check(text + "One more far -reaching line.").verdict is Verdict.FAIL
