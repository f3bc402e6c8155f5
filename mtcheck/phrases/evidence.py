"""What speaks for and against a candidate: figures that the context test weighs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log1p

from mtcheck.phrases.attestation import Attestation
from mtcheck.phrases.candidates import Candidate
from mtcheck.phrases.patterns import POSSESSIVE_PLACEHOLDERS, Pattern
from mtcheck.phrases.records import PhraseKind, Substitution
from mtcheck.phrases.tokens import Token

STATIC = (
    "words",
    "changed",
    "is_turned",
    "is_idiom",
    "is_formula",
    "is_term",
    "is_collocation",
    "is_sense",
    "similarity",
    "is_near",
    "is_synonym",
    "is_listed",
    "round_trips",
    "pivots",
    "phrase_count",
    "inside",
    "inside_known",
    "inside_gain",
    "outside",
    "outside_known",
    "outside_gain",
    "word_count",
    "known_word_count",
    "frame_missing",
    "extra_words",
    "frame_words",
    "adjacent",
    "is_unattested",
    "web",
    "web_known",
    "web_outside",
)
"""Names of the figures that need no encoder, in order."""

PairCount = Callable[[str, str], int]


@dataclass(frozen=True, slots=True)
class Statistics:
    """Where the counts come from; `pairs` may be replaced to leave a document's own counts out."""

    attestation: Attestation
    phrase_counts: Mapping[int, int]
    pairs: PairCount


def static_evidence(candidate: Candidate, tokens: Sequence[Token], statistics: Statistics) -> dict[str, float]:
    """Return the figures of `STATIC` for a changed candidate; counts are log(1 + n)."""
    pattern = candidate.pattern
    changes = [change for change in candidate.changes if change]
    inside, inside_known = _inside(candidate, tokens, statistics.pairs)
    outside, outside_known = _outside(candidate, tokens, statistics.pairs)
    web, web_known = _inside(candidate, tokens, statistics.attestation.web_count)
    missing, extra = _frame(candidate, tokens)
    attested = statistics.attestation
    known_words = [attested.word_count(change.right) for change in changes]
    return {
        "words": len(pattern.words),
        "changed": len(changes) / len(pattern.words),
        "is_turned": float(candidate.is_turned),
        "is_idiom": float(pattern.kind is PhraseKind.IDIOM),
        "is_formula": float(pattern.kind is PhraseKind.FORMULA),
        "is_term": float(pattern.kind is PhraseKind.TERM),
        "is_collocation": float(pattern.kind is PhraseKind.COLLOCATION),
        "is_sense": float(pattern.kind is None),
        "similarity": min(change.similarity for change in changes),
        "is_near": float(all(change.relation >= 1 for change in changes)),
        "is_synonym": float(all(change.relation >= 2 for change in changes)),
        "is_listed": float(all(change.is_listed for change in changes)),
        "round_trips": min(log1p(change.round_trips) for change in changes),
        "pivots": min(log1p(len(change.pivots)) for change in changes),
        "phrase_count": log1p(statistics.phrase_counts.get(pattern.number, 0)) if pattern.kind else log1p(inside_known),
        "inside": log1p(inside),
        "inside_known": log1p(inside_known),
        "inside_gain": log1p(inside_known) - log1p(inside),
        "outside": log1p(outside),
        "outside_known": log1p(outside_known),
        "outside_gain": log1p(outside_known) - log1p(outside),
        "word_count": min(log1p(attested.word_count(_lemma(tokens, p))) for p in candidate.changed_places()),
        "known_word_count": min(log1p(count) for count in known_words),
        "frame_missing": missing,
        "extra_words": extra,
        "frame_words": sum(map(len, pattern.gaps)),
        "adjacent": float(candidate.last - candidate.first + 1 == len(candidate.places)),
        "is_unattested": float(inside == 0),
        "web": web,
        "web_known": web_known,
        "web_outside": _outside(candidate, tokens, statistics.attestation.web_count)[0],
    }


def _lemma(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].lemmas[0]


def _inside(candidate: Candidate, tokens: Sequence[Token], count: PairCount) -> tuple[int, int]:
    """Return how often the changed word and its neighbours in the phrase were seen together, and the known ones."""
    seen, known = [], []
    order = sorted(range(len(candidate.places)), key=lambda i: candidate.places[i])
    for left, right in pairwise(order):
        if candidate.changes[left] or candidate.changes[right]:
            seen.append(count(_lemma(tokens, candidate.places[left]), _lemma(tokens, candidate.places[right])))
    words = candidate.pattern.words
    for slot in range(len(words) - 1):
        if candidate.changes[slot] or candidate.changes[slot + 1]:
            known.append(count(words[slot], words[slot + 1]))
    return (min(seen) if seen else 0, min(known) if known else 0)


def _outside(candidate: Candidate, tokens: Sequence[Token], count: PairCount) -> tuple[int, int]:
    """Return the same for the changed words and the content words around the phrase; the larger of both sides."""
    seen = known = 0
    for place, change in zip(candidate.places, candidate.changes, strict=True):
        if change is None:
            continue
        before = _neighbour(tokens, place, -1, candidate)
        after = _neighbour(tokens, place, 1, candidate)
        own = _lemma(tokens, place)
        if before is not None:
            seen, known = max(seen, count(before, own)), max(known, count(before, change.right))
        if after is not None:
            seen, known = max(seen, count(own, after)), max(known, count(change.right, after))
    return seen, known


def _neighbour(tokens: Sequence[Token], place: int, step: int, candidate: Candidate) -> str | None:
    at = place + step
    while 0 <= at < len(tokens) and tokens[at].clause == tokens[place].clause:
        if tokens[at].content >= 0:
            return None if at in candidate.places else tokens[at].lemmas[0]
        at += step
    return None


def _frame(candidate: Candidate, tokens: Sequence[Token]) -> tuple[float, float]:
    """Return how many function words of the pattern are missing between its words, and how many words are too many."""
    if candidate.is_turned:
        return 0.0, 0.0
    missing = extra = 0
    pattern: Pattern = candidate.pattern
    for slot in range(1, len(candidate.places)):
        between = tokens[candidate.places[slot - 1] + 1 : candidate.places[slot]]
        wanted = [word for word in pattern.gaps[slot] if word not in POSSESSIVE_PLACEHOLDERS]
        there = {token.text.lower() for token in between} | {lemma for token in between for lemma in token.lemmas}
        missing += sum(word not in there for word in wanted)
        extra += max(0, len(between) - len(pattern.gaps[slot]))
    return float(missing), float(extra)


def pivots_of(changes: Sequence[Substitution | None]) -> tuple[str, ...]:
    """Return the pivots that all changes have in common, or else those of the first."""
    own = [change.pivots for change in changes if change]
    shared = tuple(code for code in own[0] if all(code in other for other in own[1:])) if own else ()
    return shared or (own[0] if own else ())
