"""Where a sentence has nearly a known phrase: the static prefilter, by lemmas alone."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from rapidfuzz.distance.Levenshtein import normalized_similarity

from mtcheck.phrases.lemmas import DETERMINERS, Lemmas, is_content
from mtcheck.phrases.patterns import OPEN_PLACEHOLDERS, POSSESSIVE_PLACEHOLDERS, POSSESSIVES, Pattern
from mtcheck.phrases.records import Source, Substitution
from mtcheck.phrases.rendering_table import RenderingTable
from mtcheck.phrases.substitutions import SYNONYM, Substitutions
from mtcheck.phrases.tokens import Token

EXTRA_TOKENS = 2
"""So many more words than the phrase has may stand between two of its words: "shoes on the muddy ground"."""
OPEN_TOKENS = 4
"""The same where the phrase has `something` there."""
LINKS = frozenset(["of", "be", "in", "for", "remain", "seem", "stay", "look", "become", "appear"])
"""Words by which a translator turns "vague promise" round: "promises that are vague", "line of front"."""
TURNED_TOKENS = 4
LEAST_FRAME = 3
"""Function words around the one content word of a phrase: "in the wake of"."""
ALIKE = 0.8
"""Share of letters that spellings of one word have in common: "favor", "favour"."""
LOOSE_FROM = 3
"""Content words from which a literal rendering is told by the others where one of them has a synonym."""
CLOSE_IN_RENDERING = 0.5
"""Similarity from which a word of a rendering counts as another translator's choice for it."""
CLOSE = 0.6
"""Similarity from which two words count as near-synonyms where both words of a term changed."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of a sentence that has a pattern's words, except for some that may have been put for them.

    * `places`: the token of each word of the pattern, by index into the sentence's tokens.
    * `changes`: for each, what it was put for, or None where the word is the pattern's own.
    * `is_turned`: whether the two words stand in the opposite order.
    """

    pattern: Pattern
    places: tuple[int, ...]
    changes: tuple[Substitution | None, ...]
    is_turned: bool = False

    @property
    def first(self) -> int:
        """Index of the first token."""
        return min(self.places)

    @property
    def last(self) -> int:
        """Index of the last token."""
        return max(self.places)

    @property
    def is_intact(self) -> bool:
        """Whether every word is the pattern's own, in its order."""
        return not any(self.changes) and not self.is_turned

    def changed_places(self) -> tuple[int, ...]:
        """Return the tokens that were put for another word."""
        return tuple(place for place, change in zip(self.places, self.changes, strict=True) if change)


Offer = tuple[int, Substitution | None]
Offers = Mapping[str, Sequence[Offer]]
"""Lemma -> the tokens that are it (None) or may have been put for it."""


