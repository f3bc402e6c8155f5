"""Word statistics counted from news that people wrote, and the personal names of a census."""

import gzip
import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mtcheck.lexicon.word_form import word_form

WORDS, HYPHENATED, COMPOUNDS, NAMES = "words.tsv.gz", "hyphenated.tsv.gz", "compounds.tsv.gz", "census_names.tsv.gz"
DATA_FILES = (WORDS, HYPHENATED, COMPOUNDS, NAMES)
"""The data files, in the order in which `Lexicon.version` hashes them; `benchmarks/lexicon/build.py` writes them."""

_PACKAGED = Path(__file__).with_name("data")
_Table = dict[str, str]
_NO_COUNTS = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Compound:
    """Two words that people write as one: `closed` is the joined form ("warplane"), the counts are of each spelling."""

    closed: str
    closed_count: int
    hyphenated_count: int
    open_count: int


class Lexicon:
    """Counts by word. A word may be given in any case, with either apostrophe, with or without a possessive 's.

    Unknown words count 0. Each data file is read on the first question that needs it.
    """

    def __init__(self, folder: Path) -> None:
        """Keep the place of the data files; `load` is the usual way in."""
        self._folder = folder

    @classmethod
    def load(cls, folder: Path | None = None) -> "Lexicon":
        """Return the packaged lexicon, or the one that the builder wrote into `folder`.

        A missing or damaged file raises `OSError` when it is first needed.
        """
        return cls(folder or _PACKAGED)

    def lower_count(self, word: str) -> int:
        """Return how often `word` stands in lower case."""
        return self._counts(word)[0]

    def capitalised_count(self, word: str) -> int:
        """Return how often `word` stands with a capital letter inside a sentence, all-capitals spellings included."""
        return self._counts(word)[1]

    def acronym_count(self, word: str) -> int:
        """Return how often `word`, of two letters or more, stands all in capitals inside a sentence."""
        return self._counts(word)[2]

    def document_count(self, word: str) -> int:
        """Return in how many documents `word` stands, whatever its case; a corpus of sentences counts by sentence."""
        return self._counts(word)[3]

    def is_word(self, word: str) -> bool:
        """Whether `word` is in use in lower case: twice at least, and not just a rare slip for a name."""
        lower, capitalised, _, _ = self._counts(word)
        return lower >= 2 and lower * 50 >= capitalised

    def is_name(self, word: str) -> bool:
        """Whether `word` is attested and carries its capital letter inside a sentence four times in five or more."""
        lower, capitalised, _, _ = self._counts(word)
        return capitalised >= 2 and capitalised >= 4 * lower

    def hyphen_count(self, compound: str) -> int:
        """Return how often a hyphenated compound ("far-reaching") stands, whatever its case."""
        return int(self._hyphenated.get(word_form(compound), 0))

    def hyphen_first_count(self, element: str) -> int:
        """Return how many different hyphenated compounds begin with `element` ("far")."""
        return self._hyphen_firsts[word_form(element)]

    def hyphen_last_count(self, element: str) -> int:
        """Return how many different hyphenated compounds end with `element` ("reaching")."""
        return self._hyphen_lasts[word_form(element)]

    def compound(self, first: str, second: str) -> Compound | None:
        """Return the compound of two words where the joined form is far commoner than the two words apart."""
        row = self._compounds.get(f"{word_form(first)} {word_form(second)}")
        if row is None:
            return None
        closed, hyphenated, apart = row.split("\t")
        return Compound(word_form(first) + word_form(second), int(closed), int(hyphenated), int(apart))

    def compounds(self) -> Iterator[tuple[str, str, Compound]]:
        """Yield every pair of words that `compound` knows, in alphabetical order."""
        for pair in self._compounds:
            first, second = pair.split(" ")
            compound = self.compound(first, second)
            if compound is not None:
                yield first, second, compound

    def is_surname(self, word: str) -> bool:
        """Whether `word` is a family name of the US Census of 1990."""
        return "s" in self._names.get(word_form(word), "")

    def is_given_name(self, word: str) -> bool:
        """Whether `word` is a given name of the US Census of 1990."""
        return "g" in self._names.get(word_form(word), "")

    @cached_property
    def total(self) -> int:
        """How many words the corpus held."""
        return int(gzip.decompress(self._bytes(WORDS)).split(b"\n", 1)[0].rpartition(b"\t")[2])

    @cached_property
    def version(self) -> str:
        """The first twelve hexadecimal digits of the SHA-256 of the data files: what was counted, for a signature."""
        digest = hashlib.sha256()
        for name in DATA_FILES:
            digest.update(self._bytes(name))
        return digest.hexdigest()[:12]

    def _counts(self, word: str) -> tuple[int, ...]:
        row = self._words.get(word_form(word))
        return tuple(map(int, row.split("\t"))) if row is not None else _NO_COUNTS

    def _bytes(self, name: str) -> bytes:
        return (self._folder / name).read_bytes()

    def _table(self, name: str) -> _Table:
        """Read a file of `key TAB rest` rows below one heading row; the rest is split only where it is asked for."""
        rows = gzip.decompress(self._bytes(name)).decode("utf-8").splitlines()
        return {key: rest for key, _, rest in (row.partition("\t") for row in rows[1:])}

    @cached_property
    def _words(self) -> _Table:
        return self._table(WORDS)

    @cached_property
    def _hyphenated(self) -> _Table:
        return self._table(HYPHENATED)

    @cached_property
    def _compounds(self) -> _Table:
        return self._table(COMPOUNDS)

    @cached_property
    def _names(self) -> _Table:
        return self._table(NAMES)

    @cached_property
    def _hyphen_firsts(self) -> Counter[str]:
        return Counter(compound.partition("-")[0] for compound in self._hyphenated)

    @cached_property
    def _hyphen_lasts(self) -> Counter[str]:
        return Counter(compound.rpartition("-")[2] for compound in self._hyphenated)
