"""Replaces words of a sentence as a translator would: the negatives for replaced-token detection.

After Clark et al. 2020, ELECTRA (arXiv:2003.10555), with the table of substitutions in the generator's place.
"""

import random
from collections.abc import Sequence
from functools import cache

import lemminflect

from mtcheck.models.words import words_of
from mtcheck.phrases.attestation import Attestation
from mtcheck.phrases.lemmas import Lemmas, is_content
from mtcheck.phrases.substitutions import SYNONYM, Substitutions

PREPOSITIONS = ("of", "in", "on", "at", "by", "for", "with", "from", "to", "about", "over", "under", "between")
ARTICLES = ("a", "an", "the")
BE = frozenset("is are was were be been being has have had".split())
LEAST_COMMON = 15
"""Times in counted news: translators choose common words."""
LEAST_SIMILAR = 0.4
REPLACED = (0, 1, 1, 1, 2, 2, 3, 4)
"""How many faults a sentence gets, drawn evenly."""


class Corruptor:
    """Makes faults; every draw comes from the generator that is handed in."""

    def __init__(self) -> None:
        """Load the packaged tables."""
        self._lemmas, attested = Lemmas.load(), Attestation.load()
        self._wrongs: dict[str, tuple[list[str], list[float]]] = {}
        for pair in Substitutions.load():
            is_likely = (
                pair.is_listed or pair.relation == SYNONYM or pair.similarity >= LEAST_SIMILAR or pair.round_trips
            )
            if is_likely and attested.word_count(pair.wrong) >= LEAST_COMMON:
                words, weights = self._wrongs.setdefault(pair.right, ([], []))
                words.append(pair.wrong)
                weights.append(1.0 + 4.0 * pair.is_listed + min(pair.round_trips, 4) + 2.0 * (pair.relation == SYNONYM))

    def corrupted(self, sentence: str, draw: random.Random) -> tuple[list[str], list[float]]:
        """Return the words of a sentence with a few of them replaced, and 1 for each that was."""
        words: list[str] = words_of(sentence)
        tags = [0.0] * len(words)
        for _ in range(draw.choice(REPLACED)):
            place = draw.randrange(len(words)) if words else 0
            kind = draw.random()
            if kind < 0.72:
                self._replace(words, tags, draw)
            elif kind < 0.84:
                _swap_preposition(words, tags, draw)
            elif kind < 0.92:
                self._turn(words, tags, place)
            elif kind < 0.96:
                _swap_article(words, tags, draw)
            else:
                self._uninflect(words, tags, place)
        _agree(words)
        return words, tags

    def _replace(self, words: list[str], tags: list[float], draw: random.Random) -> None:
        places = [i for i, word in enumerate(words) if not tags[i] and self._is_open(words, i) and self._wrong_of(word)]
        if not places:
            return
        place = draw.choice(places)
        lemma = self._lemmas.of(words[place])[0]
        candidates, weights = self._wrongs[lemma]
        wrong = draw.choices(candidates, weights)[0]
        form = inflected(wrong, words[place], lemma, words[place - 1] if place else "")
        if form.lower() != words[place].lower() and self._lemmas.of(form)[0] != lemma:
            words[place] = form.capitalize() if place == 0 else form
            tags[place] = 1.0

    def _wrong_of(self, word: str) -> bool:
        return self._lemmas.of(word)[0] in self._wrongs

    def _is_open(self, words: Sequence[str], place: int) -> bool:
        word = words[place]
        is_name = word[0].isupper() and place > 0
        return word[0].isalpha() and not is_name and is_content(self._lemmas.of(word)[0])

    def _turn(self, words: list[str], tags: list[float], place: int) -> None:
        """Turn "front line" into "line of front", or two neighbours round."""
        if place + 1 >= len(words) or tags[place] or tags[place + 1]:
            return
        if not (self._is_open(words, place) and self._is_open(words, place + 1)) or place == 0:
            return
        first, second = words[place], words[place + 1]
        if first.endswith("ly") or len(first) % 2:
            words[place : place + 2], tags[place : place + 2] = [second, first], [1.0, 1.0]
        else:
            words[place : place + 2], tags[place : place + 2] = [second, "of", first], [1.0, 1.0, 1.0]

    def _uninflect(self, words: list[str], tags: list[float], place: int) -> None:
        """Put the base form, or another form, for an inflected one."""
        if place < len(words) and not tags[place] and self._is_open(words, place):
            lemma = self._lemmas.of(words[place])[0]
            if lemma != words[place].lower():
                words[place], tags[place] = lemma, 1.0


def _swap_preposition(words: list[str], tags: list[float], draw: random.Random) -> None:
    places = [i for i, word in enumerate(words) if word in PREPOSITIONS and not tags[i]]
    if places:
        place = draw.choice(places)
        words[place] = draw.choice([word for word in PREPOSITIONS[:10] if word != words[place]])
        tags[place] = 1.0


def _swap_article(words: list[str], tags: list[float], draw: random.Random) -> None:
    places = [i for i, word in enumerate(words[:-1]) if word in ARTICLES and not tags[i]]
    if not places:
        return
    place = draw.choice(places)
    if draw.random() < 0.5:
        words[place], tags[place] = ("the" if words[place] != "the" else "a"), 1.0
    else:
        del words[place], tags[place]
        tags[place] = 1.0


def _agree(words: list[str]) -> None:
    """Let "a" and "an" agree with what follows, as an engine would: otherwise they betray the replaced word."""
    for place in range(len(words) - 1):
        if words[place] in ("a", "an"):
            words[place] = "an" if words[place + 1][0].lower() in "aeio" else "a"


@cache
def _inflections(lemma: str) -> dict[str, tuple[str, ...]]:
    return {tag: tuple(forms) for tag, forms in lemminflect.getAllInflections(lemma).items()}


def inflected(lemma: str, written: str, own_lemma: str, before: str) -> str:
    """Return `lemma` in the form in which `written` has its own lemma; `before` tells a participle from a past."""
    lower = written.lower()
    if lower == own_lemma:
        return lemma
    if lower.endswith("s"):
        tags: tuple[str, ...] = ("NNS", "VBZ")
    elif lower.endswith("ing"):
        tags = ("VBG",)
    elif lower.endswith("est"):
        tags = ("JJS", "RBS")
    elif lower.endswith("er"):
        tags = ("JJR", "RBR")
    else:
        tags = ("VBN", "VBD") if before.lower() in BE else ("VBD", "VBN")
    forms = _inflections(lemma)
    return next((forms[tag][0] for tag in tags if tag in forms), lemma)