class CandidateFinder:
    """Finds intact and changed patterns. The time is linear in the text for a given bank."""

    def __init__(
        self,
        patterns: Sequence[Pattern],
        substitutions: Substitutions,
        lemmas: Lemmas,
        renderings: RenderingTable | None = None,
    ) -> None:
        """Index the patterns by their content words; literal renderings have an index of their own."""
        self._renderings = renderings
        self._substitutions = substitutions
        self._lemmas = lemmas
        self._by_word: dict[str, list[tuple[Pattern, int]]] = defaultdict(list)
        self._single: dict[str, list[Pattern]] = defaultdict(list)
        self._pairs: dict[str, dict[str, list[Pattern]]] = defaultdict(dict)
        for pattern in patterns:
            if len(pattern.words) == 1:
                self._single[pattern.words[0]].append(pattern)
            if len(pattern.words) == 2 and pattern.source is Source.BANK:
                self._pairs[pattern.words[0]].setdefault(pattern.words[1], []).append(pattern)
            for slot, word in enumerate(pattern.words):
                self._by_word[word].append((pattern, slot))

    def find(self, tokens: Sequence[Token]) -> tuple[list[Candidate], list[Candidate]]:
        """Return the intact patterns and the changed ones of one sentence, in order, each alignment once."""
        offers = self._offers(tokens)
        found: dict[tuple[str, int, tuple[int, ...]], Candidate] = {}
        for candidate in self._aligned(tokens, offers):
            found.setdefault((candidate.pattern.text, candidate.pattern.number, candidate.places), candidate)
        ordered = sorted(found.values(), key=lambda c: (c.first, c.last, c.pattern.text))
        return [c for c in ordered if c.is_intact], [c for c in ordered if any(c.changes)]

    def _offers(self, tokens: Sequence[Token]) -> Offers:
        offers: dict[str, list[tuple[int, Substitution | None]]] = defaultdict(list)
        for place, token in enumerate(tokens):
            if token.content < 0:
                continue
            for lemma in token.lemmas:
                offers[lemma].append((place, None))
            if not token.is_name and not token.is_part:
                for lemma in token.lemmas:
                    for change in self._substitutions.rights(lemma):
                        if change.right not in token.lemmas and (
                            change.is_listed or not _are_alike(lemma, change.right)
                        ):
                            offers[change.right].append((place, change))
        return offers

    def _aligned(self, tokens: Sequence[Token], offers: Offers) -> Iterator[Candidate]:
        for place, token in enumerate(tokens):
            if token.content < 0:
                continue
            for lemma in token.lemmas:
                for pattern, slot in self._by_word.get(lemma, ()):
                    if len(pattern.words) > 1 and all(word in offers for word in pattern.words):
                        yield from self._around(tokens, offers, pattern, slot, place)
        for pattern, slot, place in self._renderings.near(tokens) if self._renderings else ():
            if all(word in offers for word in pattern.words):
                yield from self._around(tokens, offers, pattern, slot, place)
        yield from self._one_word(tokens, offers)
        yield from self._wholly_changed(tokens)

    def _around(
        self, tokens: Sequence[Token], offers: Offers, pattern: Pattern, slot: int, place: int
    ) -> Iterator[Candidate]:
        """Yield the alignments in which the token at `place` is the pattern's own word `slot`."""
        partial: list[tuple[tuple[int, ...], tuple[Substitution | None, ...]]] = [((place,), (None,))]
        for number in range(slot + 1, len(pattern.words)):
            reach = _reach(pattern.gaps[number])
            partial = [
                ((*places, at), (*changes, change))
                for places, changes in partial
                for at, change in _between(offers[pattern.words[number]], places[-1] + 1, places[-1] + reach)
                if tokens[at].clause == tokens[place].clause
            ]
        for number in range(slot - 1, -1, -1):
            reach = _reach(pattern.gaps[number + 1])
            partial = [
                ((at, *places), (change, *changes))
                for places, changes in partial
                for at, change in _between(offers[pattern.words[number]], places[0] - reach, places[0] - 1)
                if tokens[at].clause == tokens[place].clause
            ]
        for places, changes in partial:
            if _is_allowed(pattern, changes) and _is_joined_alike(tokens, places, pattern):
                yield Candidate(pattern, places, changes)
        if len(pattern.words) == 2:
            yield from self._turned(tokens, offers, pattern, slot, place)

    def _turned(
        self, tokens: Sequence[Token], offers: Offers, pattern: Pattern, slot: int, place: int
    ) -> Iterator[Candidate]:
        """Yield "line of confrontation" for "front line": a changed word on the other side, behind a linking word."""
        if any(pattern.gaps[1]):
            return
        for at, change in _between(offers[pattern.words[1 - slot]], place - TURNED_TOKENS, place + TURNED_TOKENS):
            before, after = (at, place) if slot == 0 else (place, at)
            if change is None or not 2 <= after - before <= TURNED_TOKENS:
                continue
            if tokens[before].clause != tokens[after].clause:
                continue
            between = tokens[before + 1 : after]
            if any(LINKS.intersection(token.lemmas) for token in between) and _only_links(between):
                places = (place, at) if slot == 0 else (at, place)
                changes = (None, change) if slot == 0 else (change, None)
                if _is_allowed(pattern, changes):
                    yield Candidate(pattern, places, changes, is_turned=True)

    def _one_word(self, tokens: Sequence[Token], offers: Offers) -> Iterator[Candidate]:
        """Yield phrases of one content word: its frame of two function words or more must stand there unchanged."""
        for word in sorted(self._single.keys() & offers.keys()):
            for place, change in offers[word]:
                for pattern in self._single[word]:
                    if _has_frame(tokens, place, pattern.gaps):
                        yield Candidate(pattern, (place,), (change,))

    def _wholly_changed(self, tokens: Sequence[Token]) -> Iterator[Candidate]:
        """Yield phrases of two words, neighbours in the text, both of which became near-synonyms: "worldwide heating"."""
        content = [place for place, token in enumerate(tokens) if token.content >= 0 and not token.is_name]
        for first, second in pairwise(content):
            if tokens[first].clause != tokens[second].clause:
                continue
            firsts, seconds = self._close(tokens[first]), self._close(tokens[second])
            for before in sorted(firsts.keys() & self._pairs.keys()):
                for after, patterns in self._pairs[before].items():
                    if after in seconds:
                        changes = (firsts[before], seconds[after])
                        reachable = (p for p in patterns if second - first <= _reach(p.gaps[1]))
                        yield from (Candidate(pattern, (first, second), changes) for pattern in reachable)

    def _close(self, token: Token) -> dict[str, Substitution]:
        changes = (c for lemma in token.lemmas for c in self._substitutions.rights(lemma))
        return {c.right: c for c in changes if c.relation == SYNONYM or c.is_listed or c.similarity >= CLOSE}


