"""Where a text names people: runs of capitalised words, with the title and the country that stand before them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mtcheck.lexicon import Lexicon
from mtcheck.names.headlines import headlines, is_in_capitals
from mtcheck.names.index import NameIndex, fold
from mtcheck.names.records import Place
from mtcheck.names.seats import seats_named
from mtcheck.names.titles import (
    HONORIFICS,
    LONGEST_TITLE,
    MODIFIERS,
    PARTICLES,
    PAST_QUALIFIERS,
    PLURAL_TITLES,
    QUALIFIERS,
    TITLE_BEGINNINGS,
    TITLE_ROLES,
    plural_title_ending_at,
    starts_title,
    title_ending_at,
)

if TYPE_CHECKING:
    from mtcheck.analysis import Analysis, Word

MAX_PARTS = 5
"""Longer runs of capitalised words are headlines, not names; particles do not count."""

_NEVER_NAMES = frozenset(
    """
    the a an this that these those he she it we they i you his her its our their my your who what when where why how
    and but or if as at in on by for from of to with after before since while during although though because despite
    according meanwhile however yet so not no nor is was are were has have had will would can could may might must
    should do does did there here then now also monday tuesday wednesday thursday friday saturday sunday january
    february march april june july august september october november december prime today yesterday tomorrow new
    north south east west northern southern eastern western central
    """.split()
)
_NEVER_NAMES |= TITLE_ROLES.keys() | PLURAL_TITLES.keys() | {"jr", "jnr", "sr", "snr", "ii", "iii", "iv"}
_LOOK_BACK = 9
_LONGEST_PLACE = 6
_LONGEST_NAME = 5
# An Arabic or French article joined to a name: al-Assad, d'Estaing.
_ARTICLED = re.compile(r"(?:al|el|ad|as|ar|an|ash|ul|ud|d|l)[-'’][A-Z]")
_SUFFIXES = frozenset({"jr", "jnr", "sr", "snr", "ii", "iii", "iv"})
# Particles that are no English words, so that a name may begin with them: "President van der Bellen".
_FIRST_PARTICLES = frozenset("de dos del della di du von van der den ter ten bin bint ibn al el abu".split())
_PLACE_PREPOSITIONS = frozenset(
    """
    in at near into around outside inside across throughout towards toward via
    """.split()
)
_PLACE_NOUNS = frozenset(
    """
    province region district city town village county camp river lake island islands valley airport street road
    square border governorate prefecture state university hospital stadium park bridge crossing neighbourhood
    neighborhood suburb
    """.split()
)
_TITLE_ENDS = frozenset(title.split()[-1] for title in (*TITLE_ROLES, *PLURAL_TITLES) if " " in title)
_LAST_WORDS = frozenset(title.split()[-1] for title in (*TITLE_ROLES, *PLURAL_TITLES))
_TITLES_AND_HONORIFICS = HONORIFICS | TITLE_ROLES.keys()
_HYPHENATED_QUALIFIERS = ("ex-", "then-", "former-", "vice-", "deputy-")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the text may name a person.

    * `start`, `end`: the name alone, without title and possessive; `parts` are its words, folded.
    * `title`: the known title before it, folded, from offset `title_start`; None where there is none.
    * `place`: the one place named before the title, from offset `place_start`; None where there is none.
    * `seats`: the ids of all places or organisations that those words may mean (`Congolese`, `UN`).
    * `is_plural`: the title is in the plural and belongs to the names that follow, too.
    * `is_qualified`: a word such as `former` or `vice` takes the holder out of the present office; `is_past`: it says that
      the office was held once.
    * `is_honoured`: some title, rank or honorific stands before it.
    * `is_place`: the words around it speak of a place (`in ...`, `... province`).
    """

    start: int
    end: int
    text: str
    parts: tuple[str, ...]
    title: str | None = None
    title_start: int = -1
    place: Place | None = None
    place_start: int = -1
    is_qualified: bool = False
    is_honoured: bool = False
    is_place: bool = False
    seats: tuple[str, ...] = ()
    is_plural: bool = False
    is_past: bool = False


