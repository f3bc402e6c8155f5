"""How often people write two words together: counts from news, without its text."""

from zlib import crc32

import numpy as np

from mtcheck.phrases.tables import DATA
from mtcheck.tables import Array, load_table, unpack_words

FILE = "attestation.npz"
MOST = 255
"""Counts stop here."""


def pair_key(first: str, second: str) -> int:
    """Return the 32-bit key of two lemmas in order. Two pairs share a key about three times in ten thousand."""
    return crc32(f"{first} {second}".encode())


class Attestation:
    """Counts of lemmas, and of content lemmas that follow one another with at most function words between.

    Counted from 5.2 million words of news that people wrote by `benchmarks/phrases/build.py`.
    """

    def __init__(self, arrays: dict[str, Array]) -> None:
        """Take the table's arrays: the steps between sorted keys, `counts` beside them, and the lemmas with theirs."""
        self._keys = np.cumsum(arrays["key_steps"], dtype=np.uint32)
        self._counts = arrays["counts"]
        self._web_keys = np.cumsum(arrays["web_key_steps"], dtype=np.uint32)
        self._web_counts = arrays["web_counts"]
        self._lemmas = dict(zip(unpack_words(arrays["words"]), arrays["word_counts"].tolist(), strict=True))

    @classmethod
    def load(cls) -> "Attestation":
        """Return the packaged table."""
        return cls(load_table(DATA / FILE))

    def pair_count(self, first: str, second: str) -> int:
        """Return how often the lemma `second` follows `first` as the next content word; at most `MOST`."""
        return _found(self._keys, self._counts, pair_key(first, second))

    def web_count(self, first: str, second: str) -> int:
        """Return the binary logarithm, at least 1, of how often two lemmas stand side by side on the web; 0 for seldom.

        From the 286,000 commonest pairs of words of the Google Web Trillion Word Corpus (Brants & Franz 2006), as the library
        wordsegment (Apache-2.0) carries them.
        """
        return _found(self._web_keys, self._web_counts, pair_key(first, second))

    def word_count(self, lemma: str) -> int:
        """Return how often a lemma was counted."""
        return int(self._lemmas.get(lemma, 0))


def _found(keys: Array, counts: Array, key: int) -> int:
    place = int(keys.searchsorted(np.uint32(key)))  # a Python integer would have the whole array converted
    return int(counts[place]) if place < len(keys) and int(keys[place]) == key else 0
