"""Where a text names people: runs of capitalised words, with the title and the country that stand before them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mtcheck.lexicon import Lexicon
from mtcheck.names.index import NameIndex, fold
from mtcheck.names.records import Place
from mtcheck.names.titles import HONORIFICS, LONGEST_TITLE, PARTICLES, QUALIFIERS, TITLE_ROLES, title_ending_at

if TYPE_CHECKING:
    from mtcheck.analysis import Analysis, Word

MAX_PARTS = 5
"""Longer runs of capitalised words are headlines, not names."""

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
_LOOK_BACK = 6
# An Arabic or French article joined to a name: al-Assad, d'Estaing.
_ARTICLED = re.compile(r"(?:al|el|ad|as|ar|an|ash|ul|ud|d|l)[-'’][A-Z]")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
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
_TITLE_ENDS = frozenset(title.split()[-1] for title in TITLE_ROLES if " " in title)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the text may name a person.

    * `start`, `end`: the name alone, without title and possessive; `parts` are its words, folded.
    * `title`: the known title before it, folded, from offset `title_start`; None where there is none.
    * `place`: the one place named right before the title, from offset `place_start`; None where there is none.
    * `is_qualified`: a word such as `former` or `vice` takes the holder out of the present office.
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


def find_mentions(analysis: "Analysis", index: NameIndex, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return the mentions of an article in order; linear in its length."""
    return tuple(_Finder(analysis, index, lexicon).mentions())


class _Finder:
    def __init__(self, analysis: "Analysis", index: NameIndex, lexicon: Lexicon) -> None:
        self.text = analysis.text
        self.words = analysis.words
        self.index = index
        self.lexicon = lexicon

    def mentions(self) -> Iterator[Mention]:
        i, count = 0, len(self.words)
        while i < count:
            if not self._may_be_name(i):
                i += 1
                continue
            last = self._end_of_run(i)
            if last - i < MAX_PARTS:
                yield self._mention(i, last)
            i = last + 1

    def _may_be_name(self, i: int) -> bool:
        text = self.words[i].text
        if not text[0].isupper() or len(text) < 2:
            return bool(text[0].isupper() and self._is_initial(i))
        lowered = text.lower()
        bare = _without_possessive(text)
        return not (
            lowered in _NEVER_NAMES
            or lowered.rstrip("s") in HONORIFICS
            or lowered in TITLE_ROLES
            or lowered in _SUFFIXES
            or lowered.endswith(("-elect", "-designate", "-general"))
            or self.index.places_by_adjective(bare)
            or self.index.places_named(bare)
            or (len(bare) > 1 and bare.isupper() and len(bare) <= 4)
            or (lowered in _TITLE_ENDS and self._ends_title(i))
            or (self._starts_sentence(i) and self._is_plain_word(bare))
        )

    def _starts_sentence(self, i: int) -> bool:
        """Whether word `i` has its capital from its place: at the start, after a full stop, a line break or a quotation mark."""
        before = self.text[max(0, self.words[i].start - 3) : self.words[i].start].rstrip(" \u00a0")
        return not before or before[-1] in "\n.!?:;“\"‘'—–-(•*"

    def _is_plain_word(self, word: str) -> bool:
        lower = self.lexicon.lower_count(word)
        return lower >= 5 and lower > self.lexicon.capitalised_count(word)

    def _ends_title(self, i: int) -> bool:
        """Whether word `i` is the last of a longer title: `Secretary of State`."""
        found = title_ending_at([w.text.lower() for w in self.words[max(0, i - LONGEST_TITLE + 1) : i + 1]])
        return found is not None and found[1] > 1

    def _is_initial(self, i: int) -> bool:
        """A single capital with a full stop inside a name: `George W. Bush`."""
        end = self.words[i].end
        return self.text[end : end + 1] == "." and self.words[i].text not in "AI"

    def _end_of_run(self, first: int) -> int:
        last = i = first
        while i + 1 < len(self.words) and self._joined(i) and not self._has_possessive(i):
            i += 1
            if self._may_be_name(i) or _ARTICLED.match(self.words[i].text):
                last = i
            elif self.words[i].text.lower() not in PARTICLES:
                break
        return last

    def _joined(self, i: int) -> bool:
        """Only a blank stands between word `i` and the next, or the full stop of an initial or short title and a blank."""
        gap = self.text[self.words[i].end : self.words[i + 1].start]
        if gap in (" ", "\u00a0"):
            return True
        short = len(self.words[i].text) == 1 or "." in self.words[i].text or self.words[i].text.lower() in HONORIFICS
        return gap in (". ", ".\u00a0") and short

    def _has_possessive(self, i: int) -> bool:
        return self.words[i].text.endswith(("'s", "’s", "s’", "s'"))

    def _mention(self, first: int, last: int) -> Mention:
        start, end = self.words[first].start, self.words[last].end
        name = _without_possessive(self.text[start:end])
        before = self._joined_before(first)
        lowered = [w.text.lower() for w in before]
        parts = tuple(fold(name).replace(".", "").replace("'", "").split())
        if len(parts) > 1 and parts[-1] in _SUFFIXES:
            name, parts = name.rsplit(maxsplit=1)[0], parts[:-1]
        mention = Mention(start, start + len(name), name, parts, is_place=self._speaks_of_place(last, lowered))
        found = title_ending_at(lowered)
        if found is None:
            honoured = bool(lowered) and lowered[-1] in HONORIFICS
            return replace(mention, is_honoured=honoured)
        title, length = found
        ahead, title_start = before[:-length], before[-length].start
        return self._with_title(mention, title, title_start, ahead)

    def _speaks_of_place(self, last: int, before: Sequence[str]) -> bool:
        after = self.words[last + 1].text.lower() if last + 1 < len(self.words) and self._joined(last) else ""
        return bool(before and before[-1] in _PLACE_PREPOSITIONS) or after in _PLACE_NOUNS

    def _with_title(self, mention: Mention, title: str, title_start: int, ahead: Sequence["Word"]) -> Mention:
        place, place_start, rest = self._place_at_end(ahead)
        near = {w.text.lower() for w in (ahead if place is None else ahead[rest:])}
        qualified = bool(near & QUALIFIERS) or bool(rest and ahead[rest - 1].text.lower() in QUALIFIERS)
        return replace(
            mention,
            title=title,
            title_start=title_start,
            place=place,
            place_start=place_start,
            is_qualified=qualified,
            is_honoured=True,
        )

    def _place_at_end(self, ahead: Sequence["Word"]) -> tuple[Place | None, int, int]:
        """Return the place that the words before a title end with, its offset, and how many words stand before it."""
        for length in range(min(4, len(ahead)), 0, -1):
            words = ahead[-length:]
            if words[0].text[0].islower():
                continue
            text = _without_possessive(self.text[words[0].start : words[-1].end])
            dotted = text + "." if self.text[words[-1].end : words[-1].end + 1] == "." else text
            place = self.index.the_place(text) or self.index.the_place(dotted)
            if place is not None:
                return place, words[0].start, len(ahead) - length
        return None, -1, len(ahead)

    def _joined_before(self, first: int) -> list["Word"]:
        i = first
        while i > 0 and first - i < _LOOK_BACK and self._joined(i - 1):
            i -= 1
        return list(self.words[i:first])


def _without_possessive(text: str) -> str:
    if text.endswith(("'s", "’s")):
        return text[:-2]
    return text[:-1] if text.endswith(("s'", "s’")) else text
