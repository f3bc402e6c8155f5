"""Reports made by hand: what the formats are tested with."""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date

from mtcheck.article import Sentence
from mtcheck.finding import Category, Finding, Severity
from mtcheck.formats import Run, make_format
from mtcheck.report import ArticleReport, Pivot, SentenceReport, Verdict

SIGNATURE = "rules:all|version:0.0.test"

TEXT = (
    "Harbour dues will rise in spring\n"
    "\n"
    "The port of Valparaíso will raise its dues by a far -reaching margin, mayor Jorj Sharpe said on Tuesday. "
    "Ships that call at night pay the the same.\n"
    "Fishermen’s boats are exempt."
)


class MangledName:
    """Finds names that no one bears.

    ## Why it matters

    A reader cannot tell who is meant.
    """

    code = "NAM001"
    name = "mangled-name"
    category = Category.NAME
    severity = Severity.MAJOR

    @classmethod
    def page(cls):
        return "Finds names that no one bears.\n\n## Why it matters\n\nA reader cannot tell who is meant."


RULES = (MangledName,)


def finding(text: str, span: str, severity: Severity = Severity.MAJOR, /, **changes) -> Finding:
    """Return a finding of the first `span` in `text`."""
    start = text.index(span)
    values = {
        "rule": "NAM001",
        "name": "mangled-name",
        "category": Category.NAME,
        "severity": severity,
        "confidence": 0.9,
        "start": start,
        "end": start + len(span),
        "text": span,
        "message": f"Nobody is called “{span}”.",
        "suggestions": (),
        "evidence": {},
    }
    return Finding(**values | changes)


def sentences(text: str) -> list[Sentence]:
    """Cut after full stops and line ends; every character but white space belongs to a sentence."""
    spans = [m.span() for m in re.finditer(r"\S(?:[^.\n]*\S)?\.?|\S", text)]
    return [Sentence(i, start, end, text[start:end]) for i, (start, end) in enumerate(spans)]


def report(text: str, findings: Sequence[Finding] = (), /, *, cut: bool = True, **changes) -> ArticleReport:
    """Return a report whose sentences hold `findings` where they start."""
    parts = sentences(text) if cut else [Sentence(0, 0, len(text), text)]
    reports = []
    for part in parts:
        own = tuple(f for f in findings if part.start <= f.start < max(part.end, part.start + 1))
        bad = any(f.severity is not Severity.MINOR for f in own)
        reports.append(SentenceReport(part, own, 66.66666 if own else 100.0, 0.91237 if own else 0.02, bad))
    flagged = any(s.flagged for s in reports)
    values = {
        "id": "port.txt",
        "source": "port.txt",
        "title": None,
        "published": None,
        "language": "en",
        "text": text,
        "signature": SIGNATURE,
        "verdict": Verdict.FAIL if flagged else Verdict.PASS,
        "skipped": None,
        "quality": 41.456 if findings else 100.0,
        "mt_probability": 0.97123 if findings else 0.02,
        "pivot": None,
        "notes": (),
        "sentences": tuple(reports),
        "is_file": True,
    }
    return ArticleReport(**values | changes)


def damaged(**changes) -> ArticleReport:
    """Return an article with three findings in two sentences."""
    found = [
        finding(
            TEXT,
            "far -reaching",
            Severity.MINOR,
            rule="SPC001",
            name="detached-hyphen",
            category=Category.SPACING,
            message="A space before the hyphen splits a compound.",
            suggestions=("far-reaching",),
        ),
        finding(
            TEXT,
            "Jorj Sharpe",
            Severity.CRITICAL,
            suggestions=("Jorge Sharp", "George Sharpe"),
            evidence={"distance": 2},
        ),
        finding(
            TEXT,
            "the the",
            rule="REP001",
            name="repeated-word",
            category=Category.REPETITION,
            message="The word stands twice.",
            suggestions=("the",),
        ),
    ]
    return report(TEXT, found, **{"published": date(2024, 3, 5), "pivot": Pivot("es", 0.75), **changes})


def clean(**changes) -> ArticleReport:
    """Return an article with nothing found."""
    return report("Rain is due in Oslo. Trams run late.", **{"id": "rain.txt", "source": "rain.txt", **changes})


def skipped(**changes) -> ArticleReport:
    """Return an article that was not checked."""
    values = {
        "id": "leer.txt",
        "source": "leer.txt",
        "language": "de",
        "verdict": Verdict.SKIPPED,
        "skipped": "not English (de)",
        "quality": None,
        "mt_probability": None,
        "sentences": (),
    }
    return report("Guten Tag.", **values | changes)


def row(**changes) -> ArticleReport:
    """Return a damaged article out of a JSON Lines file."""
    return damaged(**{"id": "row-7", "source": "feed/articles.jsonl", "is_file": False, **changes})


def hostile(text: str, *spans: str, **changes) -> ArticleReport:
    """Return a report in which `text` stands everywhere a source or a rule may put text of the article."""
    found = [finding(text, s, message=f"Odd: {s}", suggestions=(s,), evidence={"seen": s}) for s in spans or (text,)]
    return report(
        text, found, cut=False, **{"id": text, "source": f"in/{text}", "title": text, "notes": (text,), **changes}
    )


def written(name: str, reports: Iterable[ArticleReport], **run) -> str:
    """Return what the format called `name` writes; fails if UTF-8 cannot encode it."""
    out = io.StringIO(newline="")
    writer = make_format(name, out, Run(**{"signature": SIGNATURE, "width": 80, "rules": RULES, **run}))
    for item in reports:
        writer.write(item)
    writer.close()
    out.getvalue().encode("utf-8")
    return out.getvalue()
