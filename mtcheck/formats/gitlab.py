"""GitLab Code Quality: a JSON array of issues, written as they come."""

import hashlib
from typing import Any, TextIO

from mtcheck.formats.as_json import dumps
from mtcheck.formats.characters import one_line
from mtcheck.formats.interface import Format, Run
from mtcheck.formats.issue import Issue, issues
from mtcheck.formats.place import path_of
from mtcheck.formats.wording import article_name
from mtcheck.report import ArticleReport


class GitLabFormat(Format):
    """One element per finding, and one of severity `info` for an article that was skipped."""

    name = "gitlab"

    def __init__(self, out: TextIO, run: Run) -> None:
        """Open the array."""
        super().__init__(out, run)
        self._separator = "\n"
        out.write("[")

    def write(self, report: ArticleReport) -> None:
        """Write the findings of one article."""
        if report.skipped is not None:
            self._element(_skipped(report))
        for issue in issues(report):
            self._element(_element(issue))

    def close(self) -> None:
        """Close the array."""
        self.out.write("\n]\n")

    def _element(self, value: dict[str, Any]) -> None:
        self.out.write(self._separator + dumps(value))
        self._separator = ",\n"


def _element(issue: Issue) -> dict[str, Any]:
    finding = issue.finding
    return {
        "description": f"{finding.rule} {finding.name}: {issue.message}",
        "check_name": finding.rule,
        "fingerprint": _fingerprint(issue.path, issue.fingerprint),
        "severity": finding.severity.value,
        "location": {"path": issue.path, **_place(issue)},
    }


def _place(issue: Issue) -> dict[str, Any]:
    """GitLab refuses a location without a line: an article inside a file is shown at the file's first."""
    if not issue.region:
        return {"lines": {"begin": 1}}
    start, end = issue.region.start, issue.region.end
    return {
        "positions": {
            "begin": {"line": start.line, "column": start.column},
            "end": {"line": end.line, "column": end.column},
        }
    }


def _skipped(report: ArticleReport) -> dict[str, Any]:
    path = path_of(report.source)
    return {
        "description": one_line(f"{article_name(report)}: skipped: {report.skipped}"),
        "check_name": "skipped",
        "fingerprint": _fingerprint(path, f"skipped:{report.id}"),
        "severity": "info",
        "location": {"path": path, "lines": {"begin": 1}},
    }


def _fingerprint(path: str, issue: str) -> str:
    """GitLab wants fingerprints that are unique in the whole report, so the path is part of them."""
    return hashlib.sha256(f"{path}\0{issue}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
