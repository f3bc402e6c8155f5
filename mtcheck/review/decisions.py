"""What reviewers decide in the HTML report: the file that it exports, read, checked and merged."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from mtcheck.review.reading import read_json, rows, text

SCHEMA = "mtcheck.decisions/1"
MAX_BYTES = 512 << 20
ACCEPT, REJECT, EDIT = "accept", "reject", "edit"
RELEASE, HOLD = "release", "hold"
NOT_AN_ERROR, ACCEPTED_SPELLING, QUOTED_AS_IS = "not-an-error", "accepted-spelling", "quoted-as-is"
REASONS = (NOT_AN_ERROR, ACCEPTED_SPELLING, QUOTED_AS_IS)

_RULE = re.compile(r"[A-Z]{3}[0-9]{3}")


class DecisionsError(ValueError):
    """A file of decisions that cannot be used; the message is one line."""


@dataclass(frozen=True, slots=True)
class FindingDecision:
    """What a reviewer decided about one finding.

    * `start`, `end`: of the span, and `sentence_start`, `sentence_end`: code-point offsets into the article's text.
    * `decision`: `accept`, `reject`, `edit`, or empty where there is only a note. `reason`: of a rejection, one of `REASONS`.
    * `wording`: what is to stand in the span's place; None leaves the text as it is.
    """

    rule: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    decision: str
    reason: str
    wording: str | None
    note: str


@dataclass(frozen=True, slots=True)
class ArticleDecision:
    """What a reviewer decided about one article: `release`, `hold` or nothing about the verdict, and its findings."""

    id: str
    source: str
    text: str
    decision: str
    note: str
    findings: tuple[FindingDecision, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two reviewers who decided differently; `rule` and `span` are empty where it is about the article's verdict."""

    article: str
    rule: str
    span: str
    first: str
    second: str


def read_decisions(path: Path) -> tuple[ArticleDecision, ...]:
    """Read an exported file. Raises `DecisionsError` naming the file and what is wrong with it."""
    try:
        return tuple(_article(row) for row in rows(read_json(path, SCHEMA, MAX_BYTES), "articles"))
    except OSError as error:
        raise DecisionsError(f"{path}: cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise DecisionsError(f"{path}: not a file of decisions ({error})") from error


def merge(files: Iterable[Iterable[ArticleDecision]]) -> tuple[tuple[ArticleDecision, ...], tuple[Conflict, ...]]:
    """Return the decisions of several reviewers together, and where they disagree; of a conflict neither side is kept."""
    articles: dict[tuple[str, str], ArticleDecision] = {}
    conflicts: list[Conflict] = []
    for article in (article for file in files for article in file):
        key = (article.id, article.text)
        articles[key] = _merged(articles[key], article, conflicts) if key in articles else article
    return tuple(articles.values()), tuple(conflicts)


def _merged(first: ArticleDecision, second: ArticleDecision, conflicts: list[Conflict]) -> ArticleDecision:
    decision = first.decision or second.decision
    if first.decision and second.decision and first.decision != second.decision:
        conflicts.append(Conflict(first.id, "", "", first.decision, second.decision))
        decision = ""
    theirs = {_identity(finding): finding for finding in second.findings}
    findings = []
    for mine in first.findings:
        other = theirs.pop(_identity(mine), None)
        findings.append(_agreed(first, mine, other, conflicts) if other else mine)
    note = "; ".join(dict.fromkeys(note for note in (first.note, second.note) if note))
    return replace(first, decision=decision, note=note, findings=(*findings, *theirs.values()))


def _identity(finding: FindingDecision) -> tuple[str, int, int]:
    return finding.rule, finding.start, finding.end


def _agreed(
    article: ArticleDecision, mine: FindingDecision, other: FindingDecision, conflicts: list[Conflict]
) -> FindingDecision:
    note = "; ".join(dict.fromkeys(note for note in (mine.note, other.note) if note))
    if not mine.decision or not other.decision:
        return replace(mine if mine.decision else other, note=note)
    if (mine.decision, mine.reason, mine.wording) == (other.decision, other.reason, other.wording):
        return replace(mine, note=note)
    span = article.text[mine.start : mine.end]
    conflicts.append(Conflict(article.id, mine.rule, span, _worded(mine), _worded(other)))
    return replace(mine, decision="", reason="", wording=None, note=note)


def _worded(finding: FindingDecision) -> str:
    if finding.decision == REJECT:
        return f"{REJECT} ({finding.reason})"
    return finding.decision if finding.wording is None else f"{finding.decision} “{finding.wording}”"


def _article(row: Mapping[str, object]) -> ArticleDecision:
    body = text(row, "text")
    decision = _choice(row, "decision", (RELEASE, HOLD, ""))
    findings = tuple(_findings(row, body))
    return ArticleDecision(text(row, "id"), text(row, "source"), body, decision, text(row, "note"), findings)


def _findings(row: Mapping[str, object], body: str) -> Iterator[FindingDecision]:
    for finding in rows(row, "findings"):
        sentence = finding.get("sentence")
        if not isinstance(sentence, Mapping):
            raise ValueError("sentence is not an object")
        start, end = _span(finding, len(body))
        if body[start:end] != text(finding, "text"):
            raise ValueError(f"the text at {start} to {end} is not that of the finding")
        rule = text(finding, "rule")
        if not _RULE.fullmatch(rule):
            raise ValueError(f"{rule!r} is no code of a rule")
        decision = _choice(finding, "decision", (ACCEPT, REJECT, EDIT, ""))
        reason = _choice(finding, "reason", (*REASONS, ""))
        yield FindingDecision(
            rule,
            start,
            end,
            *_span(sentence, len(body)),
            decision,
            reason if decision == REJECT else "",
            _wording(finding) if decision in (ACCEPT, EDIT) else None,
            text(finding, "note"),
        )


def _wording(finding: Mapping[str, object]) -> str | None:
    wording = finding.get("wording")
    if wording is not None and not isinstance(wording, str):
        raise ValueError("wording is not a string")
    return wording


def _choice(row: Mapping[str, object], name: str, known: tuple[str, ...]) -> str:
    value = text(row, name)
    if value not in known:
        raise ValueError(f"{name} is {value!r}; known are {', '.join(filter(None, known))}")
    return value


def _span(row: Mapping[str, object], length: int) -> tuple[int, int]:
    start, end = row.get("start"), row.get("end")
    are_numbers = isinstance(start, int) and isinstance(end, int) and not isinstance(start, bool)
    if not are_numbers or not 0 <= start <= end <= length:  # type: ignore[operator]
        raise ValueError(f"start {start!r} and end {end!r} are no span of the text")
    return start, end  # type: ignore[return-value]
