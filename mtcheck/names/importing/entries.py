"""Makes rows of a user list of what importers give: one usable name each, offices that can be understood."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from mtcheck.names.importing.interface import (
    Imported,
    ImportedOffice,
    ImportedOrganisation,
    ImportedPerson,
    LeftOut,
)
from mtcheck.names.index import NameIndex, fold
from mtcheck.names.office_reading import ListedOffice, OfficeReader, titled
from mtcheck.names.records import FIELDS
from mtcheck.names.spelling import clean, given_and_family, is_one_word, name_problem
from mtcheck.names.titles import PARTICLES
from mtcheck.names.user_list import Entry

MOST_ALIASES: Final = 60
"""Aliases kept of one name; sources hold hundreds of machine-made ones."""
MOST_READINGS: Final = 5
"""Titles, and places, tried for one office."""
CAPITALS: Final = 4
"""Letters of a word from which on capitals shout (`Jan BERG`) and do not abbreviate (`JD Vance`)."""
MAX_TEXT: Final = 200
"""Characters of a source or a licence."""

_DATE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:[T ].*)?", re.DOTALL)
_SUFFIX: Final = re.compile(r"(?:jr|jnr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_UNSAFE_START: Final = "=+-@|\"' "


class EntryMaker:
    """Turns imported people and organisations into entries and counts what it leaves out, and why."""

    def __init__(self, index: NameIndex) -> None:
        """Read offices against `index`."""
        self._offices = OfficeReader(index)
        self.people = self.organisations = self.terms = 0
        self.left_out: Counter[str] = Counter()

    def entries(self, imported: Iterable[Imported]) -> Iterator[Entry]:
        """Yield the entries of `imported`, in order; several for a person with several terms."""
        for item in imported:
            if isinstance(item, LeftOut):
                self.left_out[item.reason] += 1
            elif isinstance(item, ImportedOrganisation):
                yield from self._organisation(item)
            else:
                yield from self._person(item)

    def _organisation(self, item: ImportedOrganisation) -> Iterator[Entry]:
        name = _usable(item.names)
        if name is None:
            self.left_out[_why_no_name(item.names)] += 1
            return
        self.organisations += 1
        aliases = _distinct(name, map(clean, (*item.names, *item.aliases)))
        yield Entry(
            name,
            "organisation",
            aliases=aliases,
            title=_text(item.title),
            source=_text(item.source),
            licence=_text(item.licence),
        )

    def _person(self, item: ImportedPerson) -> Iterator[Entry]:
        name = _usable([_ordered(name) for name in item.names])
        if name is None:
            self.left_out[_why_no_name(item.names)] += 1
            return
        family = _part(item.family, name)
        if is_one_word(name) and fold(family) != fold(name):
            self.left_out["a name of one word"] += 1
            return
        self.people += 1
        given, family = given_and_family(name, _part(item.given, name) if not family else "", family)
        others = (_ordered(alias) for alias in (*item.names, *item.aliases))
        aliases = _distinct(name, (a for a in others if item.keeps_short_aliases or not is_one_word(a)))
        first = Entry(
            name=name,
            given=given,
            family=family,
            aliases=aliases,
            field=item.field.lower() if item.field.lower() in FIELDS else "",
            source=_text(item.source),
            licence=_text(item.licence),
        )
        terms = tuple(self._terms(name, item.offices))
        self.terms += len(terms)
        yield from _rows(first, terms)

    def _terms(self, name: str, offices: Iterable[ImportedOffice]) -> Iterator[Entry]:
        for office in offices:
            read = self._read(office)
            if read is None:
                self.left_out["an office that cannot be understood"] += 1
                continue
            try:
                start, end = first_day(office.start), last_day(office.end)
            except ValueError:
                self.left_out["an office with a bad date"] += 1
                continue
            if start and end and start > end:
                self.left_out["an office that ends before it starts"] += 1
                continue
            yield Entry(name, title=titled(read.title), role=read.role, place=read.place, start=start, end=end)

    def _read(self, office: ImportedOffice) -> ListedOffice | None:
        """Return the first reading of an office that makes sense; a title may name its place better than the source does."""
        role = office.role.strip().lower().replace(" ", "_")
        for title in office.titles[:MOST_READINGS] or ("",):
            for place in (*office.places[:MOST_READINGS], ""):
                try:
                    return self._offices.read(_text(title), role, _text(place))
                except ValueError:
                    continue
        return None


def first_day(text: str) -> date | None:
    """Return the first day of an ISO date, month or year, a time behind it passed over; None for an empty text.

    Raises ValueError for anything else.
    """
    parts = _parts(text)
    return date(parts[0], parts[1] or 1, parts[2] or 1) if parts else None


def last_day(text: str) -> date | None:
    """Return the last day of an ISO date, month or year, as `first_day` does the first."""
    parts = _parts(text)
    if parts is None:
        return None
    year, month, day = parts
    if month and day:
        return date(year, month, day)
    if year == date.max.year and month in (0, 12):
        return date.max
    following = date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1)
    return following - timedelta(days=1)


def _parts(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day, 0 for what is missing; Wikidata writes 00 for that, too."""
    if not text.strip():
        return None
    match = _DATE.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text[:MAX_TEXT]!r} is no date")
    year, month, day = (int(group or 0) for group in match.groups())
    if month > 12:
        raise ValueError(f"{text!r} is no date")
    return year, month, day if month else 0


