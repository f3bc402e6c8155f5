"""Offices that stand beside a name between commas: `the French president, Emmanuel Macron,` and `Macron, president of France`."""

import re
from dataclasses import dataclass

from mtcheck.names.index import NameIndex
from mtcheck.names.mentions import Mention
from mtcheck.names.records import Place
from mtcheck.names.titles import QUALIFIERS, TITLE_ROLES

_TITLE = "|".join(sorted((re.escape(t) for t in TITLE_ROLES), key=len, reverse=True))
_PLACE = r"(?:[A-Z][\w’'.-]*)(?: [A-Z][\w’'.-]*){0,2}"
# A comma closes an apposition only if the sentence goes on with its verb: before a name, "and" or "the" it parts a list, and
# after "meeting Angela Merkel, the French president said" there is none.
_CLOSED = r"(?=[.;)!?]|, (?!and\b|or\b|the\b|[A-Z“\"]))"
_BEFORE = re.compile(rf"(?:(\w+) )?\b[Tt]he ({_PLACE}) (?i:({_TITLE})), $")
_BEFORE_OF = re.compile(rf"(?:(\w+) )?\b[Tt]he (?i:({_TITLE})) of (?:the )?({_PLACE}), $")
_BEFORE_POSSESSIVE = re.compile(rf"(?:(\w+) )?\b({_PLACE})['’]s (?i:({_TITLE})), $")
_AFTER_ADJECTIVE = re.compile(rf",? \(?(?:the )?({_PLACE}) (?i:({_TITLE})){_CLOSED}")
_AFTER_OF = re.compile(rf",? \(?(?:who (?:is|was) )?(?:the )?(?i:({_TITLE})) of (?:the )?({_PLACE}){_CLOSED}")
_PREPOSITIONS = frozenset("alongside beside besides with without for by to from of on against like unlike".split())
_CLOSING_COMMA = re.compile(r", (?!and\b|or\b|the\b|[A-Z])")
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
    """Read `the French president, NAME, said`: the second comma tells it from a list of people.

    After a preposition (`alongside the French president, NAME, ...`) it may be a list all the same.
    """
    if not _CLOSING_COMMA.match(text, mention.end):
        return None
    offset = max(0, mention.start - _WINDOW)
    window = text[offset : mention.start]
    for pattern, title, place in ((_BEFORE, 3, 2), (_BEFORE_OF, 2, 3), (_BEFORE_POSSESSIVE, 3, 2)):
        match = pattern.search(window)
        if match and (match[1] or "").lower() not in _PREPOSITIONS:
            start = match.start() + (len(match[1]) + 1 if match[1] else 0)
            return _office(index, match[title], match[place], offset + start, mention.end)
    return None


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
