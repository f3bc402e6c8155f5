#!/usr/bin/env python3
"""Measure how well the matcher tells manglings of a name from other people's names.

    python benchmarks/names/name_pairs.py NAME_PAIRS.tsv [--errors ERRORS.tsv]

The file has the columns text_name, reference_name, label (1, 0 or empty), kind. Prints, for the whole file and for two halves
split by the reference person's name (so that thresholds are never measured on the people they were tuned on):

* the AUC of the matcher's score, mangled names against other people's;
* with the office known, so with the holders of the reference person's offices as the only candidates, precision and recall of
  the score alone at the threshold in force and at the threshold that gives recall .90 (accepted names of anybody come first);
* the same of the rules NAM001 and NAM003, vetoes included, on a sentence with the office before the name.

Accepted spellings are no part of these; the last column counts those that raise nothing.
"""

import argparse
import csv
import hashlib
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from mtcheck import Article, Checker, Config
from mtcheck.names.index import fold
from mtcheck.names.likelihood import OFFICE_THRESHOLD
from mtcheck.names.records import Person, Term
from mtcheck.names.titles import TITLE_ROLES
from mtcheck.resources import Resources

WANTED_RECALL = 0.90
NAME_RULES = ("NAM001", "NAM003")


@dataclass(frozen=True)
class Pair:
    """A spelling, the person it is compared with, and whether it is a mangling (None: an accepted spelling)."""

    spelling: str
    reference: str
    is_mangled: bool | None


@dataclass(frozen=True)
class Measured:
    """What matcher and rules make of a pair: scores, the person the office's best match names, the person the rules suggest."""

    pair: Pair
    score: float
    office_score: float
    office_best: str
    suggested: str
    is_known: bool


def read_pairs(path: Path) -> list[Pair]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    labels = {"1": True, "0": False, "": None}
    return list(dict.fromkeys(Pair(r["text_name"], r["reference_name"], labels[r["label"].strip()]) for r in rows))


def parts_of(name: str) -> tuple[str, ...]:
    return tuple(fold(name).replace(".", "").replace("'", "").split())


def is_tuning(pair: Pair) -> bool:
    """Tell the half of a pair by its reference person: a fixed hash, the same on every machine."""
    return hashlib.sha256(fold(pair.reference).encode()).digest()[0] % 2 == 0


def person_named(resources: Resources, name: str) -> tuple[Person, bool]:
    """Return the person of that name; made up where no list has it, split at the last word."""
    known = resources.names.people_by_full_name(fold(name))
    if known:
        return max(known, key=lambda p: len(resources.names.terms_of(p.id))), True
    given, _, family = name.rpartition(" ")
    return Person("-", name, given, family, (), False, False), False


def cues(resources: Resources, person: Person) -> list[tuple[str, Term]]:
    """Return the words that newsrooms put before the person's name for each office, those that name a country first."""
    names, found = resources.names, []
    for term in names.terms_of(person.id):
        if place := names.places.get(term.place):
            found.append((f"{(place.adjectives or (place.name,))[0]} {term.title}", term))
        elif organisation := names.organisations.get(term.place):
            found.append((f"{organisation.acronym or organisation.name} {term.title}", term))
    return sorted(found, key=lambda cue: cue[1].title.lower() not in TITLE_ROLES)


def measure(resources: Resources, checker: Checker, pair: Pair) -> Measured:
    matcher, index = resources.resolver.matcher, resources.names
    person, is_known = person_named(resources, pair.reference)
    parts = parts_of(pair.spelling)
    score = matcher.compare(parts, person).score
    offices = {(t.place, t.role) for t in index.terms_of(person.id)}
    holders = {t.person_id for place, role in offices for t in index.holders(place, role)} - {person.id}
    people = [index.person(h) for h in sorted(holders) if not index.person(h).is_monarch] + [person]
    likeness = resources.resolver.likelihood.after_office
    best = max((matcher.compare(parts, p) for p in people), key=likeness)
    office = next((text for text, _ in cues(resources, person)), "")
    text = f"The talks were put off by a week. {office} {pair.spelling} told reporters that no new date was set."
    found = [f for f in checker.check(Article(text=text)).findings if f.rule in NAME_RULES]
    suggested = found[0].suggestions[0] if found and found[0].suggestions else "?" if found else ""
    is_accepted = any(index.people_by_full_name(form) for form in (" ".join(parts), f"{parts[0]} {parts[-1]}"))
    return Measured(pair, score, 0.0 if is_accepted else likeness(best), best.person.name, suggested, is_known)


