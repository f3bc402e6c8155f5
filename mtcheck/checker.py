"""The one pipeline: articles in, reports out. The command line and the Python API both run it."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mtcheck import scoring
from mtcheck._version import __version__
from mtcheck.analysis import Analysis
from mtcheck.article import Article, Sentence, SkippedInput
from mtcheck.config import Config, ConfigError
from mtcheck.detection.combination import logistic
from mtcheck.detection.evidence import SentenceEvidence
from mtcheck.detection.pivot import infer_pivot
from mtcheck.directives import Directive
from mtcheck.finding import Finding
from mtcheck.language import refusal
from mtcheck.phrases.tables import phrase_data_version
from mtcheck.report import ArticleReport, Pivot, SentenceReport, Verdict
from mtcheck.resources import Resources
from mtcheck.review.baseline import BaselineIndex, read_baseline
from mtcheck.review.suppression import Parted, part
from mtcheck.rules import Rule, select_rules
from mtcheck.rules.flu002_machine_translated import settled
from mtcheck.rules.phrase_rule import PhraseRule
from mtcheck.rules.replaced_words import rests_on_article
from mtcheck.rules.sup001_unused_suppression import UnusedSuppression

TOO_SHORT = f"fewer than {scoring.MIN_WORDS} words: too short to judge, mt_probability is the base rate"


class Checker:
    """Checks articles with one configuration.

    It keeps no state between articles, so that reports do not depend on the order, the batch or the process.
    """

    def __init__(self, config: Config | None = None) -> None:
        """Prepare the selected rules.

        Raises `NameDataError` where one of the configuration's lists of names cannot be read or has an error,
        `EncoderError` where the encoder cannot be had, `BaselineError` where the baseline cannot be read, and `ConfigError`
        where `select` and `ignore` leave no rule.
        """
        self.config = config or Config()
        self._resources = Resources(self.config.names, self.config.encoder)
        self._rules: tuple[Rule, ...] = tuple(
            rule(self._resources) for rule in select_rules(self.config.select, self.config.ignore)
        )
        if not self._rules:
            raise ConfigError("select and ignore leave no rule to run")
        self._notices = next((rule for rule in self._rules if isinstance(rule, UnusedSuppression)), None)
        path = self.config.baseline
        self._baseline = BaselineIndex(read_baseline(path)) if path else None
        self._calibration = self._resources.calibration
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
        return self._report(analysis, self._part(analysis, self.findings(analysis)))

    def check_many(self, articles: Iterable[Article | SkippedInput | str]) -> Iterator[ArticleReport]:
        """Yield one report per input, in order, as they come; skipped inputs keep their reason."""
        for item in articles:
            yield self._unread(item) if isinstance(item, SkippedInput) else self.check(item)

    @property
    def resources(self) -> Resources:
        """The lists and models that the rules share."""
        return self._resources

    def findings(self, analysis: Analysis) -> list[Finding]:
        """Return what the selected rules find, regraded and filtered as the configuration says, in order."""
        found = (f for rule in self._rules for f in rule.check(analysis))
        kept = [f for f in found if f.confidence >= self.config.min_confidence]
        groups = findings_by_sentence(analysis.sentences, kept)
        explained = (f for group in groups for f in settled(analysis.text, group))
        return list(in_order(map(self._graded, explained)))

    def _graded(self, finding: Finding) -> Finding:
        severity = self.config.severity.get(finding.rule)
        return replace(finding, severity=severity) if severity else finding

    def _part(self, analysis: Analysis, findings: Sequence[Finding]) -> Parted:
        """Leave out what inline suppressions and the baseline say, and add suppressions that suppress nothing."""
        article, sentences = analysis.article, published_sentences(analysis)
        length = len(article.text)
        parted = part(article.id, sentences, published(analysis, findings), length, analysis.directives, self._baseline)
        if self._notices is None:
            return parted
        unused = [self._notices.unused(analysis, d) for d in parted.unused if self._is_judged(d)]
        notices = part(
            article.id, sentences, published(analysis, map(self._graded, unused)), length, (), self._baseline
        )
        return Parted(in_order([*parted.kept, *notices.kept]), (*parted.suppressed, *notices.suppressed), ())

    def _is_judged(self, directive: Directive) -> bool:
        """Whether this run could have found what the directive is about."""
        if not directive.codes:
            return not (self.config.select or self.config.ignore)
        return any(rule.code.startswith(directive.codes) for rule in self._rules)

    def _report(self, analysis: Analysis, parted: Parted) -> ArticleReport:
        article, words = analysis.article, len(analysis.words)
        damage = [f for f in parted.kept if f.rule != UnusedSuppression.code]
        quality = article_quality(analysis, damage)
        judged = words >= scoring.MIN_WORDS
        groups = findings_by_sentence(analysis.sentences, damage)
        article_p, sentence_p = self._probabilities(analysis, groups) if judged else self._base_rates(analysis)
        sentences = tuple(
            _sentence_report(sentence, shown, own, evidence, p)
            for sentence, shown, own, evidence, p in zip(
                published_sentences(analysis),
                findings_by_sentence(analysis.sentences, parted.kept),
                groups,
                analysis.evidence,
                sentence_p,
                strict=True,
            )
        )
        point = self._calibration.points[self.config.operating_point]
        released = self._baseline.released(article.text) if self._baseline else None
        return ArticleReport(
            id=article.id,
            source=article.source,
            title=article.title,
            published=article.published,
            language="en",
            text=article.text,
            signature=self.signature,
            verdict=scoring.verdict(quality, article_p, sentences, point, words, is_released=released is not None),
            skipped=None,
            quality=quality,
            mt_probability=article_p,
            pivot=self._pivot(analysis) if judged else None,
            notes=article.notes if judged else (*article.notes, TOO_SHORT),
            sentences=sentences,
            is_file=article.is_file,
            suppressed=parted.suppressed,
            released=released,
        )

    def _probabilities(self, analysis: Analysis, groups: Sequence[Sequence[Finding]]) -> tuple[float, list[float]]:
        """Return the probability of the article and of each sentence."""
        said = [
            scoring.findings_log_odds(
                Counter(f.rule for f in own if not rests_on_article(f)),
                max(len(analysis.words_between(sentence.start, sentence.end)), scoring.MIN_WORDS),
                self._calibration.rules,
            )
            for sentence, own in zip(analysis.sentences, groups, strict=True)
        ]
        article, sentences = self._calibration.combination.scores(analysis.evidence, said)
        return logistic(article), [logistic(score) for score in sentences]

    def _pivot(self, analysis: Analysis) -> Pivot | None:
        if not any(isinstance(rule, PhraseRule) for rule in self._rules):
            return None
        return infer_pivot(analysis.damaged_phrases, self._resources.phrases.languages_of)

    def _base_rates(self, analysis: Analysis) -> tuple[float, list[float]]:
        return self._calibration.base_rate, [self._calibration.base_rate] * len(analysis.sentences)

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

    def _phrase_versions(self) -> dict[str, str]:
        if not any(isinstance(rule, PhraseRule) for rule in self._rules):
            return {}
        return {"phrases": phrase_data_version(), "encoder": self._resources.encoder.version}

    def _sign(self) -> str:
        """Name everything a report depends on, as sacrebleu's signatures do."""
        rules = ",".join(rule.code for rule in self._rules) if self.config.select or self.config.ignore else "all"
        parts = {
            "rules": rules,
            **({"baseline": self._baseline.version} if self._baseline else {}),
            "names": self._resources.names.version,
            **self._phrase_versions(),
            "network": self._resources.packaged_encoder.version,
            "lexicon": self._resources.lexicon.version,
            "calibration": self._calibration.version,
            "point": self.config.operating_point,
            "min-confidence": f"{self.config.min_confidence:g}",
            "severity": ",".join(f"{code}={s.value}" for code, s in sorted(self.config.severity.items())) or "default",
            "version": __version__,
        }
        return "|".join(f"{key}:{value}" for key, value in parts.items())


