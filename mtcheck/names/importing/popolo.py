"""Popolo JSON (popoloproject.com): persons, memberships, organizations, posts and areas in one document."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from mtcheck.names.importing.documents import Object, document, objects, string
from mtcheck.names.importing.interface import (
    Imported,
    ImportedOffice,
    ImportedOrganisation,
    ImportedPerson,
    Importer,
    ImportFileError,
)


class Popolo(Importer):
    """One document with `persons`, or a list of persons; memberships may stand inside the persons."""

    name = "popolo"

    def __iter__(self) -> Iterator[Imported]:
        """Yield the people with their memberships as offices, then the organisations."""
        whole = document(self.stream)
        if isinstance(whole, list):
            whole = {"persons": whole}
        if not isinstance(whole, dict) or not isinstance(whole.get("persons"), list):
            raise ImportFileError("no Popolo document: it has no list of persons")
        graph = _Graph(whole)
        for person in objects(whole["persons"]):
            yield graph.person(person)
        for organisation in objects(whole.get("organizations")):
            names = _names(organisation)
            if string(organisation.get("classification")).lower() not in ("party", "chamber", "legislature"):
                yield ImportedOrganisation(names[:1], names[1:], source=_source(organisation))


class _Graph:
    """The things of a document, by id."""

    def __init__(self, whole: Object) -> None:
        self._posts = _by_id(whole.get("posts"))
        self._organisations = _by_id(whole.get("organizations"))
        self._areas = _by_id(whole.get("areas"))
        self._memberships: dict[str, list[Object]] = defaultdict(list)
        for membership in objects(whole.get("memberships")):
            self._memberships[string(membership.get("person_id"))].append(membership)

    def person(self, person: Object) -> ImportedPerson:
        names = _names(person)
        own = self._memberships.get(string(person.get("id")), []) + objects(person.get("memberships"))
        offices = dict.fromkeys(self._office(membership) for membership in own)
        return ImportedPerson(
            names=names[:1],
            given=string(person.get("given_name")),
            family=string(person.get("family_name")),
            aliases=names[1:],
            offices=tuple(offices),
            field="politics" if offices else "",
            source=_source(person),
        )

    def _office(self, membership: Object) -> ImportedOffice:
        post = _linked(membership, "post", self._posts)
        organisation = _linked(membership, "organization", self._organisations) or _linked(
            post, "organization", self._organisations
        )
        area = _linked(post, "area", self._areas) or _linked(organisation, "area", self._areas)
        titles = (post.get("label"), post.get("role"), membership.get("role"), membership.get("label"))
        return ImportedOffice(
            titles=tuple(title for value in titles if (title := string(value))),
            places=tuple(name for thing in (area, organisation) if (name := string(thing.get("name")))),
            start=string(membership.get("start_date")) or string(post.get("start_date")),
            end=string(membership.get("end_date")) or string(post.get("end_date")),
        )


def _by_id(value: Any) -> Mapping[str, Object]:
    return {string(item.get("id")): item for item in objects(value)}


def _linked(thing: Object, key: str, known: Mapping[str, Object]) -> Object:
    """Return what a thing points to, by id or inside itself; an empty object for nothing."""
    inside = thing.get(key)
    return inside if isinstance(inside, dict) else known.get(string(thing.get(f"{key}_id")), {})


def _names(thing: Object) -> tuple[str, ...]:
    others = (string(other.get("name")) for other in objects(thing.get("other_names")))
    return tuple(name for name in (string(thing.get("name")), *others) if name)


def _source(thing: Object) -> str:
    return next((url for source in objects(thing.get("sources")) if (url := string(source.get("url")))), "")
