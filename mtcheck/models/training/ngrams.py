"""Train the three n-gram models: python -m mtcheck.models.training.ngrams --corpora FOLDER [--out FILE].

Documents of the held-out fold are left out for good, so that what ships can be measured on them.
"""

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import SGDClassifier

from mtcheck.detection.ngrams import BITS, FILE, KINDS, buckets, normalised_words
from mtcheck.models.training import corpora
from mtcheck.models.training.corpora import Pair, is_held_out
from mtcheck.tables import Array, save_table

SEED = 1
ALPHA = {"round_trip": 5e-6, "spun": 3e-6, "translation": 3e-6}
"""Regularisation, chosen on held-out documents of another fold."""
EPOCHS = 12
FLORES_EACH = 30
"""Versions of one FLORES sentence; there are up to 250."""
PER_ARTICLE = 4
"""Sentences of one human article by which scores are standardised."""

Floats = NDArray[np.float64]


def matrix(texts: Sequence[str]) -> sparse.csr_matrix:
    """Return one row per text: its n-grams over the root of their number."""
    found = [buckets(normalised_words(text)) for text in texts]
    sizes = np.array([len(row) for row in found])
    values = np.repeat(1 / np.sqrt(sizes), sizes).astype(np.float32)
    starts = np.concatenate([[0], np.cumsum(sizes)])
    result = sparse.csr_matrix((values, np.concatenate(found), starts), shape=(len(texts), 1 << BITS))
    result.sum_duplicates()
    return result


def fit(pairs: Sequence[Pair], alpha: float) -> Floats:
    """Return the weights that part machine versions from originals; an original counts once, as do all its versions."""
    versions = Counter(pair.human for pair in pairs)
    texts = [*(pair.machine for pair in pairs), *versions]
    truth = np.array([1] * len(pairs) + [0] * len(versions))
    weights = np.array([1 / versions[pair.human] for pair in pairs] + [1.0] * len(versions))
    model = SGDClassifier(loss="log_loss", alpha=alpha, max_iter=EPOCHS, tol=None, random_state=SEED, average=True)
    model.fit(matrix(texts), truth, sample_weight=weights * len(weights) / weights.sum())
    return np.asarray(model.coef_[0])


def norm(weights: Floats, texts: Sequence[str]) -> Floats:
    """Return how scores of human sentences depend on length: level, slope over the root of the words, spread."""
    scores, roots = matrix(texts) @ weights, np.sqrt([max(1, len(normalised_words(text))) for text in texts])
    slope, level = np.polyfit(roots, scores, 1)
    return np.array([level, slope, np.std(scores - level - slope * roots)])


def sources(data: Path, without: Sequence[str] = ()) -> dict[str, list[Pair]]:
    """Return the training pairs of each kind; round trips through engines and pivots named in `without` are left out."""
    news = corpora.round_trips(data)
    held_texts = {pair.human for pair in news if is_held_out(pair.key)}
    trips = [pair for pair in news if not is_held_out(pair.key) and pair.human not in held_texts]
    draw = random.Random(SEED)
    by_sentence: dict[str, list[Pair]] = {}
    for pair in corpora.flores_round_trips(data):
        by_sentence.setdefault(pair.key, []).append(pair)
    for own in by_sentence.values():
        trips += draw.sample(own, min(FLORES_EACH, len(own)))
    trips = corpora.without(trips, without)
    spun = [pair for pair in corpora.spun_sentences(data) if not is_held_out(pair.key)]
    translated = [pair for pair in corpora.translations(data) if not is_held_out(pair.key)]
    return {"round_trip": trips, "spun": spun, "translation": translated}


def train(data: Path, out: Path, without: Sequence[str] = ()) -> None:
    """Fit all models and write them in 8 bits."""
    sample, taken = [], Counter[str]()
    for key, sentence in corpora.human_sentences(data):
        if key.startswith("human_news") and not is_held_out(key) and taken[key] < PER_ARTICLE:
            taken[key] += 1
            sample.append(sentence)
    arrays: dict[str, Array] = {}
    for kind, pairs in sources(data, without).items():
        weights = fit(pairs, ALPHA[kind])
        scale = np.abs(weights).max() / 127
        arrays[kind] = np.round(weights / scale).astype(np.int8)
        arrays[f"{kind}_scale"] = np.array(scale, dtype=np.float32)
        arrays[f"{kind}_norm"] = norm(arrays[kind] * scale, sample).astype(np.float32)
        print(kind, len(pairs), "pairs", int((arrays[kind] != 0).sum()), "weights", arrays[f"{kind}_norm"], flush=True)
    assert set(KINDS) <= arrays.keys()
    out.parent.mkdir(exist_ok=True)
    save_table(out, arrays)


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=FILE)
    parser.add_argument("--without", nargs="*", default=[], help="engines and pivots to leave out of the round trips")
    options = parser.parse_args()
    train(options.corpora, options.out, options.without)


if __name__ == "__main__":
    main()
