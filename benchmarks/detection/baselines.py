"""Detection of round trips by mtcheck and by others, on the same held-out documents.

    python benchmarks/detection/baselines.py --corpora FOLDER --base MODEL_FOLDER [--systems mtcheck ngrams minilm smollm2 harper]

Every system but mtcheck gives each segment a score; a document gets their mean, and a segment a quarter of its own beside that
of its document, as in mtcheck. Needs scikit-learn; minilm needs torch, transformers and all-MiniLM-L6-v2 in MODEL_FOLDER, smollm2
what `benchmarks/challenge/run.py` needs for it, harper the package harper-py.
"""

import argparse
import random
import sys
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from mtcheck.models.training import corpora

sys.path += [str(Path(__file__).parents[1] / name) for name in ("calibration", "challenge")]
from documents import Source, sources
from fit import auc, tpr

SEED = 1
ORIGINALS, TRIPS = 80, 160
"""Documents measured, a fixed sample of the held-out fold."""
OWN = 0.25
PAIRS = {"minilm": 5000, "smollm2": 300}
"""Pairs of original and round trip that were not held out, from which a system's few weights are fitted."""

Floats = np.ndarray
Features = Callable[[Sequence[str]], Floats]


def measured(data: Path) -> list[Source]:
    """Return the documents: originals and round trips, drawn by a hash."""
    trips = sorted(
        (s for s in sources(data) if s.kind == "trip"), key=lambda s: sha256(f"{SEED}{s.text}".encode()).digest()
    )
    return [s for s in trips if s.label == 0][:ORIGINALS] + [s for s in trips if s.label == 1][:TRIPS]


def training_pairs(data: Path, number: int) -> list[corpora.Pair]:
    """Return pairs of distinct originals."""
    pairs = [pair for pair in corpora.round_trips(data) if not corpora.is_held_out(pair.key)]
    random.Random(SEED).shuffle(pairs)
    return list({pair.human: pair for pair in pairs}.values())[:number]


def fitted(features: Features, pairs: Sequence[corpora.Pair]) -> Callable[[Sequence[str]], Floats]:
    """Return a scorer: a logistic regression that parts the pairs by their features."""
    x = features([pair.human for pair in pairs] + [pair.machine for pair in pairs])
    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.01, max_iter=1000))
    model.fit(x, [0] * len(pairs) + [1] * len(pairs))
    return lambda texts: model.decision_function(features(texts))


def ngrams_scores(texts: Sequence[str]) -> Floats:
    from mtcheck.detection.ngrams import NgramModel

    model = NgramModel.load()
    return np.array([model.scores(text)["round_trip"] for text in texts])


def minilm_features(base: Path) -> Features:
    """Return the sentence vectors of the model as it was published."""
    import torch

    from mtcheck.models.training.network import Batcher, Network
    from mtcheck.models.words import words_of

    torch.manual_seed(SEED)
    network, batcher = Network(base).eval(), Batcher(base)

    def vectors(texts: Sequence[str]) -> Floats:
        parts = []
        with torch.no_grad():
            for first in range(0, len(texts), 128):
                inputs, _ = batcher.batch([words_of(text) for text in texts[first : first + 128]])
                parts.append(network(**inputs).vectors.numpy())
        return np.concatenate(parts)

    return vectors


def smollm2_features() -> Features:
    """Return mean, highest and spread of the words' surprisal, and the length."""
    from smollm2 import Surprisal

    model = Surprisal()

    def figures(texts: Sequence[str]) -> Floats:
        found = []
        for text in texts:
            nats = [n for _, _, n in model.words(text)] or [0.0]
            found.append([np.mean(nats), max(nats), np.std(nats), np.log(len(nats))])
        return np.array(found)

    return figures


def harper_scores(texts: Sequence[str]) -> Floats:
    """Return lints per word."""
    import harper

    linter = harper.Linter()
    return np.array([len(linter.lint(text)) / max(1, len(text.split())) for text in texts])


def by_segments(found: Sequence[Source], score: Callable[[Sequence[str]], Floats]) -> tuple[list[Floats], list[float]]:
    """Return the segments' scores and the document's, for each document."""
    lines = [source.text.split("\n") for source in found]
    flat = score([line for own in lines for line in own])
    flat = (flat - flat.mean()) / (flat.std() or 1.0)
    cuts = np.cumsum([len(own) for own in lines])[:-1]
    parts = np.split(flat, cuts)
    means = [float(part.mean()) for part in parts]
    return [OWN * part + (1 - OWN) * mean for part, mean in zip(parts, means, strict=True)], means


def by_mtcheck(found: Sequence[Source]) -> tuple[list[Floats], list[float]]:
    from mtcheck import Article, Checker

    checker = Checker()
    reports = [checker.check(Article(text=source.text)) for source in found]
    sentences = [np.array([sentence.mt_probability for sentence in report.sentences]) for report in reports]
    return sentences, [report.mt_probability for report in reports]


def main() -> None:
    names = ["mtcheck", "ngrams", "minilm", "smollm2", "harper"]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--base", type=Path)
    parser.add_argument("--systems", nargs="*", default=names, choices=names)
    options = parser.parse_args()
    found = measured(options.corpora)
    labels = [source.label for source in found]
    print(f"{labels.count(0)} originals, {labels.count(1)} round trips\n")
    print("| system | segment AUC | document AUC | TPR at 1 % FPR |\n|---|---|---|---|")
    for name in options.systems:
        if name == "mtcheck":
            segments, documents = by_mtcheck(found)
        elif name in PAIRS:
            features = minilm_features(options.base) if name == "minilm" else smollm2_features()
            segments, documents = by_segments(found, fitted(features, training_pairs(options.corpora, PAIRS[name])))
        else:
            segments, documents = by_segments(found, ngrams_scores if name == "ngrams" else harper_scores)
        sides = [[value for value, label in zip(documents, labels, strict=True) if label == x] for x in (0, 1)]
        parts = [np.concatenate([s for s, label in zip(segments, labels, strict=True) if label == x]) for x in (0, 1)]
        print(f"| {name} | {auc(*parts):.3f} | {auc(*sides):.3f} | {tpr(*sides):.3f} |", flush=True)


if __name__ == "__main__":
    main()
