"""Decides which spellings are one person, what newsrooms call them, and which other spellings to accept."""

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import Levenshtein
from spells import OWN_LICENCE, OWN_SOURCE, Spell

from mtcheck.names.index import fold

_PATRONYMIC = re.compile(r"(?:ovich|evich|ovych|yevich|ovna|evna|ichna|yevna|ogly|oglu|uulu|iyevich)$")
_INITIAL = re.compile(r"[A-Z]\.?")
_SUFFIX = re.compile(r",? (?:Jr|Sr)\.?$")
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "Ø": "Oe", "å": "aa", "Å": "Aa"}
)
# Letters that two transliterations of one name most often differ in.
_MAX_DISTANCE = 0.34


@dataclass(slots=True)
class KnownPerson:
    """A row of the hand-kept list, or a person put together from spells."""

    name: str
    family: str
    aliases: list[str]
    kind: str = "person"
    field: str = "politics"
    source: str = OWN_SOURCE
    licence: str = OWN_LICENCE
    verified: bool = False
    spells: list[Spell] = dataclasses.field(default_factory=list)

    @property
    def keys(self) -> list[str]:
        """Folded spellings."""
        return [fold(name) for name in (self.name, *self.aliases)]


def resolve(spells: Sequence[Spell], known: Iterable[dict[str, str]]) -> list[KnownPerson]:
    """Give the people of the spells: first those of the hand-kept list, then one for each cluster of spellings."""
    people: dict[str, KnownPerson] = {}
    by_key: dict[str, list[KnownPerson]] = defaultdict(list)
    for row in known:
        person = KnownPerson(
            row["name"], row["family"], [a for a in row["aliases"].split("|") if a], row["kind"] or "person"
        )
        for key in dict.fromkeys(person.keys):
            by_key[key].append(person)
        people[person.name] = person
    rest = []
    for spell in spells:
        owners = by_key.get(fold(_SUFFIX.sub("", spell.name)), []) or by_key.get(fold(spell.name), [])
        if owners:
            _attach(owners[0], spell)
        else:
            rest.append(spell)
    for person in people.values():
        person.aliases += _reversed(person)
    found = list(people.values()) + [_from_cluster(cluster) for cluster in _clusters(rest)]
    return [person for person in found if person.source == OWN_SOURCE or any(_states(spell) for spell in person.spells)]


def _states(spell: Spell) -> bool:
    """Tell whether a spell states an office itself rather than only confirming another's."""
    return not spell.role.startswith("=")


def _reversed(person: KnownPerson) -> list[str]:
    """Give the native order of names of countries whose people newsrooms print given name first."""
    given = given_of(person.name, person.family)
    native = any(spell.place in ("jp", "hu") for spell in person.spells) and person.kind == "person"
    return [f"{person.family} {given}"] if given and native else []


def _attach(person: KnownPerson, spell: Spell) -> None:
    person.spells.append(spell)
    if fold(spell.name) not in person.keys:
        person.aliases.append(spell.name)
    if spell.source != OWN_SOURCE:
        person.source, person.licence, person.verified = spell.source, spell.licence, True


def _clusters(spells: Sequence[Spell]) -> list[list[Spell]]:
    by_name: dict[str, list[Spell]] = defaultdict(list)
    for spell in spells:
        # Namesakes of two countries are two people, but a monarch of several countries is one.
        country = "" if spell.is_monarch else spell.place.split("-")[0]
        by_name[f"{fold(_SUFFIX.sub('', spell.name))}/{country}"].append(spell)
    parents = {key: key for key in by_name}
    for keys in _comparable(by_name):
        for first, second in combinations(keys, 2):
            if _same(by_name[first], by_name[second]):
                parents[_root(parents, second)] = _root(parents, first)
    clusters: dict[str, list[Spell]] = defaultdict(list)
    for key, group in by_name.items():
        clusters[_root(parents, key)].extend(group)
    return list(clusters.values())


def _comparable(by_name: Mapping[str, Sequence[Spell]]) -> list[list[str]]:
    """Give the groups of spellings that can be one person: those of one country, and equal names of organisations."""
    groups: dict[str, list[str]] = defaultdict(list)
    for key, spells in by_name.items():
        if any(spell.role.lstrip("=") != "legislator" for spell in spells):
            for place in {spell.place for spell in spells}:
                groups[place].append(key)
        groups["form " + fold(newsroom_form(spells[0])[0]) + key.rpartition("/")[2]].append(key)
        if any(len(spell.place) > 2 and "-" not in spell.place[:3] for spell in spells):
            groups["name " + key.rpartition("/")[0]].append(key)
        else:
            groups["name " + key.rpartition("/")[0]].insert(0, key)
    return [keys for name, keys in groups.items() if not name.startswith("name ") or _has_organisation(keys, by_name)]


def _has_organisation(keys: Sequence[str], by_name: Mapping[str, Sequence[Spell]]) -> bool:
    return any(len(spell.place) > 2 and "-" not in spell.place[:3] for key in keys for spell in by_name[key])


