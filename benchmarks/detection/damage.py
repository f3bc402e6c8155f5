"""How much each engine changes: sacrebleu's chrF, BLEU and TER of round trips against their originals, beside what mtcheck says.

    python benchmarks/detection/damage.py --corpus round_trip_news.jsonl.gz [--segments 600] [--documents 40]

Give it the held-out fold (`held_out.py`). Prints a row per engine, the AUC of documents by fifths of their chrF, and the metrics'
signatures. Needs sacrebleu (the extra `dev`).
"""

import argparse
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from held_out import trip_key
from sacrebleu.metrics import BLEU, CHRF, TER

from mtcheck import Article, Checker
from mtcheck.models.training.corpora import rows
from mtcheck.report import ArticleReport

METRICS = {"chrF": CHRF(), "BLEU": BLEU(), "TER": TER()}
PARTS = 5


@dataclass(frozen=True, slots=True)
class Trip:
    """One document's round trip: segments before and after, and the report on what came back."""

    before: list[str]
    after: list[str]
    report: ArticleReport


def documents(corpus: Path) -> dict[str, list[list[dict]]]:
    """Return the round trips of each engine, a document at a time, in a fixed order of chance."""
    groups: dict[tuple[str, str, str], list[dict]] = defaultdict(list)
    for row in rows(corpus):
        groups[row["engine"], row["pivot"], trip_key(row)].append(row)
    found: dict[str, list[list[dict]]] = defaultdict(list)
    for key, own in sorted(groups.items(), key=lambda item: sha256("|".join(item[0]).encode()).digest()):
        found[key[0]].append(sorted(own, key=lambda row: int(row["segment"])))
    return found


def segments(own: Sequence[dict], field: str) -> list[str]:
    return [" ".join(row[field].split()) or "-" for row in own]


def corpus_score(metric: str, before: Sequence[str], after: Sequence[str]) -> float:
    return float(METRICS[metric].corpus_score(list(after), [list(before)]).score)


def auc(negative: Sequence[float], positive: Sequence[float]) -> float:
    """Return how often a round trip has more than an original; ties count half."""
    difference = np.subtract.outer(positive, negative)
    return float((difference > 0).mean() + (difference == 0).mean() / 2)


def engine_row(
    engine: str, found: Sequence[Sequence[dict]], trips: Sequence[Trip], originals: Sequence[float], most: int
) -> str:
    """Return the row of one engine."""
    lines = [row for own in found for row in own][:most]
    scores = [corpus_score(metric, segments(lines, "original"), segments(lines, "round_trip")) for metric in METRICS]
    flagged = sum(trip.report.flagged for trip in trips) / sum(len(trip.report.sentences) for trip in trips)
    failed = sum(trip.report.verdict.value == "fail" for trip in trips) / len(trips)
    area = auc(originals, [trip.report.mt_probability for trip in trips])
    figures = " | ".join(f"{score:.1f}" for score in scores)
    return f"| {engine} | {figures} | {area:.3f} | {flagged:.3f} | {failed:.2f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--segments", type=int, default=600, help="of each engine at most, for the metrics")
    parser.add_argument("--documents", type=int, default=40, help="of each engine at most, for mtcheck")
    options = parser.parse_args()
    checker, found = Checker(), documents(options.corpus)
    trips: dict[str, list[Trip]] = defaultdict(list)
    original: dict[str, float] = {}
    for engine, all_of_it in found.items():
        for own in all_of_it[: options.documents]:
            before, after = segments(own, "original"), segments(own, "round_trip")
            trips[engine].append(Trip(before, after, checker.check(Article(text="\n".join(after)))))
            text = "\n".join(before)
            original[text] = original.get(text) or checker.check(Article(text=text)).mt_probability
    negative = list(original.values())
    print("| engine | chrF | BLEU | TER | document AUC | sentences flagged | documents that fail |")
    print("|---|---|---|---|---|---|---|")
    for engine in sorted(found):
        print(engine_row(engine, found[engine], trips[engine], negative, options.segments))
    scored = sorted(
        (corpus_score("chrF", trip.before, trip.after), trip.report.mt_probability)
        for own in trips.values()
        for trip in own
    )
    print("\n| chrF of the document | documents | AUC |\n|---|---|---|")
    for part in range(PARTS):
        own = scored[part * len(scored) // PARTS : (part + 1) * len(scored) // PARTS]
        print(f"| {own[0][0]:.0f}-{own[-1][0]:.0f} | {len(own)} | {auc(negative, [p for _, p in own]):.3f} |")
    for metric in METRICS.values():
        print(metric.get_signature())


if __name__ == "__main__":
    main()
