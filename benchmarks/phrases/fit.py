"""Fit the decision of known phrasing and write mtcheck/phrases/data/decision.npz.

    python benchmarks/phrases/fit.py --corpora FOLDER [--share 0.3]

Needs scikit-learn. Articles, originals and development sentences are split by text, five to one; the figures printed are of the
part kept aside. Seeds are fixed. Nothing of benchmarks/challenge is read.
"""

import argparse
import json
import pickle
import random
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import chain
from pathlib import Path
from zlib import crc32

import numpy as np
from labelled import SEED, Example, corrupted, development, human, returned
from sklearn.metrics import roc_auc_score
from sklearn.neural_network import MLPClassifier

from mtcheck.models import load_encoder
from mtcheck.models.packaged import PackagedEncoder
from mtcheck.models.reading import SentenceReader
from mtcheck.phrases.context import SEMANTIC, Rewording, semantic_evidence
from mtcheck.phrases.decision import FILE, Decision, Network
from mtcheck.phrases.evidence import STATIC
from mtcheck.phrases.finder import PhraseFinder
from mtcheck.phrases.tables import DATA
from mtcheck.tables import pack_words, save_table

STATIC_NAMES = (*STATIC, "is_quoted")
FULL_NAMES = (*STATIC_NAMES, *SEMANTIC)
UNITS = 24
KEPT_RECALL = 0.88
"""The first network lets this share of the damaged candidates through."""
MOST_NEGATIVES, MOST_DAMAGED = 6_000, 4_500
"""Of human news, for the second network: encoding costs most of the time."""
CHUNK = 1000
WEIGHTS = {"artifacts": 20.0, "clean": 10.0}
"""How often an example of the development sentences counts; all others once."""


def no_reader() -> SentenceReader:
    """Stand in for the reader while examples are gathered: nothing is judged then."""
    raise NotImplementedError


def undecided() -> Decision:
    """Return a decision that lets everything through, to gather examples with."""
    nothing = np.zeros(1)
    network = Network(("words",), nothing, np.ones(1), np.zeros((1, 1)), nothing, nothing, 50.0)
    return Decision(network, network, 0.0)


def matrix(examples: Iterable[Example], names: tuple[str, ...]) -> np.ndarray:
    return np.array([[example.figures[name] for name in names] for example in examples])


def is_kept_aside(example: Example) -> bool:
    return crc32(example.text.encode()) % 6 == 0


def repeated(examples: list[Example]) -> list[Example]:
    """Return the examples as often as their group weighs, in a fixed random order."""
    all_of = [example for example in examples for _ in range(int(WEIGHTS.get(example.group, 1)))]
    random.Random(SEED).shuffle(all_of)
    return all_of


def fit(examples: list[Example], names: tuple[str, ...]) -> Network:
    """Return a network fitted to the examples that are not kept aside."""
    used = repeated([example for example in examples if not is_kept_aside(example)])
    values, labels = matrix(used, names), np.array([example.label for example in used])
    centre, scale = values.mean(axis=0), np.maximum(values.std(axis=0), 1e-3)
    model = MLPClassifier((UNITS,), alpha=1e-2, batch_size=256, max_iter=25, random_state=SEED)
    model.fit((values - centre) / scale, labels)
    hidden, output = model.coefs_
    biases = model.intercepts_
    return Network(names, centre, scale, hidden, biases[0], output[:, 0], float(biases[1][0]))


def report(name: str, network: Network, examples: list[Example]) -> None:
    aside = [example for example in examples if is_kept_aside(example)]
    scores = [network.probability(example.figures) for example in aside]
    labels = [example.label for example in aside]
    print(name, "kept aside", len(aside), "damaged", sum(labels), "AUC", round(roc_auc_score(labels, scores), 4))
    for group in sorted({example.group for example in aside}):
        own = [(s, e.label) for s, e in zip(scores, aside, strict=True) if e.group == group]
        bad = [s for s, label in own if label]
        good = [s for s, label in own if not label]
        cuts = {cut: [_share(part, cut) for part in (bad, good)] for cut in (0.5, 0.8, 0.9, 0.95)}
        print("  ", group, len(bad), len(good), json.dumps(cuts))


