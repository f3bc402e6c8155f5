#!/usr/bin/env python3
"""What each kind of evidence adds, and how far a probability can be trusted: fitted on one half, measured on the other.

    python benchmarks/calibration/ablation.py --cache FILE [--plot docs/reliability.svg]

FILE is what `fit.py --cache` keeps. The plot needs matplotlib.
"""

import argparse
import pickle
from collections.abc import Sequence
from pathlib import Path

import fit
import numpy as np
from documents import Document

from mtcheck.detection.combination import Combination, logistic

KINDS = ("trip", "spun", "translation")
LEFT_OUT = {
    "nothing": (),
    "n-grams": ("ngrams", "spun_ngrams", "translation_ngrams"),
    "n-grams of translations": ("translation_ngrams",),
    "network: sentence": ("network",),
    "network: replaced words": ("replaced",),
    "network: marked words": ("errors",),
    "network, all of it": ("network", "replaced", "errors"),
    "findings of the rules": ("findings",),
    "all but n-grams": ("network", "replaced", "errors", "findings"),
}
BINS = np.linspace(0, 1, 11)


def without(names: Sequence[str]) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return which figures each kind of machine translation is weighed by, the named ones left out."""
    return {
        kind: (corpora, tuple(figure for figure in figures if figure not in names))
        for kind, (corpora, figures) in fit.OF_KIND.items()
    }


def scores(
    found: Sequence[Document], rules: dict[str, float], combination: Combination
) -> list[tuple[float, list[float]]]:
    """Return log-odds of each article and of its sentences."""
    return [combination.scores(document.evidence, fit.findings(document, rules)) for document in found]


def row(name: str, found: Sequence[Document], scored: Sequence[tuple[float, list[float]]]) -> str:
    cells = []
    for kind in KINDS:
        of_label = [
            [s for d, s in zip(found, scored, strict=True) if (d.source.kind, d.source.label) == (kind, x)]
            for x in (0, 1)
        ]
        articles = [[article for article, _ in own] for own in of_label]
        sentences = [[value for _, own in both for value in own] for both in of_label]
        cells += [fit.auc(*sentences), fit.auc(*articles), fit.tpr(*articles)]
    return f"| {name} | " + " | ".join(f"{cell:.3f}" for cell in cells) + " |"


def reliability(
    found: Sequence[Document], scored: Sequence[tuple[float, list[float]]]
) -> list[tuple[float, float, int]]:
    """Return for each tenth the mean probability said, the share that machines made, and the number of articles."""
    said = np.array([logistic(article) for article, _ in scored])
    truth = np.array([document.source.label for document in found])
    places = np.clip(np.digitize(said, BINS) - 1, 0, len(BINS) - 2)
    tenths = [places == number for number in range(len(BINS) - 1)]
    return [(float(said[own].mean()), float(truth[own].mean()), int(own.sum())) for own in tenths if own.any()]


def plot(curves: dict[str, Sequence[tuple[float, float, int]]], path: Path) -> None:
    """Draw the reliability diagram: a curve for each set of articles."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "mtcheck"
    from matplotlib import pyplot

    figure, axis = pyplot.subplots(figsize=(4.5, 4.5))
    axis.plot([0, 1], [0, 1], color="0.7", linewidth=1)
    for name, bins in curves.items():
        axis.plot([said for said, _, _ in bins], [true for _, true, _ in bins], marker="o", label=name)
    axis.legend(fontsize=8, loc="upper left")
    axis.set(xlabel="mt_probability, mean of the tenth", ylabel="share made by machines", xlim=(0, 1), ylim=(0, 1))
    axis.set_title("Held-out articles, classes weighted as they come", fontsize=9)
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--plot", type=Path)
    options = parser.parse_args()
    found = pickle.loads(options.cache.read_bytes())
    fitted, measured = ([d for d in found if d.source.half == half] for half in (0, 1))
    everything = dict(fit.OF_KIND)
    print("| left out | " + " | ".join(f"{kind}: segment | document | TPR at 1 % FPR" for kind in KINDS) + " |")
    print("|---" * (1 + 3 * len(KINDS)) + "|")
    for name, figures in LEFT_OUT.items():
        fit.OF_KIND.update(without(figures))
        scored = scores(measured, *fit.fit(fitted))
        fit.OF_KIND.update(everything)
        print(row(name, measured, scored), flush=True)
        if not figures:
            english = [n for n, document in enumerate(measured) if document.source.kind != "translation"]
            curves = {
                "all": reliability(measured, scored),
                "without foreign news": reliability([measured[n] for n in english], [scored[n] for n in english]),
            }
    for name, bins in curves.items():
        print(f"\n| {name}: said | machine | articles |\n|---|---|---|")
        for said, true, number in bins:
            print(f"| {said:.2f} | {true:.2f} | {number} |")
    if options.plot:
        plot(curves, options.plot)


if __name__ == "__main__":
    main()
