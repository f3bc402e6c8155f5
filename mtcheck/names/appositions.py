"""Offices that stand beside a name between commas: `the French president, Emmanuel Macron,` and `Macron, president of France`."""

import re
from dataclasses import dataclass

from mtcheck.names.index import NameIndex
from mtcheck.names.mentions import Mention
from mtcheck.names.records import Place
from mtcheck.names.titles import QUALIFIERS, TITLE_ROLES

_TITLE = "|".join(sorted((re.escape(t) for t in TITLE_ROLES), key=len, reverse=True))
_PLACE = r"(?:[A-Z][\w’'.-]*)(?: [A-Z][\w’'.-]*){0,2}"
_BEFORE = re.compile(rf"\b[Tt]he ({_PLACE}) ({_TITLE}), $", re.IGNORECASE)
_AFTER_ADJECTIVE = re.compile(rf", (?:the )({_PLACE}) ({_TITLE})\b(?![’'-])(?! (?:of|for)\b)")
_AFTER_OF = re.compile(rf", (?:the )?(?i:({_TITLE})) of (?:the )?({_PLACE})(?=[,.;])")
_WINDOW = 70


@dataclass(frozen=True, slots=True)
class Office:
    """A title and a place that the text gives to the person of a mention, at `[start, end)`."""

    title: str
    place: Place
    start: int
    end: int


def office_beside(text: str, mention: Mention, index: NameIndex) -> Office | None:
    """Return the office in apposition to a mention, or None; qualified offices (`former`) are left out."""
    return _before(text, mention, index) or _after(text, mention, index)


def _before(text: str, mention: Mention, index: NameIndex) -> Office | None:
    """`the French president, NAME,`: the second comma tells it from a list of people."""
    after = text[mention.end : mention.end + 5]
    if not after.startswith(",") or after.startswith(", and"):
        return None
    offset = max(0, mention.start - _WINDOW)
    match = _BEFORE.search(text[offset : mention.start])
    if match is None:
        return None
    return _office(index, match.group(2), match.group(1), offset + match.start(), mention.end)


def _after(text: str, mention: Mention, index: NameIndex) -> Office | None:
    window = text[mention.end : mention.end + _WINDOW]
    if match := _AFTER_ADJECTIVE.match(window):
        return _office(index, match.group(2), match.group(1), mention.start, mention.end + match.end())
    if match := _AFTER_OF.match(window):
        return _office(index, match.group(1), match.group(2), mention.start, mention.end + match.end())
    return None


def _office(index: NameIndex, title: str, place: str, start: int, end: int) -> Office | None:
    if any(word.lower() in QUALIFIERS for word in place.split()):
        return None
    found = index.the_place(place)
    return Office(title.lower(), found, start, end) if found else None
