"""Confirms terms of office by news reports: writes `curated/confirmed.tsv`.

    python benchmarks/names/confirm.py HUMAN_NEWS [REFERENCE_TRANSLATIONS ORIGINALS] [--unknown OUT.tsv]

The arguments are JSON lines, gzipped: articles (`text`, `date`, `publisher`), WMT news with its human translation
(`reference`, `year`) and WMT news written in English (`original`, `year`). A report confirms a term where a full name
that is nobody else's stands beside the title of the office ("Norwegian Foreign Minister NAME", "NAME, Norway's foreign
minister") on a day of the term. Only the fact is kept, with publisher and day; no text.
`--unknown` lists names beside a title that no term explains: gaps and wrong dates of the hand-kept list, to be read.
"""

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
CURATED = HERE / "curated"
sys.path.insert(0, str(HERE.parents[1]))

from mtcheck.names.index import NameIndex, fold  # noqa: E402
from mtcheck.names.records import Term  # noqa: E402

COLUMNS = ("name", "role", "place", "day", "source")
# A report names a new holder before the oath and an old one until the successor sits.
EARLY, LATE = timedelta(days=31), timedelta(days=45)
# The WMT news of one year was published in the year before or in the same year.
WMT_SPAN = 1
# Places whose head of state is another country's: a report on the one says nothing of the other.
_TERRITORIES_OF_OTHERS = frozenset({"as", "gu", "mp", "pr", "vi", "hk", "mo"})

