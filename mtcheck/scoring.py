"""From findings and readings to quality and the verdict.

Quality follows MQM: every finding costs the penalty of its severity (minor 1, major 5, critical 25), and a sentence costs what
the network expects raters to take off, which grows with its length: a sound one of usual length has about 85. A sentence's
quality is `100 / (1 + penalty / 10)`: it falls with every further fault and never below 0. An article's quality is the same
curve over its penalty per 100 words, so that length does not matter.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mtcheck.finding import Finding, Severity
from mtcheck.report import SentenceReport, Verdict

HALF_QUALITY_PENALTY = 10.0
"""Penalty points that halve the quality: two majors in a sentence, or in 100 words of an article."""

FLAG_BELOW = 70.0
"""A sentence of lower quality is flagged even without a major finding: four or more minor ones."""

MOST_LOG_POINTS = 4.0
"""The network's guess is not believed beyond: some 50 points."""

EXPECTED_OF_PEOPLE = 20.0
"""Points per 100 words beyond which the network expects them of one in 100 articles by people; only the excess counts there."""

MIN_WORDS = 40
"""Articles of fewer words are too short to judge: their probability is the base rate."""


@dataclass(frozen=True, slots=True)
class OperatingPoint:
    """The verdict `fail`: quality below `quality`, or a probability of at least `mt_probability`."""

    quality: float
    mt_probability: float


def penalty(findings: Sequence[Finding]) -> float:
    """Return the MQM penalty of `findings`; of findings that overlap, only the worst counts."""
    total, worst, reach = 0.0, 0.0, -1
    for finding in sorted(findings, key=lambda f: (f.start, f.end)):
        if finding.start >= reach:
            total, worst = total + worst, 0.0
        worst = max(worst, finding.severity.penalty)
        reach = max(reach, finding.end)
    return total + worst


def expected_penalty(log_points: float) -> float:
    """Return what a sentence costs before any finding; `log_points` is the network's log(1 + MQM points)."""
    return max(0.0, math.expm1(min(log_points, MOST_LOG_POINTS)))


def excess_penalty(expected: Iterable[float], words: int) -> float:
    """Return what an article of `words` words costs before any finding, given what its sentences do."""
    return max(0.0, sum(expected) - EXPECTED_OF_PEOPLE * words / 100.0)


def quality(points: float) -> float:
    """Return the quality, 0-100, for penalty points (of a sentence, or per 100 words of an article)."""
    return 100.0 / (1.0 + points / HALF_QUALITY_PENALTY)


def is_flagged(findings: Iterable[Finding], sentence_quality: float) -> bool:
    """Whether an editor should look: a major or critical finding, or many minor ones."""
    return sentence_quality < FLAG_BELOW or any(f.severity is not Severity.MINOR for f in findings)


def findings_log_odds(counts: Mapping[str, int], words: int, weights: Mapping[str, float]) -> float:
    """Return what findings per rule say for machine translation of a text of `words` words, as log-odds.

    A weighted sum of `log(1 + findings per 100 words)`; the weights come from `calibration.toml`.
    """
    per_100 = 100.0 / max(words, 1)
    return sum(weights.get(rule, 0.0) * math.log1p(n * per_100) for rule, n in counts.items())


def verdict(
    quality: float,
    mt_probability: float,
    sentences: Sequence[SentenceReport],
    point: OperatingPoint,
    words: int,
    *,
    is_released: bool = False,
) -> Verdict:
    """Return the verdict at an operating point; an article that an editor has released no longer fails.

    Low quality fails an article only with a flagged sentence: blemishes alone are no reason to hold it. One too short to
    judge may need review but does not fail.
    """
    flagged = any(s.flagged for s in sentences)
    is_bad = (flagged and quality < point.quality) or mt_probability >= point.mt_probability
    if is_bad and words >= MIN_WORDS and not is_released:
        return Verdict.FAIL
    return Verdict.REVIEW if flagged else Verdict.PASS
