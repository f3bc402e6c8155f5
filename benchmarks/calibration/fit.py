#!/usr/bin/env python3
"""Fit the weights of all evidence and the operating points, and write `mtcheck/calibration.toml`.

    python benchmarks/calibration/fit.py --corpora FOLDER [--cache FILE] [--write]

Only documents of the fold that no model was trained on. They are split in two by a hash of the original: one half fits, the other
gives the figures that are printed; what is written is fitted on both. Classes are weighted equally, and so are originals, however
many versions they have. Weights of rules are kept at 0 or above: a finding never speaks for an article.
"""

import argparse
import math
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from documents import Document, documents
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score, roc_curve

from mtcheck.calibration import Calibration
from mtcheck.detection.combination import Combination, KindWeights, logistic
from mtcheck.rules import ALL_RULES
from mtcheck.scoring import MIN_WORDS, findings_log_odds

TARGET = Path(__file__).parents[2] / "mtcheck" / "calibration.toml"
BASE_RATE, STEPS, RATE = 0.5, 800, 0.5
PRIOR, PENALTY = 1.0, 2e-3
WITHOUT_WEIGHT = ("FLU002", "LNG001", "RES001", "RES002", "SUP001")
"""What rests on the probability itself; a scraper's residue and what people cause as often: they quote in other languages."""
OWN = 0.25
"""Weight of a sentence's own log-odds beside its article's, which says nearly everything: fitted freely it is about 0, and all
sentences of an article would get the same."""
POINTS = {"balanced": (0.01, 85.0, 0.96), "strict": (0.001, 70.0, 0.99)}
"""Share of articles by people that may fail; the highest quality and the lowest probability at which any may."""
MARGIN = 0.6
"""Of that share: other publishers than these will be read."""
OF_KIND = {
    "round_trip": (
        ("trip", "translation"),
        ("ngrams", "translation_ngrams", "network", "errors", "findings"),
    ),
    "spun": (("spun",), ("spun_ngrams", "ngrams", "network", "replaced", "findings")),
}
"""The corpora and figures by which each kind of machine translation is weighed."""
TRANSLATION = 0.03
"""How much a translation of foreign news counts beside a round trip. What people translate is as far from English written in
English as what machines do: at full weight it would cost round trips' documents .04 of their AUC."""
OTHERS = 0.3
"""How much an article counts that people wrote and no machine translated, beside the originals of a kind."""
SENTENCES_PER_DOCUMENT = 12


def rule_weights(found: list[Document]) -> dict[str, float]:
    """Gradient descent on the logistic loss over `log(1 + findings per 100 words)`, pulled towards `PRIOR`."""
    weights, bias = {r.code: PRIOR * (r.code not in WITHOUT_WEIGHT) for r in ALL_RULES}, 0.0
    groups = []
    for label in (0, 1):
        own = [d for d in found if d.source.label == label]
        distinct = Counter(tuple(sorted(per_100(d).items())) for d in own)
        groups += [(label, dict(x), n / (2 * len(own))) for x, n in distinct.items()]
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
    return weights


def per_100(document: Document) -> dict[str, float]:
    counts = Counter(rule for own in document.rules for rule in own)
    return {rule: math.log1p(100 * n / max(1, sum(document.words))) for rule, n in counts.items()}


def findings(document: Document, weights: dict[str, float]) -> list[float]:
    """Return what the rules say of each sentence, as log-odds without bias."""
    pairs = zip(document.rules, document.words, strict=True)
    return [findings_log_odds(Counter(own), max(words, MIN_WORDS), weights) for own, words in pairs]


def regression(x, y, w):
    """Return weights and bias of a logistic regression on standardised figures, classes weighted equally."""
    x, y, w = np.array(x, dtype=float), np.array(y), np.array(w, dtype=float)
    for label in (0, 1):
        w[y == label] /= w[y == label].sum()
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
    model = LogisticRegression(C=1.0, max_iter=2000).fit((x - mean) / spread, y, sample_weight=w * len(w) / 2)
    weights = model.coef_[0] / spread
    return weights, float(model.intercept_[0] - weights @ mean)


def shares(found: list[Document]) -> list[float]:
    """Return a weight per document: an original counts once per label, a translation of foreign news `TRANSLATION`."""
    versions = Counter((d.source.kind, d.source.label, d.source.group) for d in found)
    counted = [TRANSLATION if d.source.kind == "translation" else 1.0 for d in found]
    return [c / versions[d.source.kind, d.source.label, d.source.group] for c, d in zip(counted, found, strict=True)]


