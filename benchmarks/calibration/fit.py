#!/usr/bin/env python3
"""Fit the provisional evidence model and the operating points, and write `mtcheck/calibration.toml`.

    python benchmarks/calibration/fit.py HUMAN.jsonl.gz PAIRS.jsonl.gz [PAIRS.jsonl.gz ...] [--write]

HUMAN has articles that people wrote (`text`). PAIRS have `original` and `round_trip`, as whole articles or as segments with
`year`, `doc_id`, `pivot`, `engine`, `segment`, which are joined to documents. Documents are split in two by a hash of the
original: one half fits, the other gives the figures that are printed. Classes are weighted equally. Weights are kept at 0 or
above: a finding never speaks for an article. Rules that find a scraper's residue, or damage that people cause as often, get none.
"""

import argparse
import gzip
import hashlib
import json
import math
from collections import Counter, defaultdict
from pathlib import Path

from mtcheck import Article, Config, Verdict
from mtcheck.calibration import Calibration
from mtcheck.rules import ALL_RULES
from mtcheck.scale.local import check_in_processes

TARGET = Path(__file__).parents[2] / "mtcheck" / "calibration.toml"
BASE_RATE, CONTEXT, STEPS, RATE = 0.5, 0.5, 800, 0.5
PRIOR, PENALTY = 1.0, 2e-3
WITHOUT_WEIGHT = ("RES001", "RES002")
POINTS = {"balanced": (0.01, 85.0, 0.9), "strict": (0.001, 70.0, 0.99)}
"""Share of articles by people that may fail; the highest quality and the lowest probability at which any may."""
DOCUMENTS_PER_FILE = 3000


