"""Words that the network takes for put in the place of others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mtcheck.analysis import Analysis
from mtcheck.article import Sentence
from mtcheck.detection.combination import logistic
from mtcheck.finding import Finding
from mtcheck.models.reading import Reading
from mtcheck.models.words import spans_of
from mtcheck.phrases.alternatives import Alternative
from mtcheck.phrases.lemmas import FUNCTION_WORDS
from mtcheck.scoring import MIN_WORDS

SUSPECT_FROM = -1.0
"""Log-odds, of the word alone, from which it is looked at."""
MOST_TRIED = 15
"""Of an article, the likeliest words for which alternatives are tried: each costs several readings."""
LISTED_MORE, LISTED_GAIN = 1.0, 2.5
"""What it adds to them that another language has one word for both, where the other looks that much more in place."""
MINOR_FROM, MAJOR_FROM = 1.6, 2.2
"""Log-odds in all, chosen on news that people wrote: see benchmarks/detection."""
UNMARKED, UNMARKED_LESS = -0.45, 6.0
"""A word that raters would not mark either, by log-odds below the first, loses that many times the difference: in fluent
translations spans found without this are marked .36 of their length, with it .46 (WMT 2020, held out)."""
QUOTED_MORE = 1.0
"""So much more is asked inside quotation marks: people speak oddly."""
CONTEXT, MOST_CONTEXT = 1.0, 2.5
"""Share of the article's log-odds of machine translation that is added where they are above 0, and the most that is."""
MAJOR_CONTEXT = 1.5
"""What the article around must add for a major finding: of 20 with less in news that people wrote none was right."""
LOG_ODDS, OF_ARTICLE = "replaced_log_odds", "of_article_log_odds"
"""Names of the evidence of a finding: its log-odds in all, and how much of them the article around adds."""
LEAST_COUNT = 20
"""How often the news corpus must hold the word: of a rare one the network cannot tell whether it is in place."""
LONGEST = 60
"""Words of a sentence that is prose; the network was trained on no longer ones."""


@dataclass(frozen=True, slots=True)
class ReplacedWords:
    """Neighbouring words, `text[start:end]`, that look out of place.

    `log_odds`: of the surest of them, with what article and alternative add; `alternative`: what fits better there, if known.
    """

    start: int
    end: int
    log_odds: float
    alternative: Alternative | None

    @property
    def confidence(self) -> float:
        """The probability, 0-1."""
        return round(logistic(self.log_odds), 2)


def replaced_words(analysis: Analysis, least: float = MINOR_FROM) -> Iterator[ReplacedWords]:
    """Yield the places of an article where words look put for others with log-odds of at least `least`, in order."""
    context = article_context(analysis)
    suspected = [item for item in suspected_words(analysis) if item[2] + context + LISTED_MORE >= least]
    tried = set(sorted(suspected, key=lambda item: (-item[2], item[0]))[:MOST_TRIED])
    for start, end, log_odds in suspected:
        is_tried = (start, end, log_odds) in tried
        alternative = analysis.resources.phrases.alternative(analysis, start, end) if is_tried else None
        is_listed = alternative is not None and alternative.is_listed and alternative.gain >= LISTED_GAIN
        total = log_odds + context + LISTED_MORE * is_listed
        if total >= least:
            yield ReplacedWords(start, end, total, alternative)


def rests_on_article(finding: Finding) -> bool:
    """Whether words are shown only for the article around them: then they say nothing of the article themselves."""
    total, added = (finding.evidence.get(name) for name in (LOG_ODDS, OF_ARTICLE))
    return isinstance(total, float) and isinstance(added, float) and total - added < MINOR_FROM


def suspected_words(analysis: Analysis) -> Iterator[tuple[int, int, float]]:
    """Yield start, end and log-odds of words that look out of place by themselves, neighbours together."""
    for sentence, evidence in zip(analysis.sentences, analysis.evidence, strict=True):
        spans = spans_of(sentence.text)
        if len(spans) == len(evidence.reading.replaced) <= LONGEST:
            yield from _in_sentence(analysis, sentence, spans, evidence.reading)


def article_context(analysis: Analysis) -> float:
    """Return what the article around says for replaced words, as log-odds: nothing where it is short or looks sound."""
    if len(analysis.words) < MIN_WORDS or not analysis.sentences:
        return 0.0
    return min(MOST_CONTEXT, CONTEXT * max(0.0, analysis.style[0]))


def _in_sentence(
    analysis: Analysis, sentence: Sentence, spans: Sequence[tuple[int, int]], reading: Reading
) -> Iterator[tuple[int, int, float]]:
    found: list[tuple[int, float]] = []
    for number, ((start, end), value, error) in enumerate(zip(spans, reading.replaced, reading.error, strict=True)):
        first = sentence.start + start
        unmarked = UNMARKED_LESS * max(0.0, UNMARKED - error)
        own = value - unmarked - QUOTED_MORE * analysis.is_quoted(first, sentence.start + end)
        if own >= SUSPECT_FROM and _can_be_judged(analysis, sentence.text[start:end], is_first=number == 0):
            found.append((number, own))
    for group in _neighbours(found):
        first, last = group[0][0], group[-1][0]
        value = max(own for _, own in group)
        yield sentence.start + spans[first][0], sentence.start + spans[last][1], value


def _neighbours(found: Sequence[tuple[int, float]]) -> list[list[tuple[int, float]]]:
    groups: list[list[tuple[int, float]]] = []
    for item in found:
        if groups and item[0] - groups[-1][-1][0] == 1:
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _can_be_judged(analysis: Analysis, word: str, *, is_first: bool) -> bool:
    """Names, figures, function words and rare words are other rules' or nobody's to judge."""
    if not word.isalpha() or (word[0].isupper() and not is_first) or word.lower() in FUNCTION_WORDS:
        return False
    return analysis.resources.lexicon.lower_count(word.lower()) >= LEAST_COUNT
