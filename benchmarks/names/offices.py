"""Brings the spells of all sources together, settles which stand, and confirms them against each other."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from people import KnownPerson
from spells import OWN_LICENCE, OWN_SOURCE, Spell, ascii_quotes

from mtcheck.names.index import fold

CONGRESS = ("unitedstates/congress-legislators", "CC0")
# Sources date one change of office by election, oath or handover.
TOLERANCE = timedelta(days=31)
# Offices that one person holds at a time: where the hand-kept list has them, it has all of them.
_EXCLUSIVE = frozenset(
    [
        "head_of_state",
        "head_of_government",
        "vice_president",
        "governor",
        "governor_general",
        "crown_prince",
        "foreign_minister",
        "defence_minister",
        "finance_minister",
        "interior_minister",
        "head_of_organisation",
    ]
)
_ROLES = (
    (re.compile(r"Foreign (?:Affairs|Minister|Secretary)|External Affairs|^Secretary of State$"), "foreign_minister"),
    (re.compile(r"Foreign Ministry spokes|press secretary|spokes", re.I), "spokesperson"),
    (re.compile(r"Defen[cs]e(?: Secretary)?$|Secretary of Defense|Armed Forces$|Secretary of War"), "defence_minister"),
    (re.compile(r"Treasury|Exchequer|Finance"), "finance_minister"),
    (re.compile(r"Security (?:and Defense )?Council|National Security Advis"), "security_chief"),
    (re.compile(r"Intelligence|CIA"), "intelligence_chief"),
    (
        re.compile(
            r"Commander-in-Chief|Chief of the (?:Defence|General) Staff|Joint Chiefs|Supreme Allied|Military Comm"
        ),
        "military_chief",
    ),
    (re.compile(r"Presidential Office"), "chief_of_staff"),
    (re.compile(r"[Ee]nvoy|aide"), "envoy"),
    (re.compile(r"^Pope$"), "head_of_state"),
    (re.compile(r"President|Secretary|Director|High Commissioner"), "head_of_organisation"),
)
_TITLES = {
    "Minister of Foreign Affairs": "Foreign Minister",
    "Minister for Foreign Affairs": "Foreign Minister",
    "Minister of External Affairs": "External Affairs Minister",
    "Minister of Defence": "Defence Minister",
    "Minister of the Armed Forces": "Armed Forces Minister",
    "Secretary of Defense": "Defense Secretary",
    "Secretary of Defense;Secretary of War": "Defense Secretary",
    "Secretary of the Treasury": "Treasury Secretary",
}
_ORGANISATIONS = {
    "European Union": "eu",
    "NATO": "nato",
    "United Nations": "un",
    "IAEA": "iaea",
    "WHO": "who",
    "IMF": "imf",
    "World Bank": "world-bank",
}
_EU_HEADS = {
    "European Commission": "european-commission",
    "European Council": "european-council",
    "European Parliament": "european-parliament",
    "European Central Bank": "ecb",
}


def all_spells(
    factbook: Sequence[Spell],
    own: Sequence[dict[str, str]],
    ministers: Sequence[dict[str, str]],
    congress: Sequence[dict[str, str]],
    place_ids: Mapping[str, str],
) -> list[Spell]:
    """Give the spells of every source; where the hand-kept list covers an exclusive office, it alone stands from there on."""
    kept = [_own(row) for row in own]
    covered: dict[tuple[str, str], tuple[date, date]] = {}
    for spell in kept:
        first, last = covered.get((spell.place, spell.role), (date.max, date.min))
        covered[spell.place, spell.role] = min(first, spell.start or date.min), max(last, spell.end or date.max)
    spells = list(kept)
    for spell in [*factbook, *(_minister(row, place_ids) for row in ministers), *_congress(congress)]:
        first, last = covered.get((spell.place, spell.role), (date.max, date.min))
        if spell.role not in _EXCLUSIVE:
            first, last = date.max, date.min
        start = spell.start or date.max
        if first <= start < last:
            spell = replace(spell, role="=" + spell.role)
        elif start < first < (spell.end or date.max):
            spell = replace(spell, end=first, verified=False)
        spells.append(spell)
    return spells


def merged(spells: Iterable[Spell]) -> list[Spell]:
    """Join the spells of one person: one office stated twice is kept once, and what only confirms another goes."""
    offices: dict[tuple[str, str], list[Spell]] = defaultdict(list)
    for spell in sorted(spells, key=lambda s: (s.start or date.min, not s.verified)):
        if spell.role.startswith("="):
            continue
        office = offices[spell.place, spell.role]
        overlapping = next((i for i, other in enumerate(office) if _overlap(other, spell)), None)
        if overlapping is None:
            office.append(spell)
        else:
            office[overlapping] = _joined(office[overlapping], spell)
    executive = {place for place, role in offices if role == "head_of_state"}
    return [
        spell
        for (place, role), group in offices.items()
        for spell in group
        # An executive president is listed as head of government too; the one row says it.
        if not (role == "head_of_government" and spell.title == "President" and place in executive)
    ]


def confirm(people: Iterable[KnownPerson], current: Sequence[dict[str, str]]) -> None:
    """Mark a hand-kept term as verified where another source gives person, office and days; unmark what one denies."""
    stated = {(fold(row["name"]), row["office"], _place_key(row["country"])): row["start"] for row in current}
    offices = {(role, place) for _name, role, place in stated}
    for person in people:
        witnesses = _witnesses(person)
        for number, spell in enumerate(person.spells):
            listed = [(key, spell.role, spell.place) in stated for key in person.keys]
            is_current = spell.end is None and spell.role in ("head_of_state", "head_of_government")
            if is_current and (spell.role, spell.place) in offices and not any(listed):
                person.spells[number] = replace(spell, verified=False)
            elif spell.source == OWN_SOURCE and spell.start is not None:
                by_list = is_current and any(listed) and _near(stated, person, spell)
                if by_list or any(_confirms(spell, witness) for witness in witnesses):
                    person.spells[number] = _confirmed(witnesses, spell)


def _near(stated: Mapping[tuple[str, str, str], str], person: KnownPerson, spell: Spell) -> bool:
    starts = (stated.get((key, spell.role, spell.place), "None") for key in person.keys)
    return any(
        value != "None" and abs(date.fromisoformat(value) - (spell.start or date.min)) <= TOLERANCE for value in starts
    )


def _witnesses(person: KnownPerson) -> list[Spell]:
    """Give the spells that only confirm others, those of successive mandates joined."""
    found: list[Spell] = []
    for spell in sorted(
        (s for s in person.spells if s.role.startswith("=")), key=lambda s: (s.place, s.role, s.start or date.min)
    ):
        last = found[-1] if found else None
        if (
            last
            and (last.place, last.role, last.source) == (spell.place, spell.role, spell.source)
            and _overlap(last, spell)
        ):
            found[-1] = _joined(last, spell)
        else:
            found.append(spell)
    return found


def _confirmed(witnesses: Sequence[Spell], spell: Spell) -> Spell:
    """Name the source that ships, where one confirms the term; the list used for cross-checks only is never named."""
    for witness in witnesses:
        if witness.source != OWN_SOURCE and _confirms(spell, witness):
            source, licence = f"{witness.source}; {OWN_SOURCE}", f"{witness.licence}; {OWN_LICENCE}"
            return replace(spell, verified=True, source=source, licence=licence)
    return replace(spell, verified=True)


def _confirms(spell: Spell, witness: Spell) -> bool:
    """Tell whether a source states a term: person and office, and the days as far as it knows them."""
    if witness.place != spell.place or witness.role != "=" + spell.role or witness.start is None:
        return False
    if spell.start is None or witness.start < spell.start - TOLERANCE or witness.start > (spell.end or date.max):
        return False
    if not witness.verified:
        # Its last day is not known, or its row was hard to read: then the first day must agree.
        return witness.start <= spell.start + TOLERANCE
    if spell.end is None or witness.end is None:
        # A source frozen in January 2026 cannot know later ends.
        return spell.end == witness.end or (
            witness.end is None and spell.end is not None and spell.end >= date(2026, 1, 22)
        )
    return abs(witness.end - spell.end) <= TOLERANCE


def _overlap(first: Spell, second: Spell) -> bool:
    return (first.start or date.min) <= (second.end or date.max) and (second.start or date.min) <= (
        first.end or date.max
    )


def _joined(first: Spell, second: Spell) -> Spell:
    own = [spell for spell in (first, second) if spell.source == OWN_SOURCE or OWN_SOURCE in spell.source]
    if len(own) == 1:
        return own[0]
    best = first if first.verified or not second.verified else second
    starts = [spell.start for spell in (first, second) if spell.start]
    end = None if first.end is None or second.end is None else max(first.end, second.end)
    return replace(best, start=min(starts, default=None), end=end, title=_plainer(first.title, second.title))


def _plainer(first: str, second: str) -> str:
    return second if re.match(r"Acting|Interim|Caretaker|Transition", first) else first


def _own(row: dict[str, str]) -> Spell:
    start, end = (date.fromisoformat(row[key]) if row[key] else None for key in ("start", "end"))
    monarch = row["title"] in ("King", "Queen", "Emperor", "Pope", "Emir", "Sultan", "Grand Duke", "Prince")
    monarch = monarch and row["role"] == "head_of_state"
    return Spell(
        row["name"], "", row["role"], row["title"], row["place"], start, end, OWN_SOURCE, OWN_LICENCE, False, monarch
    )


def _minister(row: dict[str, str], place_ids: Mapping[str, str]) -> Spell:
    title = row["office"]
    role = next(role for pattern, role in _ROLES if pattern.search(title))
    place = _ORGANISATIONS.get(row["country_or_org"]) or place_ids[row["country_or_org"]]
    for body, identity in _EU_HEADS.items():
        if body in title:
            place, title = identity, "President"
    if title.startswith("High Representative"):
        role, title = "foreign_minister", "High Representative"
    if place == "un" and title.startswith("High Commissioner"):
        place = "ohchr"
    start, end = (date.fromisoformat(row[key]) if row[key] else None for key in ("start", "end"))
    aliases = tuple(alias for alias in row["aliases"].split(";") if alias)
    monarch = title == "Pope"
    return Spell(
        row["name"],
        "",
        role,
        _TITLES.get(title, title),
        place,
        start,
        end,
        OWN_SOURCE,
        OWN_LICENCE,
        False,
        monarch,
        aliases,
    )


def _congress(rows: Sequence[dict[str, str]]) -> Iterable[Spell]:
    for row in rows:
        role = {"President": "head_of_state", "Vice President": "vice_president"}.get(row["office"], "legislator")
        name, surname = ascii_quotes(row["name"]), ascii_quotes(row["surname"])
        aliases = [
            f"{alias} {surname}" if surname not in alias else alias
            for alias in ascii_quotes(row["aliases"]).split("|")
            if alias
        ]
        start, end = (date.fromisoformat(row[key]) if row[key] else None for key in ("start", "end"))
        yield Spell(name, surname, role, row["office"], "us", start, end, *CONGRESS, True, False, tuple(aliases))


def _place_key(country: str) -> str:
    pairs = (pair.split("=") for pair in _LISTED_COUNTRIES.split())
    return dict(pairs)[country]


_LISTED_COUNTRIES = """
brunei=bn cambodia=kh indonesia=id laos=la malaysia=my myanmar=mm philippines=ph singapore=sg thailand=th vietnam=vn
argentina=ar australia=au brazil=br canada=ca china=cn france=fr germany=de india=in italy=it japan=jp mexico=mx
russia=ru saudi_arabia=sa south_africa=za south_korea=kr uk=gb usa=us turkey=tr european_union=eu
african_union=african-union
"""
