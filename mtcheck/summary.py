"""The totals of a run, counted report by report in constant memory."""

from collections import Counter

from mtcheck.finding import Severity
from mtcheck.report import ArticleReport, Verdict


class Summary:
    """Counts over all articles seen so far.

    * `by_verdict`: articles; `by_rule` (rule codes) and `by_severity`: findings.
    * `sentences`, `flagged`: sentences of scored articles, and those an editor should look at.
    * `suppressed`: findings left out by baseline and inline suppressions.
    """

    def __init__(self) -> None:
        """Start with nothing counted."""
        self.by_verdict: Counter[Verdict] = Counter()
        self.by_rule: Counter[str] = Counter()
        self.by_severity: Counter[Severity] = Counter()
        self.sentences = 0
        self.flagged = 0
        self.suppressed = 0
        self._quality_sum = 0.0

    def add(self, report: ArticleReport) -> None:
        """Count one article."""
        self.by_verdict[report.verdict] += 1
        self._quality_sum += report.quality or 0.0
        self.suppressed += len(report.suppressed)
        for sentence in report.sentences:
            self.sentences += 1
            self.flagged += sentence.flagged
            self.by_rule.update(f.rule for f in sentence.findings)
            self.by_severity.update(f.severity for f in sentence.findings)

    @property
    def articles(self) -> int:
        """All articles, skipped ones included."""
        return self.by_verdict.total()

    @property
    def scored(self) -> int:
        """Articles that were not skipped."""
        return self.articles - self.by_verdict[Verdict.SKIPPED]

    @property
    def findings(self) -> int:
        """All findings."""
        return self.by_severity.total()

    @property
    def mean_quality(self) -> float | None:
        """The mean quality, 0-100, of the scored articles; None without any."""
        return self._quality_sum / self.scored if self.scored else None

    def line(self) -> str:
        """Return the totals as one line for a person."""
        verdicts = ", ".join(f"{self.by_verdict[v]} {v.value}" for v in Verdict if self.by_verdict[v])
        if not self.articles:
            return "mtcheck: no articles"
        parts = [f"{_count(self.articles, 'article')}: {verdicts}"]
        if self.scored:
            parts.append(f"{self.flagged} of {_count(self.sentences, 'sentence')} flagged")
            grades = ", ".join(f"{self.by_severity[s]} {s.value}" for s in reversed(Severity) if self.by_severity[s])
            parts.append(_count(self.findings, "finding") + (f" ({grades})" if grades else ""))
            if self.suppressed:
                parts.append(f"{self.suppressed} left out as decided before")
        return "mtcheck: " + "; ".join(parts)

    def as_json(self) -> dict[str, object]:
        """Return the `summary` object of the JSON report; `rules` names those that found something."""
        mean = self.mean_quality
        return {
            "articles": self.articles,
            "scored": self.scored,
            "verdicts": {v.value: self.by_verdict[v] for v in Verdict},
            "mean_quality": None if mean is None else round(mean, 2),
            "sentences": self.sentences,
            "flagged": self.flagged,
            "findings": self.findings,
            "severities": {s.value: self.by_severity[s] for s in Severity},
            "rules": dict(sorted(self.by_rule.items())),
        }


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
