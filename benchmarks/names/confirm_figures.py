"""Confirms public figures, organisations and their heads by news reports.

    python benchmarks/names/confirm_figures.py HUMAN_NEWS [REFERENCE_TRANSLATIONS ORIGINALS]

The arguments are those of confirm.py. Only facts and counts are kept, no text. Writes in `curated/`

* confirmed_figures.tsv: the people of public_figures.tsv whom the reports name at least twice in the exact spelling, each
  time with a word of the person's field near by; how often, who reports and when;
* confirmed_organisations.tsv: the organisations whose full name, and whose acronym if they have one, the reports use at
  least twice;
* confirmed_heads.tsv: the heads of organisations and central banks whom reports name beside organisation and title, in
  the form of confirmed.tsv.
"""

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

import confirm  # noqa: E402
from build_reference_names import CURATED, read  # noqa: E402

from mtcheck.names.index import NameIndex, plain  # noqa: E402

FIGURE_COLUMNS = ("name", "field", "mentions", "source", "years")
ORGANISATION_COLUMNS = ("organisation", "mentions", "source", "years")
LEAST_MENTIONS = 2
MOST_SOURCES = 3
NEAR = 200
"""Characters before and after a name that must hold a word of the field."""
HEAD_ROLES = ("head_of_organisation", "central_bank_governor")

_WORDS: Mapping[str, str] = {
    "business": "compan|firm|chief executive|ceo|chairman|boss|billion|million|business|bank|founder|co-founder|owner|investor"
    "|shares|stock|fund|entrepreneur|tycoon|magnate|oligarch|executive|profit|market|econom|oil|rich|fraud|invest|tech",
    "sport": "match|team|coach|cup|goal|striker|midfield|player|league|club|final|champion|olympic|medal|tennis|football"
    "|race|race[sr]|win|won|season|sport|grand slam|title|record|score|injur|squad|boxing|fight|golf|cricket|rugby|cycling"
    "|formula|nba|nfl|manager|seed|doping|athlet|chess|skat",
    "culture": "film|movie|actor|actress|star|singer|music|album|song|band|director|writer|author|novel|book|poet|paint|artist"
    "|composer|oscar|award|theatre|theater|concert|festival|television|tv|show|fashion|play|opera|cinema|celebrit|art|nobel"
    "|comed|rapper|presenter|designer",
    "science": "scien|research|professor|univers|virus|vaccine|health|disease|physic|chemi|biolog|astronaut|space|doctor|nobel"
    "|theory|study|econom|ai|philosoph|cosmonaut|nuclear|covid|coronavirus|medic|climate",
    "religion": "church|pope|vatican|bishop|archbishop|cardinal|muslim|islam|cleric|imam|mosque|catholic|orthodox|patriarch"
    "|priest|religio|faith|rabbi|jewish|preacher|sheikh|grand|prayer|christian|civil rights",
    "other": "arrest|jail|prison|court|trial|police|kill|murder|activist|human rights|journalist|militant|terror|attack|prize"
    "|wife|husband|son|daughter|mother|father|first lady|leader|war|victim|charged|convict|protest|commander|hostage|nazi"
    "|regime|revolution|dictator|brother|family|royal|prince|princess|marri|politic|government|opposition|accus|alleg",
    "politics": "minister|president|government|party|director|agency|police|commander|general|court|official|secretary|chief"
    "|spokes|commission|parliament",
}


@dataclass(slots=True)
class Mentions:
    """Where the reports use one name."""

    count: int = 0
    sources: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    years: set[int] = field(default_factory=set)

    def add(self, report: confirm.Report) -> None:
        """Count one mention."""
        self.count += 1
        self.sources[report.source] += 1
        self.years |= {report.first.year, report.last.year}

    def cells(self) -> tuple[str, str, str]:
        """Give the count, the most frequent sources and the years from first to last."""
        sources = sorted(self.sources, key=lambda source: (-self.sources[source], source))[:MOST_SOURCES]
        years = dict.fromkeys(str(year) for year in (min(self.years), max(self.years)))
        return str(self.count), ", ".join(sources), "-".join(years)


