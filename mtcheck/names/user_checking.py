"""Finds what is wrong with a newsroom's own list before it is put to use."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from mtcheck.names.index import NameIndex, fold
from mtcheck.names.office_reading import OfficeReader
from mtcheck.names.records import Person, ReferenceData
from mtcheck.names.spelling import is_one_word, sound_alike
from mtcheck.names.user_list import Entry, Problem, UserList, read_user_list
from mtcheck.names.user_merging import Owners, grouped, office_problems, with_organisations


def check_user_list(path: Path, data: ReferenceData) -> tuple[Problem, ...]:
    """Return every problem of the list at `path`, alone and beside the reference names `data`, in order of the lines.

    Raises `NameDataError` where the file cannot be read.
    """
    user_list = read_user_list(path)
    found = [*user_list.problems, *_against(user_list, data)]
    return tuple(sorted(found, key=lambda problem: (problem.line, not problem.is_error, problem.column)))


def _against(user_list: UserList, data: ReferenceData) -> Iterator[Problem]:
    data, _ = with_organisations(data, user_list.entries)
    yield from office_problems(user_list.entries, OfficeReader(NameIndex(data)))
    yield from _repeated(user_list.entries)
    people = grouped(user_list.entries)
    owners, known = Owners(data.people), {person.id: person for person in data.people}
    names = {fold(rows[0].name): rows[0] for rows in people}
    for rows in people:
        yield from _contradictions(rows)
        yield from _one_word(rows)
        yield from _unlike(rows)
        yield from _conflicts(rows, owners, known, names)


def _note(entry: Entry, column: str, message: str) -> Problem:
    return Problem(entry.line, column, message, is_error=False)


def _repeated(entries: Sequence[Entry]) -> Iterator[Problem]:
    seen: dict[tuple[object, ...], int] = {}
    for entry in entries:
        key = (entry.kind, fold(entry.name), fold(entry.title), entry.role, fold(entry.place), entry.start)
        first = seen.setdefault(key, entry.line)
        if first != entry.line:
            yield _note(entry, "name", f"{entry.name} is there already, in line {first}")


def _contradictions(rows: Sequence[Entry]) -> Iterator[Problem]:
    """Yield where rows of one person disagree; the first one counts."""
    for column in ("name", "given", "family", "field"):
        first = next((row for row in rows if getattr(row, column)), None)
        for row in rows:
            value = getattr(row, column)
            if first and value and value != getattr(first, column):
                yield _note(row, column, f"{value!r} where line {first.line} has {getattr(first, column)!r}")


def _one_word(rows: Sequence[Entry]) -> Iterator[Problem]:
    """Yield a name of one word, unless the family name says that this is the whole of it."""
    name = rows[0].name
    if is_one_word(name) and not any(row.family == name for row in rows):
        yield _note(
            rows[0], "name", f"{name} is one word; if that is the whole name, write it in the column family as well"
        )


def _unlike(rows: Sequence[Entry]) -> Iterator[Problem]:
    for row in rows:
        for alias in row.aliases:
            if not is_one_word(alias) and not sound_alike(row.name, alias):
                yield _note(row, "aliases", f"{alias} sounds nothing like {row.name}; is it in the right row?")


def _conflicts(
    rows: Sequence[Entry], owners: Owners, known: Mapping[str, Person], names: Mapping[str, Entry]
) -> Iterator[Problem]:
    """Yield names that somebody else has, in the reference names or in the list."""
    candidates = owners.candidates(rows)
    if len(candidates) > 1:
        bearers = " and ".join(known[c].name for c in candidates)
        message = f"{rows[0].name} may be {bearers} of the reference names; an alias that only one of them has decides"
        yield _note(rows[0], "name", message)
    for row in rows:
        for alias in row.aliases:
            others = [known[owner].name for owner in owners.named(alias) if owner not in candidates]
            if others:
                message = f"{alias} is another person of the reference names, and would be {row.name} from now on"
                yield _note(row, "aliases", message)
            other = names.get(fold(alias))
            if other and fold(other.name) != fold(row.name):
                yield _note(row, "aliases", f"{alias} is another person of the list, in line {other.line}")
