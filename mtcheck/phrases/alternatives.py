"""What a word that looks out of place may have been: words a translator could have had before it, tried in its sentence."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from mtcheck.lexicon import Lexicon
from mtcheck.models.reading import SentenceReader
from mtcheck.models.words import spans_of
from mtcheck.phrases.attestation import Attestation
from mtcheck.phrases.records import Substitution
from mtcheck.phrases.repair import Inflections
from mtcheck.phrases.substitutions import SYNONYM, Substitutions
from mtcheck.phrases.tokens import Token

TRIED = 6
"""Words that are put into the sentence; each costs a reading."""
LEAST_COUNT = 10
"""How often the news corpus must hold it in lower case."""
LEAST_GAIN = 1.5
"""By so much, in log-odds, the word must look more in place than the written one."""
FITS_BELOW = -1.5
"""Log-odds of being replaced below which a word looks in place."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A word in the form that the sentence needs; `gain`: how much more in place it looks, in log-odds.

    `pivots`: languages that have one word for both; `is_listed`: whether the table of pivot senses has the pair.
    """

    word: str
    gain: float
    pivots: tuple[str, ...]
    is_listed: bool


class Alternatives:
    """Looks for what a word was put for."""

    def __init__(self, substitutions: Substitutions, attestation: Attestation, inflections: Inflections) -> None:
        """Take the packaged tables."""
        self._substitutions, self._attestation, self._inflections = substitutions, attestation, inflections

    def best(
        self, text: str, tokens: Sequence[Token], place: int, reader: SentenceReader, lexicon: Lexicon
    ) -> Alternative | None:
        """Return the word that fits best in the place of `tokens[place]`, or None where none fits clearly better.

        `tokens` are those of the sentence `text`, with offsets into it. What `lexicon` knows only with a
        capital letter is a name and not tried.
        """
        token = tokens[place]
        tried = [(self._form(change, token), change) for change in self._likely(tokens, place)]
        tried = [
            (word, change)
            for word, change in tried
            if word.lower() != token.text.lower() and lexicon.lower_count(word.lower()) >= LEAST_COUNT
        ]
        mended = [text[: token.start] + word + text[token.end :] for word, _ in tried]
        readings = reader.read([text, *mended])
        written = _at(readings[0].replaced, text, token.start)
        found = []
        for (word, change), sentence, reading in zip(tried, mended, readings[1:], strict=True):
            known = _at(reading.replaced, sentence, token.start)
            if known <= FITS_BELOW and written - known >= LEAST_GAIN:
                found.append(Alternative(word, round(written - known, 2), change.pivots, change.is_listed))
        return max(found, key=lambda a: (a.gain, a.word), default=None)

    def _likely(self, tokens: Sequence[Token], place: int) -> list[Substitution]:
        changes = {
            change.right: change for lemma in tokens[place].lemmas for change in self._substitutions.rights(lemma)
        }
        ranked = sorted(changes.values(), key=lambda c: (-self._score(tokens, place, c), c.right))
        return ranked[:TRIED]

    def _score(self, tokens: Sequence[Token], place: int, change: Substitution) -> float:
        """Return how much speaks for a word before it is tried: its neighbours, and how near it is to what stands there."""
        seen = 0.0
        for other in (_content(tokens, place, -1), _content(tokens, place, 1)):
            if other is not None:
                pair = (
                    (other.lemmas[0], change.right)
                    if other.start < tokens[place].start
                    else (change.right, other.lemmas[0])
                )
                seen += min(20, self._attestation.pair_count(*pair))
        nearness = change.similarity + 0.5 * change.is_listed + 0.3 * (change.relation == SYNONYM)
        return nearness + 0.1 * min(change.round_trips, 5) + 0.3 * math.sqrt(seen)

    def _form(self, change: Substitution, token: Token) -> str:
        word = self._inflections.like(change.right, change.right, token, may_be_verb=True)
        return word.capitalize() if token.text[0].isupper() else word


def _content(tokens: Sequence[Token], place: int, step: int) -> Token | None:
    at = place + step
    while 0 <= at < len(tokens):
        if tokens[at].content >= 0:
            return tokens[at]
        at += step
    return None


def _at(replaced: Sequence[float], sentence: str, start: int) -> float:
    for value, (first, end) in zip(replaced, spans_of(sentence), strict=False):
        if first <= start < end:
            return value
    return 0.0
