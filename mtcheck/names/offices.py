"""Every office that an article gives to a known person: before the name, shared with other names, or beside it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mtcheck.names.appositions import WINDOW, WORDS, Office, end_with_suffix, office_beside
from mtcheck.names.headlines import stands_in_headline
from mtcheck.names.index import NameIndex
from mtcheck.names.mentions import Mention
from mtcheck.names.seats import is_name_too, is_noun, seats_beginning, seats_named
from mtcheck.names.titles import PLURAL_TITLES, plural_title_ending_at

if TYPE_CHECKING:
    from mtcheck.analysis import Analysis
    from mtcheck.names.resolution import Resolution

_ITEM = r"[A-Z][\w.’'&-]*(?: [A-Z][\w.’'&-]*){0,3}"
_PLACES = rf"(?P<places>{_ITEM}(?:(?:, and |, | and )(?:the )?{_ITEM}){{0,4}})"
_LIST = re.compile(rf"(?:\b[Tt]he )?{_PLACES} $")
_PLURAL_OF = re.compile(
    rf"(?:\b[Tt]he )?\b(?P<title>(?i:{'|'.join(map(re.escape, PLURAL_TITLES))})) of (?:the )?{_PLACES}, $"
)
_MODIFIERS = re.compile(r"(?: [a-z-]+)+ ?$")
_SEPARATOR = re.compile(r", and |, | and ")
_NEXT_NAME = re.compile(rf"(?: of (?:the )?{WORDS})?,? (?:and|&) ")
_OWN_PLACE = re.compile(rf" of (?:the )?(?P<place>{WORDS})")
# A place after one of these is where something happens: in "talks in Chad President X said" a comma is missing.
_PREPOSITIONS = frozenset(
    """
    in to with from over near across into for by on against throughout outside inside within told tells asked of at
    around toward towards through between leaves left
    """.split()
)
_WHEREABOUTS = frozenset("in across throughout outside inside within into around over near".split())
_OF_ANY_BODY = frozenset(
    "chairman chairwoman chair chairperson chief head leader governor gov king queen emperor".split()
)
_OF_ANY_BODY |= {"chief executive", "minister of state"}
_OF_MANY_BODIES = frozenset({"president", "chancellor", "premier"})
_SENTENCE_OPENERS = frozenset(
    "so but and then when while as if for with to after before although though because".split()
)
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday Today Yesterday".split())


def offices_given(analysis: "Analysis", index: NameIndex) -> Iterator[tuple["Resolution", Office]]:
    """Yield each known person whom the article gives an office, with the office, in the order of the names.

    An office without `seats` is a title alone (`Prime Minister Narendra Modi`). Offices not held in full (`acting`, `vice`,
    `would-be`) are left out. Monarchs share their names with too many to be judged.
    """
    shared = _shared_offices(analysis, index)
    for resolution in analysis.people:
        mention = resolution.mention
        if resolution.person.is_monarch:
            continue
        beside = office_beside(analysis.text, mention, index)
        before = shared.get(mention.start) or _before(analysis, mention, index)
        if before is not None and (before.seats or beside is None or beside.start < mention.start):
            yield resolution, before
        if beside is not None:
            yield resolution, beside


def _before(analysis: "Analysis", mention: Mention, index: NameIndex) -> Office | None:
    """Return the office whose title stands directly before the name."""
    if mention.title is None or mention.is_plural or (mention.is_qualified and not mention.is_past):
        return None
    if not mention.seats:
        return Office(mention.title, (), mention.title_start, mention.end, mention.is_past)
    if not _belongs(analysis, mention, index):
        return None
    return Office(mention.title, mention.seats, mention.place_start, mention.end, mention.is_past)


def _belongs(analysis: "Analysis", mention: Mention, index: NameIndex) -> bool:
    """Whether the place belongs to the title, and is not where the sentence, or the sentence before it, is set."""
    text = analysis.text
    words = _MODIFIERS.sub("", text[mention.place_start : mention.title_start]).strip(" .")
    if words.lower().endswith(("'s", "’s")):
        return True
    before = analysis.words_between(max(0, mention.place_start - 20), mention.place_start)
    joined = bool(before) and text[before[-1].end : mention.place_start] == " "
    last = before[-1].text.lower() if joined else ""
    if len(mention.parts) == 1 and text[mention.title_start].isupper() and last in ("a", "an"):
        return False
    if mention.place is None or not is_noun(words, index) or not is_noun(words + ".", index):
        if last == "the" and is_name_too(words, index) and text[mention.title_start].isupper():
            return len(before) < 2 or before[-2].text.lower() not in _WHEREABOUTS
        return not (is_name_too(words, index) and last in _WHEREABOUTS)
    if not joined:
        return stands_in_headline(text, mention.place_start)
    return before[-1].text.islower() and last not in _PREPOSITIONS


def _shared_offices(analysis: "Analysis", index: NameIndex) -> Mapping[int, Office]:
    """Return the offices in the plural by the offsets of the names they belong to.

    `US and Russian presidents A and B` and `Presidents A of the US and B of Russia`: where one list of places stands
    before the names, each name may belong to any of them.
    """
    found: dict[int, Office] = {}
    mentions = analysis.mentions
    for i, mention in enumerate(mentions):
        shared = _before_plural(analysis.text, mention, index) or _of_several(analysis.text, mention, index)
        if shared is None:
            continue
        for holder in _holders(analysis.text, mentions, i):
            office = replace(shared, start=shared.start if holder is mention else holder.start, end=holder.end)
            found[holder.start] = _with_own_place(analysis.text, office, index)
    return found


def _before_plural(text: str, mention: Mention, index: NameIndex) -> Office | None:
    """Return the office of a plural title directly before a name: `French and German presidents NAME`."""
    if not mention.is_plural or mention.title is None or (mention.is_qualified and not mention.is_past):
        return None
    window = text[max(0, mention.title_start - WINDOW) : mention.title_start]
    seats, places_start = _seats_of_list(_LIST.search(window), mention.title, index)
    start = mention.title_start - (len(window) - places_start) if seats else mention.title_start
    return Office(mention.title, seats, start, mention.end, mention.is_past)


def _of_several(text: str, mention: Mention, index: NameIndex) -> Office | None:
    """Return the office of `the presidents of France and Germany, NAME and NAME`."""
    offset = max(0, mention.start - WINDOW)
    window = text[offset : mention.start]
    if mention.title is not None or not window.endswith(", ") or " of " not in window:
        return None
    match = _PLURAL_OF.search(window)
    title = plural_title_ending_at(match["title"].lower().split()) if match else None
    if match is None or title is None:
        return None
    seats, _ = _seats_of_list(match, title[0], index)
    return Office(title[0], seats, offset + match.start(), mention.end) if seats else None


def _seats_of_list(match: re.Match[str] | None, title: str, index: NameIndex) -> tuple[tuple[str, ...], int]:
    """Return the seats that the places of a match list, none unless all of them are seats, and where the match begins."""
    if match is None:
        return (), -1
    named = [seats_named(part.removeprefix("the "), title, index) for part in _SEPARATOR.split(match["places"])]
    return (tuple(seat for seats in named for seat in seats) if all(named) else ()), match.start()


def _holders(text: str, mentions: Sequence[Mention], first: int) -> Iterator[Mention]:
    """Yield the mention after a plural title and those that `and` joins to it."""
    one = mentions[first]
    yield one
    for other in mentions[first + 1 : first + 6]:
        if other.title is not None or other.start - one.end > WINDOW:
            return
        if _NEXT_NAME.fullmatch(text, end_with_suffix(text, one), other.start):
            yield other
            one = other


def _with_own_place(text: str, office: Office, index: NameIndex) -> Office:
    match = _OWN_PLACE.match(text, office.end)
    if match is None:
        return office
    seats, length = seats_beginning(match["place"], office.title, index)
    return replace(office, seats=seats, end=match.start("place") + length) if seats else office


def is_bare_title_telling(analysis: "Analysis", mention: Mention, office: Office) -> bool:
    """Tell whether a title without a place can only be an office of state.

    `President NAME`, but neither `Bayern Munich President NAME` nor `the club president, NAME`; and many bodies have a chair.
    """
    if office.seats:
        return True
    if office.title in _OF_ANY_BODY:
        return False
    start = office.start if mention.is_plural or mention.title is None else mention.title_start
    if office.title not in _OF_MANY_BODIES:
        return True
    if not analysis.text[start].isupper():
        return False
    before = analysis.words_between(max(0, start - 20), start)
    joined = bool(before) and analysis.text[before[-1].end : start].strip() == ""
    if not joined or before[-1].text.islower() or before[-1].text in _DAYS:
        return True
    sentence = analysis.sentence_at(start)
    return sentence is not None and sentence.start == before[-1].start and before[-1].text.lower() in _SENTENCE_OPENERS
