"""Hashed n-grams of normalised words: what machine translation uses more often than people do.

Three linear models, of kinds that have little in common: round trips of English text through neural engines, text spun by
rule-based ones, and news of other languages that engines translated into English.
Punctuation, case, figures and names are taken out beforehand, so that nothing is learned from layout, topic or publisher.
Trained by `mtcheck.models.training.ngrams`.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from mtcheck.phrases.lemmas import FUNCTION_WORDS
from mtcheck.tables import Array, load_table

FILE = Path(__file__).with_name("data") / "ngrams.npz"
BITS = 20
"""Two to this power is the number of buckets."""
SIZES = (1, 2, 3)
KINDS = ("round_trip", "spun", "translation")
NAME, NUMBER, EDGE = "<name>", "<number>", "<edge>"

_MIX, _FINAL = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xD6E8FEB86659FD93)
_TOKEN = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)?|\d+")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})


def normalised_words(text: str) -> list[str]:
    """Return the words in lower case; figures become one symbol, and so do capitalised words that do not open the text."""
    plain = text.translate(_QUOTES)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    found: list[str] = []
    for token in _TOKEN.findall(plain):
        word = _symbol(token, opens=not found)
        if not (
            found and word == found[-1] and word in (NAME, NUMBER)
        ):  # a name or figure of several parts counts once
            found.append(word)
    return found


def _symbol(token: str, *, opens: bool) -> str:
    if token[0].isdigit():
        return NUMBER
    lower = token.lower()
    if token[0].isupper() and not opens and token != "I" and lower not in FUNCTION_WORDS:
        return NAME
    return lower


@lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    return crc32(word.encode())


def buckets(words: Sequence[str]) -> NDArray[np.int64]:
    """Return the bucket of every n-gram of the words and the edges around them, repeats included."""
    hashes = np.array([_hash(word) for word in (EDGE, *words, EDGE)], dtype=np.uint64)
    grams, state = [], np.full(len(hashes), 1, dtype=np.uint64)
    for size in range(1, max(SIZES) + 1):
        last = hashes[size - 1 :]
        state = (state[: len(last)] ^ last) * _MIX
        state ^= state >> np.uint64(29)
        grams.append(state)
    return ((np.concatenate(grams) * _FINAL) >> np.uint64(64 - BITS)).astype(np.int64)


class NgramModel:
    """Scores sentences; the time is a few hundredths of a millisecond for each."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        """Take per kind the 8-bit weights, their scale and three numbers that tell what people's sentences get."""
        self._weights = {kind: arrays[kind] for kind in KINDS}
        self._scales = {kind: float(arrays[f"{kind}_scale"].item()) for kind in KINDS}
        self._norms = {kind: [float(x) for x in arrays[f"{kind}_norm"]] for kind in KINDS}

    @classmethod
    def load(cls, path: Path = FILE) -> "NgramModel":
        """Return the packaged model."""
        return cls(load_table(path))

    def scores(self, sentence: str) -> dict[str, float]:
        """Return by kind how many standard deviations a sentence lies above those that people write at its length."""
        words = normalised_words(sentence)
        found = buckets(words)
        root = max(1, len(words)) ** 0.5
        return {kind: self._score(kind, found, root) for kind in KINDS}

    def _score(self, kind: str, found: NDArray[np.int64], root: float) -> float:
        level, slope, spread = self._norms[kind]
        total = int(self._weights[kind][found].sum(dtype=np.int64)) * self._scales[kind] / len(found) ** 0.5
        return float((total - level - slope * root) / spread)
