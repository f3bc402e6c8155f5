"""Which words may stand for which: what a translator can have had before it when it wrote a word."""

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np

from mtcheck.phrases.records import Substitution
from mtcheck.phrases.tables import DATA
from mtcheck.tables import load_table, unpack_words

FILE = "substitutions.npz"
UNRELATED, NEAR, SYNONYM = 0, 1, 2
"""What WordNet says of the two words: nothing; a broader, narrower or derived word; the same meaning in some sense."""


class Substitutions:
    """For a word that stands in a text, the words it may have been put for.

    Gathered by `benchmarks/phrases/build.py` from the table of pivot senses, from WordNet 3.1, from the similarity of single
    words by the encoder, and from what round trips were seen to replace.
    """

    def __init__(self, arrays: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]]) -> None:
        """Take the table's arrays as `benchmarks/phrases/build.py` writes them."""
        self._words = unpack_words(arrays["words"])
        self._ids = {word: number for number, word in enumerate(self._words)}
        self._starts = arrays["starts"]
        self._right, self._similarity = arrays["right"], arrays["similarity"]
        self._relation, self._trips = arrays["relation"], arrays["round_trips"]
        self._listed, self._pivots = arrays["listed"], arrays["pivots"]
        self._languages = unpack_words(arrays["languages"])
        self._for = cache(self._look_up)

    @classmethod
    def load(cls) -> "Substitutions":
        """Return the packaged table."""
        return cls(load_table(DATA / FILE))

    def rights(self, wrong: str) -> Sequence[Substitution]:
        """Return what the lemma `wrong` may stand for; nothing for an unknown word."""
        return self._for(wrong)

    def __iter__(self) -> Iterator[Substitution]:
        """Yield every pair of the table, ordered by the wrong word."""
        for wrong in self._words[: len(self._starts) - 1]:
            yield from self._for(wrong)

    def _look_up(self, wrong: str) -> tuple[Substitution, ...]:
        number = self._ids.get(wrong)
        if number is None or number + 1 >= len(self._starts):
            return ()
        rows = range(int(self._starts[number]), int(self._starts[number + 1]))
        return tuple(self._record(wrong, row) for row in rows)

    def _record(self, wrong: str, row: int) -> Substitution:
        pivots = int(self._pivots[row])
        return Substitution(
            wrong=wrong,
            right=self._words[int(self._right[row])],
            similarity=float(self._similarity[row]) / 100.0,
            relation=int(self._relation[row]),
            round_trips=int(self._trips[row]),
            pivots=tuple(code for bit, code in enumerate(self._languages) if pivots >> bit & 1),
            is_listed=bool(self._listed[row]),
        )
