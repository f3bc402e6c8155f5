"""Engines and pivots held out: what detection loses on round trips through an engine or a language it never saw.

    python benchmarks/detection/rotation.py --corpora FOLDER                              each in turn, n-grams alone
    python benchmarks/detection/rotation.py --corpora FOLDER --networks ALL PART --without NAME [NAME ...]

ALL and PART are folders that `mtcheck.models.training.train` wrote, PART with the same `--without`. Held-out documents.
With networks, a logistic regression weighs n-grams and network: fitted on half the originals and the engines and pivots that both
know, measured on the other half and each one that is named.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from mtcheck.models.training.ngrams import ALPHA, fit, matrix, sources
from mtcheck.models.words import words_of

sys.path.append(str(Path(__file__).parents[1] / "calibration"))
from documents import Source
from documents import sources as documents


def held_out_trips(data: Path) -> list[Source]:
    """Return originals and round trips of the held-out fold."""
    return [source for source in documents(data) if source.kind == "trip"]


def auc(negative: np.ndarray, positive: np.ndarray) -> float:
    return float(roc_auc_score([0] * len(negative) + [1] * len(positive), [*negative, *positive]))


def segments(found: Sequence[Source]) -> tuple[list[str], np.ndarray]:
    """Return the segments of all documents, and for each the number of its document."""
    lines = [(line, number) for number, source in enumerate(found) for line in source.text.split("\n")]
    return [line for line, _ in lines], np.array([number for _, number in lines])


def document_means(values: np.ndarray, texts: Sequence[str], owner: np.ndarray) -> np.ndarray:
    """Return the mean of each document's segments; a long one counts for more."""
    weights = np.sqrt([len(text.split()) + 1 for text in texts])
    return np.bincount(owner, values * weights) / np.bincount(owner, weights)


def ngram_scores(data: Path, texts: Sequence[str], without: Sequence[str]) -> np.ndarray:
    """Return the n-grams' score of each text, trained without the named engines and pivots."""
    weights = fit(sources(data, without)["round_trip"], ALPHA["round_trip"])
    return np.asarray(matrix(texts) @ weights)


def network_scores(folder: Path, texts: Sequence[str]) -> np.ndarray:
    """Return the network's figures of each text: machine, mean of replaced words, mean of marked ones."""
    from mtcheck.models.training.evaluation import predict
    from mtcheck.models.training.network import Batcher, Network

    network = Network(folder)
    network.go_on_from(folder)
    found = predict(network, Batcher(folder), [words_of(text) for text in texts])
    return np.array([[machine, *words.mean(axis=0)] for words, machine, _ in found])


def is_of(source: Source, names: Sequence[str]) -> bool:
    return source.label == 1 and bool({source.engine, source.pivot}.intersection(names))


def figures(found: Sequence[Source], scores: np.ndarray, owner: np.ndarray, own: np.ndarray, name: str) -> str:
    """Return AUC of segments (their own score and the document's mean) and of documents, of one engine or pivot."""
    means = np.bincount(owner, scores) / np.bincount(owner)
    known, negative = (
        np.array([is_of(s, [name]) for s in found]) & own,
        np.array([s.label == 0 for s in found]) & own,
    )
    around = scores * 0.25 + means[owner]
    return f"{auc(around[negative[owner]], around[known[owner]]):.3f} | {auc(means[negative], means[known]):.3f}"


def rotate_ngrams(data: Path) -> None:
    found = held_out_trips(data)
    texts, owner = segments(found)
    everything = np.ones(len(found), dtype=bool)
    whole = ngram_scores(data, texts, [])
    print("| held out | segment | document | segment, seen | document, seen |\n|---|---|---|---|---|")
    for name in [*sorted({s.engine for s in found} - {""}), *sorted({s.pivot for s in found} - {""})]:
        part = ngram_scores(data, texts, [name])
        cells = (figures(found, scores, owner, everything, name) for scores in (part, whole))
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


def rotate_networks(data: Path, networks: Sequence[Path], without: Sequence[str]) -> None:
    found = held_out_trips(data)
    texts, owner = segments(found)
    measured = np.array([source.half == 1 for source in found])
    fitted = ~measured & np.array([not is_of(source, without) for source in found])
    labels = np.array([source.label for source in found])
    scores = []
    for folder, left_out in zip(networks, ([], without), strict=True):
        columns = np.column_stack([ngram_scores(data, texts, left_out), network_scores(folder, texts)])
        means = np.column_stack([document_means(column, texts, owner) for column in columns.T])
        model = make_pipeline(StandardScaler(), LogisticRegression(C=0.1, class_weight="balanced"))
        model.fit(means[fitted], labels[fitted])
        scores.append((columns[:, 1], model.decision_function(columns)))
    print(
        "| | network: segment | document | all: segment | document "
        "| seen, network: segment | document | all: segment | document |"
    )
    print("|---" * 9 + "|")
    for name in without:
        if any(is_of(source, [name]) for source in found):
            cells = [figures(found, kind, owner, measured, name) for part in reversed(scores) for kind in part]
            print(f"| {name} | {' | '.join(cells)} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--networks", type=Path, nargs=2, metavar=("ALL", "PART"))
    parser.add_argument("--without", nargs="+", default=[])
    options = parser.parse_args()
    if options.networks:
        rotate_networks(options.corpora, options.networks, options.without)
    else:
        rotate_ngrams(options.corpora)


if __name__ == "__main__":
    main()
