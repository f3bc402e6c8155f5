"""FLU002: a sentence that reads machine-translated, in an article that does."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mtcheck.analysis import Analysis
from mtcheck.detection.combination import logistic
from mtcheck.finding import Category, Finding, Severity
from mtcheck.models.words import spans_of
from mtcheck.rules.flu001_garbled_span import GarbledSpan
from mtcheck.rules.interface import Rule
from mtcheck.scoring import MIN_WORDS

POINT = "strict"
"""The operating point at which the article must look machine-translated, without any finding."""
OWN_FROM = 3.0
"""Log-odds of the sentence in its article: the surest ones are shown."""
LEAST_WORDS = 8
"""A shorter sentence is too short to show anything."""
LEAST_STRETCH = 3
"""Words; raters mark .44 of shorter stretches and .55 of longer ones (WMT 2020, held out)."""
USUAL_ERROR = 0.0
"""Log-odds that raters mark a word, from which it belongs to the worst stretch: .46 of such stretches' characters are marked
on held-out documents of WMT 2020, .25 of the sentences'."""
MANY_SPANS = 3
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
    article in a thousand by people does. Of its sentences those are shown that look so most, have no other finding, and have
    words that raters would mark: the span is the worst stretch of them. Where a sentence has three garbled spans (FLU001) or
    more, this finding stands for them all, reaches from the first to the last, and is major.
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
            if score < OWN_FROM or evidence.words < LEAST_WORDS:
                continue
            stretch = worst_stretch(spans_of(sentence.text), evidence.reading.error)
            if stretch:
                yield self.finding(
                    analysis,
                    sentence.start + stretch[0],
                    sentence.start + stretch[1],
                    "The sentence reads machine-translated, as the article does, and worst here; no single word is to blame.",
                    confidence=round(logistic(score), 2),
                    evidence={name: round(value, 2) for name, value in evidence.figures.items()},
                )


def worst_stretch(spans: Sequence[tuple[int, int]], errors: Sequence[float]) -> tuple[int, int] | None:
    """Return the stretch of a sentence that raters would rather mark than not: start and end, or None.

    `spans`: start and end of each word; `errors`: log-odds that raters mark it. The stretch has the largest sum of
    `errors - USUAL_ERROR`.
    """
    best, found = 0.0, None
    total, first = 0.0, 0
    for place, error in enumerate(errors[: len(spans)]):
        if total <= 0.0:
            total, first = 0.0, place
        total += error - USUAL_ERROR
        if total > best:
            best, found = total, (spans[first][0], spans[place][1])
    return found


def settled(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings of one sentence of the article `text` so that it is explained once.

    FLU002 takes the place of garbled spans (FLU001) where they are many, and is left out where fewer of them, or another
    finding, say what is wrong.
    """
    whole = [f for f in findings if f.rule == MachineTranslated.code]
    garbled = [f for f in findings if f.rule == GarbledSpan.code]
    others = [f for f in findings if f.rule not in (MachineTranslated.code, GarbledSpan.code)]
    if whole and len(garbled) >= MANY_SPANS:
        start, end = min(f.start for f in garbled), max(f.end for f in garbled)
        message = "The sentence reads machine-translated, as the article does, with many words that do not fit."
        covering = replace(
            whole[0], start=start, end=end, text=text[start:end], message=message, severity=Severity.MAJOR
        )
        return [*others, covering]
    return [*others, *garbled] or [f for f in whole if len(f.text.split()) >= LEAST_STRETCH]
