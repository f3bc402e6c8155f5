"""Which known person a spelling may mean: by exact form first, then by sound."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mtcheck.names.index import NameIndex, fold
from mtcheck.names.records import Person
from mtcheck.names.similarity import part_similarity, skeleton

MOST_CLASSES = 16
"""No family name has more consonants; a longer word is none, and its shortened forms would cost memory."""
LEAST_PART = 0.6
"""Family names less alike than this are never one name."""

Variant = tuple[str, str]
"""Given name (its first word) and family name of one accepted spelling, folded."""


@dataclass(frozen=True, slots=True)
class Match:
    """A known person that a spelling may mean, and how alike the name parts sound, 0-1 each."""

    person: Person
    given: float
    family: float

    @property
    def score(self) -> float:
        """One figure, 0-1: the weaker part counts most, since two people often share one name part."""
        return 0.55 * min(self.given, self.family) + 0.45 * (self.given + self.family) / 2


class NameMatcher:
    """Finds known people by sound. Candidates come from an index over consonant classes, not from a scan."""

    def __init__(self, index: NameIndex) -> None:
        """Index the accepted spellings of everyone but monarchs, who share their names with too many."""
        self._variants: dict[str, tuple[Variant, ...]] = {}
        by_family: dict[str, dict[str, Person]] = defaultdict(dict)
        whole: dict[str, list[tuple[Person, Variant]]] = defaultdict(list)
        shortened: dict[str, list[tuple[Person, Variant]]] = defaultdict(list)
        for person in index.people.values():
            if person.is_monarch or not person.family:
                continue
            self._variants[person.id] = variants = tuple(_variants(person))
            for variant in variants:
                by_family[variant[1]][person.id] = person
                classes = skeleton(variant[1])
                whole[classes].append((person, variant))
                for key in _shortened(classes):
                    shortened[key].append((person, variant))
        self._by_family = {family: tuple(people.values()) for family, people in by_family.items()}
        self._whole, self._shortened = dict(whole), dict(shortened)
        self.best = lru_cache(maxsize=65536)(self._best)

    def people_by_family(self, folded: str) -> tuple[Person, ...]:
        """Return the people with an accepted spelling of that family name."""
        return self._by_family.get(folded, ())

    def families_of(self, person: Person) -> frozenset[str]:
        """Return the accepted spellings of a person's family name, folded."""
        return frozenset(family for _, family in self._variants.get(person.id, ()))

    def _best(self, parts: tuple[str, ...]) -> Match | None:
        """Return the known person whose full name sounds most like `parts` (two words or more, folded), if any."""
        best: Match | None = None
        for given, family in _orders(parts):
            for person, variant in self._sounding_like(family):
                family_similarity = part_similarity(family, variant[1])
                if family_similarity < LEAST_PART or (best and _bound(family_similarity) < best.score):
                    continue
                match = Match(person, part_similarity(given, variant[0]), family_similarity)
                if best is None or (match.score, match.person.id) > (best.score, best.person.id):
                    best = match
        return best

    def _sounding_like(self, family: str) -> Iterator[tuple[Person, Variant]]:
        """Yield the spellings whose family name has the same consonant classes, give or take one."""
        classes = skeleton(family)
        yield from self._whole.get(classes, ())
        yield from self._shortened.get(classes, ())
        for key in _shortened(classes):
            yield from self._whole.get(key, ())

    def compare(self, parts: Sequence[str], person: Person) -> Match:
        """Return how like `person` the words `parts` are; a single word is compared with the family name alone."""
        variants = self._variants.get(person.id) or tuple(_variants(person))
        if len(parts) == 1:
            family = max((part_similarity(parts[0], variant[1]) for variant in variants), default=0.0)
            return Match(person, family, family)
        pairs = (
            Match(person, part_similarity(given, variant[0]), part_similarity(family, variant[1]))
            for given, family in _orders(parts)
            for variant in variants
        )
        return max(pairs, key=lambda m: m.score, default=Match(person, 0.0, 0.0))


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
        given, name = (rest[0], family) if rest else (after[0], family) if after else (words[0], words[-1])
        variant = (given, _without_article(name))
        if variant not in seen:
            seen.add(variant)
            yield variant


def _orders(parts: Sequence[str]) -> tuple[Variant, ...]:
    """Return the ways to read a name: given name first, the family name one word or all the rest; or family first."""
    last, rest = parts[-1], " ".join(parts[1:])
    forms = [(parts[0], last), (parts[0], rest), (parts[-1], " ".join(parts[:-1]))]
    return tuple(dict.fromkeys((given, _without_article(family)) for given, family in forms))


def _without_article(family: str) -> str:
    """Drop the Arabic article, which English usage keeps or leaves out at will, so that it does not make names alike."""
    return family[3:] if family.startswith(("al ", "el ")) and len(family) > 5 else family


def _shortened(classes: str) -> Iterable[str]:
    """Return the consonant classes with one of them left out; names of one or two are too short for that."""
    return (
        dict.fromkeys(classes[:i] + classes[i + 1 :] for i in range(len(classes)))
        if 2 < len(classes) <= MOST_CLASSES
        else ()
    )
