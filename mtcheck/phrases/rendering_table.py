"""The table of literal renderings, read by pairs of words: an entry is parsed when a sentence has two of its words."""

import gzip
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

import numpy as np

from mtcheck.phrases.attestation import pair_key
from mtcheck.phrases.lemmas import Lemmas, is_content
from mtcheck.phrases.patterns import Pattern, rendering_pattern
from mtcheck.phrases.records import PhraseKind, Rendering
from mtcheck.phrases.tables import DATA
from mtcheck.phrases.tokens import Token
from mtcheck.tables import Array, load_table, save_table

ROWS_FILE, INDEX_FILE = "literal_renderings.tsv.gz", "literal_renderings.npz"
COLUMNS = ("pivot", "literal", "intended", "kind", "gloss")
WINDOW = 12
"""Tokens between which two words of one rendering can stand: the widest gap and what may come between."""


def pairs_of(words: Sequence[str]) -> list[tuple[str, str]]:
    """Return pairs of a rendering's content lemmas of which one at least is there when one word of three or more differs."""
    pairs = list(pairwise(words))
    if len(words) == 3:
        return [*pairs, (words[0], words[2])]
    return [pairs[0], pairs[-1]] if pairs else []


def index(patterns: Iterable[Pattern | None]) -> dict[str, Array]:
    """Return the arrays of the index: for each pair of words, by key, the number of the row."""
    entries = {(pair_key(*pair), p.number) for p in patterns if p for pair in pairs_of(p.words)}
    ordered = sorted(entries)
    keys = np.array([key for key, _ in ordered], dtype=np.uint32)
    return {
        "key_steps": np.diff(keys, prepend=np.uint32(0)),
        "numbers": np.array([number for _, number in ordered], dtype=np.uint32),
    }


class RenderingTable:
    """Finds the renderings of which a sentence may have the words. Start-up does not depend on how many there are."""

    def __init__(self, rows: Sequence[str], arrays: dict[str, Array], lemmas: Lemmas) -> None:
        """Take the rows as they stand in the file, and the arrays of `index`."""
        self._rows = rows
        self._keys, self._numbers = np.cumsum(arrays["key_steps"], dtype=np.uint32), arrays["numbers"]
        self._lemmas = lemmas
        self.rendering = cache(self._rendering)
        self._pattern = cache(self._pattern_of)

    @classmethod
    def load(cls, lemmas: Lemmas) -> "RenderingTable":
        """Return the packaged table."""
        with gzip.open(DATA / ROWS_FILE, "rt", encoding="utf-8") as file:
            rows = file.read().splitlines()
        return cls(rows, load_table(DATA / INDEX_FILE), lemmas)

    @classmethod
    def of(cls, renderings: Sequence[Rendering], lemmas: Lemmas) -> "RenderingTable":
        """Return a table of one's own."""
        patterns = (rendering_pattern(rendering, number, lemmas) for number, rendering in enumerate(renderings))
        return cls([_row(rendering) for rendering in renderings], index(patterns), lemmas)

    def save(self) -> None:
        """Write the packaged table; the same rows give the same bytes."""
        with (DATA / ROWS_FILE).open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as file:
            file.write("".join(f"{row}\n" for row in self._rows).encode("utf-8"))
        save_table(
            DATA / INDEX_FILE,
            {"key_steps": np.diff(self._keys, prepend=np.uint32(0)), "numbers": self._numbers},
        )

    def __len__(self) -> int:
        """Return the number of renderings."""
        return len(self._rows)

    def near(self, tokens: Sequence[Token]) -> Iterator[tuple[Pattern, int, int]]:
        """Yield each rendering two of whose words a sentence has: its pattern, which of its words it is, and which token."""
        pairs = list(_pairs(tokens))
        if not pairs:
            return
        wanted = np.array([pair_key(first, second) for _, first, second in pairs], dtype=np.uint32)
        starts, ends = (self._keys.searchsorted(wanted, side=side) for side in ("left", "right"))
        seen: set[tuple[int, int, int]] = set()
        for hit in np.flatnonzero(ends > starts).tolist():
            place, word, _ = pairs[hit]
            for number in self._numbers[starts[hit] : ends[hit]].tolist():
                pattern = self._pattern(number)
                for slot, own in enumerate(pattern.words if pattern else ()):
                    if own == word and (number, slot, place) not in seen:
                        seen.add((number, slot, place))
                        assert pattern is not None
                        yield pattern, slot, place

    def _rendering(self, number: int) -> Rendering:
        """Return one entry."""
        pivots, literal, intended, kind, gloss = self._rows[number].split("\t")
        return Rendering(tuple(pivots.split(",")), literal, intended, PhraseKind(kind), gloss)

    def content_of(self, number: int) -> frozenset[str]:
        """Return the content lemmas of what a rendering stands for."""
        lemmas = (self._lemmas.of(word)[0] for word in self.rendering(number).intended.split())
        return frozenset(lemma for lemma in lemmas if is_content(lemma))

    def _pattern_of(self, number: int) -> Pattern | None:
        return rendering_pattern(self.rendering(number), number, self._lemmas)


def _row(rendering: Rendering) -> str:
    kind = rendering.kind.value
    return "\t".join([",".join(rendering.pivots), rendering.literal, rendering.intended, kind, rendering.gloss])


def _pairs(tokens: Sequence[Token]) -> Iterator[tuple[int, str, str]]:
    """Yield the place of a content word, its lemma, and that of each content word behind it, near and in the same clause."""
    places = [place for place, token in enumerate(tokens) if token.content >= 0]
    for number, place in enumerate(places):
        for other in places[number + 1 :]:
            if other - place > WINDOW or tokens[other].clause != tokens[place].clause:
                break
            for first in tokens[place].lemmas:
                for second in tokens[other].lemmas:
                    yield place, first, second
