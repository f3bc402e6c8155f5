#!/usr/bin/env python3
"""Measure how many of the generated mentions NAM001, NAM002 and NAM003 find, and what the rules say of the intact twins.

    python benchmarks/names/recall.py [MENTIONS.jsonl] [--lost LOST.tsv]

Prints recall with an office before or beside the name, of full names without one, of a family name alone after the full one, the
share of hits whose suggestion is right, and false alarms on the twins, by half and by pivot. Only the totals of the held-out half
are printed; `--lost` writes the development half's missed and wrong rows, and the false alarms on the twins of both halves.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from mtcheck import Article, Checker, Config, Finding, Severity
from mtcheck.lexicon import Lexicon
from mtcheck.names.index import NameIndex, fold

MENTIONS = Path(__file__).parents[2] / "tests" / "names" / "generated" / "mentions.jsonl"
NAME_RULES = ("NAM001", "NAM002", "NAM003")
LEXICON = Lexicon.load()
KINDS = (
    ("office", "office cued"),
    ("full", "full name, no office"),
    ("repeated", "family name repeated"),
    ("unlisted", "family name repeated, unlisted people"),
)


@dataclass(frozen=True)
class Outcome:
    """What the rules make of a mention: found, with what severity and suggestion; findings on the intact twin."""

    row: dict[str, str]
    found: bool
    is_severe: bool
    is_right: bool
    suggestion: str
    false_alarms: tuple[str, ...]
    is_attested: bool


def read_rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def hit(row: dict[str, str], findings: Iterable[Finding]) -> Finding | None:
    """Return the finding on the mangled mention, one that suggests a spelling rather than one that does not."""
    start = row["text"].rfind(row["became"])
    end = start + len(row["became"])
    over = [f for f in findings if f.rule in NAME_RULES and f.start < end and f.end > start]
    return max(over, key=lambda f: (bool(f.suggestions), f.severity is not Severity.MINOR), default=None)


def is_attested(index: NameIndex, row: dict[str, str]) -> bool:
    """Whether the mangled family name is one that other people have, in the census or in the lists."""
    family = fold(row["became"]).split()[-1]
    return LEXICON.is_surname(family) or bool(index.people_by_family(family))


def measure(checker: Checker, index: NameIndex, row: dict[str, str]) -> Outcome:
    found = hit(row, checker.check(Article(text=row["text"])).findings)
    suggestion = found.suggestions[0] if found and found.suggestions else ""
    person = index.people.get(row["person"])
    wanted = {row["name"]} | ({person.name, person.family, *person.aliases} if person else set())
    twin = checker.check(Article(text=row["twin"])).findings
    return Outcome(
        row=row,
        found=found is not None,
        is_severe=found is not None and found.severity is not Severity.MINOR,
        is_right=fold(suggestion) in {fold(name) for name in wanted},
        suggestion=suggestion,
        is_attested=is_attested(index, row),
        false_alarms=tuple(f"{f.rule} {f.severity.value} {f.text}" for f in twin if f.rule.startswith(("NAM", "ROL"))),
    )


def share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def line(name: str, outcomes: Sequence[Outcome]) -> str:
    found = [o for o in outcomes if o.found]
    alarms = sum(bool(o.false_alarms) for o in outcomes)
    cells = [
        name,
        str(len(outcomes)),
        share(len(found), len(outcomes)),
        share(sum(o.is_severe for o in found), len(outcomes)),
        share(sum(o.is_right for o in found), len(found)),
        f"{alarms} ({share(alarms, len(outcomes))})",
    ]
    return "| " + " | ".join(cells) + " |"


def table(title: str, outcomes: Sequence[Outcome]) -> None:
    print(
        f"\n{title}\n\n| mentions | rows | found | found, severe | right suggestion of found | twins with a finding |"
    )
    print("|---|---|---|---|---|---|")
    for kind, name in KINDS:
        of_kind = [o for o in outcomes if o.row["kind"] == kind]
        print(line(name, of_kind))
        for group in ("leader", "official", "public figure"):
            of_group = [o for o in of_kind if o.row["group"] == group]
            if 0 < len(of_group) < len(of_kind):
                print(line(f"… {group}s", of_group))
        print(line("… where the result is nobody else's name", [o for o in of_kind if not o.is_attested]))


def by_pivot(title: str, outcomes: Sequence[Outcome]) -> None:
    print(
        f"\n{title}\n\n| pivot | office cued | full name, no office | family name repeated | right suggestion of found |"
    )
    print("|---|---|---|---|---|")

    def recall(rows: Sequence[Outcome], kind: str) -> str:
        chosen = [o for o in rows if o.row["kind"] == kind]
        return f"{share(sum(o.found for o in chosen), len(chosen))} of {len(chosen)}"

    for pivot in sorted({o.row["pivot"] for o in outcomes}):
        rows = [o for o in outcomes if o.row["pivot"] == pivot and o.row["kind"] != "unlisted"]
        found = [o for o in rows if o.found]
        cells = [recall(rows, kind) for kind in ("office", "full", "repeated")]
        print("| " + " | ".join([pivot, *cells, share(sum(o.is_right for o in found), len(found))]) + " |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mentions", type=Path, nargs="?", default=MENTIONS)
    parser.add_argument("--lost", type=Path)
    options = parser.parse_args()
    checker, index = Checker(Config(select=("NAM", "ROL"))), NameIndex.load()
    outcomes = [measure(checker, index, row) for row in read_rows(options.mentions)]
    dev = [o for o in outcomes if o.row["half"] == "dev"]
    held_out = [o for o in outcomes if o.row["half"] != "dev"]
    table("Development half", dev)
    table("Held-out half", held_out)
    by_pivot("Development half, by pivot", dev)
    by_pivot("Held-out half, by pivot", held_out)
    if options.lost:
        lost = [o for o in dev if not o.found or not o.is_right]
        rows = ["\t".join((o.row["id"], o.row["name"], o.row["became"], o.suggestion, o.row["text"])) for o in lost]
        alarms = ["\t".join(("twin", "; ".join(o.false_alarms), o.row["twin"])) for o in outcomes if o.false_alarms]
        options.lost.write_text("\n".join(rows + alarms) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
