"""What speaks for machine translation in each sentence, before it is weighed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mtcheck.detection.ngrams import NgramModel, normalised_words
from mtcheck.language import is_foreign
from mtcheck.models.reading import Reading, SentenceReader

FIGURES = ("ngrams", "spun_ngrams", "translation_ngrams", "network", "replaced", "errors")
"""Names of a sentence's figures, in order."""
MOST_READ = 1000
"""Different sentences of one article that the network reads; a text that long is a book, or an attack."""


@dataclass(frozen=True, slots=True)
class SentenceEvidence:
    """One sentence. `words`: its length; `figures`: `FIGURES` by name; `reading`: what the network made of it."""

    words: int
    figures: Mapping[str, float]
    reading: Reading


class EvidenceGatherer:
    """Runs n-grams and network over the sentences of an article in one go."""

    def __init__(self, ngrams: NgramModel, reader: SentenceReader) -> None:
        """Take both models."""
        self._ngrams, self._reader = ngrams, reader

    def gather(self, sentences: Sequence[str]) -> list[SentenceEvidence]:
        """Return the evidence of each sentence, in order.

        The network reads the first `MOST_READ` different sentences; the others of a longer text get the mean of those.
        Sentences in another language say nothing: they get the mean in everything, and the length of one word.
        """
        english = [text for text in dict.fromkeys(sentences) if not is_foreign(text)]
        read = english[:MOST_READ]
        readings = dict(zip(read, self._reader.read(read), strict=True))
        usual = _usual(list(readings.values()))
        evidence = {text: _evidence(text, self._ngrams.scores(text), readings.get(text, usual)) for text in english}
        foreign = _foreign(list(evidence.values()), usual)
        return [evidence.get(text, foreign) for text in sentences]


def _foreign(english: Sequence[SentenceEvidence], usual: Reading) -> SentenceEvidence:
    return SentenceEvidence(1, {name: _mean([e.figures[name] for e in english]) for name in FIGURES}, usual)


def _evidence(text: str, scores: Mapping[str, float], reading: Reading) -> SentenceEvidence:
    figures = {
        "ngrams": scores["round_trip"],
        "spun_ngrams": scores["spun"],
        "translation_ngrams": scores["translation"],
        "network": reading.machine,
        "replaced": _mean(reading.replaced),
        "errors": _mean(reading.error),
    }
    return SentenceEvidence(max(1, len(normalised_words(text))), figures, reading)


def _usual(readings: Sequence[Reading]) -> Reading:
    """Return what an unread sentence is taken for: of the readings' mean, as one word."""
    return Reading(
        replaced=(_mean([_mean(r.replaced) for r in readings]),),
        error=(_mean([_mean(r.error) for r in readings]),),
        machine=_mean([r.machine for r in readings]),
        penalty=_mean([r.penalty for r in readings]),
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