def fit_kind(
    found: list[Document], corpora: tuple[str, ...], names: tuple[str, ...], rules: dict[str, float]
) -> KindWeights:
    own = [d for d in found if d.source.kind in corpora]
    x, y, w = [], [], []
    for document, share in zip(own, shares(own), strict=True):
        said = findings(document, rules)
        rows = list(zip(document.evidence, said, strict=True))[:SENTENCES_PER_DOCUMENT]
        for evidence, value in rows:
            x.append([{**evidence.figures, "findings": value}[name] for name in names])
            y.append(document.source.label)
            w.append(share / len(rows))
    weights, bias = regression(x, y, w)
    sentence = KindWeights(dict(zip(names, weights.tolist(), strict=True)), bias, 0.0, 0.0, 0.0)
    whole = own + [d for d in found if d.source.kind in ("human", "wire")]
    x = []
    for document in whole:
        scores = [
            sentence.sentence_score(*pair) for pair in zip(document.evidence, findings(document, rules), strict=True)
        ]
        parts = [KindWeights({}, 0, *unit, 0).document_score(scores, document.evidence) for unit in ((1, 0), (0, 1))]
        x.append(parts)
    w = [s * (1.0 if d.source.kind in corpora else OTHERS) for d, s in zip(whole, shares(whole), strict=True)]
    (level, evidence), bias = regression(x, [d.source.label for d in whole], w)
    return KindWeights(sentence.sentence, sentence.sentence_bias, float(level), float(evidence), bias)


def fit(found: list[Document]) -> tuple[dict[str, float], Combination]:
    rules = rule_weights([d for d in found if d.source.kind != "translation"])
    kinds = {name: fit_kind(found, corpora, names, rules) for name, (corpora, names) in OF_KIND.items()}
    raw = Combination(kinds, 1.0, 0.0, 1.0, 0.0, 0.0)
    scored = [raw.scores(d.evidence, findings(d, rules)) for d in found]
    y, w = [d.source.label for d in found], shares(found)
    (slope,), bias = regression([[article] for article, _ in scored], y, w)
    x, ys, ws = [], [], []
    for document, (article, own), share in zip(found, scored, w, strict=True):
        if document.source.kind == "trip":
            for score in own:
                x.append([score, slope * article + bias])
                ys.append(document.source.label)
                ws.append(share / len(own))
    (context,), sentence_bias = regression([[article] for _, article in x], ys, ws)
    return rules, Combination(kinds, float(slope), bias, OWN, float(context) - OWN, sentence_bias)


def tpr(negative, positive, share=0.01):
    """Return the share of positives above all but `share` of the negatives."""
    false, true, _ = roc_curve([0] * len(negative) + [1] * len(positive), [*negative, *positive])
    return float(true[np.searchsorted(false, share, side="right") - 1])


def auc(negative, positive):
    return float(roc_auc_score([0] * len(negative) + [1] * len(positive), [*negative, *positive]))


def report(found: list[Document], rules, combination: Combination) -> None:
    by = defaultdict(list)
    for document in found:
        article, own = combination.scores(document.evidence, findings(document, rules))
        by[document.source.kind, document.source.label].append((article, own, document))
    articles = {key: [a for a, _, _ in rows] for key, rows in by.items()}
    segments = {key: [s for _, own, _ in rows for s in own] for key, rows in by.items()}
    for kind in ("trip", "spun", "translation"):
        negative, positive = (kind, 0), (kind, 1)
        print(
            f"{kind}: segment AUC {auc(segments[negative], segments[positive]):.3f}",
            f"document AUC {auc(articles[negative], articles[positive]):.4f}",
            f"TPR at 1 % FPR {tpr(articles[negative], articles[positive]):.3f}",
            f"({len(articles[negative])} originals, {len(articles[positive])} machine)",
        )
    print("  machine above human translation of the same text:", same_text(by))
    engines = defaultdict(list)
    for article, _, document in by["trip", 1]:
        engines[document.source.engine].append(article)
    print("  by engine:", {e: round(auc(articles["trip", 0], own), 3) for e, own in sorted(engines.items())})
    for key, values in sorted(articles.items()):
        print(
            f"  {key}: mean probability {np.mean([logistic(v) for v in values]):.3f}, 99 % below {np.quantile(values, 0.99):.2f}"
        )
    everything = [(logistic(v), key[1]) for key, values in articles.items() for v in values]
    for low in np.arange(0, 1, 0.2):
        inside = [label for p, label in everything if low <= p < low + 0.2 or (low > 0.7 and p == 1)]
        print(
            f"  said {low:.1f}-{low + 0.2:.1f}: machine {np.mean(inside) if inside else float('nan'):.2f} of {len(inside)}"
        )


