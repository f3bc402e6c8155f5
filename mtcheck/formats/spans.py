"""A sentence cut into plain and marked pieces, for formats that show marks inside the text."""

from collections.abc import Iterator
from dataclasses import dataclass

from mtcheck.finding import Finding
from mtcheck.report import SentenceReport


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence; `findings` are those that cover it or parts of it, in order of place."""

    text: str
    findings: tuple[Finding, ...]

    @property
    def worst(self) -> str:
        """The worst severity of the findings; empty for a plain piece."""
        return max(self.findings, key=lambda f: f.severity.rank).severity.value if self.findings else ""

    @property
    def codes(self) -> str:
        """The rules of the findings, each once."""
        return " ".join(dict.fromkeys(f.rule for f in self.findings))


def pieces(report: SentenceReport) -> Iterator[Piece]:
    """Yield a sentence in pieces that together are its text; findings that overlap share one piece."""
    sentence = report.sentence
    at = sentence.start
    for start, end, findings in _groups(report):
        low, high = max(at, start), min(max(at, end), sentence.end)
        if at < low:
            yield Piece(sentence.text[at - sentence.start : low - sentence.start], ())
        yield Piece(sentence.text[low - sentence.start : high - sentence.start], findings)
        at = max(at, high)
    if at < sentence.end:
        yield Piece(sentence.text[at - sentence.start :], ())


def _groups(report: SentenceReport) -> Iterator[tuple[int, int, tuple[Finding, ...]]]:
    group: list[Finding] = []
    reach = -1
    for finding in sorted(report.findings, key=lambda f: (f.start, f.end)):
        if group and finding.start >= reach:
            yield group[0].start, reach, tuple(group)
            group = []
        reach = max(reach, finding.end) if group else finding.end
        group.append(finding)
    if group:
        yield group[0].start, reach, tuple(group)