def rows(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def half(key):
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % 2


def pairs(path):
    """Yield (key of the original, original, round trip), one per document."""
    documents = defaultdict(list)
    for number, row in enumerate(rows(path)):
        documents[tuple(str(row.get(k, number)) for k in ("year", "doc_id", "pivot", "engine"))].append(row)
    for key in sorted(documents, key=lambda k: hashlib.sha256("|".join(k).encode()).digest())[:DOCUMENTS_PER_FILE]:
        segments = sorted(documents[key], key=lambda r: int(r.get("segment", 0)))
        yield f"{path.name}|{key[0]}|{key[1]}", *("\n".join(s[k] for s in segments) for k in ("original", "round_trip"))


def articles(human, pair_files):
    for number, row in enumerate(rows(human)):
        yield Article(row["text"], id=f"human|{half(row['doc_id'])}|{number}")
    for path in pair_files:
        seen = set()
        for number, (key, original, round_trip) in enumerate(pairs(path)):
            if key not in seen:
                seen.add(key)
                yield Article(original, id=f"original|{half(key)}|{path.name}{number}")
            yield Article(round_trip, id=f"trip|{half(key)}|{path.name}{number}")


def features(report):
    words = sum(len(s.sentence.text.split()) for s in report.sentences)
    counts = Counter(f.rule for f in report.findings)
    return {rule: math.log1p(100 * n / max(words, 1)) for rule, n in counts.items() if rule not in WITHOUT_WEIGHT}


def logistic(x):
    return 1 / (1 + math.exp(-x))


def fit(positive, negative):
    """Gradient descent on the logistic loss, classes weighted equally, weights at least 0, pulled towards `PRIOR`.

    The pull decides for rules that the data has too little of; those of `WITHOUT_WEIGHT` stay at 0.
    """
    weights, bias = {r.code: PRIOR * (r.code not in WITHOUT_WEIGHT) for r in ALL_RULES}, 0.0
    groups = []
    for label, examples in ((1.0, positive), (0.0, negative)):
        distinct = Counter(tuple(sorted(x.items())) for x in examples)
        groups += [(label, dict(x), n / (2 * len(examples))) for x, n in distinct.items()]
    for _ in range(STEPS):
        slope, slope_bias = defaultdict(float), 0.0
        for label, x, share in groups:
            error = share * (logistic(bias + sum(weights[r] * v for r, v in x.items())) - label)
            slope_bias += error
            for rule, value in x.items():
                slope[rule] += error * value
        bias -= RATE * slope_bias
        for rule in weights.keys() - set(WITHOUT_WEIGHT):
            weights[rule] = max(0.0, weights[rule] - RATE * 20 * (slope[rule] + PENALTY * (weights[rule] - PRIOR)))

    return weights, bias


def auc(negative, positive):
    both = sorted([(v, 0) for v in negative] + [(v, 1) for v in positive])
    total, i = 0.0, 0
    while i < len(both):
        j = i
        while j < len(both) and both[j][0] == both[i][0]:
            j += 1
        total += sum(label for _, label in both[i:j]) * (i + j + 1) / 2
        i = j
    return (total - len(positive) * (len(positive) + 1) / 2) / (len(negative) * len(positive))


def quantile(values, share):
    """Return the value that a share of at most `share` lies strictly beyond, from the low end."""
    return sorted(values)[int(len(values) * share)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("human", type=Path)
    parser.add_argument("pairs", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    found, by_file = defaultdict(list), defaultdict(list)
    for report in check_in_processes(articles(options.human, options.pairs), Config(), options.jobs):
        if report.verdict is not Verdict.SKIPPED:
            kind, fold, place = report.id.split("|", 2)
            row = features(report), report.quality if report.flagged else 100.0
            found[kind, fold].append(row)
            if fold == "1":
                by_file[kind, place.rstrip("0123456789")].append(row)
    weights, bias = fit(
        [x for x, _ in found["trip", "0"]], [x for kind in ("human", "original") for x, _ in found[kind, "0"]]
    )
    score = lambda x: logistic(bias + sum(weights[r] * v for r, v in x.items()))  # noqa: E731
    for kind in ("human", "original", "trip"):
        scores = [score(x) for x, _ in found[kind, "1"]]
        print(f"{kind}: {len(scores)} documents of the other half, mean probability {sum(scores) / len(scores):.3f}")
    trips = [score(x) for x, _ in found["trip", "1"]]
    for kind in ("human", "original"):
        print(f"AUC round trips against {kind}: {auc([score(x) for x, _ in found[kind, '1']], trips):.3f}")
    for path in options.pairs:
        own = [[score(x) for x, _ in by_file[kind, path.name]] for kind in ("original", "trip")]
        print(f"AUC round trips against originals, {path.name}: {auc(*own):.3f}")
    points = {}
    people = [row for kind in ("human", "original") for fold in "01" for row in found[kind, fold]]
    for name, (share, quality, probability) in POINTS.items():
        quality = min(quality, math.floor(quantile([q for _, q in people], share * 0.4)))
        scores = [-score(x) for x, _ in people]
        points[name] = (quality, max(probability, round(min(0.999, -quantile(scores, share * 0.4) + 1e-3), 4)))
        for kind in ("human", "original", "trip"):
            both = [*found[kind, "0"], *found[kind, "1"]]
            failed = sum(q < points[name][0] or score(x) >= points[name][1] for x, q in both)
            print(f"{name} {points[name]}: {failed} of {len(both)} {kind} documents fail ({failed / len(both):.2%})")
    text = render(weights, bias, points)
    print("\n" + text)
    if options.write:
        TARGET.write_text(text, encoding="utf-8")
        Calibration.load()


def render(weights, bias, points):
    lines = ["# Written by benchmarks/calibration/fit.py; see there for what it means.", 'version = "1"']
    lines += [f"base-rate = {BASE_RATE}", f"bias = {bias:.3f}", f"context = {CONTEXT}", "", "[weights]"]
    lines += [f"{rule} = {weight:.3f}" for rule, weight in sorted(weights.items())]
    for name, (quality, probability) in points.items():
        lines += ["", f"[operating-points.{name}]", f"quality = {quality}", f"mt_probability = {probability}"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