def find_mentions(analysis: "Analysis", index: NameIndex, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return the mentions of an article in order; linear in its length."""
    return tuple(_Finder(analysis, index, lexicon).mentions())


class _Finder:
    def __init__(self, analysis: "Analysis", index: NameIndex, lexicon: Lexicon) -> None:
        self.text = analysis.text
        self.words = analysis.words
        self.index = index
        self.lexicon = lexicon
        self.headline_words = self._words_of_headlines()

    def _words_of_headlines(self) -> dict[int, bool]:
        """Return the numbers of the words that stand in headlines, and whether the headline is in capitals."""
        found: dict[int, bool] = {}
        i = 0
        for start, end in headlines(self.text):
            in_capitals = is_in_capitals(self.text[start:end])
            while i < len(self.words) and self.words[i].start < end:
                if self.words[i].start >= start:
                    found[i] = in_capitals
                i += 1
        return found

    def mentions(self) -> Iterator[Mention]:
        i, count = 0, len(self.words)
        while i < count:
            # Most words are in small letters; only those with a mark inside (al-Assad) may begin a name all the same.
            if self.words[i].text[0].islower() and self.words[i].text.isalpha():
                i += 1
                continue
            if self._may_begin_name(i):
                last = self._end_of_run(i)
            elif length := self._length_of_odd_name(i):
                last = i + length - 1
            else:
                i += 1
                continue
            if self._is_short_enough(i, last) and not self._is_place(i, last):
                yield self._mention(i, last)
            i = last + 1

    def _is_place(self, first: int, last: int) -> bool:
        """Whether a run of several words is the name of a country or of a part of one: `San Marino`."""
        if first == last:
            return False
        return bool(
            self.index.places_named(_without_possessive(self.text[self.words[first].start : self.words[last].end]))
        )

    def _is_short_enough(self, first: int, last: int) -> bool:
        if last - first < MAX_PARTS:
            return True
        if last - first >= 2 * MAX_PARTS:
            return False
        return sum(w.text.lower() not in PARTICLES for w in self.words[first : last + 1]) <= MAX_PARTS

    def _may_begin_name(self, i: int) -> bool:
        return self._may_be_name(i) or bool(_ARTICLED.match(self.words[i].text))

    def _may_be_name(self, i: int) -> bool:
        text = self.words[i].text
        if not text[0].isupper() or len(text) < 2:
            return bool(text[0].isupper() and self._is_initial(i))
        lowered = text.lower()
        bare = _without_possessive(text)
        if i in self.headline_words:
            return self._may_be_name_in_headline(i, lowered, bare)
        return not (
            self._is_never_name(i, lowered)
            or self.index.places_by_adjective(bare)
            or self.index.places_named(bare)
            or (len(bare) > 1 and bare.isupper() and len(bare) <= 4)
            or (self._starts_sentence(i) and self._is_plain_word(bare) and lowered not in _FIRST_PARTICLES)
        )

    def _is_never_name(self, i: int, lowered: str) -> bool:
        return (
            lowered in _NEVER_NAMES
            or lowered.rstrip("s") in HONORIFICS
            or lowered.endswith(("-elect", "-designate", "-general"))
            or (lowered in _TITLE_ENDS and self._ends_title(i))
            or (lowered in TITLE_BEGINNINGS and starts_title(self._lowered(i, i + LONGEST_TITLE)))
        )

    def _may_be_name_in_headline(self, i: int, lowered: str, bare: str) -> bool:
        """In a headline every word has a capital, so only words that are common in lower case are told from names."""
        if self._is_never_name(i, lowered):
            return False
        if self._length_of_known_name(i):
            return True
        in_capitals = self.headline_words[i]
        as_place = bare.capitalize() if in_capitals and len(bare) > 3 else bare
        return not (
            self.index.places_by_adjective(as_place)
            or self.index.places_named(as_place)
            or (not in_capitals and bare.isupper() and len(bare) <= 4)
            or (in_capitals and self.lexicon.acronym_count(bare) > self.lexicon.capitalised_count(bare) / 2 > 0)
            or (self.lexicon.is_word(bare) and self.lexicon.lower_count(bare) > self.lexicon.capitalised_count(bare))
        )

    def _follows_given_name(self, i: int) -> bool:
        """Whether word `i` of a headline may be a name as the one before it is a given name alone: `Alexander Stop`."""
        before = fold(self.words[i - 1].text)
        is_given_name = before in self.index.given_names and before not in self.index.family_names
        return (
            is_given_name and self.words[i].text[0].isupper() and not self._is_never_name(i, self.words[i].text.lower())
        )

    def _length_of_odd_name(self, i: int) -> int:
        """Return how many words from `i` on are a known person's although the first is no name: `Israel Katz`, `To Lam`."""
        if not self.words[i].text[0].isupper() or i + 1 >= len(self.words) or not self._joined(i):
            return 0
        if not self.words[i + 1].text[0].isupper():
            return 0
        first = self.words[i].text.lower()
        is_name_too = first in self.index.given_names or first in self.index.family_names
        return self._length_of_known_name(i) if is_name_too else 0

    def _length_of_known_name(self, i: int) -> int:
        """Return how many words from `i` on are the full name of a known person, 0 if none."""
        for length in range(_LONGEST_NAME, 1, -1):
            words = self.words[i : i + length]
            if len(words) == length:
                name = fold(_without_possessive(self.text[words[0].start : words[-1].end]))
                if self.index.people_by_full_name(name):
                    return length
        return 0

    def _starts_sentence(self, i: int) -> bool:
        """Whether word `i` has its capital from its place: at the start, after a full stop, a line break or a quotation mark."""
        before = self.text[max(0, self.words[i].start - 3) : self.words[i].start].rstrip(" \u00a0")
        return not before or before[-1] in "\n.!?:;“\"‘'—–-(•*"

    def _is_plain_word(self, word: str) -> bool:
        lower = self.lexicon.lower_count(word)
        return lower >= 5 and lower > self.lexicon.capitalised_count(word)

    def _lowered(self, first: int, end: int) -> list[str]:
        return [w.text.lower() for w in self.words[first:end]]

    def _ends_title(self, i: int) -> bool:
        """Whether word `i` is the last of a longer title: `Secretary of State`."""
        words = self._lowered(max(0, i - LONGEST_TITLE + 1), i + 1)
        found = title_ending_at(words) or plural_title_ending_at(words)
        return found is not None and found[1] > 1

    def _is_initial(self, i: int) -> bool:
        """A single capital with a full stop inside a name: `George W. Bush`."""
        end = self.words[i].end
        return self.text[end : end + 1] == "." and self.words[i].text not in "AI"

    def _end_of_run(self, first: int) -> int:
        if first in self.headline_words and (length := self._length_of_known_name(first)):
            return first + length - 1
        last = i = first
        while i + 1 < len(self.words) and self._joined(i) and not self._has_possessive(i):
            i += 1
            if i in self.headline_words and self._length_of_known_name(i):
                break
            if self._continues_name(i, first):
                last = i
            elif self.words[i].text.lower() not in PARTICLES:
                # "Theresa May", "Hun Sen": the whole name is known, although a part of it is no name.
                known = self._length_of_known_name(first) if self.words[i].text[0].isupper() else 0
                return max(last, first + known - 1)
        return last

    def _continues_name(self, i: int, first: int) -> bool:
        """Whether word `i`, joined to the run of capitalised words from `first` on, belongs to the name."""
        if self._may_be_name(i) or _ARTICLED.match(self.words[i].text) or self._is_bare_initial(i):
            return True
        return i == first + 1 and i in self.headline_words and self._follows_given_name(i)

    def _is_bare_initial(self, i: int) -> bool:
        """A single capital between two names without a full stop, as British newsrooms have it: `George W Bush`."""
        if len(self.words[i].text) > 1 or self.words[i].text in "AI" or i + 1 >= len(self.words) or not self._joined(i):
            return False
        return self._may_be_name(i + 1)

    def _joined(self, i: int) -> bool:
        """Only a blank stands between word `i` and the next, or the full stop of an initial or short title and a blank."""
        gap = self.text[self.words[i].end : self.words[i + 1].start]
        if gap in (" ", "\u00a0"):
            return True
        short = len(self.words[i].text) == 1 or "." in self.words[i].text or self.words[i].text.lower() in HONORIFICS
        return gap in (". ", ".\u00a0") and short

    def _has_possessive(self, i: int) -> bool:
        return self.words[i].text.endswith(("'s", "’s", "s’", "s'", "'S", "’S"))

    def _mention(self, first: int, last: int) -> Mention:
        first = self._with_particles(first)
        start, end = self.words[first].start, self.words[last].end
        name = _without_possessive(self.text[start:end])
        before = self._joined_before(first)
        lowered = [w.text.lower() for w in before]
        parts = tuple(fold(name).replace(".", "").replace("'", "").split())
        if len(parts) > 1 and parts[-1] in _SUFFIXES:
            name, parts = name.rsplit(maxsplit=1)[0], parts[:-1]
        mention = Mention(start, start + len(name), name, parts, is_place=self._speaks_of_place(last, lowered))
        return self._with_title(mention, before, lowered)

    def _with_particles(self, first: int) -> int:
        """Return where the name begins if lower-case particles that follow a title stand before it."""
        i = first
        while i > 0 and first - i < 3 and self._joined(i - 1) and self.words[i - 1].text in _FIRST_PARTICLES:
            i -= 1
        is_titled = i > 0 and self._joined(i - 1) and self.words[i - 1].text.lower() in _TITLES_AND_HONORIFICS
        return i if is_titled else first

    def _speaks_of_place(self, last: int, before: Sequence[str]) -> bool:
        after = self.words[last + 1].text.lower() if last + 1 < len(self.words) and self._joined(last) else ""
        return bool(before and before[-1] in _PLACE_PREPOSITIONS) or after in _PLACE_NOUNS

    def _with_title(self, mention: Mention, before: Sequence["Word"], lowered: Sequence[str]) -> Mention:
        """Add the title before a mention, the words that qualify it, and the place they belong to."""
        if not lowered or (lowered[-1] not in _LAST_WORDS and "-" not in lowered[-1]):
            return replace(mention, is_honoured=True) if lowered and lowered[-1] in HONORIFICS else mention
        lowered, hyphenated = _without_hyphenated_qualifier(lowered)
        found, plural = title_ending_at(lowered), plural_title_ending_at(lowered)
        if found is None and plural is None:
            return replace(mention, is_honoured=lowered[-1] in HONORIFICS)
        title, length = found or plural or ("", 0)
        first = len(before) - length
        between = _modifiers_before(lowered, first)
        place_start, place_first, seats = self._seats_at_end(before[:between], title) if found else (-1, between, ())
        qualifiers = set(lowered[between:first]) | hyphenated
        qualifiers |= set(lowered[_modifiers_before(lowered, place_first) : place_first]) if seats else set()
        return replace(
            mention,
            title=title,
            title_start=before[first].start,
            place=self.index.places.get(seats[0]) if len(seats) == 1 else None,
            place_start=place_start,
            seats=seats,
            is_plural=found is None,
            is_qualified=bool(qualifiers & QUALIFIERS),
            is_past=bool(qualifiers & PAST_QUALIFIERS) and not qualifiers & (QUALIFIERS - PAST_QUALIFIERS),
            is_honoured=True,
        )

    def _seats_at_end(self, ahead: Sequence["Word"], title: str) -> tuple[int, int, tuple[str, ...]]:
        """Return where the place that the words before a title end with begins, as offset and word, and what it may be."""
        for length in range(min(_LONGEST_PLACE, len(ahead)), 0, -1):
            words = ahead[-length:]
            if words[0].text[0].islower():
                continue
            text = _without_possessive(self.text[words[0].start : words[-1].end])
            dotted = text + "." if self.text[words[-1].end : words[-1].end + 1] == "." else text
            seats = seats_named(text, title, self.index) or seats_named(dotted, title, self.index)
            if seats:
                return words[0].start, len(ahead) - length, seats
        return -1, len(ahead), ()

    def _joined_before(self, first: int) -> list["Word"]:
        i = first
        while i > 0 and first - i < _LOOK_BACK and self._joined(i - 1):
            i -= 1
        return list(self.words[i:first])


def _modifiers_before(words: Sequence[str], end: int) -> int:
    """Return where the words before `end` that qualify or embellish a title begin; three of them at most."""
    first = end
    while first > 0 and end - first < 3 and words[first - 1] in QUALIFIERS | MODIFIERS:
        first -= 1
    return first


def _without_hyphenated_qualifier(words: Sequence[str]) -> tuple[list[str], set[str]]:
    """Return the words, the title's last one without `ex-` or `-elect`, and what was taken off."""
    words, taken = list(words), set()
    for i in range(max(0, len(words) - LONGEST_TITLE), len(words)):
        if words[i] in TITLE_ROLES:
            continue
        for prefix in _HYPHENATED_QUALIFIERS:
            if words[i].startswith(prefix) and len(words[i]) > len(prefix):
                words[i] = words[i][len(prefix) :]
                taken.add(prefix[:-1])
        for suffix in ("-elect", "-designate"):
            if words[i].endswith(suffix):
                words[i] = words[i][: -len(suffix)]
                taken.add(suffix[1:])
    return words, taken


def _without_possessive(text: str) -> str:
    if text.endswith(("'s", "’s", "'S", "’S")):
        return text[:-2]
    return text[:-1] if text.endswith(("s'", "s’")) else text
