"""Marks the terms of office that a source other than memory states: news reports and a copy of Wikidata."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from people import KnownPerson
from spells import OWN_LICENCE, OWN_SOURCE, Spell

from mtcheck.names.index import fold

# Sources date one change of office by election, oath or handover; news names the old holder until the new one sits.
TOLERANCE = timedelta(days=31)
WIKIDATA = ("Wikidata via every-politician-scrapers", "CC0")
NEWS_LICENCE = "fact only"


@dataclass(frozen=True, slots=True)
class Fact:
    """What a source states: this name, in this office, on some day from `first` to `last` (None: not said)."""

    name: str
    role: str
    place: str
    first: date
    last: date | None
    is_whole_term: bool
    source: str
    licence: str


def news_facts(rows: Iterable[dict[str, str]]) -> list[Fact]:
    """Give the facts of confirmed.tsv, whose `day` is a day, a year or two years joined by a slash."""
    facts = []
    for row in rows:
        day = row["day"]
        years = re.fullmatch(r"(\d{4})(?:/(\d{4}))?", day)
        first = date(int(years[1]), 1, 1) if years else date.fromisoformat(day)
        last = date(int(years[2] or years[1]), 12, 31) if years else first
        facts.append(Fact(row["name"], row["role"], row["place"], first, last, False, row["source"], NEWS_LICENCE))
    return facts


def wikidata_facts(rows: Iterable[dict[str, str]]) -> list[Fact]:
    """Give the facts of wikidata.tsv, whose terms have a first day and, where they were over, a last one."""
    return [
        Fact(
            row["name"],
            row["role"],
            row["place"],
            date.fromisoformat(row["start"]),
            date.fromisoformat(row["end"]) if row["end"] else None,
            True,
            *WIKIDATA,
        )
        for row in rows
    ]


def confirm(people: Iterable[KnownPerson], facts: Sequence[Fact]) -> list[Fact]:
    """Mark the terms that facts state as verified, and their people; give the facts that no term agrees with."""
    by_office: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        by_office[fold(fact.name).replace(".", ""), fact.role, fact.place].append(fact)
    used: set[Fact] = set()
    for person in people:
        keys = {key.replace(".", "") for key in person.keys}
        for number, spell in enumerate(person.spells):
            stated = [f for key in keys for f in by_office.get((key, spell.role, spell.place), []) if states(f, spell)]
            if stated:
                used.update(stated)
                person.spells[number] = _confirmed(spell, stated)
                _name(person, stated)
    return [fact for fact in facts if fact not in used]


def states(fact: Fact, spell: Spell) -> bool:
    """Tell whether a fact agrees with a term: a day within it, or its first day and, where given, its last."""
    start, end = spell.start or date.min, spell.end or date.max
    latest = end if end > date.max - TOLERANCE else end + TOLERANCE
    earliest = start if start < date.min + TOLERANCE else start - TOLERANCE
    if not fact.is_whole_term:
        return earliest <= (fact.last or fact.first) and fact.first <= latest
    # A source may begin a term anew with each mandate: its first day then lies within ours.
    begins = earliest <= fact.first <= end
    return begins and (fact.last is None or fact.last <= latest)


def _confirmed(spell: Spell, stated: Sequence[Fact]) -> Spell:
    best = max(stated, key=lambda fact: (fact.is_whole_term, fact.first))
    if best.source in spell.source:
        return replace(spell, verified=True)
    if spell.source != OWN_SOURCE and spell.verified:
        return spell
    source = f"{best.source}; {spell.source}"
    return replace(spell, verified=True, source=source, licence=f"{best.licence}; {spell.licence}")


def _name(person: KnownPerson, stated: Sequence[Fact]) -> None:
    """Mark a person as verified where a source spells the name as we do."""
    key = fold(person.name).replace(".", "")
    fact = next((fact for fact in stated if fold(fact.name).replace(".", "") == key), None)
    if fact is not None and not person.verified:
        person.verified = True
        person.source, person.licence = f"{fact.source}; {OWN_SOURCE}", f"{fact.licence}; {OWN_LICENCE}"