def _between(offered: Sequence[Offer], first: int, last: int) -> Sequence[Offer]:
    """Return what is offered at the places from `first` to `last`; the places are in order."""
    return offered[bisect_left(offered, first, key=_place) : bisect_right(offered, last, key=_place)]


def _place(offer: Offer) -> int:
    return offer[0]


@cache
def _are_alike(first: str, second: str) -> bool:
    return normalized_similarity(first, second) >= ALIKE


def _reach(gap: Sequence[str]) -> int:
    return len(gap) + 1 + (OPEN_TOKENS if OPEN_PLACEHOLDERS.intersection(gap) else EXTRA_TOKENS)


def _is_allowed(pattern: Pattern, changes: Sequence[Substitution | None]) -> bool:
    """A context of the table of senses admits its own wrong word and nothing else; a phrase keeps a word of its own."""
    if pattern.source is Source.RENDERINGS:
        return not any(changes) or (len(changes) >= LOOSE_FROM and _is_one_synonym(changes))
    if pattern.source is Source.SENSES:
        wanted = [change for slot, change in enumerate(changes) if change or slot == pattern.slot]
        return all(c is None or c.wrong == pattern.wrong for c in wanted) and not any(
            change for slot, change in enumerate(changes) if slot != pattern.slot
        )
    return any(change is None for change in changes)


def _is_one_synonym(changes: Sequence[Substitution | None]) -> bool:
    made = [change for change in changes if change]
    return len(made) == 1 and (
        made[0].relation == SYNONYM or made[0].is_listed or made[0].similarity >= CLOSE_IN_RENDERING
    )


def _is_joined_alike(tokens: Sequence[Token], places: Sequence[int], pattern: Pattern) -> bool:
    """Whether there is a preposition or the like between two words just where the pattern has one.

    "Convicted of attacking" is not "condemn the attack". What else may stand between are articles and adjectives.
    """
    for slot in range(1, len(places)):
        gap = pattern.gaps[slot]
        if OPEN_PLACEHOLDERS.intersection(gap):
            continue
        between = tokens[places[slot - 1] + 1 : places[slot]]
        joins = [t for t in between if t.content < 0 and t.text.lower() not in DETERMINERS and t.text[0].isalpha()]
        wanted = [word for word in gap if word not in DETERMINERS and word not in POSSESSIVE_PLACEHOLDERS]
        if bool(joins) != bool(wanted):
            return False
        if pattern.source is Source.SENSES and any(t.content >= 0 for t in between):
            return False
    return True


def _only_links(tokens: Sequence[Token]) -> bool:
    return all(not is_content(lemma) or lemma in LINKS for token in tokens for lemma in token.lemmas[:1])


def _has_frame(tokens: Sequence[Token], place: int, gaps: Sequence[tuple[str, ...]]) -> bool:
    before, after = gaps[0], gaps[-1]
    if len(before) + len(after) < LEAST_FRAME or place < len(before) or place + len(after) >= len(tokens):
        return False
    around = [*tokens[place - len(before) : place], *tokens[place + 1 : place + 1 + len(after)]]
    return all(_is_frame_word(token, word) for token, word in zip(around, (*before, *after), strict=True))


def _is_frame_word(token: Token, word: str) -> bool:
    if word.endswith("'s"):
        return token.text.lower() in POSSESSIVES
    return word in OPEN_PLACEHOLDERS or token.text.lower() == word or word in token.lemmas
