"""HTML: one page to review articles in. It works from disk and has nothing to load.

The page holds the articles as one block of JSON, and its own script shows what is looked at: an overview, the list in windows,
one article at a time. Article text reaches the page as text nodes only.
"""

import base64
import hashlib
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tempfile import SpooledTemporaryFile
from typing import IO, Any, TextIO

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from mtcheck.finding import Finding
from mtcheck.formats.as_json import dumps
from mtcheck.formats.characters import visible
from mtcheck.formats.interface import Format, Run
from mtcheck.formats.overview import Overview, bars
from mtcheck.formats.place import Lines
from mtcheck.formats.wording import article_name
from mtcheck.report import ArticleReport, Verdict
from mtcheck.summary import Summary

SCHEMA = "mtcheck.report/1"
IN_MEMORY = 64 * 1024 * 1024
"""Bytes of articles held in memory; beyond, they wait in a temporary file."""
WORST = 10
"""Articles named in the overview."""
LONGEST_LABEL = 60
SCRIPTS = ("text", "data", "state", "storage", "list", "article", "decisions", "keys", "main")
"""The parts of the page's script, in the order in which they stand."""

_ORDER = (Verdict.FAIL, Verdict.SKIPPED, Verdict.REVIEW, Verdict.PASS)


@dataclass(frozen=True, slots=True)
class _Entry:
    """An article's place in the order of the page, and where it lies in the spool."""

    rank: tuple[int, float, int]
    offset: int
    length: int
    label: str
    flagged: int


class HtmlFormat(Format):
    """An overview, the list of articles, worst first, and every article with its marked sentences, to decide on.

    The template engine escapes every string, `<` is escaped in the JSON, and the page's Content-Security-Policy allows nothing
    but its own style sheet and script.
    """

    name = "html"

    def __init__(self, out: TextIO, run: Run) -> None:
        """Start with no article; they wait in a spool until their order is known."""
        super().__init__(out, run)
        self._summary = Summary()
        self._overview = Overview({rule.code: rule.name for rule in run.rules})
        self._entries: list[_Entry] = []
        self._identity = hashlib.sha256()
        self._spool: IO[bytes] = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - lives until close()

    def write(self, report: ArticleReport) -> None:
        """Take one article."""
        self._summary.add(report)
        self._overview.add(report)
        self._identity.update(f"{report.id}\0{report.text}\0".encode("utf-8", "surrogatepass"))
        data = _json(article_data(report)).encode()
        self._entries.append(_entry(report, len(self._entries), self._spool.tell(), len(data)))
        self._spool.write(data)

    def close(self) -> None:
        """Write the page."""
        entries = sorted(self._entries, key=lambda e: e.rank)
        style, script = _asset("style.css"), _script()
        template = _environment().get_template("page.html.jinja")
        self.out.writelines(
            template.generate(
                style=Markup(style),
                style_hash=_csp_hash(style),
                script=Markup(script),
                script_hash=_csp_hash(script),
                run=self.run,
                summary=self._summary.as_json(),
                overview=self._charts(entries),
                line=self._summary.line().removeprefix("mtcheck: "),
                data_head=Markup(self._head()),
                lines=self._lines(entries),
            )
        )
        self._spool.close()

    def _charts(self, entries: list[_Entry]) -> dict[str, Any]:
        overview = self._overview
        worst = [(e.label, e.flagged, "fail", f"a={n}") for n, e in enumerate(entries[:WORST]) if e.flagged]
        names = ("quality", "probability", "rules", "severities", "pivots")
        return {name: getattr(overview, name) for name in names} | {"worst": bars(worst)}

    def _head(self) -> str:
        """Return the beginning of the JSON, up to the first article."""
        rules = {r.code: [r.name, r.page().partition("\n")[0]] for r in self.run.rules}
        head = {
            "schema": SCHEMA,
            "id": self._identity.hexdigest()[:16],
            "signature": self.run.signature,
            "rules": rules,
        }
        return _json(head).removesuffix("}") + ', "articles": ['

    def _lines(self, entries: list[_Entry]) -> Iterator[Markup]:
        for number, entry in enumerate(entries):
            self._spool.seek(entry.offset)
            yield Markup(("," if number else "") + self._spool.read(entry.length).decode())


def article_data(report: ArticleReport) -> dict[str, Any]:
    """Return what the page needs of one article. Offsets count UTF-16 units, as the page's language does.

    A sentence is [start, end, quality, mt_probability, flagged]; a finding [sentence, rule, severity, confidence, start, end,
    message, suggestions, evidence, line, column], the last two 0 where the article is no file.
    """
    units = _Units(report.text)
    lines = Lines(report.text) if report.is_file else None
    return {
        "id": report.id,
        "source": report.source,
        "name": article_name(report),
        "title": report.title or "",
        "published": report.published.isoformat() if report.published else "",
        "verdict": report.verdict.value,
        "skipped": report.skipped or "",
        "quality": None if report.quality is None else round(report.quality, 1),
        "mt": None if report.mt_probability is None else round(report.mt_probability, 3),
        "pivot": [report.pivot.language, round(report.pivot.confidence, 2)] if report.pivot else None,
        "notes": list(report.notes),
        "left": len(report.suppressed),
        "released": report.released.reason if report.released else None,
        "text": report.text,
        "sentences": [
            [
                units.at(s.sentence.start),
                units.at(s.sentence.end),
                round(s.quality, 1),
                round(s.mt_probability, 2),
                int(s.flagged),
            ]
            for s in report.sentences
        ],
        "findings": [
            _finding(number, finding, units, lines)
            for number, sentence in enumerate(report.sentences)
            for finding in sorted(sentence.findings, key=lambda f: (f.start, f.end))
        ],
    }


def _finding(number: int, finding: Finding, units: "_Units", lines: Lines | None) -> list[Any]:
    place = lines.position(finding.start) if lines else None
    return [
        number,
        finding.rule,
        finding.severity.rank,
        round(finding.confidence, 2),
        units.at(finding.start),
        units.at(finding.end),
        finding.message,
        list(finding.suggestions),
        dict(finding.evidence),
        place.line if place else 0,
        place.column if place else 0,
    ]


class _Units:
    """Turns code-point offsets into offsets of UTF-16 units."""

    def __init__(self, text: str) -> None:
        self._wide = [i for i, c in enumerate(text) if c > "\uffff"] if text and max(text) > "\uffff" else []

    def at(self, offset: int) -> int:
        """Return the offset in UTF-16 units."""
        return offset + bisect_left(self._wide, offset)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _asset(name: str) -> str:
    return (files("mtcheck.formats") / "templates" / name).read_text(encoding="utf-8")


def _script() -> str:
    parts = "\n".join(_asset(f"scripts/{name}.js") for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}}})();\n'


def _json(value: object) -> str:
    r"""Return JSON that can end no script element: `<` stands only in strings, where `\u003c` means the same."""
    return dumps(value).replace("<", "\\u003c")


def _shown(value: object) -> object:
    """Make control, direction and invisible characters visible in everything the templates print."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _csp_hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _entry(report: ArticleReport, number: int, offset: int, length: int) -> _Entry:
    quality = -1.0 if report.quality is None else report.quality
    label = report.title or article_name(report)
    return _Entry(
        rank=(_ORDER.index(report.verdict), quality, number),
        offset=offset,
        length=length,
        label=label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…",
        flagged=report.flagged,
    )
