"""What the packaged network says of sentences: words that look replaced or wrong, machine-translation, expected penalty."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mtcheck.models.packaged import FOLDER, PackagedEncoder
from mtcheck.models.words import words_of
from mtcheck.tables import load_table

HEADS = "heads.npz"
REPLACED, ERROR = 0, 1
"""Columns of the token head."""
DIGITS = 3
"""Figures are rounded, so that the last bits of a batch's arithmetic decide nothing."""
UNREAD = -20.0
"""Log-odds of a word beyond the length that the network reads."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence as the network reads it.

    * `replaced`, `error`: per word of `words_of`, the log-odds that it was put for another, and that a rater would mark it.
    * `machine`: log-odds that a machine translated the sentence. * `penalty`: log(1 + MQM points) to be expected.
    """

    replaced: tuple[float, ...]
    error: tuple[float, ...]
    machine: float
    penalty: float


class SentenceReader:
    """Runs the heads on the last layer of the packaged encoder."""

    def __init__(self, encoder: PackagedEncoder, folder: Path = FOLDER) -> None:
        """Load the heads; their hash was checked with the encoder's."""
        self._encoder = encoder
        self._heads = {name: np.asarray(array, dtype=np.float64) for name, array in load_table(folder / HEADS).items()}

    def read(self, sentences: Sequence[str]) -> list[Reading]:
        """Return one reading per sentence, in order; it does not depend on the others."""
        texts = [words_of(sentence) or ["-"] for sentence in sentences]
        hidden = self._encoder.hidden(texts)
        return [self._reading(own, ids, len(words)) for words, (own, ids) in zip(texts, hidden, strict=True)]

    def _reading(self, hidden: Floats, word_ids: Sequence[int | None], count: int) -> Reading:
        tokens = hidden @ self._heads["token.weight"].T + self._heads["token.bias"]
        summary = np.concatenate([hidden.mean(axis=0), tokens.mean(axis=0)])
        words = np.full((count, 2), UNREAD)
        for place, word in enumerate(word_ids):
            if word is not None:
                words[word] = np.maximum(words[word], tokens[place])
        return Reading(
            replaced=tuple(np.round(words[:, REPLACED], DIGITS).tolist()),
            error=tuple(np.round(words[:, ERROR], DIGITS).tolist()),
            machine=self._head("machine", summary),
            penalty=self._head("penalty", summary),
        )

    def _head(self, name: str, summary: Floats) -> float:
        return round(float(summary @ self._heads[f"{name}.weight"][0] + self._heads[f"{name}.bias"][0]), DIGITS)
