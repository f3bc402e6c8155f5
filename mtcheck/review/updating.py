"""A baseline written anew from what a run finds."""

from mtcheck.report import ArticleReport, SentenceReport, Verdict
from mtcheck.review.baseline import Accepted, Baseline, BaselineIndex, Released, grouped, merged, text_digest
from mtcheck.review.keys import FindingKey, finding_key

Row = tuple[str, FindingKey, int, str]
"""Article, key, words of the sentence, reason."""


class BaselineUpdate:
    """Collects every finding of a run that was made without a baseline.

    Reasons that the old baseline gives are kept, and so are its entries for articles that the run did not see.
    """

    def __init__(self, old: Baseline, fail_under: float | None = None) -> None:
        """Start from the old baseline, an empty one if there is none; articles of a quality under `fail_under` are released."""
        self._fail_under = fail_under
        self._old, self._index = old, BaselineIndex(old)
        self._seen: set[str] = set()
        self._rows: list[Row] = []
        self._released: list[Released] = []

    def add(self, report: ArticleReport) -> None:
        """Take the findings and the verdict of one article."""
        self._seen.add(report.id)
        for sentence in report.sentences:
            self._rows += [self._row(report.id, sentence, f.rule, f.text) for f in sentence.findings]
        if report.verdict is Verdict.FAIL or self._is_low(report.quality):
            before = self._index.released(report.text)
            self._released.append(Released(report.id, text_digest(report.text), before.reason if before else ""))

    def result(self) -> Baseline:
        """Return the new baseline."""
        unseen = Baseline(
            tuple(e for e in self._old.accepted if e.article not in self._seen),
            tuple(e for e in self._old.released if e.article not in self._seen),
        )
        return merged([unseen, Baseline(grouped(self._rows), tuple(self._released))])

    def _is_low(self, quality: float | None) -> bool:
        return quality is not None and self._fail_under is not None and quality < self._fail_under

    def _row(self, article: str, sentence: SentenceReport, rule: str, span: str) -> Row:
        key = finding_key(rule, sentence.sentence.text, span)
        before: Accepted | None = self._index.entry(article, key)
        return article, key, len(sentence.sentence.text.split()), before.reason if before else ""
