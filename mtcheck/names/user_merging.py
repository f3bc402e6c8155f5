"""Adds a newsroom's own lists to the reference names; where the two disagree, the newsroom is right."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from mtcheck.names.index import NameIndex, fold, plain
from mtcheck.names.loading import default_folder, read_folder
from mtcheck.names.office_reading import ListedOffice, OfficeReader
from mtcheck.names.records import NameDataError, Organisation, Person, ReferenceData, Term
from mtcheck.names.spelling import given_and_family, is_one_word, slug, sound_alike
from mtcheck.names.user_list import Entry, Problem, UserList, read_user_list

ACRONYM_LENGTH: Final = 10
"""Characters. A longer alias in capitals is a name."""

TermKey = tuple[str, str, str]
"""Person, role and place of a term."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Reference names with user lists in them; `origins` says which lists (by file name) named a person or organisation."""

    data: ReferenceData
    origins: Mapping[str, tuple[str, ...]]


def load_merged(paths: Sequence[Path], folder: Path | None = None) -> Merged:
    """Read the reference names, of `folder` or those that ship, and merge the lists into them, the later ones winning.

    Raises `NameDataError` where a file cannot be read or a list has an error.
    """
    return merge(read_folder(default_folder() if folder is None else folder), [read_user_list(Path(p)) for p in paths])


def merge(data: ReferenceData, lists: Sequence[UserList]) -> Merged:
    """Merge `lists` in order; the version of the result covers their contents.

    A person or an organisation of a list that shares an accepted name with exactly one of ours is that one. Raises
    `NameDataError` for the first error of a list.
    """
    if not lists:
        return Merged(data, {})
    origins: dict[str, dict[str, None]] = defaultdict(dict)
    digest = hashlib.sha256(data.version.encode())
    for user_list in lists:
        digest.update(b"\0" + user_list.digest.encode())
        _refuse(user_list, user_list.problems)
        data = _merge_one(data, user_list, origins)
    merged = replace(data, version=digest.hexdigest()[:12])
    return Merged(merged, {identity: tuple(files) for identity, files in origins.items()})


def office_problems(entries: Iterable[Entry], reader: OfficeReader) -> Iterator[Problem]:
    """Yield an error for every entry whose office cannot be understood."""
    for entry in entries:
        if entry.has_office:
            try:
                reader.read(entry.title, entry.role, entry.place)
            except ValueError as error:
                yield Problem(entry.line, _column(entry, reader), str(error))


def with_organisations(data: ReferenceData, entries: Iterable[Entry]) -> tuple[ReferenceData, tuple[str, ...]]:
    """Return `data` with the organisations among `entries`, and the ids of these."""
    organisations = _Organisations(data.organisations, {place.id for place in data.places})
    touched = tuple(organisations.add(entry) for entry in entries if entry.kind == "organisation")
    return (replace(data, organisations=organisations.all()) if touched else data), touched


def grouped(entries: Iterable[Entry]) -> tuple[tuple[Entry, ...], ...]:
    """Return the people among `entries`, each as all its rows: rows of one name are one person."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.kind == "person":
            groups[fold(entry.name)].append(entry)
    return tuple(map(tuple, groups.values()))


class Owners:
    """Which people accept which full names, folded."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Index `people`."""
        self._names: dict[str, str] = {}
        self._named: dict[str, dict[str, None]] = defaultdict(dict)
        self._accepting: dict[str, dict[str, None]] = defaultdict(dict)
        for person in people:
            self.add(person)

    def add(self, person: Person) -> None:
        """Index one more person, or one that has got more names."""
        self._names[person.id] = person.name
        self._named[fold(person.name)][person.id] = None
        for name in (person.name, *person.aliases):
            self._accepting[fold(name)][person.id] = None

    def named(self, name: str) -> tuple[str, ...]:
        """Return the ids of those whose own name that is."""
        return tuple(self._named.get(fold(name), ()))

    def candidates(self, rows: Sequence[Entry]) -> tuple[str, ...]:
        """Return the ids of the people that the rows of one person may mean: none, the one, or several.

        The name itself counts before the aliases, and who is called so before those who may be. Those who have only an alias
        in common must sound like the name as well: otherwise the list gives that alias to somebody else.
        """
        name, aliases = rows[0].name, [alias for row in rows for alias in row.aliases]
        by_alias = dict.fromkeys(owner for alias in aliases for owner in self._accepting.get(fold(alias), ()))
        alike = (owner for owner in by_alias if sound_alike(name, self._names[owner]))
        steps = (self.named(name), tuple(self._accepting.get(fold(name), ())), tuple(alike))
        return next((found for found in steps if found), ())


