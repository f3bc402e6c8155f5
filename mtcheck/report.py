"""What a check gives: one report per article, one per sentence inside it."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from mtcheck.article import Sentence
from mtcheck.finding import Finding
from mtcheck.review.baseline import Accepted, Released


class Verdict(str, Enum):
    """What to do with an article."""

    PASS = "pass"
    REVIEW = "review"
    FAIL = "fail"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Pivot:
    """The language an article was probably translated through: an ISO 639-1 code and a confidence, 0-1."""

    language: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding left out of the report: by `entry` of the baseline, or by an inline suppression where that is None."""

    finding: Finding
    entry: Accepted | None = None


@dataclass(frozen=True, slots=True)
class SentenceReport:
    """One sentence, its findings in order of place, and its scores.

    `quality` is 0-100 (100: nothing found), `mt_probability` 0-1; `flagged` says that an editor should look.
    """

    sentence: Sentence
    findings: tuple[Finding, ...]
    quality: float
    mt_probability: float
    flagged: bool


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """The outcome for one article. For `Verdict.SKIPPED`, `skipped` says why, and both scores are None.

    `is_file` is the article's: whether lines of `text` are lines of the file `source`. `suppressed` findings are part of nothing
    else; `released` is the entry of the baseline that overrules the verdict.
    """

    id: str
    source: str
    title: str | None
    published: date | None
    language: str | None
    text: str
    signature: str
    verdict: Verdict
    skipped: str | None
    quality: float | None
    mt_probability: float | None
    pivot: Pivot | None
    notes: tuple[str, ...]
    sentences: tuple[SentenceReport, ...]
    is_file: bool = False
    suppressed: tuple[Suppressed, ...] = ()
    released: Released | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding of the article, in order of place."""
        return tuple(f for s in self.sentences for f in s.findings)

    @property
    def flagged(self) -> int:
        """How many sentences an editor should look at."""
        return sum(s.flagged for s in self.sentences)