def _rows(person: Entry, terms: tuple[Entry, ...]) -> Iterator[Entry]:
    """Yield the person's rows: the first with everything, the others with the name and one more term each."""
    if not terms:
        yield person
    for number, term in enumerate(terms):
        yield Entry(
            name=person.name,
            given=person.given,
            family=person.family,
            aliases=() if number else person.aliases,
            title=term.title,
            role=term.role,
            place=term.place,
            start=term.start,
            end=term.end,
            field=person.field,
            source=person.source,
            licence=person.licence,
        )


def _usable(names: Iterable[str]) -> str | None:
    """Return the first name that newsrooms could print; one in capitals only if there is no other."""
    good = [name for name in map(clean, names) if name_problem(name) is None]
    mixed = next((name for name in good if not name.isupper() and not name.islower()), None)
    return _recased(mixed or good[0]) if good else None


def _why_no_name(names: Iterable[str]) -> str:
    problems = {name_problem(clean(name)) for name in names}
    return "a name not in Latin letters" if problems == {"is not in Latin letters"} else "no usable name"


def _recased(name: str) -> str:
    """Return a name of which words are in capitals as it would stand in a sentence; `JD` stays as it is beside `Vance`."""
    words = name.split()
    if not name.islower() and not any(word.isupper() and len(word) >= CAPITALS for word in words):
        return name
    last = len(words) - 1
    return " ".join(
        _in_sentence(w, is_inside=0 < i < last) if w.isupper() or name.islower() else w for i, w in enumerate(words)
    )


def _in_sentence(word: str, *, is_inside: bool) -> str:
    return word.lower() if is_inside and word.lower() in PARTICLES else word.title()


def _ordered(name: str) -> str:
    """Return `Family, Given` as `Given Family`; `King, Jr.` is left as it is."""
    family, comma, given = clean(name).partition(", ")
    if comma and given and "," not in given and not _SUFFIX.fullmatch(given):
        return f"{given} {family}"
    return clean(name)


def _part(part: str, name: str) -> str:
    """Return a given or family name if it stands in the name, spelt as there; otherwise nothing."""
    words, wanted = name.split(), fold(part).split()
    folded = [fold(word) for word in words]
    joined = [word for whole in folded for word in whole.split()]
    if len(joined) != len(words):  # hyphenated names fold to two words; the source's own spelling will do
        return clean(part) if wanted and wanted == joined[-len(wanted) :] and name_problem(clean(part)) is None else ""
    for i in range(len(words) - len(wanted) + 1 if wanted else 0):
        if folded[i : i + len(wanted)] == wanted:
            return " ".join(words[i : i + len(wanted)])
    return ""


def _distinct(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    """Return the usable aliases, one of each that are compared as the same, and none of the name itself."""
    seen = {fold(name)}
    kept: list[str] = []
    for alias in aliases:
        if len(kept) == MOST_ALIASES:
            break
        if name_problem(alias) is None and (key := fold(alias)) not in seen:
            seen.add(key)
            kept.append(alias)
    return tuple(kept)


def _text(text: str) -> str:
    """Return other text fit for a cell: short, of one line, and no formula to a spreadsheet."""
    printable = "".join(character if character.isprintable() else " " for character in text[: MAX_TEXT * 4])
    return clean(printable).lstrip(_UNSAFE_START)[:MAX_TEXT]