def article_quality(analysis: Analysis, findings: Sequence[Finding]) -> float:
    """Return an article's quality, 0-100."""
    expected = (scoring.expected_penalty(evidence.reading.penalty) for evidence in analysis.evidence)
    words = max(len(analysis.words), scoring.MIN_WORDS)
    return scoring.quality((scoring.penalty(findings) + scoring.excess_penalty(expected, words)) * 100.0 / words)


def published_sentences(analysis: Analysis) -> tuple[Sentence, ...]:
    """Return the sentences with their texts as published, inline suppressions included."""
    if not analysis.directives:
        return analysis.sentences
    text = analysis.article.text
    return tuple(replace(sentence, text=text[sentence.start : sentence.end]) for sentence in analysis.sentences)


def published(analysis: Analysis, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings with their spans as published; blanks that stand for inline suppressions are no fault."""
    if not analysis.directives:
        return tuple(findings)
    text = analysis.article.text
    return tuple(replace(f, text=text[f.start : f.end]) for f in findings if not f.text or f.text.strip())


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings in order of place."""
    return tuple(sorted(findings, key=lambda f: (f.start, f.end, f.rule)))


def _sentence_report(
    sentence: Sentence,
    findings: tuple[Finding, ...],
    damage: tuple[Finding, ...],
    evidence: SentenceEvidence,
    probability: float,
) -> SentenceReport:
    quality = scoring.sentence_quality(damage, scoring.expected_loss(evidence.reading, len(sentence.text)))
    return SentenceReport(sentence, findings, quality, probability, scoring.is_flagged(findings))


def findings_by_sentence(sentences: Sequence[Sentence], findings: Sequence[Finding]) -> list[tuple[Finding, ...]]:
    """Give each finding to the sentence it starts in, or starts before."""
    groups: list[list[Finding]] = [[] for _ in sentences]
    starts = [s.start for s in sentences]
    for finding in findings:
        groups[max(0, bisect_right(starts, finding.start) - 1)].append(finding)
    return [tuple(group) for group in groups]
