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
VARIED = 0.9
"""Where one word of a short one is a synonym of what the table has: too seldom damage to be shown by itself (52 of 53 such
places in news by people were none)."""
RARE_COUNT = 2
LOOSE_FROM = 3
_ARTICLES = frozenset("a an the my your his her its our their one's someone's".split())
LEAST_FIT = -0.15
"""By so much the meaning may fit the sentence less well than the words that stand there; below it they are meant as said."""


def stands_as_written(candidate: Candidate, tokens: Sequence[Token], count: PairCount) -> bool:
    """Whether the function words, too, are those of the rendering: "right of the veto" is one, "right of veto" is none.

    Articles and possessives may differ where it has three content words or more, and between two that people never write
    together; between three, one other function word.
    """
    loose = len(candidate.places) >= LOOSE_FROM
    any_article = loose or _seen(candidate, tokens, count) == 0
    places, gaps = candidate.places, candidate.pattern.gaps
    lead = tokens[max(0, places[0] - len(gaps[0])) : places[0]]
    trail = tokens[places[-1] + 1 : places[-1] + 1 + len(gaps[-1])]
    inner = [tokens[a + 1 : b] for a, b in pairwise(places)]
    if not all(_matches(around, gap, loose, loose) for around, gap in ((lead, gaps[0]), (trail, gaps[-1]))):
        return False
    return all(_matches(between, gap, any_article, loose) for between, gap in zip(inner, gaps[1:-1], strict=True))


def _matches(between: Sequence[Token], gap: Sequence[str], any_article: bool, loose: bool) -> bool:
    is_open = bool(OPEN_PLACEHOLDERS.intersection(gap))
    if any_article:
        ignored = DETERMINERS if loose else _ARTICLES
        between = [token for token in between if token.text.lower() not in ignored]
        gap = [word for word in gap if word not in ignored]
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


def is_written_already(candidate: Candidate, tokens: Sequence[Token], intended: frozenset[str]) -> bool:
    """Whether the stretch has all content lemmas of what a rendering stands for: "seeing the tip of the iceberg"."""
    written = {lemma for token in tokens[candidate.first : candidate.last + 1] for lemma in token.lemmas}
    return intended <= written


def rendering_probability(candidate: Candidate, tokens: Sequence[Token], count: PairCount) -> float:
    """Return how likely the words are not English, from how often people write them together."""
    seen = _seen(candidate, tokens, count)
    if seen == 0:
        return UNSEEN if candidate.is_intact or len(candidate.places) > LOOSE_FROM else VARIED
    return RARE if seen <= RARE_COUNT else SEEN


def _seen(candidate: Candidate, tokens: Sequence[Token], count: PairCount) -> int:
    """Return how often the two words of it that meet least often stand together in news; 1 for a single word."""
    lemmas = [tokens[place].lemmas[0] for place in candidate.places]
    return min((count(first, second) for first, second in pairwise(lemmas)), default=1)


def is_meant_as_said(gloss_fit: float, written_fit: float) -> bool:
    """Whether the sentence is about the words themselves, not about what the phrase means."""
    return gloss_fit - written_fit < LEAST_FIT
