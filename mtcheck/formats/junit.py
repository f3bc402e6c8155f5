"""JUnit XML: one suite per article, one failing case per finding."""

from typing import TextIO
from xml.etree.ElementTree import Element, SubElement, tostring

from mtcheck.formats.characters import one_line
from mtcheck.formats.interface import Format, Run
from mtcheck.formats.issue import Issue, issues
from mtcheck.formats.wording import article_name
from mtcheck.report import ArticleReport


class JUnitFormat(Format):
    """What CI servers show as test results. Characters that XML forbids are shown as escapes."""

    name = "junit"

    def __init__(self, out: TextIO, run: Run) -> None:
        """Write the head."""
        super().__init__(out, run)
        out.write('<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="mtcheck">\n')

    def write(self, report: ArticleReport) -> None:
        """Write one suite."""
        found = list(issues(report))
        skipped = report.skipped is not None
        counts = {"tests": max(len(found), 1), "failures": len(found), "errors": 0, "skipped": int(skipped)}
        name = article_name(report)
        suite = Element("testsuite", {"name": name} | {key: str(n) for key, n in counts.items()})
        for issue in found:
            _failure(suite, name, issue)
        if skipped:
            case = SubElement(suite, "testcase", {"name": "Skipped", "classname": name})
            SubElement(case, "skipped", {"message": one_line(report.skipped or "")})
        elif not found:
            SubElement(suite, "testcase", {"name": "No damage found", "classname": name})
        self.out.write(tostring(suite, encoding="unicode") + "\n")

    def close(self) -> None:
        """End the document."""
        self.out.write("</testsuites>\n")


def _failure(suite: Element, name: str, issue: Issue) -> None:
    finding, region = issue.finding, issue.region
    title = f"{finding.rule} {finding.name}"
    place = {"file": one_line(issue.path)}
    if region:
        title = f"{title} {region.start.line}:{region.start.column}"
        place["line"] = str(region.start.line)
    case = SubElement(suite, "testcase", {"name": title, "classname": name} | place)
    failure = SubElement(case, "failure", {"type": finding.severity.value, "message": issue.message})
    failure.text = issue.context
