"""A finding as issue trackers and code review see it: a place, a message, an identity that survives edits nearby."""

import hashlib
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from mtcheck.finding import Finding
from mtcheck.formats.characters import one_line
from mtcheck.formats.place import Lines, Region, path_of
from mtcheck.formats.wording import full_message
from mtcheck.report import ArticleReport, SentenceReport, Suppressed

CONTEXT = 100
"""Characters shown either side of a span where a format has room for the words around it."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding with its place.

    * `path`: the file, relative where possible. `article` names the article in it, None if the file holds only one.
    * `region`: lines and columns; None if the file's lines are not the article's.
    * `fingerprint`: from rule, sentence and occurrence, so that lines may move; unique within an article.
    * `message`: one line: what is wrong, the suggestions, the article where `region` cannot say it.
    * `context`: the words around the span, one line.
    * `suppressed`: how it was left out of the report; None for a finding of the report.
    """

    finding: Finding
    path: str
    article: str | None
    region: Region | None
    fingerprint: str
    message: str
    context: str
    suppressed: Suppressed | None = None


def issues(report: ArticleReport, *, with_suppressed: bool = False) -> Iterator[Issue]:
    """Yield the findings of an article as issues, in order of place; those left out too if wanted.

    A finding's fingerprint is the same whether others are left out or not.
    """
    lines = Lines(report.text) if report.is_file else None
    article = None if report.id == report.source else report.id
    path = path_of(report.source)
    seen: Counter[str] = Counter()
    left_out = _left_out(report)
    for sentence in report.sentences:
        findings: list[tuple[Finding, Suppressed | None]] = [(finding, None) for finding in sentence.findings]
        if own := left_out.get(sentence.sentence.index):
            findings = sorted([*findings, *own], key=_place)
        base = _sentence_hash(sentence, article) if findings else ""
        for finding, suppressed in findings:
            key = _digest(f"{finding.rule}\0{base}")
            seen[key] += 1
            if suppressed and not with_suppressed:
                continue
            yield Issue(
                finding=finding,
                path=path,
                article=article,
                region=lines.region(finding.start, finding.end) if lines else None,
                fingerprint=f"{key}:{seen[key]}",
                message=full_message(finding, article),
                context=context(report.text, finding.start, finding.end),
                suppressed=suppressed,
            )


def _left_out(report: ArticleReport) -> dict[int, list[tuple[Finding, Suppressed | None]]]:
    """Return the suppressed findings by the sentence they start in, or starts after them."""
    starts = [s.sentence.start for s in report.sentences]
    found: dict[int, list[tuple[Finding, Suppressed | None]]] = defaultdict(list)
    for suppressed in report.suppressed:
        number = max(0, bisect_right(starts, suppressed.finding.start) - 1)
        found[report.sentences[number].sentence.index].append((suppressed.finding, suppressed))
    return found


def _place(item: tuple[Finding, Suppressed | None]) -> tuple[int, int, str]:
    finding, _ = item
    return finding.start, finding.end, finding.rule


def context(text: str, start: int, end: int) -> str:
    """Return the words around a span as one line, cut off where they go on; a long span is shown by its two ends."""
    if end - start > 2 * CONTEXT:
        return f"{context(text, start, start)} {context(text, end, end)}"
    left, right = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    before = "…" if left else ""
    after = "…" if right < len(text) else ""
    return before + one_line(text[left:right]) + after


def _sentence_hash(report: SentenceReport, article: str | None) -> str:
    words = " ".join(report.sentence.text.casefold().split())
    return _digest(f"{article or ''}\0{words}")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