def same_text(by) -> str:
    """Return how often a block of foreign news gets more from a machine than from people, by all evidence and by n-grams alone.

    And how often each is on its side of one threshold, the best one.
    """
    scores = {
        "all": lambda article, _: article,
        "n-grams": lambda _, document: float(np.mean([e.figures["translation_ngrams"] for e in document.evidence])),
    }
    said = []
    for name, score in scores.items():
        people, machine = defaultdict(list), []
        for article, _, document in by["translation", 0]:
            people[document.source.group].append(score(article, document))
        for article, _, document in by["translation", 1]:
            machine.append((score(article, document), people.get(document.source.group)))
        pairs = [value > np.mean(others) for value, others in machine if others]
        negative, positive = np.array([v for own in people.values() for v in own]), np.array([v for v, _ in machine])
        best = max(((positive > cut).mean() + (negative <= cut).mean()) / 2 for cut in [*negative, *positive])
        said.append(f"{name} {np.mean(pairs):.3f} of {len(pairs)} pairs, {best:.3f} by one threshold")
    return "; ".join(said)


def operating_points(found, rules, combination):
    points = {}
    scored = [(combination.scores(d.evidence, findings(d, rules))[0], d) for d in found if sum(d.words) >= MIN_WORDS]
    for name, (share, quality, probability) in POINTS.items():
        cuts = []
        for kinds in (("human", "wire"), ("trip", "spun")):
            values = sorted((a for a, d in scored if d.source.label == 0 and d.source.kind in kinds), reverse=True)
            cuts.append(values[int(len(values) * share * MARGIN)] + 1e-3)
        qualities = sorted(d.quality for _, d in scored if d.source.label == 0)
        point = min(quality, math.floor(qualities[int(len(qualities) * share * (1 - MARGIN))]))
        points[name] = (point, max(probability, round(min(0.9999, logistic(max(cuts))), 4)))
        for key in sorted({(d.source.kind, d.source.label) for _, d in scored}):
            own = [(a, d) for a, d in scored if (d.source.kind, d.source.label) == key]
            failed = sum(logistic(a) >= points[name][1] or d.quality < points[name][0] for a, d in own)
            print(f"{name} {points[name]}: {failed} of {len(own)} {key} fail ({failed / len(own):.2%})")
    return points


def render(rules, combination, points):
    lines = ["# Written by benchmarks/calibration/fit.py; see there for what it means.", 'version = "2"']
    lines += [f"base-rate = {BASE_RATE}", "", "[rules]"]
    lines += [f"{rule} = {weight:.3f}" for rule, weight in sorted(rules.items())]
    lines += ["", "[combination]"]
    names = ("slope", "bias", "own", "context", "sentence_bias")
    lines += [f"{name} = {getattr(combination, name):.5f}" for name in names]
    for name, kind in combination.kinds.items():
        lines += ["", f"[kinds.{name}]"]
        lines += [f"{key} = {getattr(kind, key):.5f}" for key in ("sentence_bias", "level", "evidence", "bias")]
        lines += ["", f"[kinds.{name}.sentence]"]
        lines += [f"{key} = {value:.5f}" for key, value in kind.sentence.items()]
    for name, (quality, probability) in points.items():
        lines += ["", f"[operating-points.{name}]", f"quality = {quality}", f"mt_probability = {probability}"]
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--cache", type=Path, help="keep what was found in each document in this file")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    found = documents(options.corpora, options.cache)
    print(Counter((d.source.kind, d.source.label) for d in found))
    half = [d for d in found if d.source.half == 0], [d for d in found if d.source.half == 1]
    report(half[1], *fit(half[0]))
    rules, combination = fit(found)
    text = render(rules, combination, operating_points(found, rules, combination))
    print("\n" + text)
    if options.write:
        TARGET.write_text(text, encoding="utf-8")
        Calibration.load()


if __name__ == "__main__":
    main()
