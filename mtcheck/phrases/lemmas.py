"""Base forms: which lemmas a written word can belong to."""

import gzip
from collections.abc import Iterable
from functools import cache

from mtcheck.phrases.tables import DATA

FILE = "forms.tsv.gz"

FUNCTION_WORDS = frozenset(
    """a an the this that these those my your his her its our their one's someone's of in on at by for with from to into onto
    upon about over under between among amongst against during before after through within without across toward towards and or
    but nor so if as than then because while although though when where who whom whose which what how why not no be have do
    will would shall should can could may might must i you he she it we they me him us them himself herself itself themselves
    oneself there here all any some each every both either neither such very too also just only even more most much many few
    less least other another same own up down out off away back n't 's is""".split()
)
"""Words that hold a phrase together. Everything else is a content word."""


class Lemmas:
    """Looks up lemmas; a word that the table does not know is its own lemma."""

    def __init__(self, forms: dict[str, tuple[str, ...]]) -> None:
        """Take the lemmas of each inflected form, the likeliest first."""
        self._forms = forms
        self.of = cache(self._of)

    @classmethod
    def load(cls) -> "Lemmas":
        """Return the packaged table."""
        with gzip.open(DATA / FILE, "rt", encoding="utf-8") as file:
            rows = (line.rstrip("\n").split("\t") for line in file)
            return cls({form: tuple(lemmas.split(" ")) for form, lemmas in rows})

    def _of(self, word: str) -> tuple[str, ...]:
        lower = word.lower().replace("’", "'")
        lower = lower.removesuffix("'s").removesuffix("'")
        return self._forms.get(lower) or (lower,)

    def all_of(self, words: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """Return the lemmas of each word, in order."""
        return tuple(self.of(word) for word in words)


LIGHT_VERBS = frozenset(["do", "have"])
DETERMINERS = frozenset(
    """a an the this that these those my your his her its our their one's some any no more much many another every each
    someone something""".split()
)


def is_content(lemma: str, following: str = "") -> bool:
    """Whether a lemma carries meaning of its own; `do` and `have` only before a noun phrase ("do a decision")."""
    if lemma in LIGHT_VERBS:
        return following in DETERMINERS
    return lemma not in FUNCTION_WORDS
