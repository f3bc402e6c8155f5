"""Finds accepted spellings by the consonant classes of their parts, in time that hardly grows with the lists."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mtcheck.names.records import Person
from mtcheck.names.similarity import phonetic, skeleton

MOST_CLASSES = 16
"""No family name has more consonants; a longer word is none, and its shortened forms would cost memory."""
FULL_BUCKET = 24
"""A bucket of more spellings is parted further, by more consonants of the given name."""
MOST_NAMESAKES = 64
"""Given names that more known people bear are no way to find one of them."""


@dataclass(frozen=True, slots=True)
class Variant:
    """Given name (its first word, or the whole of it) and family name of one accepted spelling, folded, and their order."""

    given: str
    family: str
    is_family_first: bool = False

    @property
    def sound(self) -> str:
        """The phonetic spelling of both parts."""
        return phonetic(self.given) + phonetic(self.family)


@dataclass(frozen=True, slots=True)
class Entry:
    """One accepted spelling in the index; `number` tells it from the others, `sound` is its phonetic spelling."""

    number: int
    person: Person
    variant: Variant
    sound: str


class _Buckets:
    """Entries under the classes of one name part and the first class of the other, or more of them where they are many."""

    def __init__(self) -> None:
        self._coarse: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        self._fine: dict[tuple[str, str], list[Entry]] = defaultdict(list)

    def add(self, classes: str, other: str, entry: Entry) -> None:
        """Put an entry under `classes` of one part and those of the `other`."""
        self._fine[classes, other[:3]].append(entry)
        bucket = self._coarse[classes, other[:1]]
        if len(bucket) <= FULL_BUCKET:
            bucket.append(entry)

    def get(self, classes: str, other: str) -> Iterable[Entry]:
        """Return the entries under `classes`, of which the other part begins as `other` does."""
        found = self._coarse.get((classes, other[:1]), [])
        return found if len(found) <= FULL_BUCKET else self._fine.get((classes, other[:3]), ())


class SoundIndex:
    """Accepted spellings under the consonant classes of family and given name."""

    def __init__(self) -> None:
        """Begin with none."""
        self._count = 0
        self._whole = _Buckets()
        self._shortened = _Buckets()
        self._by_given_sound = _Buckets()
        self._by_given: dict[str, list[Entry]] = defaultdict(list)

    def add(self, person: Person, variant: Variant) -> None:
        """Put one accepted spelling of a person into the index."""
        entry = Entry(self._count, person, variant, variant.sound)
        self._count += 1
        family, given = skeleton(variant.family), skeleton(variant.given)
        self._by_given[variant.given].append(entry)
        self._by_given_sound.add(given, family, entry)
        self._whole.add(family, given, entry)
        for classes in _shortened(family):
            self._shortened.add(classes, given, entry)

    def bearers(self, given: str) -> int:
        """Return how many accepted spellings have that given name, folded."""
        return len(self._by_given.get(given, ()))

    def like(self, reading: Variant) -> Iterator[Entry]:
        """Yield the spellings with that very given name if they are few, and those of which one part has the same consonant
        classes, the family name give or take one, and the other begins alike; some of them more than once.
        """
        family, given = skeleton(reading.family), skeleton(reading.given)
        namesakes = self._by_given.get(reading.given, ())
        yield from namesakes if len(namesakes) <= MOST_NAMESAKES else ()
        yield from self._by_given_sound.get(given, family)
        for beginning in _beginnings(given):
            yield from self._whole.get(family, beginning)
            yield from self._shortened.get(family, beginning)
            for classes in _shortened(family):
                yield from self._whole.get(classes, beginning)


def _beginnings(given: str) -> tuple[str, ...]:
    """Return the classes of a given name, and those without or with the h or j at its start that may have come or gone."""
    return tuple(dict.fromkeys((given, given[1:] if given[:1] == "K" else "K" + given)))


def _shortened(classes: str) -> Iterable[str]:
    """Return the consonant classes with one of them left out; names of one or two are too short for that."""
    return (
        dict.fromkeys(classes[:i] + classes[i + 1 :] for i in range(len(classes)))
        if 2 < len(classes) <= MOST_CLASSES
        else ()
    )
