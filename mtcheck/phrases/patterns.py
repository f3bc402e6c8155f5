"""Known phrases and sense contexts as patterns of content words and the function words between them."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from mtcheck.phrases.lemmas import Lemmas, is_content
from mtcheck.phrases.records import KnownPhrase, PhraseKind, PivotSense, Rendering, Source

SLOT = "_"
OPEN_PLACEHOLDERS = frozenset(["someone", "someone's", "something", "somebody", "oneself"])
"""Stand for words of any number."""
POSSESSIVE_PLACEHOLDERS = frozenset(["one's"])
POSSESSIVES = frozenset(["my", "your", "his", "her", "its", "our", "their", "one's"])
_TOKEN = re.compile(r"[^\s,\-]+")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A wording to look for.

    * `words`: the content lemmas in order; `surfaces`: the same as the wording has them.
    * `gaps`: the function words before each of them and behind the last (one gap more than words), placeholders included.
    * `source`, `number`: the table it comes from, and which row.
    * `kind`: of a known phrase; None for a context of the table of pivot senses.
    * `slot`, `wrong`: for a sense, the place of the word, and what may stand there instead; -1 and empty for a phrase.
    """

    text: str
    words: tuple[str, ...]
    surfaces: tuple[str, ...]
    gaps: tuple[tuple[str, ...], ...]
    kind: PhraseKind | None
    source: Source
    number: int
    slot: int = -1
    wrong: str = ""


def phrase_pattern(phrase: KnownPhrase, number: int, lemmas: Lemmas) -> Pattern | None:
    """Return the pattern of a phrase of the bank; None where it has no content word."""
    words, surfaces, gaps = _split(_TOKEN.findall(phrase.phrase.lower()), lemmas)
    return Pattern(phrase.phrase, words, surfaces, gaps, phrase.kind, Source.BANK, number) if words else None


def rendering_pattern(rendering: Rendering, number: int, lemmas: Lemmas) -> Pattern | None:
    """Return the pattern of a literal rendering; None where it has fewer than two content words."""
    words, surfaces, gaps = _split(_TOKEN.findall(rendering.literal.lower()), lemmas)
    if len(words) < 2:
        return None
    return Pattern(rendering.literal, words, surfaces, gaps, rendering.kind, Source.RENDERINGS, number)


def sense_patterns(sense: PivotSense, number: int, lemmas: Lemmas) -> list[Pattern]:
    """Return one pattern per right context of one word, with the right word in its place."""
    if " " in sense.wrong or " " in sense.right:
        return []
    found = []
    for context in sense.right_contexts:
        tokens = context.replace("-", " ").split()
        if tokens.count(SLOT) != 1 or len(tokens) < 2:
            continue
        words, surfaces, gaps = _split([sense.right if token == SLOT else token for token in tokens], lemmas)
        before, _, _ = _split(tokens[: tokens.index(SLOT)], lemmas)
        slot = len(before)
        if slot < len(words) and words[slot] == lemmas.of(sense.right)[0] and len(words) > 1:
            text = context.replace(SLOT, sense.right)
            found.append(
                Pattern(text, words, surfaces, gaps, None, Source.SENSES, number, slot, lemmas.of(sense.wrong)[0])
            )
    return found


def veto_contexts(senses: Sequence[PivotSense], lemmas: Lemmas) -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """Return for each wrong word the contexts in which it is right: their content lemmas, and which of them it is."""
    vetoes: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
    for sense in senses:
        wrong = lemmas.of(sense.wrong)[0]
        for context in sense.wrong_contexts:
            tokens = context.replace("-", " ").split()
            if tokens.count(SLOT) != 1:
                continue
            words, _, _ = _split([sense.wrong if token == SLOT else token for token in tokens], lemmas)
            if wrong in words and len(words) > 1:
                entry = (words, words.index(wrong))
                if entry not in vetoes[wrong]:
                    vetoes[wrong].append(entry)
    return vetoes


_Words = tuple[str, ...]


def _split(tokens: Sequence[str], lemmas: Lemmas) -> tuple[_Words, _Words, tuple[_Words, ...]]:
    words: list[str] = []
    surfaces: list[str] = []
    gaps: list[list[str]] = [[]]
    for token, following in zip_longest(tokens, tokens[1:], fillvalue=""):
        lemma = lemmas.of(token)[0]
        is_open = token in OPEN_PLACEHOLDERS or token in POSSESSIVE_PLACEHOLDERS
        if is_open or not is_content(lemma, following):
            gaps[-1].append(token)
        else:
            words.append(lemma)
            surfaces.append(token)
            gaps.append([])
    return tuple(words), tuple(surfaces), tuple(tuple(gap) for gap in gaps)
