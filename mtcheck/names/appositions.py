"""Offices that a sentence gives to a name without a title before it.

`The French president, Emmanuel Macron,`; `Macron, president of France`; `Macron (the French president)`; `Macron is the
president of France`; `as president of France, Macron`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mtcheck.names.index import NameIndex
from mtcheck.names.mentions import Mention
from mtcheck.names.seats import seats_beginning, seats_named
from mtcheck.names.titles import PAST_QUALIFIERS, QUALIFIERS, TITLE_ROLES

WINDOW = 110
"""Characters before and after a name in which its office is looked for."""


def _alternatives(titles: Iterator[str] | list[str]) -> str:
    return "|".join(sorted((re.escape(title) for title in titles), key=len, reverse=True))


_TITLE = rf"(?P<title>(?i:{_alternatives(list(TITLE_ROLES))}))"
WORDS = r"(?:[A-Z][\w.’'&-]*(?:(?: and| of| and the| of the)? [A-Z][\w.’'&-]*){0,5})"
"""The name of a place, as a pattern: words with capitals, `of`, `and` and `the` between them."""
_PLACE = rf"(?P<place>{WORDS})"
_DETERMINER = r"(?:\b(?i:the|a|an|his|her|its|their|our|my) )"
_SMALL = r"(?P<small>(?:(?!(?:the|an?|and|is|was|of|to|by|with|for|who) )[a-z][a-z-]* ){0,3}?)"
_OF = r" of (?:the |The |THE )?"
_FORMS = (
    rf"{_SMALL}{_TITLE}{_OF}{_PLACE}",
    rf"{_SMALL}{_PLACE}(?:['’][sS])? (?P<more>(?:[a-z]+ ){{0,2}}?){_TITLE}",
)
"""`president of France`; `French president`, `France's new president`."""

# A comma closes an apposition only if the sentence goes on with its verb: before a name, "and" or "the" it parts a list.
_LIST_GOES_ON = r"(?:and|or|the|a|an|his|her|their|as well as|AND|OR|THE)\b|[A-Z]|[“\"‘][A-Z]"
_CLOSED = rf"(?:[.;:!?)]|,[”\"’]|, (?!{_LIST_GOES_ON})| [—–-] |$| (?:since|until|from|who|at the time)\b)"
# After a verb nothing is a list, but a word with a capital letter or a possessive would make the office somebody else's.
_ENDED = r"(?:[.;:!?),”\"]|$| [—–-] | (?=[a-z]))(?<!-)"
_BE = (
    r"(?:(?:is|was|became|remains|remained|has been|had been|has become|had become)(?: (?:also|still|now|currently|again))?"
    r"(?: (?:elected|re-elected|inaugurated as|sworn in as|appointed|named))?|(?:serves|served|took over|took office) as)"
)
_INTRODUCTIONS = frozenset(
    """
    after before while when with without despite following during alongside besides beside unlike like for to on against
    in at by from besides meeting seeing joining leaving greeting welcoming quoting citing including
    """.split()
)
_BEFORE = tuple(re.compile(rf"(?P<lead>(?:\b\w+ )?){_DETERMINER}{form}, $") for form in _FORMS)
_LEAD = rf"(?P<lead>(?:\b(?:[a-z]+|(?i:{'|'.join(sorted(_INTRODUCTIONS))})) )?)"
_BEFORE_POSSESSIVE = re.compile(rf"{_LEAD}(?P<place>\b{WORDS})['’][sS] (?P<small>(?:[a-z-]+ ){{0,2}}?){_TITLE}, $")
_BEFORE_DIRECTLY = re.compile(rf"(?P<lead>){_DETERMINER}?\b{_FORMS[0]} $")
_AS = tuple(
    re.compile(
        rf"(?:^|[.!?“\"\n] ?|\b(?:that|but|and|because|while|when|if) )(?P<lead>)(?i:as) {_DETERMINER}?{form}, $"
    )
    for form in _FORMS
)
_APPOSED = tuple(re.compile(rf"(?:, | \(| [—–-] ){_DETERMINER}?{form}{_CLOSED}") for form in _FORMS)
_PREDICATED = tuple(re.compile(rf"(?:,? who)? {_BE} {_DETERMINER}?{form}{_ENDED}") for form in _FORMS)
_NAME_OF = re.compile(rf"{_OF}{_PLACE}")
_AFTER_PLACE = re.compile(r"['’]?[,.;:)!?]|$| (?:and|said|says|told|met|has|had|was|were|is|will|would)\b")
_ACCUSED = re.compile(
    r"\b(?:accus|warn|remind|inform|convinc|assur|suspect|acquit|strip|notif|tell|told|ask|rid|rob)\w*\b"
)
_AFTER_NAME = re.compile(r"[.;:!?)]|,[”\"’]|, (?!and\b|or\b|the\b|AND\b|OR\b|THE\b|[A-Z])|$")
_SUFFIX = re.compile(r",? (?:Jn?r|Sn?r|JR|SR|I{2,3}|IV|VI{0,3}|XI{0,3}V?)\b\.?")
_SAYS = re.compile(r",? (?:said|says|added|argued|noted|insisted|warned|wrote|told)\b[^.]{0,60}[,.]")
_OPENING = re.compile(r"(?:^|[.!?;“\"\n] ?|, )(?P<first>\w+)(?:[^.!?;“”\"\n,]*)$")


_NOT_HELD = (QUALIFIERS - PAST_QUALIFIERS) | {"no", "not", "never", "longer", "almost", "nearly"}


@dataclass(frozen=True, slots=True)
class Office:
    """A title and the places or organisations it may belong to, given to the person of a mention at `[start, end)`."""

    title: str
    seats: tuple[str, ...]
    start: int
    end: int
    is_past: bool = False


def office_beside(text: str, mention: Mention, index: NameIndex) -> Office | None:
    """Return the office in apposition to a mention or predicated of it, or None.

    Offices that are qualified as not held in full (`deputy`, `would-be`) are left out; `is_past` marks former ones.
    """
    return _before(text, mention, index) or _after(text, mention, index)


def end_with_suffix(text: str, mention: Mention) -> int:
    """Return where a name ends with the `Jr.` or `III` after it."""
    suffix = _SUFFIX.match(text, mention.end)
    return suffix.end() if suffix else mention.end


def _before(text: str, mention: Mention, index: NameIndex) -> Office | None:
    offset = max(0, mention.start - WINDOW)
    window = text[offset : mention.start]
    if not window.endswith(" ") or mention.title is not None:
        return None
    if not window.endswith(", "):
        return _read(_BEFORE_DIRECTLY.search(window), index, offset, mention.end) if " of " in window.lower() else None
    if "as " in window.lower() and not _SAYS.match(text, mention.end):
        for pattern in _AS:
            if office := _read(pattern.search(window), index, offset, mention.end):
                return office
    if not _AFTER_NAME.match(text, end_with_suffix(text, mention)):
        return None
    for pattern in (*_BEFORE, _BEFORE_POSSESSIVE):
        match = pattern.search(window)
        office = _read(match, index, offset, mention.end)
        if match and office and not _may_be_list(window, match):
            return office
    return None


def _may_be_list(window: str, match: re.Match[str]) -> bool:
    """Whether `With the French president, NAME, ...` begins a sentence: the name may then be its subject."""
    lead = match["lead"].strip()
    before = window[: match.start("lead")].rstrip(" ")
    return lead.lower() in _INTRODUCTIONS and (lead[0].isupper() or not before or before[-1] in '.!?;,“"\n')


def _after(text: str, mention: Mention, index: NameIndex) -> Office | None:
    name_end = end_with_suffix(text, mention)
    window = text[name_end : name_end + WINDOW]
    if window[:1] not in (",", " "):
        return None
    if mention.title is not None and not mention.seats and not mention.is_plural and (match := _NAME_OF.match(window)):
        before = text[max(0, mention.start - WINDOW // 2) : mention.start]
        seats, length = seats_beginning(match["place"], mention.title, index)
        end = name_end + match.start("place") + length
        if seats and _AFTER_PLACE.match(text, end) and not _ACCUSED.search(before):
            return Office(mention.title, seats, mention.title_start, end, mention.is_past)
    for pattern in _PREDICATED:
        if office := _read(pattern.match(window), index, name_end, None, mention.start):
            return office
    for pattern in _APPOSED:
        match = pattern.match(window)
        office = _read(match, index, name_end, None, mention.start)
        if match and office and not (match.group().startswith(", the ") and _is_introduced(text, mention)):
            return office
    return None


def _is_introduced(text: str, mention: Mention) -> bool:
    """Whether the name ends a phrase that may come before the subject: `After meeting NAME, the French president ...`."""
    opening = _OPENING.search(text[max(0, mention.start - WINDOW) : mention.start])
    return opening is not None and opening["first"].lower() in _INTRODUCTIONS and opening["first"][0].isupper()


def _read(
    match: re.Match[str] | None, index: NameIndex, offset: int, end: int | None, start: int | None = None
) -> Office | None:
    """Return the office that a match describes, if its place is one; `offset` is where the window begins."""
    if match is None:
        return None
    groups = match.groupdict()
    words = set(f"{groups['small']} {groups.get('more') or ''}".split())
    title = match["title"].lower()
    if words & _NOT_HELD:
        return None
    seats, place_end = _seats(match, title, index)
    if not seats:
        return None
    first = start if start is not None else offset + match.start() + _leading(match)
    last = end if end is not None else offset + max(match.end("title"), place_end)
    return Office(title, seats, first, last, bool(words & PAST_QUALIFIERS))


def _leading(match: re.Match[str]) -> int:
    """Return how many characters of a match stand before the office: the word before it, a full stop, a blank."""
    whole, lead = match.group(), match.end("lead") - match.start()
    return lead + len(whole[lead:]) - len(whole[lead:].lstrip(' .!?“"\n'))


def _seats(match: re.Match[str], title: str, index: NameIndex) -> tuple[tuple[str, ...], int]:
    """Return the seats that the place of a match means, and where it ends: a possessive or full stop may not belong to it."""
    words = re.sub(r"['’][sS]$|[’']$", "", match["place"])
    for form in dict.fromkeys((words, words.rstrip("."))):
        if seats := seats_named(form, title, index):
            return seats, match.start("place") + len(form)
    return (), -1