def _root(parents: dict[str, str], key: str) -> str:
    while parents[key] != key:
        key = parents[key]
    return key


def _same(first: Sequence[Spell], second: Sequence[Spell]) -> bool:
    """Tell whether two spellings of one country are one person: near spellings, or one office from one day."""
    left, right = first[0], second[0]
    if left.is_monarch != right.is_monarch:
        return False
    if fold(newsroom_form(left)[0]) == fold(newsroom_form(right)[0]):
        return True
    same_start = any(a.start == b.start and a.role == b.role and a.start for a in first for b in second)
    words, others = set(fold(left.name).split()), set(fold(right.name).split())
    if words <= others or others <= words:
        return len(words & others) > 1
    near = Levenshtein.normalized_distance(fold(left.name), fold(right.name))
    return near <= 0.12 or (same_start and near <= _MAX_DISTANCE)


def _from_cluster(spells: list[Spell]) -> KnownPerson:
    latest = max(
        spells, key=lambda spell: (spell.source == OWN_SOURCE, spell.end is None, str(spell.end or spell.start))
    )
    name, family = newsroom_form(latest)
    person = KnownPerson(name, family, [], "monarch" if any(s.is_monarch for s in spells) else "person")
    stated = next((spell for spell in spells if spell.source != OWN_SOURCE), None)
    if stated is not None:
        person.source, person.licence, person.verified = stated.source, stated.licence, True
    person.spells = spells
    spellings = [alias for spell in spells for alias in (*variants(spell), *spell.aliases)]
    person.aliases = [alias for alias in dict.fromkeys(spellings) if fold(alias) != fold(name)]
    return person


def newsroom_form(spell: Spell) -> tuple[str, str]:
    """Give name and second-mention name: no initials, patronymics or maternal surnames."""
    name = _SUFFIX.sub("", spell.name)
    if spell.is_monarch:
        return name, name.split()[0]
    surname = spell.surname or name.split()[-1]
    head, _, _tail = name.partition(surname)
    if not head.strip():
        return name, surname
    given = [word for word in head.split() if not _INITIAL.fullmatch(word) and not _PATRONYMIC.search(word)]
    return " ".join([*(given or head.split()), surname]), surname


def _is_family_first(name: str, family: str) -> bool:
    return name == family or name.startswith(family + " ")


def variants(spell: Spell) -> list[str]:
    """Give the spellings that follow from one: in full, without initials, with each given name alone."""
    name = _SUFFIX.sub("", spell.name)
    if spell.is_monarch:
        return [name]
    short, surname = newsroom_form(spell)
    found = [spell.name, name, short]
    if _is_family_first(name, surname):
        return list(dict.fromkeys(found))
    given = short.removesuffix(surname).split()
    capitalised = [word for word in given if len(word) > 2 and word[0].isupper() and word.lower() not in PARTICLES]
    if len(given) > 1:
        # Behind a particle stands a father's name, which is nobody's first name.
        usable = capitalised if len(capitalised) == len(given) else capitalised[:1]
        found += [f"{word} {surname}" for word in usable if fold(word) not in COMMON_GIVEN]
    particles = surname.split()
    if (
        len(particles) == 2
        and given
        and particles[0][0].isupper()
        and "-" not in surname
        and spell.place in _DOUBLE_SURNAMES
    ):
        found.append(f"{given[0]} {particles[0]}")
    found += [alias for alias in (value.translate(_UMLAUTS) for value in found) if alias not in found]
    return list(dict.fromkeys(found))


PARTICLES = frozenset(
    [
        "bin",
        "bint",
        "ibn",
        "al",
        "el",
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "di",
        "van",
        "von",
        "der",
        "ben",
        "ould",
        "abd",
        "abu",
        "abdul",
    ]
)
# Alone with a surname, these name thousands.
COMMON_GIVEN = frozenset(
    [
        "mohammed",
        "mohamed",
        "mohammad",
        "muhammad",
        "ahmed",
        "ahmad",
        "abdul",
        "abd",
        "abdel",
        "ali",
        "maria",
        "jose",
        "juan",
        "jean",
    ]
)
_DOUBLE_SURNAMES = frozenset(
    [
        "es",
        "mx",
        "ar",
        "cl",
        "co",
        "pe",
        "ec",
        "ve",
        "bo",
        "py",
        "uy",
        "cr",
        "pa",
        "gt",
        "hn",
        "sv",
        "ni",
        "do",
        "cu",
        "pt",
        "br",
        "ao",
        "mz",
    ]
)


def given_of(name: str, family: str) -> str:
    """Give what is left of a name without the family name, at either end."""
    if re.fullmatch(r"[IVX]+|", name.removeprefix(family).strip()):
        return ""
    if name.endswith(" " + family):
        return name.removesuffix(family).strip()
    return name.removeprefix(family).strip() if name.startswith(family + " ") else ""
