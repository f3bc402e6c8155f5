"""What follows from a review: a baseline, accepted names, corrected texts, and how often each rule was right."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mtcheck.names.spelling import clean, name_problem
from mtcheck.names.user_list import Entry
from mtcheck.review.baseline import Baseline, Released, grouped, text_digest
from mtcheck.review.decisions import (
    ACCEPT,
    ACCEPTED_SPELLING,
    EDIT,
    REJECT,
    RELEASE,
    ArticleDecision,
    FindingDecision,
)
from mtcheck.review.keys import FindingKey, finding_key

NAMES = "NAM"
"""Family of the rules whose spans are names."""
ORGANISATIONS = "NAM006"


@dataclass(frozen=True, slots=True)
class Judged:
    """How reviewers judged the findings of one rule."""

    rule: str
    right: int
    wrong: int

    @property
    def precision(self) -> float:
        """Share of right ones among those decided, 0-1."""
        return self.right / (self.right + self.wrong)


@dataclass(frozen=True, slots=True)
class Corrected:
    """An article with the accepted and edited wordings in it; `overlapping` changes could not be made beside others."""

    article: ArticleDecision
    text: str
    changes: int
    overlapping: int


def rejected(articles: Iterable[ArticleDecision]) -> Baseline:
    """Return the baseline of rejected findings and released articles, with the reviewers' reasons and notes."""
    rows: list[tuple[str, FindingKey, int, str]] = []
    released = []
    for article in articles:
        for finding in article.findings:
            if finding.decision == REJECT:
                sentence = article.text[finding.sentence_start : finding.sentence_end]
                key = finding_key(finding.rule, sentence, article.text[finding.start : finding.end])
                rows.append((article.id, key, len(sentence.split()), _reason(finding.reason, finding.note)))
        if article.decision == RELEASE:
            released.append(Released(article.id, text_digest(article.text), _reason("released", article.note)))
    return Baseline(grouped(rows), tuple(released))


def accepted_names(articles: Iterable[ArticleDecision]) -> tuple[Entry, ...]:
    """Return the names whose spelling reviewers accepted, as entries of a list of names, each once."""
    entries: dict[tuple[str, str], Entry] = {}
    for article in articles:
        for finding in article.findings:
            name = clean(article.text[finding.start : finding.end])
            is_name = finding.reason == ACCEPTED_SPELLING and finding.rule.startswith(NAMES)
            if is_name and not name_problem(name):
                kind = "organisation" if finding.rule == ORGANISATIONS else "person"
                entries[kind, name] = Entry(name, kind, source="accepted in review")
    return tuple(entries.values())


def corrected(article: ArticleDecision) -> Corrected | None:
    """Return the article as the reviewer wants it; None where no wording was chosen.

    Of changes that overlap, the first stays, and of those the one that reaches further.
    """
    wanted = [f for f in article.findings if f.decision in (ACCEPT, EDIT) and f.wording is not None]
    pieces: list[str] = []
    at = changes = 0
    for finding in sorted(wanted, key=lambda f: (f.start, -f.end)):
        if finding.start < at:
            continue
        pieces += [article.text[at : finding.start], finding.wording or ""]
        at, changes = finding.end, changes + 1
    if not changes:
        return None
    return Corrected(article, "".join([*pieces, article.text[at:]]), changes, len(wanted) - changes)


def judged(articles: Iterable[ArticleDecision]) -> tuple[Judged, ...]:
    """Return how each rule's findings were judged, in the order of the codes; accepted and edited ones were right."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for finding in _decided(articles):
        counts[finding.rule][finding.decision == REJECT] += 1
    return tuple(Judged(rule, right, wrong) for rule, (right, wrong) in sorted(counts.items()))


def _decided(articles: Iterable[ArticleDecision]) -> Iterator[FindingDecision]:
    return (finding for article in articles for finding in article.findings if finding.decision)


def _reason(reason: str, note: str) -> str:
    return f"{reason}: {note}" if note else reason
