"""Which known person a spelling may mean: by exact form first, then by sound."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from mtcheck.names.index import NameIndex, fold
from mtcheck.names.records import Person
from mtcheck.names.similarity import part_similarity, skeleton
from mtcheck.names.sound_index import Entry, SoundIndex, Variant

MOST_COMPARED = 8
"""So many candidates, the nearest by plain edit distance, have their sounds weighed: the cost per name stays bounded."""
LONGEST_INITIAL = 2
"""A longer middle word is a name, and whoever bears it is hardly the person who does not."""
MOST_EDITED = 0.55
"""Share of sounds that may differ at all, before they are weighed."""
MOST_WORDS = 5
"""A name of more words is a headline."""
LEAST_PART = 0.6
"""Family names less alike than this are never one name."""

UNUSUAL_ORDER = 0.1
"""What a match loses that takes given and family name in another order than newsrooms print them."""


@dataclass(frozen=True, slots=True)
class Match:
    """A known person that a spelling may mean.

    * `given`, `family`: how alike the name parts sound, 0-1.
    * `read_given`, `read_family`: what was read as the name parts, folded; of a single word both are the same.
    * `variant`: the accepted spelling that comes nearest.
    * `is_usual_order`: given and family name stand in the order in which newsrooms print this person's.
    """

    person: Person
    given: float
    family: float
    read_given: str
    read_family: str
    variant: Variant
    is_usual_order: bool = True

    @property
    def keeps_consonants(self) -> bool:
        """Whether both name parts have the consonant classes of the accepted spelling, in their order."""
        return skeleton(self.read_family) == skeleton(self.variant.family) and skeleton(self.read_given) == skeleton(
            self.variant.given
        )

    @property
    def score(self) -> float:
        """One figure, 0-1: the weaker part counts most, since two people often share one name part."""
        likeness = 0.55 * min(self.given, self.family) + 0.45 * (self.given + self.family) / 2
        return likeness if self.is_usual_order else likeness - UNUSUAL_ORDER


class NameMatcher:
    """Finds known people by sound. Candidates come from an index over consonant classes, not from a scan."""

    def __init__(self, index: NameIndex) -> None:
        """Index the accepted spellings of everyone but monarchs, who share their names with too many."""
        self._variants: dict[str, tuple[Variant, ...]] = {}
        by_family: dict[str, dict[str, Person]] = defaultdict(dict)
        sounds = SoundIndex()
        for person in index.people.values():
            if person.is_monarch or not person.family:
                continue
            self._variants[person.id] = tuple(_variants(person))
            for variant in self._variants[person.id]:
                by_family[variant.family][person.id] = person
                sounds.add(person, variant)
        self._by_family = {family: tuple(people.values()) for family, people in by_family.items()}
        self._sounds = sounds
        self.best = lru_cache(maxsize=65536)(self._best)

    def people_by_family(self, folded: str) -> tuple[Person, ...]:
        """Return the people with an accepted spelling of that family name."""
        return self._by_family.get(_without_article(folded), ())

    def families_of(self, person: Person) -> frozenset[str]:
        """Return the accepted spellings of a person's family name, folded."""
        return frozenset(variant.family for variant in self._variants.get(person.id, ()))

    def bearers(self, given: str) -> int:
        """Return how many accepted spellings have that given name, folded."""
        return self._sounds.bearers(given)

    def variants_of(self, person: Person) -> tuple[Variant, ...]:
        """Return the accepted spellings of a person's name as given and family name, folded."""
        return self._variants.get(person.id, ())

    def _best(self, parts: tuple[str, ...]) -> Match | None:
        """Return the known person whose full name sounds most like `parts` (two words or more, folded), if any."""
        nearest: list[tuple[float, int, Variant, Entry]] = []
        for reading in _readings(parts):
            entries = list({entry.number: entry for entry in self._sounds.like(reading)}.values())
            found = process.extract(
                reading.sound,
                [entry.sound for entry in entries],
                scorer=Levenshtein.normalized_distance,
                limit=MOST_COMPARED,
                score_cutoff=MOST_EDITED,
            )
            nearest += [(distance, entries[i].number, reading, entries[i]) for _, distance, i in found]
        nearest = nsmallest(MOST_COMPARED, nearest, key=lambda candidate: candidate[:2])
        best: Match | None = None
        for _, _, reading, entry in nearest:
            family = part_similarity(reading.family, entry.variant.family)
            if family < LEAST_PART or (best is not None and _bound(family) < best.score):
                continue
            match = _match(reading, entry.person, entry.variant)
            if best is None or (match.score, match.person.id) > (best.score, best.person.id):
                best = match
        return best

    def compare(self, parts: Sequence[str], person: Person) -> Match:
        """Return how like `person` the words `parts` are; a single word is compared with the family name alone."""
        variants = self._variants.get(person.id) or tuple(_variants(person))
        if len(parts) == 1:
            likeness = [(part_similarity(parts[0], variant.family), variant) for variant in variants]
            family, variant = max(likeness, key=lambda pair: pair[0], default=(0.0, Variant("", "")))
            return Match(person, family, family, parts[0], parts[0], variant)
        pairs = (_match(reading, person, variant) for reading in _readings(parts) for variant in variants)
        return max(pairs, key=lambda m: m.score, default=Match(person, 0.0, 0.0, parts[0], parts[-1], Variant("", "")))


def _match(reading: Variant, person: Person, variant: Variant) -> Match:
    given, family = part_similarity(reading.given, variant.given), part_similarity(reading.family, variant.family)
    return Match(
        person,
        given,
        family,
        reading.given,
        reading.family,
        variant,
        reading.is_family_first == variant.is_family_first,
    )


def _bound(family: float) -> float:
    """Return the best score that a match can reach whose family names are this alike."""
    return 0.55 * family + 0.45 * (1 + family) / 2


def _variants(person: Person) -> Iterator[Variant]:
    """Yield the accepted spellings; an alias that keeps the family name is split there, another at its last word."""
    family = fold(person.family)
    seen: set[Variant] = set()
    for name in (person.name, *person.aliases):
        folded = fold(name).replace(".", "").replace("'", "")
        words = folded.split()
        if len(words) < 2:
            continue
        rest = folded.removesuffix(family).split() if folded.endswith(" " + family) else []
        after = folded.removeprefix(family).split() if folded.startswith(family + " ") else []
        given, name = (rest, family) if rest else (after, family) if after else (words[:-1], words[-1])
        for form in dict.fromkeys((given[0], " ".join(given))):
            variant = Variant(form, _without_article(name), is_family_first=bool(after) and not rest)
            if variant not in seen:
                seen.add(variant)
                yield variant


def _readings(parts: Sequence[str]) -> tuple[Variant, ...]:
    """Return the ways to read a name as (given, family): parted anywhere, in either order, middle initials left out."""
    words = tuple(parts)[:MOST_WORDS]
    has_initials = all(len(word) <= LONGEST_INITIAL for word in words[1:-1])
    forms = [Variant(words[0], _without_article(words[-1]))] if has_initials else []
    for i in range(1, len(words)):
        if len(words[i]) == 1 and i + 1 < len(words):
            continue  # an initial belongs to the given name
        first, second = " ".join(words[:i]), " ".join(words[i:])
        forms += [
            Variant(first, _without_article(second)),
            Variant(second, _without_article(first), is_family_first=True),
        ]
    return tuple(dict.fromkeys(forms))


def _without_article(family: str) -> str:
    """Drop the Arabic article, which English usage keeps or leaves out at will, so that it does not make names alike."""
    return family[3:] if family.startswith(("al ", "el ")) and len(family) > 5 else family
