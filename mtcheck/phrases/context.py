"""The context test by meaning: does the known phrase fit here better than what stands here?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from mtcheck.models import Encoder
from mtcheck.models.interface import Vectors
from mtcheck.models.reading import Reading, SentenceReader
from mtcheck.models.words import spans_of

SEMANTIC = (
    "cosine",
    "gloss_fit",
    "known_fit",
    "written_fit",
    "fit_gain",
    "gloss_gain",
    "replaced_written",
    "replaced_known",
    "replaced_gain",
    "error_gain",
)
"""Names of the figures that need the network, in order."""
DIGITS = 4
"""Figures are rounded, so that the last bits of a batch's arithmetic decide nothing."""


@dataclass(frozen=True, slots=True)
class Rewording:
    """One candidate in words.

    * `written`, `known`: what stands there and what was meant; `gloss`: what that means in other words.
    * `sentence`: the sentence around, in which `written` begins at `start`.
    """

    written: str
    known: str
    gloss: str
    sentence: str
    start: int

    @property
    def context(self) -> str:
        """The sentence without the written words."""
        before, after = self.sentence[: self.start], self.sentence[self.start + len(self.written) :]
        return f"{before.strip()} {after.strip()}".strip()

    @property
    def mended(self) -> str:
        """The sentence with the known words in place of the written."""
        return self.sentence[: self.start] + self.known + self.sentence[self.start + len(self.written) :]


def semantic_evidence(
    rewordings: Sequence[Rewording], encoder: Encoder, reader: SentenceReader
) -> list[dict[str, float]]:
    """Return the figures of `SEMANTIC` for each; all texts of an article are encoded and read in one go."""
    texts = sorted({text for rewording in rewordings for text in _texts(rewording)})
    vectors = dict(zip(texts, encoder.encode(texts), strict=True))
    sentences = sorted({text for r in rewordings for text in (r.sentence, r.mended)})
    readings = dict(zip(sentences, reader.read(sentences), strict=True))
    return [{**_fit(r, vectors), **_replacement(r, readings)} for r in rewordings]


def _texts(rewording: Rewording) -> tuple[str, ...]:
    return (rewording.written, rewording.known, rewording.gloss, rewording.context)


def _fit(rewording: Rewording, vectors: Mapping[str, Vectors]) -> dict[str, float]:
    written, known, gloss, context = (vectors[text] for text in _texts(rewording))
    known_fit, written_fit, gloss_fit = _cosine(context, known), _cosine(context, written), _cosine(context, gloss)
    return {
        "cosine": _cosine(written, known),
        "gloss_fit": gloss_fit,
        "known_fit": known_fit,
        "written_fit": written_fit,
        "fit_gain": known_fit - written_fit,
        "gloss_gain": gloss_fit - written_fit,
    }


def _replacement(rewording: Rewording, readings: Mapping[str, Reading]) -> dict[str, float]:
    """Return how much the written words look put for others, and whether the known ones in their place look less so."""
    written = _worst(readings[rewording.sentence], rewording.sentence, rewording.start, len(rewording.written))
    known = _worst(readings[rewording.mended], rewording.mended, rewording.start, len(rewording.known))
    return {
        "replaced_written": written[0],
        "replaced_known": known[0],
        "replaced_gain": written[0] - known[0],
        "error_gain": written[1] - known[1],
    }


def _worst(reading: Reading, sentence: str, start: int, length: int) -> tuple[float, float]:
    inside = [i for i, (a, b) in enumerate(spans_of(sentence)) if a < start + length and start < b]
    if not inside:
        return 0.0, 0.0
    return max(reading.replaced[i] for i in inside), max(reading.error[i] for i in inside)


def _cosine(first: Vectors, second: Vectors) -> float:
    return round(float(np.dot(first, second)), DIGITS)
