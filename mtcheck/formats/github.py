"""GitHub Actions: workflow commands that become annotations, and a table for the step's summary page."""

import re
from typing import TextIO

from mtcheck.finding import Severity
from mtcheck.formats.characters import one_line
from mtcheck.formats.interface import Format, Run
from mtcheck.formats.issue import Issue, issues
from mtcheck.formats.place import path_of
from mtcheck.formats.wording import article_name, percent
from mtcheck.formats.worst import Worst
from mtcheck.report import ArticleReport, Verdict
from mtcheck.summary import Summary

MAX_ANNOTATIONS = 1_000
"""Written at most, the worst first. GitHub shows about ten of each kind per step; the rest can be read in the log."""

SUMMARY_ARTICLES = 50
"""Rows of the step summary's table: GitHub takes 1 MiB."""

_COMMANDS = {Severity.MINOR: "notice", Severity.MAJOR: "warning", Severity.CRITICAL: "error"}
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|~$:@-])")


class GitHubFormat(Format):
    """`::error file=...::message`, worst first."""

    name = "github"

    def __init__(self, out: TextIO, run: Run) -> None:
        """Start with no finding."""
        super().__init__(out, run)
        self._worst: Worst[str] = Worst(MAX_ANNOTATIONS)

    def write(self, report: ArticleReport) -> None:
        """Take the findings of one article; a skipped article is a warning of its own."""
        if report.skipped is not None:
            title = {"title": "mtcheck (skipped)", "file": path_of(report.source)}
            message = one_line(f"{article_name(report)}: skipped: {report.skipped}")
            self._worst.add((Severity.MAJOR.rank, 1.0), _command("warning", title, message))
        for issue in issues(report):
            finding = issue.finding
            line = _command(_COMMANDS[finding.severity], _properties(issue), f"{finding.name}: {issue.message}")
            self._worst.add((finding.severity.rank, finding.confidence), line)

    def close(self) -> None:
        """Write the annotations."""
        self.out.writelines(f"{line}\n" for line in self._worst.items())
        if self._worst.dropped:
            self.out.write(f"mtcheck: and {self._worst.dropped} more findings, none worse than these\n")


class StepSummary:
    """Markdown for `$GITHUB_STEP_SUMMARY`: the totals and the worst articles that do not pass, in constant memory."""

    def __init__(self) -> None:
        """Start with no article."""
        self._worst: Worst[ArticleReport] = Worst(SUMMARY_ARTICLES)

    def add(self, report: ArticleReport) -> None:
        """Take one article."""
        if report.verdict is not Verdict.PASS:
            self._worst.add(_badness(report), report)

    def markdown(self, summary: Summary) -> str:
        """Return the page for a run with these totals."""
        lines = ["## mtcheck", "", _markdown(summary.line().removeprefix("mtcheck: ")), ""]
        if rows := self._worst.items():
            lines += ["| article | verdict | quality | machine-translated | flagged |", "|---|---|--:|--:|--:|"]
            lines += [_row(report) for report in rows]
        if self._worst.dropped:
            lines += ["", f"and {self._worst.dropped} more."]
        return "\n".join(lines) + "\n"


def _properties(issue: Issue) -> dict[str, str]:
    properties = {"title": f"mtcheck ({issue.finding.rule})", "file": issue.path}
    if issue.region:
        start, end = issue.region.start, issue.region.end
        properties |= {"line": str(start.line), "endLine": str(end.line)}
        if start.line == end.line:
            properties |= {"col": str(start.column), "endColumn": str(end.column)}
    return properties


def _command(kind: str, properties: dict[str, str], message: str) -> str:
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{kind} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return one_line(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _badness(report: ArticleReport) -> tuple[float, float]:
    order = (Verdict.PASS, Verdict.REVIEW, Verdict.SKIPPED, Verdict.FAIL)
    return (order.index(report.verdict), -(report.quality or 0.0))


def _row(report: ArticleReport) -> str:
    name = _markdown(article_name(report)[:200])
    if report.quality is None or report.mt_probability is None:
        return f"| {name} | {report.verdict.value}: {_markdown((report.skipped or '')[:200])} | | | |"
    flagged = f"{report.flagged} of {len(report.sentences)}"
    return f"| {name} | {report.verdict.value} | {report.quality:.1f} | {percent(report.mt_probability)} | {flagged} |"


def _markdown(text: str) -> str:
    """Escape Markdown and HTML; the text comes out as it reads."""
    plain = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKDOWN.sub(r"\\\1", plain)