def auc(positives: Sequence[float], negatives: Sequence[float]) -> float:
    """Return the share of (positive, negative) pairs in which the positive scores higher; ties count half."""
    wins = sum((p > n) + 0.5 * (p == n) for p in positives for n in negatives)
    return wins / (len(positives) * len(negatives))


def share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def precision_recall(rows: Iterable[Measured], threshold: float) -> tuple[int, int, int, int]:
    """Return manglings found, other people flagged, all manglings, manglings given to somebody else."""
    hit = [m for m in rows if m.office_score >= threshold]
    right = sum(1 for m in hit if m.pair.is_mangled and fold(m.office_best) == fold(m.pair.reference))
    wrong = sum(1 for m in hit if not m.pair.is_mangled)
    return right, wrong, sum(1 for m in rows if m.pair.is_mangled), sum(1 for m in hit if m.pair.is_mangled) - right


def threshold_for(rows: Sequence[Measured], recall: float) -> float:
    """Return the highest threshold at which that share of the manglings is found and given to the right person."""
    mangled = [m for m in rows if m.pair.is_mangled]
    right = sorted((m.office_score for m in mangled if fold(m.office_best) == fold(m.pair.reference)), reverse=True)
    return right[min(len(right), math.ceil(recall * len(mangled))) - 1]


def report(name: str, rows: Sequence[Measured]) -> str:
    labelled = [m for m in rows if m.pair.is_mangled is not None]
    positives = [m for m in labelled if m.pair.is_mangled]
    negatives = [m for m in labelled if not m.pair.is_mangled]
    cells = [name, f"{len(positives)} / {len(negatives)}"]
    cells.append(f"{auc([m.score for m in positives], [m.score for m in negatives]):.3f}")
    for threshold in (OFFICE_THRESHOLD, threshold_for(labelled, WANTED_RECALL)):
        right, wrong, wanted, confused = precision_recall(labelled, threshold)
        cells.append(
            f"{share(right, right + wrong + confused)} at recall {share(right, wanted)} (threshold {threshold:.3f})"
        )
    found = [m for m in positives if m.suggested]
    right = sum(1 for m in found if fold(m.suggested) == fold(m.pair.reference))
    false = sum(1 for m in negatives if m.suggested)
    cells.append(f"{share(len(found), len(found) + false)} at recall {share(len(found), len(positives))}")
    cells.append(share(right, len(found)))
    variants = [m for m in rows if m.pair.is_mangled is None]
    cells.append(f"{sum(1 for m in variants if not m.suggested)} of {len(variants)}")
    return "| " + " | ".join(cells) + " |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--errors", type=Path, help="write pairs of the tuning half that the rules get wrong")
    options = parser.parse_args()
    resources, checker = Resources(), Checker(Config(select=("NAM",)))
    rows = [measure(resources, checker, pair) for pair in read_pairs(options.pairs)]
    tuning = [m for m in rows if is_tuning(m.pair)]
    print(f"{len({m.pair.reference for m in rows if not m.is_known})} reference people are in no list of ours\n")
    print(
        "| half | mangled / others | AUC | office known: precision (threshold in force) | precision (recall .90) ",
        end="",
    )
    print("| rules, office before the name: precision | right suggestion | accepted spellings left alone |")
    print("|---|---|---|---|---|---|---|---|")
    print(report("all", rows))
    print(report("tuning", tuning))
    print(report("test", [m for m in rows if not is_tuning(m.pair)]))
    threshold = threshold_for([m for m in tuning if m.pair.is_mangled is not None], WANTED_RECALL)
    unseen = [m for m in rows if not is_tuning(m.pair) and m.pair.is_mangled is not None]
    right, wrong, wanted, confused = precision_recall(unseen, threshold)
    print(f"\nThe tuning half's threshold for recall .90 ({threshold:.3f}) on the test half, office known: ", end="")
    print(f"precision {share(right, right + wrong + confused)} at recall {share(right, wanted)}")
    if options.errors:
        wrong = [m for m in tuning if bool(m.suggested) != bool(m.pair.is_mangled)]
        lines = (f"{m.pair}\t{m.score:.3f}\t{m.office_score:.3f}\t{m.office_best}\t{m.suggested}" for m in wrong)
        options.errors.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
