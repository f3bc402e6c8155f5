"""From findings and readings to quality and the verdict.

Quality follows MQM: every finding costs the penalty of its severity (minor 1, major 5, critical 25). A sentence starts from
what the network expects raters to leave of it, which falls with its length (a sound one of usual length has about 85), and
findings divide that by `1 + penalty / 10`: it falls with every further fault and never below 0. An article's quality is 100 so
divided, by its penalty per 100 words, so that length does not matter.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mtcheck.detection.combination import logistic
from mtcheck.finding import Finding, Severity
from mtcheck.models.reading import Reading
from mtcheck.report import SentenceReport, Verdict

HALF_QUALITY_PENALTY = 10.0
"""Penalty points that halve the quality: two majors in a sentence, or in 100 words of an article."""

FLAG_BELOW = 70.0
"""A sentence whose findings leave less of 100 is flagged even without a major one: four or more minor ones."""

LOSS_PER_LOG_POINT, LOSS_PER_CHARACTER, LOSS_PER_ERROR = 10.0, 0.06, 1.0
"""Quality that a sentence loses before any finding: per unit of the network's log(1 + MQM points), per character, and per word
that the network expects raters to mark. Chosen on half of the held-out documents of WMT 2020 and checked on the other."""

MOST_LOSS = 60.0
"""No sentence loses more before any finding."""

NETWORK_RULES = frozenset({"FLU001", "FLU002"})
NETWORK_SHARE = 0.1
"""Rules that say what the network sees, and the share of their penalty that a sentence pays beyond what is expected anyway."""

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


def penalty(findings: Sequence[Finding], network_share: float = 1.0) -> float:
    """Return the MQM penalty of `findings`; of findings that overlap, only the worst counts.

    `network_share`: what share of their penalty findings of `NETWORK_RULES` count with.
    """
    total, worst, reach = 0.0, 0.0, -1
    for finding in sorted(findings, key=lambda f: (f.start, f.end)):
        if finding.start >= reach:
            total, worst = total + worst, 0.0
        share = network_share if finding.rule in NETWORK_RULES else 1.0
        worst = max(worst, share * finding.severity.penalty)
        reach = max(reach, finding.end)
    return total + worst


def expected_loss(reading: Reading, characters: int) -> float:
    """Return what a sentence of `characters` characters loses of its quality before any finding: 0 to `MOST_LOSS`."""
    errors = sum(logistic(log_odds) for log_odds in reading.error)
    loss = LOSS_PER_LOG_POINT * reading.penalty + LOSS_PER_CHARACTER * characters + LOSS_PER_ERROR * errors
    return min(MOST_LOSS, max(0.0, loss))


def sentence_quality(findings: Sequence[Finding], loss: float) -> float:
    """Return the quality, 0-100, of a sentence with these findings that loses `loss` before any."""
    return (100.0 - loss) / 100.0 * quality(penalty(findings, NETWORK_SHARE))


def expected_penalty(log_points: float) -> float:
    """Return MQM points that an article's sentence is expected to cost; `log_points` is the network's log(1 + MQM points)."""
    return max(0.0, math.expm1(min(log_points, MOST_LOG_POINTS)))


def excess_penalty(expected: Iterable[float], words: int) -> float:
    """Return what an article of `words` words costs before any finding, given what its sentences do."""
    return max(0.0, sum(expected) - EXPECTED_OF_PEOPLE * words / 100.0)


def quality(points: float) -> float:
    """Return the quality, 0-100, that penalty points leave (of a sentence, or per 100 words of an article)."""
    return 100.0 / (1.0 + points / HALF_QUALITY_PENALTY)


def is_flagged(findings: Sequence[Finding]) -> bool:
    """Whether an editor should look: a major or critical finding, or many minor ones."""
    return quality(penalty(findings)) < FLAG_BELOW or any(f.severity is not Severity.MINOR for f in findings)


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
