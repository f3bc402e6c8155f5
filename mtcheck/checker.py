"""The one pipeline: articles in, reports out. The command line and the Python API both run it."""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mtcheck import scoring
from mtcheck._version import __version__
from mtcheck.analysis import Analysis
from mtcheck.article import Article, Sentence, SkippedInput
from mtcheck.calibration import Calibration
from mtcheck.config import Config, ConfigError
from mtcheck.finding import Finding
from mtcheck.language import refusal
from mtcheck.report import ArticleReport, SentenceReport, Verdict
from mtcheck.resources import Resources
from mtcheck.rules import Rule, select_rules

TOO_SHORT = f"fewer than {scoring.MIN_WORDS} words: too short to judge, mt_probability is the base rate"


class Checker:
    """Checks articles with one configuration.

    It keeps no state between articles, so that reports do not depend on the order, the batch or the process.
    """

    def __init__(self, config: Config | None = None) -> None:
        """Prepare the selected rules.

        Raises `NameDataError` where one of the configuration's lists of names cannot be read or has an error, and
        `ConfigError` where `select` and `ignore` leave no rule.
        """
        self.config = config or Config()
        self._resources = Resources(self.config.names)
        self._rules: tuple[Rule, ...] = tuple(
            rule(self._resources) for rule in select_rules(self.config.select, self.config.ignore)
        )
        if not self._rules:
            raise ConfigError("select and ignore leave no rule to run")
        self._calibration = Calibration.load()
        self.signature = self._sign()

    def check(self, article: Article | str) -> ArticleReport:
        """Return the report of one article; a plain string is taken as its text."""
        article = Article(text=article) if isinstance(article, str) else article
        if not article.text.strip():
            return self._skipped(article, "empty")
        if reason := refusal(article.text, article.language):
            return self._skipped(article, reason)
        analysis = Analysis(article, self._resources)
        if not analysis.words:
            return self._skipped(article, "no words")
        return self._report(analysis, self._findings(analysis))

    def check_many(self, articles: Iterable[Article | SkippedInput | str]) -> Iterator[ArticleReport]:
        """Yield one report per input, in order, as they come; skipped inputs keep their reason."""
        for item in articles:
            yield self._unread(item) if isinstance(item, SkippedInput) else self.check(item)

    def _findings(self, analysis: Analysis) -> list[Finding]:
        found = (f for rule in self._rules for f in rule.check(analysis))
        kept = [self._graded(f) for f in found if f.confidence >= self.config.min_confidence]
        return sorted(kept, key=lambda f: (f.start, f.end, f.rule))

    def _graded(self, finding: Finding) -> Finding:
        severity = self.config.severity.get(finding.rule)
        return replace(finding, severity=severity) if severity else finding

    def _report(self, analysis: Analysis, findings: Sequence[Finding]) -> ArticleReport:
        article, words = analysis.article, len(analysis.words)
        quality = scoring.quality(scoring.penalty(findings) * 100.0 / max(words, scoring.MIN_WORDS))
        judged = words >= scoring.MIN_WORDS
        article_p = self._probability(findings, words) if judged else self._calibration.base_rate
        sentences = tuple(
            self._sentence_report(analysis, sentence, own, article_p)
            for sentence, own in zip(analysis.sentences, _by_sentence(analysis.sentences, findings), strict=True)
        )
        point = self._calibration.points[self.config.operating_point]
        return ArticleReport(
            id=article.id,
            source=article.source,
            title=article.title,
            published=article.published,
            language="en",
            text=article.text,
            signature=self.signature,
            verdict=scoring.verdict(quality, article_p, sentences, point, words),
            skipped=None,
            quality=quality,
            mt_probability=article_p,
            pivot=None,
            notes=article.notes if judged else (*article.notes, TOO_SHORT),
            sentences=sentences,
            is_file=article.is_file,
        )

    def _sentence_report(
        self, analysis: Analysis, sentence: Sentence, findings: tuple[Finding, ...], article_probability: float
    ) -> SentenceReport:
        quality = scoring.quality(scoring.penalty(findings))
        words = len(analysis.words_between(sentence.start, sentence.end))
        own = self._probability(findings, max(words, scoring.MIN_WORDS))
        share = self._calibration.context
        blended = _logistic((1 - share) * _log_odds(own) + share * _log_odds(article_probability))
        return SentenceReport(sentence, findings, quality, blended, scoring.is_flagged(findings, quality))

    def _probability(self, findings: Sequence[Finding], words: int) -> float:
        counts = Counter(f.rule for f in findings)
        return scoring.probability(counts, words, self._calibration.weights, self._calibration.bias)

    def _skipped(self, article: Article, reason: str) -> ArticleReport:
        return ArticleReport(
            id=article.id,
            source=article.source,
            title=article.title,
            published=article.published,
            language=article.language,
            text=article.text,
            signature=self.signature,
            verdict=Verdict.SKIPPED,
            skipped=reason,
            quality=None,
            mt_probability=None,
            pivot=None,
            notes=article.notes,
            sentences=(),
            is_file=article.is_file,
        )

    def _unread(self, item: SkippedInput) -> ArticleReport:
        return self._skipped(Article(text="", id=item.id, source=item.source), item.reason)

    def _sign(self) -> str:
        """Name everything a report depends on, as sacrebleu's signatures do."""
        rules = ",".join(rule.code for rule in self._rules) if self.config.select or self.config.ignore else "all"
        parts = {
            "rules": rules,
            "names": self._resources.names.version,
            "lexicon": self._resources.lexicon.version,
            "calibration": self._calibration.version,
            "point": self.config.operating_point,
            "min-confidence": f"{self.config.min_confidence:g}",
            "severity": ",".join(f"{code}={s.value}" for code, s in sorted(self.config.severity.items())) or "default",
            "version": __version__,
        }
        return "|".join(f"{key}:{value}" for key, value in parts.items())


def _by_sentence(sentences: Sequence[Sentence], findings: Sequence[Finding]) -> list[tuple[Finding, ...]]:
    """Give each finding to the sentence it starts in, or starts before."""
    groups: list[list[Finding]] = [[] for _ in sentences]
    starts = [s.start for s in sentences]
    for finding in findings:
        groups[max(0, bisect_right(starts, finding.start) - 1)].append(finding)
    return [tuple(group) for group in groups]


def _log_odds(p: float) -> float:
    p = min(max(p, 1e-9), 1 - 1e-9)
    return math.log(p / (1 - p))


def _logistic(x: float) -> float:
    return 1.0 / (1.0 + math.exp(-x))