_NAME = re.compile(
    r"[A-Z][\w’'-]*\.?(?:[ -](?:[A-Z][\w’'-]*\.?|al|el|bin|bint|ibn|van|von|der|den|de|da|di|do|dos|la|le)){1,5}"
)
_QUALIFIED = re.compile(
    r"\b(?:former|ex|then|acting|interim|outgoing|incoming|deputy|vice|shadow|late|ousted|assistant|junior|would-be"
    r"|once|was|old|elect|designate|previous|caretaker|predecessor|successor|state|minister)[ -]*$",
    re.I,
)
_RANKS = r"(?:(?:Mr|Mrs|Ms|Dr|Sir|Gen|General|Lt Gen|Maj Gen|Adm|Admiral|Sheikh|Prince|Lord|Baroness|Dame)\.? )*"
# What stands between a name and a title that is somebody else's.
_OTHERS = re.compile(r"\b(?:former|ex|then|and|said|told|with|to)\b", re.I)
_GENERIC = {
    "head_of_state": "president",
    "head_of_government": "prime minister|premier|president|chancellor",
    "foreign_minister": "foreign minister|foreign secretary|minister of foreign affairs|minister for foreign affairs"
    "|foreign affairs minister|secretary of state|external affairs minister|foreign policy chief|top diplomat"
    "|foreign affairs chief",
    "defence_minister": "defence minister|defense minister|defence secretary|defense secretary|secretary of defense"
    "|minister of defence|minister of defense|armed forces minister|defence chief|defense chief|secretary of war"
    "|pentagon chief|war secretary",
    "finance_minister": "finance minister|minister of finance|treasury secretary|chancellor of the exchequer|chancellor"
    "|treasurer|economy minister|secretary of the treasury|finance secretary",
    "interior_minister": "interior minister|home secretary|home minister|minister of the interior|internal affairs minister"
    "|home affairs minister|interior secretary|minister of internal affairs|homeland security secretary"
    "|secretary of homeland security|public security minister",
    "spokesperson": "spokesman|spokeswoman|spokesperson|press secretary|chief spokesman|chief spokesperson",
    "military_chief": "army chief|military chief|chief of staff|chief of the general staff|commander-in-chief"
    "|commander in chief|chief of general staff|chairman of the joint chiefs of staff|armed forces chief|top general"
    "|chief of the defence staff|military commander|supreme allied commander|chief of defence",
    "legislature_speaker": "speaker|parliament speaker|house speaker|parliamentary speaker|speaker of the house"
    "|speaker of parliament|parliament president|president of the european parliament",
    "opposition_leader": "opposition leader|leader of the opposition|labour leader|conservative leader|leader",
    "head_of_organisation": "secretary-general|secretary general|director-general|director general|chief|president"
    "|head|managing director|executive director|director|commissioner|high commissioner|chairman|chairwoman|chair|boss"
    "|executive secretary|chief prosecutor|prosecutor",
    "central_bank_governor": "governor|central bank governor|chairman|chair|central bank chief|president|chief",
    "security_chief": "national security adviser|national security advisor|security council secretary"
    "|secretary of the security council",
    "intelligence_chief": "intelligence chief|spy chief|director|chief|head|cia director|mossad chief",
    "vice_president": "vice president|vice-president|deputy president",
    "deputy_head_of_government": "deputy prime minister|vice premier|deputy premier|vice chancellor|tanaiste",
    "governor": "governor|mayor|lieutenant governor|head|regional governor",
    "mayor": "mayor|lord mayor",
    "chief_of_staff": "chief of staff|head of the presidential office|head of the president's office",
    "envoy": "envoy|special envoy|ambassador|presidential envoy",
    "crown_prince": "crown prince",
    "governor_general": "governor general|governor-general",
    "minister": "minister|secretary|commissioner|attorney general",
    "party_leader": "leader|party leader|chairman|chair",
    "legislator": "senator|sen|rep|congressman|congresswoman|representative|mp",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Report:
    """A text with the days it may have been published on."""

    text: str
    first: date
    last: date
    source: str


class Confirmer:
    """Finds terms of office that reports state."""

    def __init__(self, index: NameIndex) -> None:
        self.index = index
        self.found: dict[tuple[str, str, str], list[tuple[str, str, str]]] = {}
        self.unknown: Counter[tuple[str, str, str, str]] = Counter()
        self._titles = {role: self._pattern(role) for role in _GENERIC}
        every = sorted({t for titles in _GENERIC.values() for t in titles.split("|")}, key=len, reverse=True)
        self._any_title = re.compile(rf"\b({'|'.join(map(re.escape, every))}),? $", re.I)

    @staticmethod
    def _pattern(role: str) -> re.Pattern[str]:
        titles = sorted(_GENERIC[role].split("|"), key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, titles))})\b", re.I)

    def read(self, report: Report) -> None:
        """Take in one report."""
        for match in _NAME.finditer(report.text):
            words = match[0].split(" ")
            for first in range(len(words) - 1):
                for last in range(len(words), first + 1, -1):
                    name = " ".join(words[first:last]).removesuffix("'s").removesuffix("’s").rstrip(".,'’")
                    people = self.index.people_by_full_name(fold(name).replace(".", ""))
                    if not people and "." not in name:
                        continue
                    people = people or self.index.people_by_full_name(fold(name))
                    if people:
                        start = match.start() + len(" ".join(words[:first])) + (1 if first else 0)
                        self._judge(report, start, start + len(name), [p.id for p in people])
                        break
                else:
                    continue
                break
            else:
                self._note_unknown(report, match)

    def _judge(self, report: Report, start: int, end: int, people: list[str]) -> None:
        before = report.text[max(0, start - 90) : start].rpartition("\n")[2]
        before = re.split(r"[.!?;:](?= [A-Z])", before)[-1]
        after = report.text[end : end + 90].partition("\n")[0]
        stated = []
        for person in people:
            for term in self.index.terms_of(person):
                if self._says(term, before, after):
                    stated.append((person, term))
        if len({person for person, _term in stated}) != 1:
            return
        fitting = [term for _person, term in stated if _covers(term, report)]
        for person, term in stated:
            if term in fitting:
                self._keep(person, term, report, report.text[start:end])
            elif not any(t.role == term.role and t.place == term.place for t in fitting):
                name = self.index.person(person).name
                self.unknown[name, f"{term.role} {term.start}..{term.end}", term.place, str(report.last)] += 1

    def _keep(self, person: str, term: Term, report: Report, name: str) -> None:
        if term.place in _TERRITORIES_OF_OTHERS:
            return
        day = report.first.isoformat() if report.first == report.last else _years(report)
        entry = (" ".join(name.split()), day, report.source)
        entries = self.found.setdefault((person, term.role, term.place), [])
        if entry not in entries:
            entries.append(entry)

    def rows(self) -> list[tuple[str, ...]]:
        """Give the rows of confirmed.tsv: the first and the last report of each office, under our spelling if any is."""
        rows = []
        for (person, role, place), entries in self.found.items():
            ours = fold(self.index.person(person).name)
            best = [entry for entry in entries if fold(entry[0]) == ours] or entries
            # Days that are known come before years.
            days = sorted(best, key=lambda entry: (len(entry[1]) < 10, entry[1], entry))
            rows += [(name, role, place, day, source) for name, day, source in dict.fromkeys([days[0], days[-1]])]
        return sorted(rows)

    def _says(self, term: Term, before: str, after: str) -> bool:
        """Tell whether the words around a name give its bearer the office of a term."""
        pattern = self._titles.get(term.role)
        title = rf"\b{re.escape(term.title)}\b"
        titles = rf"(?:{pattern.pattern}|{title})" if pattern else title
        return self._says_before(term, titles, before) or self._says_after(term, titles, after)

    def _says_before(self, term: Term, titles: str, before: str) -> bool:
        """Read `Norwegian Foreign Minister NAME`, `Norway's foreign minister, NAME`, `Foreign Minister NAME`."""
        found = re.search(rf"(.*?)({titles}),? {_RANKS}$", before, re.I | re.S)
        return found is not None and not _QUALIFIED.search(found[1]) and self._place_fits(term, found[1])

    def _says_after(self, term: Term, titles: str, after: str) -> bool:
        """Read `NAME, Norway's foreign minister`, `NAME, the foreign minister of Norway`, `NAME is ...`."""
        if not after.startswith((",", " (", " is ")):
            return False
        opening = r",? \(?(?:who is |is )?(?:the |a )?((?:[\w.’'-]+ ){0,4}?)"
        found = re.match(rf"{opening}({titles})(?: (?:of|for|at) (?:the )?([\w’' ]+))?", after, re.I)
        if not found or _QUALIFIED.search(found[1].strip() + " ") or _OTHERS.search(found[1]):
            return False
        return self._names_place(term, found[1]) or self._names_place(term, found[3] or "")

    def _forms(self, place: str) -> list[str]:
        known = self.index.places.get(place)
        if known:
            forms = [*known.names, *known.adjectives, *known.metonyms, known.capital]
            return [form for form in forms if form]
        organisation = self.index.organisations.get(place)
        return list(organisation.names) if organisation else []

    def _names_place(self, term: Term, text: str) -> bool:
        words = fold(text).replace("'s ", " ").removesuffix("'s")
        return any(re.search(rf"(?:^|\W){re.escape(fold(form))}(?:\W|$)", words) for form in self._forms(term.place))

    def _place_fits(self, term: Term, ahead: str) -> bool:
        """Tell whether the words before a title name the term's place, or no place at all."""
        tail = " ".join(ahead.split()[-4:])
        if self._names_place(term, tail):
            return True
        if term.place in self.index.organisations:
            return False
        # No place at all: the title follows the verb or begins the sentence.
        return not tail or tail.split()[-1][:1].islower()

    def _note_unknown(self, report: Report, match: re.Match[str]) -> None:
        before = report.text[max(0, match.start() - 60) : match.start()].rpartition("\n")[2]
        found = self._any_title.search(before)
        if not found or len(found[1]) < 6 or _QUALIFIED.search(before[: found.start()]):
            return
        tail = before[: found.start()].split()[-3:]
        for length in range(len(tail), 0, -1):
            place = self.index.the_place(re.sub(r"['’]s?$", "", " ".join(tail[-length:])))
            if place:
                self.unknown[match[0], found[1].lower(), place.id, str(report.last)] += 1
                return


