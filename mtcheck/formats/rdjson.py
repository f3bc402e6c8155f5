"""Reviewdog's diagnostic format: findings as comments in code review, suggestions ready to accept."""

from typing import Any, TextIO

from mtcheck.finding import Severity
from mtcheck.formats.as_json import dumps
from mtcheck.formats.characters import one_line
from mtcheck.formats.interface import Format, Run
from mtcheck.formats.issue import Issue, issues
from mtcheck.formats.place import Lines, path_of
from mtcheck.formats.wording import article_name
from mtcheck.report import ArticleReport

_LEVELS = {Severity.MINOR: "INFO", Severity.MAJOR: "WARNING", Severity.CRITICAL: "ERROR"}


class ReviewdogFormat(Format):
    """`rdjson`, written as it comes."""

    name = "rdjson"

    def __init__(self, out: TextIO, run: Run) -> None:
        """Write the head."""
        super().__init__(out, run)
        self._separator = "\n"
        out.write('{"source": {"name": "mtcheck"}, "diagnostics": [')

    def write(self, report: ArticleReport) -> None:
        """Write the findings of one article; an article that was skipped is a warning about its file."""
        if report.skipped is not None:
            self._diagnostic(_skipped(report))
        columns = _Utf8Columns(report.text)
        for issue in issues(report):
            self._diagnostic(_diagnostic(issue, columns))

    def close(self) -> None:
        """End the document."""
        self.out.write("\n]}\n")

    def _diagnostic(self, value: dict[str, Any]) -> None:
        self.out.write(self._separator + dumps(value))
        self._separator = ",\n"


class _Utf8Columns:
    """Positions as reviewdog counts them: columns in bytes of UTF-8, from 1.

    It steps from one offset to the next, so that many findings in one long line cost no more than the line.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = Lines(text)
        self._line = self._offset = self._bytes = 0

    def position(self, offset: int) -> dict[str, int]:
        line = self._lines.position(offset).line
        if line != self._line:
            self._line, self._offset, self._bytes = line, self._lines.start(line), 0
        first, last = sorted((self._offset, offset))
        step = len(self._text[first:last].encode("utf-8", "surrogatepass"))
        self._bytes += step if offset >= self._offset else -step
        self._offset = offset
        return {"line": line, "column": self._bytes + 1}


def _skipped(report: ArticleReport) -> dict[str, Any]:
    return {
        "message": one_line(f"{article_name(report)}: skipped: {report.skipped}"),
        "location": {"path": path_of(report.source)},
        "severity": "WARNING",
        "code": {"value": "skipped"},
    }


def _diagnostic(issue: Issue, columns: _Utf8Columns) -> dict[str, Any]:
    finding, location = issue.finding, {"path": issue.path}
    value: dict[str, Any] = {
        "message": issue.message,
        "location": location,
        "severity": _LEVELS[finding.severity],
        "code": {"value": finding.rule},
    }
    if not issue.region:
        return value
    span = {"start": columns.position(finding.start), "end": columns.position(finding.end)}
    value["location"] = location | {"range": span}
    if finding.suggestions:
        value["suggestions"] = [{"range": span, "text": finding.suggestions[0]}]
    return value
