"""Text for a terminal: every damaged sentence quoted with its faults underlined, as a compiler shows errors."""

import shutil
from collections.abc import Iterator, Sequence
from typing import TextIO

from rich.console import Console
from rich.text import Text

from mtcheck.finding import Finding, Severity
from mtcheck.formats.characters import one_line
from mtcheck.formats.interface import Format, Run
from mtcheck.formats.place import Lines
from mtcheck.formats.quotation import Mark, Row, quote
from mtcheck.formats.wording import article_name, percent, suggested
from mtcheck.report import ArticleReport, SentenceReport, Verdict

MIN_WIDTH, MAX_WIDTH, DEFAULT_WIDTH = 40, 120, 100
"""Cells. Longer rows are hard to read; the default is for output that is no terminal."""

_VERDICT_STYLES = {
    Verdict.PASS: "bold green",
    Verdict.REVIEW: "bold yellow",
    Verdict.FAIL: "bold red",
    Verdict.SKIPPED: "bold magenta",
}
_SEVERITY_STYLES = {Severity.MINOR: "cyan", Severity.MAJOR: "yellow", Severity.CRITICAL: "bold red"}
_RANK_STYLES = {severity.rank: style for severity, style in _SEVERITY_STYLES.items()}
_GUTTER = "  │ "
_INDENT = "    "


class _Console(Console):
    """A console that leaves a closed pipe to the command line; rich's own exits with 1, which means a failed gate."""

    def on_broken_pipe(self) -> None:
        """Raise `BrokenPipeError`."""
        raise BrokenPipeError


class TextFormat(Format):
    """One line for an article without findings; otherwise the sentences to look at, each with what is wrong and why.

    Article text is only ever printed as plain characters: no markup, no terminal control.
    """

    name = "text"

    def __init__(self, out: TextIO, run: Run) -> None:
        """Choose the width and the colours."""
        super().__init__(out, run)
        width = run.width or shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns
        self._width = min(max(width, MIN_WIDTH), MAX_WIDTH)
        self._console = _Console(
            file=out,
            width=self._width,
            force_terminal=run.colour,
            color_system="standard" if run.colour else None,
            no_color=not run.colour,
            markup=False,
            highlight=False,
            emoji=False,
            legacy_windows=False,
        )
        self._printed = self._after_block = False

    def write(self, report: ArticleReport) -> None:
        """Print one article."""
        shown = [s for s in report.sentences if s.findings or s.flagged]
        if self._after_block or (shown and self._printed):
            self._console.print()
        self._print(self._head(report), _INDENT)
        for note in report.notes:
            self._print(Text(f"note: {one_line(note)}", style="dim"), _INDENT, first=_INDENT)
        lines = Lines(report.text) if shown and report.is_file else None
        for sentence in shown:
            self._sentence(report, sentence, lines)
        self._printed, self._after_block = True, bool(shown)

    def close(self) -> None:
        """Print nothing: the last article is complete."""

    def _head(self, report: ArticleReport) -> Text:
        head = Text()
        head.append(f"{report.verdict.value.upper():8}", _VERDICT_STYLES[report.verdict])
        head.append(article_name(report), "bold")
        if report.title:
            head.append(f"  {one_line(report.title)}", "italic")
        return head.append("  " + " · ".join(_figures(report)))

    def _sentence(self, report: ArticleReport, sentence: SentenceReport, lines: Lines | None) -> None:
        """Print a sentence and its findings, with the places in the file where the text is a file's."""
        start, end = _extent(sentence)
        self._console.print()
        place = _place(sentence, lines)
        scores = f"quality {sentence.quality:.1f} · machine-translated {percent(sentence.mt_probability)}"
        flag = " · flagged" if sentence.flagged else ""
        self._print(Text(f"  {place} · {scores}{flag}", style="dim"), _INDENT)
        for row in quote(report.text, start, end, _marks(sentence), self._width - len(_GUTTER)):
            self._row(row)
        for finding in sentence.findings:
            self._finding(finding, sentence, lines)

    def _row(self, row: Row) -> None:
        self._console.print(Text(_GUTTER, style="dim", end="").append(Text(row.text, style="not dim")), soft_wrap=True)
        if not row.marks:
            return
        line = Text(_GUTTER, style="dim")
        at = 0
        for cell, text, rank in row.marks:
            line.append(" " * (cell - at))
            line.append(text, f"not dim {_RANK_STYLES[rank]}")
            at = cell + len(text)
        self._console.print(line, soft_wrap=True)

    def _finding(self, finding: Finding, sentence: SentenceReport, lines: Lines | None) -> None:
        head = Text()
        if lines:
            place = lines.position(finding.start)
            head.append(f"{place.line}:{place.column} ")
        head.append(finding.severity.value, _SEVERITY_STYLES[finding.severity])
        head.append(f" {finding.rule} {finding.name}", "bold")
        if _is_whole(finding, sentence):
            head.append(" (the whole sentence)", "dim")
        self._print(head, _INDENT, first="  ")
        self._print(Text(one_line(finding.message)), _INDENT, first=_INDENT)
        if suggestions := suggested(finding):
            line = Text("suggestion: ", style="green").append(suggestions)
            self._print(line, _INDENT + " " * len("suggestion: "), first=_INDENT)

    def _print(self, text: Text, rest: str, first: str = "") -> None:
        """Print a paragraph with a hanging indent."""
        for number, line in enumerate(text.wrap(self._console, self._width - len(rest), overflow="fold")):
            line.rstrip()
            self._console.print(Text(rest if number else first).append_text(line), soft_wrap=True)


def _figures(report: ArticleReport) -> Iterator[str]:
    if report.quality is None or report.mt_probability is None:
        yield one_line(report.skipped or "")
        return
    yield f"quality {report.quality:.1f}"
    yield f"machine-translated {percent(report.mt_probability)}"
    count = len(report.sentences)
    plural = "" if count == 1 else "s"
    yield f"{report.flagged} of {count} sentence{plural} flagged" if report.findings else f"{count} sentence{plural}"
    if report.suppressed:
        yield f"{len(report.suppressed)} left out"
    if report.released:
        yield "released by an editor"
    if report.pivot:
        yield f"translated through {one_line(report.pivot.language)} ({percent(report.pivot.confidence)})"


def _place(sentence: SentenceReport, lines: Lines | None) -> str:
    """Say where a sentence is: its line in the file, or its number where the text is no file's."""
    if lines:
        return f"line {lines.position(sentence.sentence.start).line}"
    return f"sentence {sentence.sentence.index + 1}"


def _extent(sentence: SentenceReport) -> tuple[int, int]:
    """Return what to quote: the sentence, and what its findings cover beyond it."""
    starts = [f.start for f in sentence.findings]
    ends = [f.end for f in sentence.findings]
    return min([sentence.sentence.start, *starts]), max([sentence.sentence.end, *ends])


def _marks(sentence: SentenceReport) -> Sequence[Mark]:
    """Return what to underline; a finding about the whole sentence needs no line under all of it."""
    marked = [f for f in sentence.findings if not _is_whole(f, sentence)]
    several = len(sentence.findings) > 1
    return [Mark(f.start, f.end, f.rule if several else "", f.severity.rank) for f in marked]


def _is_whole(finding: Finding, sentence: SentenceReport) -> bool:
    place = sentence.sentence
    return finding.start <= place.start and finding.end >= place.start + len(place.text.rstrip())