def _refuse(user_list: UserList, problems: Iterable[Problem]) -> None:
    errors = [problem for problem in problems if problem.is_error]
    if errors:
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        raise NameDataError(f"{user_list.path}, {errors[0]}{more}; `mtcheck names check` lists every problem")


def _merge_one(data: ReferenceData, user_list: UserList, origins: dict[str, dict[str, None]]) -> ReferenceData:
    data, organisations = with_organisations(data, user_list.entries)
    reader = OfficeReader(NameIndex(data))
    _refuse(user_list, office_problems(user_list.entries, reader))
    people = _People(data)
    touched = [people.add(rows, tuple(_offices(rows, reader))) for rows in grouped(user_list.entries)]
    for identity in (*organisations, *touched):
        origins[identity][user_list.path.name] = None
    return people.merged(data)


def _offices(rows: Iterable[Entry], reader: OfficeReader) -> Iterator[tuple[Entry, ListedOffice]]:
    for row in rows:
        if row.has_office:
            yield row, reader.read(row.title, row.role, row.place)


def _column(entry: Entry, reader: OfficeReader) -> str:
    """Return the column that an office fails in."""
    try:
        reader.place(entry.place)
    except ValueError:
        return "place"
    return "title"


class _People:
    """The people and terms while lists are merged in."""

    def __init__(self, data: ReferenceData) -> None:
        self._people = {person.id: person for person in data.people}
        self._owners = Owners(data.people)
        self._terms: dict[TermKey, list[Term]] = defaultdict(list)
        for term in data.terms:
            self._terms[_key(term)].append(term)
        self._touched: dict[str, None] = {}

    def add(self, rows: Sequence[Entry], offices: Sequence[tuple[Entry, ListedOffice]]) -> str:
        """Take in the rows of one person and return whose id they went to."""
        candidates = self._owners.candidates(rows)
        is_unsure = len(candidates) > 1
        if is_unsure:
            held = {(office.role, office.place) for _, office in offices}
            candidates = tuple(c for c in candidates if any((c, *office) in self._terms for office in held))
        known = self._people.get(candidates[0]) if len(candidates) == 1 else None
        person = _person(rows, known, known.id if known else self._new_id(rows[0].name), has_office=bool(offices))
        if not is_unsure:
            self._claim(person, [alias for row in rows for alias in row.aliases])
        self._people[person.id] = person
        self._owners.add(person)
        self._touched[person.id] = None
        self._add_terms(person.id, offices)
        return person.id

    def merged(self, data: ReferenceData) -> ReferenceData:
        """Return `data` with these people, the newsroom's first: of several with one name, the first is meant."""
        ours = [person for identity, person in self._people.items() if identity not in self._touched]
        terms = (term for key, terms in self._terms.items() if key[0] in self._people for term in terms)
        people = (*(self._people[identity] for identity in self._touched if identity in self._people), *ours)
        return replace(data, people=people, terms=tuple(terms))

    def _claim(self, person: Person, aliases: Iterable[str]) -> None:
        """Take the aliases from those whose own name they are; who keeps no other name goes."""
        for alias in aliases:
            for owner in self._owners.named(alias):
                other = self._people.get(owner)
                if other is None or owner == person.id or fold(other.name) != fold(alias):
                    continue
                left = [name for name in other.aliases if fold(name) != fold(alias)]
                if left:
                    given, family = given_and_family(left[0])
                    self._people[owner] = replace(
                        other, name=left[0], given=given, family=family, aliases=tuple(left[1:])
                    )
                else:
                    del self._people[owner]

    def _add_terms(self, person: str, offices: Sequence[tuple[Entry, ListedOffice]]) -> None:
        """Put the newsroom's terms in the place of ours in the same office; one without dates adds nothing to ours."""
        own: dict[TermKey, dict[Term, None]] = defaultdict(dict)
        for row, office in offices:
            key = (person, office.role, office.place)
            if row.start or row.end or key not in self._terms:
                term = Term(person, office.role, office.title, office.place, row.start, row.end, is_verified=True)
                own[key][term] = None
        self._terms.update((key, list(terms)) for key, terms in own.items())

    def _new_id(self, name: str) -> str:
        identity = base = slug(name)
        number = 2
        while identity in self._people:
            identity, number = f"{base}-{number}", number + 1
        return identity


