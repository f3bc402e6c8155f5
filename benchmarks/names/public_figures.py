"""Adds people that are no politicians, and the heads of organisations, to what the other sources state.

`curated/public_figures.tsv` has a row for each person: `name`, `family`, `aliases` and `kind` as in people.tsv of the
reference names, `field`, and `namesake`, which is `yes` where a politician of the same name is somebody else.
`curated/organisation_heads.tsv` has a row for each term: `name`, `title`, `organisation`, `start`, `end`.
"""

from collections.abc import Iterable, Mapping, Sequence

from people import KnownPerson
from spells import OWN_LICENCE, OWN_SOURCE

from mtcheck.names.index import fold

NEWS_LICENCE = "fact only"
Row = dict[str, str]


def known(politicians: Sequence[Row], figures: Sequence[Row]) -> list[Row]:
    """Give the rows of both lists; of a person in both, the politicians' row with the aliases of the other added."""
    rows = [dict(row) for row in politicians]
    by_key = {fold(name): row for row in rows for name in (row["name"], *row["aliases"].split("|")) if name}
    for figure in figures:
        if figure["namesake"] == "yes":
            continue
        owner = by_key.get(fold(figure["name"]))
        if owner is None:
            rows.append(figure)
        else:
            forms = [owner["aliases"], figure["aliases"]]
            owner["aliases"] = "|".join(dict.fromkeys(a for form in forms for a in form.split("|") if a))
    return rows


def namesakes(figures: Iterable[Row]) -> list[KnownPerson]:
    """Give the people who share their name with a politician: no office of the other is theirs."""
    return [_person(row) for row in figures if row["namesake"] == "yes"]


def set_fields(found: Iterable[KnownPerson], politicians: Iterable[Row], figures: Iterable[Row]) -> None:
    """Give the people of the list of figures their field; who is in the politicians' list too stays a politician."""
    political = {fold(row["name"]) for row in politicians}
    fields = {fold(row["name"]): row["field"] for row in figures if row["namesake"] != "yes"}
    for person in found:
        key = fold(person.name)
        if key not in political and key in fields:
            person.field = fields[key]


def confirm(found: Iterable[KnownPerson], confirmed: Iterable[Row]) -> None:
    """Mark the people whom news reports name, in that spelling and in words of their field."""
    by_name = {(fold(row["name"]), row["field"]): row for row in confirmed}
    for person in found:
        row = by_name.get((fold(person.name), person.field))
        if row is not None and not person.verified:
            person.verified = True
            person.source = f"{row['source']}, {row['years']}; {OWN_SOURCE}"
            person.licence = f"{NEWS_LICENCE}; {OWN_LICENCE}"


def head_terms(heads: Iterable[Row], terms: Iterable[Row], organisations: Iterable[Row]) -> list[Row]:
    """Give the terms of the heads of organisations, in the form of terms.tsv.

    The head of a central bank is listed under the bank and under its country, since news names both: what is stated for
    the one is added for the other.
    """
    banks = {row["id"]: row["country"] for row in organisations if row["kind"] == "central-bank" and row["country"]}
    by_country = {country: bank for bank, country in banks.items()}
    given = [dict(row) for row in terms]
    rows = [_term(row, "head_of_organisation", row["organisation"], row["title"]) for row in heads]
    for row in rows:
        if row["place"] in banks and "Governor" in row["title"]:
            row["role"] = "central_bank_governor"
    present = {_key(row) for row in (*given, *rows)}
    for row in (*given, *tuple(rows)):
        country = banks.get(row["place"])
        bank = by_country.get(row["place"]) if row["role"] == "central_bank_governor" else None
        title = row["title"].split()[-1]
        other = None
        if country:
            other = _term(row, "central_bank_governor", country, row["title"])
        elif bank:
            role = "central_bank_governor" if title == "Governor" else "head_of_organisation"
            other = _term(row, role, bank, title)
        if other and _key(other) not in present:
            present.add(_key(other))
            rows.append(other)
    return rows


def _person(row: Row) -> KnownPerson:
    aliases = [alias for alias in row["aliases"].split("|") if alias]
    return KnownPerson(row["name"], row["family"], aliases, row["kind"] or "person", row["field"])


def _term(row: Mapping[str, str], role: str, place: str, title: str) -> Row:
    return {"name": row["name"], "role": role, "title": title, "place": place, "start": row["start"], "end": row["end"]}


def _key(row: Mapping[str, str]) -> tuple[str, str, str]:
    return fold(row["name"]), row["place"], row["start"]
