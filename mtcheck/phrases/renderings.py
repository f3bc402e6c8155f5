"""Literal renderings: how sure it is that words which stand there as they are came from another language's phrase."""

from collections.abc import Sequence
from itertools import pairwise

from mtcheck.phrases.candidates import Candidate
from mtcheck.phrases.evidence import PairCount
from mtcheck.phrases.lemmas import DETERMINERS
from mtcheck.phrases.patterns import OPEN_PLACEHOLDERS, POSSESSIVE_PLACEHOLDERS, POSSESSIVES
from mtcheck.phrases.tokens import Token

UNSEEN, RARE, SEEN = 0.97, 0.85, 0.4
"""Probabilities where two neighbouring words of it were never, at most twice, or oftener seen together in news."""
VARIED = 0.95
"""Where one word of a short one is a synonym of what the table has."""
RARE_COUNT = 2
LOOSE_FROM = 3
LEAST_FIT = -0.15
"""By so much the meaning may fit the sentence less well than the words that stand there; below it they are meant as said."""


def stands_as_written(candidate: Candidate, tokens: Sequence[Token]) -> bool:
    """Whether the function words, too, are those of the rendering: "right of the veto" is one, "right of veto" is none.

    Where it has three content words or more, articles and possessives may differ, and one other word between them.
    """
    loose = len(candidate.places) >= LOOSE_FROM
    places, gaps = candidate.places, candidate.pattern.gaps
    lead = tokens[max(0, places[0] - len(gaps[0])) : places[0]]
    trail = tokens[places[-1] + 1 : places[-1] + 1 + len(gaps[-1])]
    inner = [tokens[a + 1 : b] for a, b in pairwise(places)]
    return all(_matches(between, gap, loose=loose) for between, gap in zip((lead, *inner, trail), gaps, strict=True))


def _matches(between: Sequence[Token], gap: Sequence[str], *, loose: bool) -> bool:
    is_open = bool(OPEN_PLACEHOLDERS.intersection(gap))
    if loose:
        between = [token for token in between if token.text.lower() not in DETERMINERS]
        gap = [word for word in gap if word not in DETERMINERS]
    if is_open:
        fixed = [word for word in gap if word not in OPEN_PLACEHOLDERS]
        return {token.text.lower() for token in between}.issuperset(fixed)
    written = [token.text.lower() for token in between]
    if loose and max(len(written), len(gap)) <= 1 and all(token.content < 0 for token in between):
        return True
    if len(written) != len(gap):
        return False
    return all(
        (word in POSSESSIVES if wanted in POSSESSIVE_PLACEHOLDERS else word == wanted or wanted in token.lemmas)
        for word, wanted, token in zip(written, gap, between, strict=True)
    )


def rendering_probability(candidate: Candidate, tokens: Sequence[Token], count: PairCount) -> float:
    """Return how likely the words are not English, from how often people write them together."""
    lemmas = [tokens[place].lemmas[0] for place in candidate.places]
    seen = min(count(first, second) for first, second in pairwise(lemmas))
    if seen == 0:
        return UNSEEN if candidate.is_intact or len(lemmas) > LOOSE_FROM else VARIED
    return RARE if seen <= RARE_COUNT else SEEN


def is_meant_as_said(gloss_fit: float, written_fit: float) -> bool:
    """Whether the sentence is about the words themselves, not about what the phrase means."""
    return gloss_fit - written_fit < LEAST_FIT
