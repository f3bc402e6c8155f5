"""What the network can do on documents that it was not trained on."""

import json
import math
import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import roc_auc_score, roc_curve

from mtcheck.models.training.corpora import Marked, Pair, is_held_out
from mtcheck.models.training.corruption import Corruptor
from mtcheck.models.training.network import ERROR, REPLACED, Batcher, Network
from mtcheck.models.words import words_of

SEED = 7
DOCUMENTS, VERSIONS, SENTENCES, SEGMENTS = 40, 3, 600, 400
DEVELOPMENT = Path("benchmarks/phrases/development")


@dataclass(frozen=True, slots=True)
class Held:
    """A fixed sample of the held-out documents."""

    pairs: tuple[Pair, ...]
    corrupted: tuple[tuple[list[str], list[float]], ...]
    marked: tuple[Marked, ...]

    @classmethod
    def of(
        cls, pairs: Iterable[Pair], human: Iterable[tuple[str, str]], marked: Iterable[Marked], corruptor: Corruptor
    ) -> "Held":
        """Draw the sample."""
        draw = random.Random(SEED)
        groups: dict[str, dict[str, list[Pair]]] = defaultdict(lambda: defaultdict(list))
        for pair in pairs:
            if is_held_out(pair.key):
                groups[pair.key][pair.group].append(pair)
        chosen: list[Pair] = []
        for key in draw.sample(sorted(groups), DOCUMENTS):
            for group in draw.sample(sorted(groups[key]), min(VERSIONS, len(groups[key]))):
                chosen += groups[key][group]
        sentences = draw.sample([s for k, s in human if is_held_out(k)], SENTENCES)
        segments = draw.sample([m for m in marked if is_held_out(m.key)], SEGMENTS)
        return cls(tuple(chosen), tuple(corruptor.corrupted(s, draw) for s in sentences), tuple(segments))


def evaluate(network: Network, batcher: Batcher, held: Held) -> dict[str, float]:
    """Return AUC of segments and documents, of replaced words, of marked words, and Pearson of the penalty."""
    texts = sorted({text for pair in held.pairs for text in (pair.human, pair.machine)})
    machine = dict(zip(texts, [s[1] for s in predict(network, batcher, [words_of(t) for t in texts])], strict=True))
    found = _detection(held.pairs, machine)
    replaced = predict(network, batcher, [words for words, _ in held.corrupted])
    found |= _tokens("replaced", [s[0][:, REPLACED] for s in replaced], [tags for _, tags in held.corrupted])
    marked = predict(network, batcher, [list(m.words) for m in held.marked])
    found |= _tokens(
        "error", [s[0][:, ERROR] for s in marked], [[float(t >= 0.5) for t in m.tags] for m in held.marked]
    )
    wanted = [math.log1p(m.penalty or 0.0) for m in held.marked]
    found["penalty"] = float(np.corrcoef([s[2] for s in marked], wanted)[0, 1])
    if DEVELOPMENT.exists():
        found |= _development(network, batcher)
    return {name: round(value, 4) for name, value in found.items()}


def _detection(pairs: Sequence[Pair], machine: dict[str, float]) -> dict[str, float]:
    human_by: dict[str, dict[str, float]] = defaultdict(dict)
    machine_by: dict[str, list[float]] = defaultdict(list)
    for pair in pairs:
        own = f"{pair.key}|{pair.group.rsplit('|', 2)[1]}"  # a document's segments differ by pivot
        human_by[own][pair.human] = machine[pair.human]
        machine_by[pair.group].append(machine[pair.machine])
    documents = [float(np.mean(list(v.values()))) for v in human_by.values()]
    versions = [float(np.mean(v)) for v in machine_by.values()]
    segments = [x for v in human_by.values() for x in v.values()], [x for v in machine_by.values() for x in v]
    return {"segment": auc(*segments), "document": auc(documents, versions)}


def _tokens(name: str, scores: Sequence[np.ndarray], tags: Sequence[Sequence[float]]) -> dict[str, float]:
    values = np.concatenate([s[: len(t)] for s, t in zip(scores, tags, strict=True)])
    labels = np.concatenate([np.array(t[: len(s)]) for s, t in zip(scores, tags, strict=True)])
    false, true, _ = roc_curve(labels, values)
    return {
        f"{name}_auc": float(roc_auc_score(labels, values)),
        f"{name}_at_1%": float(true[np.searchsorted(false, 0.01, side="right") - 1]),
    }


def _development(network: Network, batcher: Batcher) -> dict[str, float]:
    """Return how well the likeliest replaced word of an artifact's span stands out from those of clean sentences."""
    rows = [json.loads(line) for line in (DEVELOPMENT / "artifacts.jsonl").read_text(encoding="utf-8").splitlines()]
    clean = [json.loads(line) for line in (DEVELOPMENT / "clean.jsonl").read_text(encoding="utf-8").splitlines()]
    worst = []
    for row, scores in zip(rows, predict(network, batcher, [words_of(r["text"]) for r in rows]), strict=True):
        before = len(words_of(row["text"][: row["text"].index(row["span"])]))
        worst.append(float(scores[0][before : before + len(words_of(row["span"])), REPLACED].max(initial=-20.0)))
    best = [float(s[0][:, REPLACED].max()) for s in predict(network, batcher, [words_of(r["text"]) for r in clean])]
    false, true, _ = roc_curve([0] * len(best) + [1] * len(worst), [*best, *worst])
    return {
        "artifacts_auc": auc(best, worst),
        "artifacts_at_2%": float(true[np.searchsorted(false, 0.02, side="right") - 1]),
    }


def auc(negatives: Sequence[float], positives: Sequence[float]) -> float:
    """Return the area under the ROC curve."""
    return float(roc_auc_score([0] * len(negatives) + [1] * len(positives), [*negatives, *positives]))


@torch.no_grad()
def predict(network: Network, batcher: Batcher, texts: Sequence[list[str]]) -> list[tuple[np.ndarray, float, float]]:
    """Return for each text the log-odds of its words (words x 2, a word's worst token), machine and penalty."""
    network.eval()
    found: dict[int, tuple[np.ndarray, float, float]] = {}
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    for start in range(0, len(order), 64):
        part = order[start : start + 64]
        inputs, word_ids = batcher.batch([texts[i] for i in part])
        with torch.autocast("cpu", torch.bfloat16):
            outputs = network(**inputs)
        for row, number in enumerate(part):
            words = np.full((len(texts[number]), 2), -20.0)
            for place, word in enumerate(word_ids[row]):
                if word is not None:
                    words[word] = np.maximum(words[word], outputs.tokens[row, place].numpy())
            found[number] = (words, float(outputs.machine[row]), float(outputs.penalty[row]))
    network.train()
    return [found[number] for number in range(len(texts))]