def _key(term: Term) -> TermKey:
    return term.person_id, term.role, term.place


def _person(rows: Sequence[Entry], known: Person | None, identity: str, *, has_office: bool) -> Person:
    """Return the person of the rows; of `known`, the spellings stay accepted and what the rows leave open stays true."""
    name = rows[0].name
    given, family = (
        next((getattr(r, column) for r in rows if getattr(r, column)), "") for column in ("given", "family")
    )
    if known and not (given or family):
        given, family = _as_known(name, known)
    ours = (known.name, *known.aliases) if known else ()
    aliases = dict.fromkeys((*(alias for row in rows for alias in row.aliases), *ours))
    aliases.pop(name, None)
    given, family = given_and_family(name, given, family)
    news_field = next((row.field for row in rows if row.field), "")
    return Person(
        id=identity,
        name=name,
        given=given,
        family=family,
        aliases=tuple(aliases),
        is_monarch=known.is_monarch if known else is_one_word(name),
        is_verified=True,
        field=news_field or (known.field if known else "politics" if has_office else "other"),
    )


def _as_known(name: str, known: Person) -> tuple[str, str]:
    """Return given and family name as far as the newsroom's spelling is parted as ours is."""
    if name == known.name:
        return known.given, known.family
    words, family = name.split(), fold(known.family)
    count = len(known.family.split())
    for part in (words[-count:], words[:count]):
        if count < len(words) and fold(" ".join(part)) == family:
            return "", " ".join(part)
    return "", ""


class _Organisations:
    """The organisations while a list is merged in."""

    def __init__(self, organisations: Iterable[Organisation], taken: set[str]) -> None:
        self._organisations = {o.id: o for o in organisations}
        self._taken = taken
        self._owners: dict[str, dict[str, None]] = defaultdict(dict)
        for organisation in self._organisations.values():
            self._index(organisation)

    def all(self) -> tuple[Organisation, ...]:
        return tuple(self._organisations.values())

    def add(self, entry: Entry) -> str:
        """Take in one row and return which id it went to."""
        own = tuple(dict.fromkeys((entry.name, *entry.aliases)))
        found = self._owners.get(_plain(entry.name), {}) or dict.fromkeys(
            owner for name in own for owner in self._owners.get(_plain(name), ())
        )
        known = self._organisations[next(iter(found))] if len(found) == 1 else None
        identity = known.id if known else self._new_id(entry.name)
        acronym = next((name for name in entry.aliases if _is_acronym(name)), known.acronym if known else "")
        names = tuple(dict.fromkeys((*own, *(known.names if known else ()))))
        head = entry.title or (known.head_title if known else "")
        self._claim(own, identity)
        base = known or Organisation(identity, entry.name, acronym, names, head)
        self._organisations[identity] = replace(base, name=entry.name, acronym=acronym, names=names, head_title=head)
        self._index(self._organisations[identity])
        return identity

    def _index(self, organisation: Organisation) -> None:
        for name in organisation.names:
            self._owners[_plain(name)][organisation.id] = None

    def _claim(self, names: Iterable[str], identity: str) -> None:
        """Take names from others: one that two organisations bear means neither."""
        for key in {_plain(name) for name in names}:
            for owner in [o for o in self._owners.get(key, ()) if o != identity]:
                other = self._organisations[owner]
                left = tuple(name for name in other.names if _plain(name) != key)
                self._organisations[owner] = replace(other, names=left)
                del self._owners[key][owner]

    def _new_id(self, name: str) -> str:
        identity = base = slug(name)
        number = 2
        while identity in self._organisations or identity in self._taken:
            identity, number = f"{base}-{number}", number + 1
        return identity


def _plain(name: str) -> str:
    """Return the key under which the index looks an organisation up: case counts (WHO), an article does not."""
    words = plain(name)
    return words[4:] if words[:4] in ("the ", "The ") else words


def _is_acronym(name: str) -> bool:
    return is_one_word(name) and 1 < len(name) <= ACRONYM_LENGTH and name.replace(".", "").isupper()
