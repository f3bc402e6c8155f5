"""CSV for spreadsheets: one row per finding, and one for an article without any."""

import csv
from typing import TextIO

from mtcheck.formats.characters import one_line
from mtcheck.formats.interface import Format, Run
from mtcheck.formats.issue import Issue, issues
from mtcheck.report import ArticleReport

COLUMNS = (
    "source",
    "id",
    "verdict",
    "quality",
    "mt_probability",
    "skipped",
    "line",
    "column",
    "severity",
    "rule",
    "name",
    "confidence",
    "text",
    "message",
    "suggestion",
    "context",
)

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection")."""


class CsvFormat(Format):
    """RFC 4180, with a header. Cells that a spreadsheet would execute begin with an apostrophe."""

    name = "csv"

    def __init__(self, out: TextIO, run: Run) -> None:
        """Write the header."""
        super().__init__(out, run)
        self._writer = csv.writer(out, lineterminator="\r\n")
        self._writer.writerow(COLUMNS)

    def write(self, report: ArticleReport) -> None:
        """Write the rows of one article."""
        head = [
            cell(report.source),
            cell(report.id),
            report.verdict.value,
            "" if report.quality is None else f"{report.quality:.2f}",
            "" if report.mt_probability is None else f"{report.mt_probability:.4f}",
            cell(report.skipped or ""),
        ]
        rows = [head + _columns(issue) for issue in issues(report)]
        self._writer.writerows(rows or [head + [""] * (len(COLUMNS) - len(head))])

    def close(self) -> None:
        """Write nothing: the last row is complete."""


def _columns(issue: Issue) -> list[str]:
    finding, region = issue.finding, issue.region
    return [
        str(region.start.line) if region else "",
        str(region.start.column) if region else "",
        finding.severity.value,
        finding.rule,
        finding.name,
        f"{finding.confidence:.4f}",
        cell(finding.text),
        cell(finding.message),
        cell(finding.suggestions[0] if finding.suggestions else ""),
        cell(issue.context),
    ]


def cell(text: str) -> str:
    """Return `text` on one line and inert: never a formula."""
    return f"'{one_line(text)}" if text.startswith(_FORMULA) or one_line(text).startswith(_FORMULA) else one_line(text)
