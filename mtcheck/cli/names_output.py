"""What `mtcheck names` prints."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mtcheck.formats.characters import one_line

if TYPE_CHECKING:
    from mtcheck.names.lookup import Answer, Found, Lookup
    from mtcheck.names.records import Organisation, Place, Term
    from mtcheck.names.user_list import Problem

NOTHING = "nobody and nothing of that name is known, and no known person's name sounds like it"


def answer_lines(name: str, answer: "Answer", lookup: "Lookup") -> Iterator[str]:
    """Yield what was found under `name`, for a reader."""
    if answer.is_empty:
        yield f"{one_line(name)}: {NOTHING}."
        return
    for number, found in enumerate(answer.people):
        if number:
            yield ""
        yield from map(one_line_indented, _person_lines(name, found, lookup))
    if answer.people and (answer.places or answer.organisations or answer.is_city):
        yield ""
    yield from map(one_line_indented, _thing_lines(name, answer))


def answer_facts(name: str, answer: "Answer", lookup: "Lookup") -> dict[str, Any]:
    """Return what was found under `name` as JSON has it."""
    return {
        "query": name,
        "people": [_person_facts(found, lookup) for found in answer.people],
        "places": [
            {"id": p.id, "kind": p.kind, "name": p.name, "names": p.names, "adjectives": p.adjectives}
            for p in answer.places
        ],
        "organisations": [
            {"id": o.id, "name": o.name, "acronym": o.acronym, "names": o.names, "head_title": o.head_title}
            for o in answer.organisations
        ],
        "is_city": answer.is_city,
    }


def problem_lines(path: Path, problems: Sequence["Problem"]) -> Iterator[str]:
    """Yield each problem of a list with its place, for a reader."""
    for problem in problems:
        level = "error" if problem.is_error else "warning"
        column = f", {problem.column}" if problem.column else ""
        yield one_line(f"{path}:{problem.line}{column}: {level}: {problem.message}")


def problem_facts(path: Path, problems: Sequence["Problem"]) -> dict[str, Any]:
    """Return the problems of a list as JSON has them."""
    rows = [
        {
            "line": problem.line,
            "column": problem.column or None,
            "severity": "error" if problem.is_error else "warning",
            "message": problem.message,
        }
        for problem in problems
    ]
    return {"file": str(path), "problems": rows}


def one_line_indented(text: str) -> str:
    """Return a line fit for a terminal, with its indent."""
    return " " * (len(text) - len(text.lstrip(" "))) + one_line(text)


def _person_lines(name: str, found: "Found", lookup: "Lookup") -> Iterator[str]:
    person = found.person
    how = {
        "name": "",
        "alias": f" ({name}: an accepted spelling)",
        "family name": f" ({name}: the family name)",
        "sound": f" ({name}: unknown; sounds like this one, {found.similarity:.0%})",
    }
    yield person.name + how[found.likeness.value]
    for term in found.terms:
        yield f"  {term.title}, {lookup.holder_name(term.place)}{_span(term)}"
    if person.aliases:
        yield f"  also: {', '.join(person.aliases)}"
    confirmed = "confirmed" if person.is_verified else "from memory, not confirmed"
    sources = "; ".join(found.sources) or "no source"
    yield f"  family name {person.family or 'none'}; {person.field}; {sources}; {confirmed}; id {person.id}"


def _span(term: "Term") -> str:
    if term.start and term.end:
        return f", {term.start} to {term.end}"
    if term.start:
        return f", since {term.start}"
    return f", until {term.end}" if term.end else ", no dates"


def _thing_lines(name: str, answer: "Answer") -> Iterator[str]:
    for place in answer.places:
        yield f"{place.name} ({place.kind}, id {place.id})"
        yield from _place_details(place)
    for organisation in answer.organisations:
        yield f"{organisation.name} (organisation, id {organisation.id})"
        yield from _organisation_details(organisation)
    if answer.is_city:
        yield f"{name} (a spelling of a city's name)"


def _place_details(place: "Place") -> Iterator[str]:
    if len(place.names) > 1:
        yield f"  also: {', '.join(name for name in place.names if name != place.name)}"
    if place.adjectives:
        yield f"  before a title: {', '.join(place.adjectives)}"
    if seats := [seat for seat in (place.capital, *place.metonyms) if seat]:
        yield f"  stands for its government: {', '.join(seats)}"


def _organisation_details(organisation: "Organisation") -> Iterator[str]:
    if others := [name for name in organisation.names if name != organisation.name]:
        yield f"  also: {', '.join(others)}"
    if organisation.head_title:
        yield f"  led by: {organisation.head_title}"


def _person_facts(found: "Found", lookup: "Lookup") -> dict[str, Any]:
    person = found.person
    return {
        "id": person.id,
        "name": person.name,
        "found_by": found.likeness.value,
        "similarity": round(found.similarity, 3),
        "given": person.given,
        "family": person.family,
        "aliases": person.aliases,
        "field": person.field,
        "is_monarch": person.is_monarch,
        "is_verified": person.is_verified,
        "sources": found.sources,
        "terms": [
            {
                "role": term.role,
                "title": term.title,
                "place": term.place,
                "place_name": lookup.holder_name(term.place),
                "start": term.start.isoformat() if term.start else None,
                "end": term.end.isoformat() if term.end else None,
                "is_verified": term.is_verified,
            }
            for term in found.terms
        ],
    }
