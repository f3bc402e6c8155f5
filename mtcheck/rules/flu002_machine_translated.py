"""FLU002: a sentence that reads machine-translated, in an article that does."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from mtcheck.analysis import Analysis
from mtcheck.detection.combination import logistic
from mtcheck.finding import Category, Finding, Severity
from mtcheck.rules.flu001_garbled_span import GarbledSpan
from mtcheck.rules.interface import Rule
from mtcheck.scoring import MIN_WORDS

POINT = "strict"
"""The operating point at which the article must look machine-translated, without any finding."""
OWN_FROM = 3.0
"""Log-odds of the sentence in its article: the surest ones are shown."""
LEAST_WORDS = 8
"""A shorter sentence is too short to show anything."""
MANY_SPANS = 4
"""From so many garbled spans in a sentence they are one finding: nobody mends it word by word."""


class MachineTranslated(Rule):
    """Finds sentences that read machine-translated with no single culprit, in an article that does as a whole.

    ## Why it matters

    A translator that makes no howler still writes what nobody says: word order, tenses, small words and repetitions add up. No
    single place can be mended; the sentence has to be written anew.

    ## Example

    "It was informed by the police of that the measures they will be applied with character immediate."

    ## How it decides

    The article as a whole must look machine-translated beyond the point `strict`, by word sequences and by the network, which one
    article in a thousand by people does. Of its sentences those are shown that look so most and have no other finding; where
    a sentence has four garbled spans (FLU001) or more, this finding stands for them all and is major.
    """

    code = "FLU002"
    name = "machine-translated"
    category = Category.GRAMMAR
    severity = Severity.MINOR

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding per sentence."""
        if len(analysis.words) < MIN_WORDS or not analysis.sentences:
            return
        article, scores = analysis.style
        if logistic(article) < self.resources.calibration.points[POINT].mt_probability:
            return
        for sentence, score, evidence in zip(analysis.sentences, scores, analysis.evidence, strict=True):
            if score >= OWN_FROM and evidence.words >= LEAST_WORDS:
                yield self.finding(
                    analysis,
                    sentence.start,
                    sentence.end,
                    "The sentence reads machine-translated, as the article does; no single word is to blame.",
                    confidence=round(logistic(score), 2),
                    evidence={name: round(value, 2) for name, value in evidence.figures.items()},
                )


def settled(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings so that each sentence is explained once, in any order.

    A whole sentence (FLU002) takes the place of its garbled spans (FLU001) where they are many, and is left out where fewer
    of them, or another finding, say what is wrong with it.
    """
    ordered = sorted(findings, key=lambda finding: finding.start)
    starts = [finding.start for finding in ordered]
    dropped: set[int] = set()
    raised: set[int] = set()
    for place, whole in enumerate(ordered):
        if whole.rule != MachineTranslated.code:
            continue
        inside = range(bisect_left(starts, whole.start), bisect_left(starts, whole.end))
        garbled = [i for i in inside if ordered[i].rule == GarbledSpan.code]
        if len(garbled) >= MANY_SPANS:
            dropped.update(garbled)
            raised.add(place)
        elif len(inside) > 1:
            dropped.add(place)
    for place, finding in enumerate(ordered):
        if place not in dropped:
            yield replace(finding, severity=Severity.MAJOR) if place in raised else finding
