"""SARIF 2.1.0, within what GitHub code scanning asks for and takes."""

import re
from typing import Any, TextIO
from urllib.parse import quote

from mtcheck.finding import Finding, Severity
from mtcheck.formats.as_json import dumps
from mtcheck.formats.characters import one_line
from mtcheck.formats.interface import Format, Run
from mtcheck.formats.issue import Issue, issues
from mtcheck.formats.place import Region, path_of
from mtcheck.formats.wording import article_name
from mtcheck.formats.worst import Worst
from mtcheck.report import ArticleReport, Suppressed

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MAX_RESULTS = 25_000
"""GitHub refuses a run with more results, and keeps the top 5,000 of these; so the worst come first."""
MAX_NOTIFICATIONS = 1_000
"""Skipped articles that are named."""
MAX_DESCRIPTION = 1_024
"""Characters of a rule's description that GitHub takes."""

_LEVELS = {Severity.MINOR: "note", Severity.MAJOR: "warning", Severity.CRITICAL: "error"}
_PRECISION = ((0.95, "very-high"), (0.85, "high"), (0.70, "medium"), (0.0, "low"))
"""Lower bounds of a measured precision for SARIF's words. GitHub names no figures; these are ours."""


class SarifFormat(Format):
    """One run. Holds the worst results only, however many articles there are."""

    name = "sarif"

    def __init__(self, out: TextIO, run: Run) -> None:
        """Start with no result."""
        super().__init__(out, run)
        self._results: Worst[dict[str, Any]] = Worst(MAX_RESULTS)
        self._skipped: Worst[dict[str, Any]] = Worst(MAX_NOTIFICATIONS)
        self._rules = {rule.code: _rule(rule.page(), rule, run) for rule in run.rules}
        self._index = {code: index for index, code in enumerate(self._rules)}

    def write(self, report: ArticleReport) -> None:
        """Take the findings of one article."""
        if report.skipped is not None:
            text = f"{article_name(report)}: skipped: {report.skipped}"
            self._skipped.add((), _notification(text, path_of(report.source)))
        for issue in issues(report, with_suppressed=True):
            finding = issue.finding
            rank = -1 if issue.suppressed else finding.severity.rank
            self._results.add((rank, finding.confidence), self._result(issue))

    def close(self) -> None:
        """Write the document."""
        notifications = self._skipped.items()
        if dropped := self._results.dropped:
            notifications.append(_notification(f"{dropped} more findings are left out, none worse than these", None))
        document = {
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {"driver": self._driver()},
                    "automationDetails": {"id": "mtcheck/"},
                    "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notifications}],
                    "columnKind": "unicodeCodePoints",
                    "results": self._results.items(),
                    "properties": {"signature": self.run.signature},
                }
            ],
        }
        self.out.write(dumps(document, indent=1) + "\n")

    def _driver(self) -> dict[str, Any]:
        return {"name": "mtcheck", "semanticVersion": self.run.version, "rules": list(self._rules.values())}

    def _result(self, issue: Issue) -> dict[str, Any]:
        finding = issue.finding
        if finding.rule not in self._rules:
            self._index[finding.rule] = len(self._rules)
            self._rules[finding.rule] = _rule("", finding, self.run)
        return {
            "ruleId": finding.rule,
            "ruleIndex": self._index[finding.rule],
            "level": _LEVELS[finding.severity],
            "message": {"text": _message(issue.message)},
            "locations": [_location(issue)],
            "partialFingerprints": {"primaryLocationLineHash": issue.fingerprint},
            "rank": round(100 * finding.confidence, 2),
            "properties": {"text": finding.text, "suggestions": list(finding.suggestions)},
            **({"suppressions": [_suppression(issue.suppressed)]} if issue.suppressed else {}),
        }


def _rule(page: str, source: "type[Any] | Finding", run: Run) -> dict[str, Any]:
    """Describe a rule: from its class, or, where the run does not know it, from a finding."""
    code = source.rule if isinstance(source, Finding) else source.code
    first = page.partition("\n")[0] or source.name
    body = page or first
    properties: dict[str, Any] = {"tags": ["machine-translation", source.category.value]}
    if (measured := run.precision.get(code)) is not None:
        properties["precision"] = next(word for low, word in _PRECISION if measured >= low)
        properties["measuredPrecision"] = round(measured, 4)
    level = _LEVELS[source.severity]
    properties["problem.severity"] = {"note": "recommendation"}.get(level, level)
    return {
        "id": code,
        "name": source.name,
        "shortDescription": {"text": first[:MAX_DESCRIPTION]},
        "fullDescription": {"text": _opening(body)[:MAX_DESCRIPTION]},
        "help": {"text": body, "markdown": body},
        "defaultConfiguration": {"level": level},
        "properties": properties,
    }


def _opening(page: str) -> str:
    """Return what stands before a page's first heading, as one line."""
    return one_line(re.split(r"^#", page, maxsplit=1, flags=re.MULTILINE)[0]) or one_line(page)


def _suppression(suppressed: Suppressed) -> dict[str, Any]:
    if suppressed.entry is None:
        return {"kind": "inSource"}
    return {"kind": "external", "justification": _message(one_line(suppressed.entry.reason) or "in the baseline")}


def _location(issue: Issue) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(issue.path)}}
    location: dict[str, Any] = {"physicalLocation": physical}
    if issue.region:
        physical["region"] = _region(issue.region)
    if issue.article is not None:
        location["logicalLocations"] = [{"fullyQualifiedName": one_line(issue.article) or "-", "kind": "article"}]
    return location


def _region(region: Region) -> dict[str, int]:
    return {
        "startLine": region.start.line,
        "startColumn": region.start.column,
        "endLine": region.end.line,
        "endColumn": region.end.column,
    }


def _uri(path: str) -> str:
    """Return a path as a relative URI, an absolute one as a file URI; a URL stays, made safe."""
    if "://" in path:
        return quote(one_line(path), safe="/:?#[]@!$&'()*+,;=%~")
    try:
        name = path.encode("utf-8", "surrogateescape")  # the bytes of a file name that is not UTF-8
    except UnicodeEncodeError:
        name = path.encode("utf-8", "replace")
    encoded = quote(name, safe="/~")
    return f"file://{encoded}" if path.startswith("/") else encoded


def _notification(text: str, path: str | None) -> dict[str, Any]:
    value: dict[str, Any] = {"level": "warning", "message": {"text": _message(one_line(text))}}
    if path is not None:
        value["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": _uri(path)}}}]
    return value


def _message(text: str) -> str:
    """Escape what SARIF takes for a link, `[text](target)` (section 3.11.6): article text must not make any."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]") if "](" in text else text
