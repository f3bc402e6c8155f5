"""Puts organisations.tsv together: the hand-kept list, with the spellings that follow from one another added."""

import re
from collections.abc import Iterable

from public_figures import NEWS_LICENCE
from spells import OWN_LICENCE, OWN_SOURCE

Row = dict[str, str]
FACTS = ("id", "name", "acronym", "aliases", "head_title", "kind", "country")
# What newsrooms on either side of the Atlantic write; each pair holds in both directions.
_SPELLINGS = (
    (r"\bOrganization\b", "Organisation"),
    (r"\borganization\b", "organisation"),
    (r"\bProgramme\b", "Program"),
    (r"\bCentre(s?)\b", r"Center\1"),
    (r"\bDefence\b", "Defense"),
    (r"\bInternational Labour\b", "International Labor"),
    (r"\bMobilisation\b", "Mobilization"),
    (r"\bCo-operation\b", "Cooperation"),
    (r"\bNon-Proliferation\b", "Nonproliferation"),
    (r"^United Nations (?!Security|General)", "UN "),
    (r"\bUN (?!Women|Trade|Tourism)", "U.N. "),
    (r"\bUS (?=[A-Z])", "U.S. "),
    (r"\bal-Qaeda\b", "al-Qaida"),
    (r"^al-", "Al-"),
    (r"^Al-", "Al "),
    (r"(?<=[a-z]) and (?=[A-Z])", " & "),
)
_BACK = (
    (r"\bOrganisation\b", "Organization"),
    (r"\borganisation\b", "organization"),
    (r"\bProgram\b", "Programme"),
    (r"\bCenter(s?)\b", r"Centre\1"),
    (r"\bDefense\b", "Defence"),
    (r"\bMobilization\b", "Mobilisation"),
    (r"\bCooperation\b", "Co-operation"),
    (r"^UN (?!Women|Trade|Tourism)", "United Nations "),
    (r"^Al-", "al-"),
)
# These names are never spelled any other way: companies, parties and media spell themselves.
_FIXED_KINDS = frozenset({"company", "party", "media", "sport"})


def rows(organisations: Iterable[Row], confirmed: Iterable[Row]) -> list[list[str]]:
    """Give the rows of organisations.tsv; those whose name and acronym news reports use are verified."""
    reports = {row["organisation"]: row for row in confirmed}
    found = []
    for row in organisations:
        facts = [row[column] if column != "aliases" else "|".join(aliases(row)) for column in FACTS]
        report = reports.get(row["id"])
        if report is None:
            found.append([*facts, OWN_SOURCE, OWN_LICENCE, "no"])
        else:
            source = f"{report['source']}, {report['years']}; {OWN_SOURCE}"
            found.append([*facts, source, f"{NEWS_LICENCE}; {OWN_LICENCE}", "yes"])
    return found


def aliases(row: Row) -> list[str]:
    """Give the aliases of one organisation: those of the list, then the spellings that follow from all its names."""
    listed = [alias for alias in row["aliases"].split("|") if alias]
    names = [row["name"], *listed]
    if row["kind"] not in _FIXED_KINDS:
        for _round in range(2):
            names += [other for name in tuple(names) for other in spellings(name)]
    return [name for name in dict.fromkeys(names) if name not in (row["name"], row["acronym"])]


def spellings(name: str) -> list[str]:
    """Give the spellings of a name that differ from it in one custom of newsrooms."""
    changed = (re.sub(pattern, other, name) for pattern, other in (*_SPELLINGS, *_BACK))
    return [other for other in dict.fromkeys(changed) if other != name]