def _years(report: Report) -> str:
    return "/".join(dict.fromkeys([str(report.first.year), str(report.last.year)]))


def _covers(term: Term, report: Report) -> bool:
    start, end = term.start or date.min, term.end or date.max
    early = start - EARLY if start > date.min + EARLY else start
    late = end + LATE if end < date.max - LATE else end
    return early <= report.last and report.first <= late


def articles(path: Path) -> Iterator[Report]:
    """Give the articles of a file of news with publisher and date."""
    for row in _rows(path):
        value = row["date"] or ""
        publisher = row["publisher"] or "news collected in those years"
        if parts := re.match(r"(\d{4})-(\d{1,2})-(\d{1,2})", value):
            day = date(*map(int, parts.groups()))
            yield Report(row["text"], day, day, publisher)
        elif years := re.findall(r"(?:19|20)\d\d", value or row["src"]):
            yield Report(row["text"], date(int(years[0]), 1, 1), date(int(years[-1]), 12, 31), publisher)


def translations(path: Path, field: str) -> Iterator[Report]:
    """Give the human sentences of WMT news, each once."""
    seen: set[str] = set()
    for row in _rows(path):
        text, year = row[field], int(row["year"])
        if text not in seen:
            seen.add(text)
            yield Report(text, date(year - WMT_SPAN, 1, 1), date(year, 12, 31), f"news of WMT {year}")


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def reports(paths: Iterable[Path]) -> Iterator[Report]:
    """Give the reports of every file, told apart by their columns."""
    for path in paths:
        first = next(_rows(path))
        if "publisher" in first and "text" in first:
            yield from articles(path)
        else:
            yield from translations(path, "reference" if "reference" in first else "original")


def main() -> None:
    """Read the reports, write confirmed.tsv and the list of the unexplained."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path, nargs="+")
    parser.add_argument("--output", type=Path, default=CURATED / "confirmed.tsv")
    parser.add_argument("--unknown", type=Path)
    options = parser.parse_args()
    confirmer = Confirmer(NameIndex.load())
    for report in reports(options.news):
        confirmer.read(report)
    rows = confirmer.rows()
    options.output.write_text("\n".join("\t".join(row) for row in [COLUMNS, *rows]) + "\n", encoding="utf-8")
    print(f"{len(confirmer.found)} offices confirmed by {len(rows)} reports")
    if options.unknown:
        lines = ("\t".join([*key, str(count)]) for key, count in sorted(confirmer.unknown.items()))
        options.unknown.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