class Spotter:
    """Finds names in texts, the longest first; case counts, accents and hyphens do not."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_start: dict[str, list[str]] = defaultdict(list)
        for name in sorted({plain(name) for name in names}, key=len, reverse=True):
            self._by_start[re.split(r"\W", name)[0]].append(name)
        starts = "|".join(map(re.escape, sorted(self._by_start, key=len, reverse=True)))
        self._start = re.compile(rf"\b(?:{starts})\b")

    def find(self, text: str) -> Iterator[tuple[str, int]]:
        """Yield each name found in `text`, which is plain, with its offset."""
        for match in self._start.finditer(text):
            for name in self._by_start[match[0]]:
                end = match.start() + len(name)
                if text.startswith(name, match.start()) and not text[end : end + 1].isalnum():
                    yield name, match.start()
                    break


class FigureConfirmer:
    """Counts the reports on people of the list."""

    def __init__(self, figures: Iterable[Mapping[str, str]]) -> None:
        self.figures = {plain(row["name"]): row for row in figures}
        self.found: dict[str, Mentions] = defaultdict(Mentions)
        self._near = {name: re.compile(rf"\b(?:{words})", re.I) for name, words in _WORDS.items()}
        self._spotter = Spotter(self.figures)

    def read(self, report: confirm.Report, text: str) -> None:
        """Take in one report, whose text is `text` when plain."""
        for name, start in self._spotter.find(text):
            end = start + len(name)
            around = text[max(0, start - NEAR) : start] + " " + text[end : end + NEAR]
            if self._near[self.figures[name]["field"]].search(around):
                self.found[name].add(report)

    def rows(self) -> list[tuple[str, ...]]:
        """Give the rows of confirmed_figures.tsv."""
        return sorted(
            (
                (self.figures[name]["name"], self.figures[name]["field"], *mentions.cells())
                for name, mentions in self.found.items()
                if mentions.count >= LEAST_MENTIONS
            ),
            key=lambda row: (row[1], row[0]),
        )


class OrganisationConfirmer:
    """Counts the reports on organisations of the list."""

    def __init__(self, organisations: Iterable[Mapping[str, str]]) -> None:
        self.organisations = list(organisations)
        self.found: dict[str, Mentions] = defaultdict(Mentions)
        self._spotter = Spotter(
            row[column] for row in self.organisations for column in ("name", "acronym") if row[column]
        )

    def read(self, report: confirm.Report, text: str) -> None:
        """Take in one report, whose text is `text` when plain."""
        for name, _start in self._spotter.find(text):
            self.found[name].add(report)

    def rows(self) -> list[tuple[str, ...]]:
        """Give the rows of confirmed_organisations.tsv."""
        rows = []
        for row in self.organisations:
            names = [plain(row[column]) for column in ("name", "acronym") if row[column]]
            if all(self.found[name].count >= LEAST_MENTIONS for name in names):
                rows.append((row["id"], *self.found[names[0]].cells()))
        return sorted(rows)


def main() -> None:
    """Read the reports, write both lists."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path, nargs="+")
    options = parser.parse_args()
    figures = FigureConfirmer(read(CURATED / "public_figures.tsv"))
    organisations = OrganisationConfirmer(read(CURATED / "organisations.tsv"))
    heads = confirm.Confirmer(NameIndex.load())
    for report in confirm.reports(options.news):
        text = plain(report.text)
        figures.read(report, text)
        organisations.read(report, text)
        heads.read(report)
    head_rows = [row for row in heads.rows() if row[1] in HEAD_ROLES]
    for name, columns, rows in (
        ("confirmed_figures.tsv", FIGURE_COLUMNS, figures.rows()),
        ("confirmed_organisations.tsv", ORGANISATION_COLUMNS, organisations.rows()),
        ("confirmed_heads.tsv", confirm.COLUMNS, head_rows),
    ):
        (CURATED / name).write_text("\n".join("\t".join(row) for row in [columns, *rows]) + "\n", encoding="utf-8")
        print(f"{name}: {len(rows)} rows")


if __name__ == "__main__":
    main()
