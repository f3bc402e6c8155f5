"""HTML: one page that works from disk, without scripts and without anything to load."""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tempfile import SpooledTemporaryFile
from typing import IO, Any, TextIO

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from mtcheck.formats.characters import visible
from mtcheck.formats.interface import Format, Run
from mtcheck.formats.place import Lines
from mtcheck.formats.spans import pieces
from mtcheck.formats.wording import article_name, percent
from mtcheck.report import ArticleReport, SentenceReport, Verdict
from mtcheck.summary import Summary

IN_MEMORY = 64 * 1024 * 1024
"""Bytes of rendered articles held in memory; beyond, they wait in a temporary file."""

_ORDER = (Verdict.FAIL, Verdict.SKIPPED, Verdict.REVIEW, Verdict.PASS)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row of the overview, and where the article's section lies in the spool."""

    number: int
    name: str
    title: str
    verdict: str
    quality: float | None
    mt_probability: float | None
    flagged: int
    sentences: int
    findings: int
    skipped: str
    rank: tuple[int, float, int]
    offset: int
    length: int


class HtmlFormat(Format):
    """An overview, worst article first, and every article with its marked sentences.

    Every string is escaped by the template engine, and the page's Content-Security-Policy allows nothing but its own
    style sheet.
    """

    name = "html"

    def __init__(self, out: TextIO, run: Run) -> None:
        """Start with no article; sections wait in a spool until the overview is known."""
        super().__init__(out, run)
        self._summary = Summary()
        self._entries: list[_Entry] = []
        self._spool: IO[bytes] = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - lives until close()

    def write(self, report: ArticleReport) -> None:
        """Render one article."""
        self._summary.add(report)
        number = len(self._entries) + 1
        section = _environment().get_template("article.html.jinja").render(_article(report, number))
        data = section.encode()
        self._entries.append(_entry(report, number, self._spool.tell(), len(data)))
        self._spool.write(data)

    def close(self) -> None:
        """Write the page."""
        entries = sorted(self._entries, key=lambda e: e.rank)
        style = _asset("style.css")
        template = _environment().get_template("page.html.jinja")
        self.out.writelines(
            template.generate(
                style=Markup(style),
                style_hash=_csp_hash(style),
                run=self.run,
                summary=self._summary.as_json(),
                line=self._summary.line().removeprefix("mtcheck: "),
                entries=entries,
                sections=self._sections(entries),
            )
        )
        self._spool.close()

    def _sections(self, entries: list[_Entry]) -> Iterator[Markup]:
        for entry in entries:
            self._spool.seek(entry.offset)
            yield Markup(self._spool.read(entry.length).decode())


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["percent"] = percent
    return environment


def _asset(name: str) -> str:
    return (files("mtcheck.formats") / "templates" / name).read_text(encoding="utf-8")


def _shown(value: object) -> object:
    """Make control, direction and invisible characters visible in everything the templates print."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _csp_hash(style: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _entry(report: ArticleReport, number: int, offset: int, length: int) -> _Entry:
    quality = -1.0 if report.quality is None else report.quality
    return _Entry(
        number=number,
        name=article_name(report),
        title=report.title or "",
        verdict=report.verdict.value,
        quality=report.quality,
        mt_probability=report.mt_probability,
        flagged=report.flagged,
        sentences=len(report.sentences),
        findings=sum(len(s.findings) for s in report.sentences),
        skipped=report.skipped or "",
        rank=(_ORDER.index(report.verdict), quality, number),
        offset=offset,
        length=length,
    )


def _article(report: ArticleReport, number: int) -> dict[str, Any]:
    lines = Lines(report.text) if report.is_file else None
    return {
        "number": number,
        "name": article_name(report),
        "report": report,
        "sentences": [_sentence(s, lines) for s in report.sentences],
    }


def _sentence(report: SentenceReport, lines: Lines | None) -> dict[str, Any]:
    findings = [(finding, lines and lines.position(finding.start)) for finding in report.findings]
    return {"report": report, "pieces": list(pieces(report)), "findings": findings}