def _share(scores: list[float], cut: float) -> float | None:
    return round(float(np.mean([score >= cut for score in scores])), 4) if scores else None


def meaning_of(rewordings: list[Rewording]) -> list[dict[str, float]]:
    """Return the network's figures of some candidates; run in a process of its own."""
    encoder = PackagedEncoder()
    return semantic_evidence(rewordings, encoder, SentenceReader(encoder))


def with_meaning(examples: list[Example], static: Network, keep: float) -> list[Example]:
    """Return the examples that the first network lets through, with the encoder's figures."""
    passed = [e for e in examples if static.probability(e.figures) >= keep]
    random.Random(SEED).shuffle(passed)
    plain = [e for e in passed if e.label == 0 and e.group not in WEIGHTS][:MOST_NEGATIVES]
    damaged = [e for e in passed if e.label == 1 and e.group not in WEIGHTS][:MOST_DAMAGED]
    chosen = [*plain, *damaged, *(e for e in passed if e.group in WEIGHTS)]
    chunks = [[e.reading for e in chosen[i : i + CHUNK]] for i in range(0, len(chosen), CHUNK)]
    with ProcessPoolExecutor(2) as pool:
        meanings = list(chain.from_iterable(pool.map(meaning_of, chunks)))
    return [replace(e, figures={**e.figures, **meaning}) for e, meaning in zip(chosen, meanings, strict=True)]


def gathered(name: str, corpora: Path, development_set: Path, share: float) -> list[Example]:
    """Return the examples of one source; run in a process of its own."""
    finder = PhraseFinder(load_encoder, no_reader, undecided())
    if name == "human":
        return list(human(finder, corpora, share))
    if name == "corrupted":
        return list(corrupted(finder, corpora, share))
    if name == "returned":
        return list(returned(finder, corpora, share / 4))
    return list(development(finder, development_set)) if development_set.exists() else []


def all_gathered(corpora: Path, development_set: Path, share: float) -> list[Example]:
    """Return the examples of every source."""
    with ProcessPoolExecutor(2) as pool:
        jobs = [
            pool.submit(gathered, name, corpora, development_set, share)
            for name in ("corrupted", "human", "returned", "development")
        ]
        return list(chain.from_iterable(job.result() for job in jobs))


def save(decision: Decision) -> None:
    arrays = {"keep": np.array(decision.keep)}
    for name, network in (("static", decision.static), ("full", decision.full)):
        arrays |= {
            f"{name}_names": pack_words(network.names),
            f"{name}_centre": network.centre,
            f"{name}_scale": network.scale,
            f"{name}_hidden": network.hidden,
            f"{name}_hidden_bias": network.hidden_bias,
            f"{name}_output": network.output,
            f"{name}_output_bias": np.array(network.output_bias),
        }
    types = {key: np.uint8 if key.endswith("names") else np.float32 for key in arrays}
    save_table(DATA / FILE, {key: np.asarray(value, dtype=types[key]) for key, value in arrays.items()})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--share", type=float, default=0.3)
    parser.add_argument("--development", type=Path, default=Path(__file__).parent / "development")
    parser.add_argument("--cache", type=Path, help="keep the examples, which take minutes to gather, in this file")
    parser.add_argument("--only-gather", action="store_true")
    options = parser.parse_args()
    if options.cache and options.cache.exists():
        examples = pickle.loads(options.cache.read_bytes())
    else:
        examples = all_gathered(options.corpora, options.development, options.share)
    if options.cache:
        options.cache.write_bytes(pickle.dumps(examples))
    if options.only_gather:
        return
    static = fit(examples, STATIC_NAMES)
    report("static", static, examples)
    damaged = sorted(static.probability(e.figures) for e in examples if e.label)
    keep = damaged[int(len(damaged) * (1 - KEPT_RECALL))]
    judged = with_meaning(examples, static, keep)
    full = fit(judged, FULL_NAMES)
    report("full", full, judged)
    print("keep", keep)
    save(Decision(static, full, keep))


if __name__ == "__main__":
    main()
