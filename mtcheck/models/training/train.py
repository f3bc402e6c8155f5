"""Train the network: python -m mtcheck.models.training.train --corpora FOLDER --base MODEL_FOLDER --out FOLDER --minutes N.

Every step takes rows of each kind of evidence: replaced words in news that people wrote, round trips beside their originals,
segments marked by raters and post-editors, and known phrases whose vectors are to stay as the base model has them.
"""

import argparse
import json
import math
import random
import shutil
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import torch
from torch.nn import functional

from mtcheck.models.packaged import TOKENIZER
from mtcheck.models.training import corpora
from mtcheck.models.training.alignment import damage
from mtcheck.models.training.corpora import Marked, Pair
from mtcheck.models.training.corruption import Corruptor
from mtcheck.models.training.evaluation import Held, evaluate
from mtcheck.models.training.network import ERROR, HEADS, REPLACED, Batcher, Network, Outputs
from mtcheck.models.words import words_of
from mtcheck.phrases.bank import load_bank

SEED = 20261123
RATE, HEAD_RATE = 5e-5, 1e-3
WARM_UP = 100
NEWS, PAIRS, MARKED, EDITED, PHRASES = 16, 8, 4, 4, 16
"""Rows of each kind in a step."""
POOL = 32
"""Steps whose rows are drawn together and sorted by length, so that little is spent on padding."""
WEIGHTS = {"replaced": 1.0, "aligned": 0.15, "error": 0.3, "machine": 0.5, "ranked": 0.5, "penalty": 0.3, "kept": 4.0}
"""How much each loss counts."""
CHECKED_EVERY = 1000

Item = TypeVar("Item")
Keyed = TypeVar("Keyed", Pair, Marked)


def _cycle(items: Sequence[Item], draw: random.Random) -> Iterator[Item]:
    """Yield every item once, in random order, then again."""
    while True:
        order = list(items)
        draw.shuffle(order)
        yield from order


def _distinct(pairs: Sequence[Pair], draw: random.Random) -> Iterator[Pair]:
    """Yield one machine version of every human text, drawn anew each time round: a text met often is learned by heart."""
    versions: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        versions[pair.human].append(pair)
    while True:
        chosen = [draw.choice(own) for own in versions.values()]
        draw.shuffle(chosen)
        yield from chosen


def _pooled(source: Iterator[str], size: int, draw: random.Random) -> Iterator[list[str]]:
    """Yield lists of `size` texts of about one length."""
    while True:
        pool = sorted((next(source) for _ in range(size * POOL)), key=len)
        batches = [pool[i : i + size] for i in range(0, len(pool), size)]
        draw.shuffle(batches)
        yield from batches


class Trainer:
    """Holds network, data and optimiser."""

    def __init__(
        self, data: Path, base: Path, out: Path, start: Path | None = None, without: Sequence[str] = ()
    ) -> None:
        """Read the data, all but the held-out documents.

        `start` is an earlier training's folder, to go on from; `without`: engines and pivots to leave out.
        """
        torch.manual_seed(SEED)
        self.draw, self.base, self.out = random.Random(SEED), base, out
        self.batcher, self.network = Batcher(base), Network(base)
        self.corruptor = Corruptor()
        news = corpora.round_trips(data)
        held_texts = {pair.human for pair in news if corpora.is_held_out(pair.key)}
        flores, spun = corpora.flores_round_trips(data), corpora.spun_sentences(data)
        flores = corpora.without(flores, without)
        trained = [p for p in news if not corpora.is_held_out(p.key) and p.human not in held_texts]
        trained = corpora.without(trained, without)
        human = [(k, s) for k, s in corpora.human_sentences(data) if s not in held_texts]
        marked, edits = corpora.mqm(data), corpora.post_edits(data)
        self.held = Held.of(news, human, marked, self.corruptor)

        def kept(rows: Sequence[Keyed]) -> list[Keyed]:
            return [row for row in rows if not corpora.is_held_out(row.key)]

        self.human = _pooled(_cycle([s for k, s in human if not corpora.is_held_out(k)], self.draw), NEWS, self.draw)
        self.sources = [
            _distinct(trained, self.draw),
            _distinct(trained, self.draw),
            _distinct(kept(flores), self.draw),
            _distinct(kept(spun), self.draw),
        ]
        self.marked, self.edits = _cycle(kept(marked), self.draw), _cycle(kept(edits), self.draw)
        phrases = sorted({text for phrase in load_bank() for text in (phrase.phrase, phrase.gloss)})
        self.phrases = _cycle(phrases, self.draw)
        self.kept = dict(zip(phrases, self._vectors(phrases), strict=True))
        if start:
            self.network.go_on_from(start)
        heads = [p for name, p in self.network.named_parameters() if not name.startswith("body")]
        self.optimiser = torch.optim.AdamW(
            [{"params": self.network.body.parameters(), "lr": RATE}, {"params": heads, "lr": HEAD_RATE}],
            weight_decay=0.01,
        )
        sizes = {
            "human": len(human),
            "trips": len(trained),
            "flores": len(flores),
            "spun": len(spun),
            "mqm": len(marked),
        }
        print(json.dumps(sizes), flush=True)

    @torch.no_grad()
    def _vectors(self, texts: Sequence[str]) -> torch.Tensor:
        self.network.eval()
        parts = []
        for start in range(0, len(texts), 256):
            inputs, _ = self.batcher.batch([words_of(text) for text in texts[start : start + 256]])
            parts.append(self.network(**inputs).vectors)
        self.network.train()
        return torch.cat(parts)

    def loss(self) -> tuple[torch.Tensor, dict[str, float]]:
        """Return the weighted loss of one step, and its parts."""
        corrupted = [self.corruptor.corrupted(sentence, self.draw) for sentence in next(self.human)]
        pairs: list[Pair] = [next(self.sources[number % len(self.sources)]) for number in range(PAIRS)]
        marked: list[Marked] = [next(self.marked) for _ in range(MARKED)]
        marked += [next(self.edits) for _ in range(EDITED)]
        phrases: list[str] = [next(self.phrases) for _ in range(PHRASES)]
        parts = {"replaced": self._token_loss([w for w, _ in corrupted], [t for _, t in corrupted], REPLACED)[0]}
        parts |= self._pair_losses(pairs)
        parts |= self._marked_losses(marked)
        inputs, _ = self.batcher.batch([words_of(text) for text in phrases])
        known = torch.stack([self.kept[text] for text in phrases])
        with torch.autocast("cpu", torch.bfloat16):
            vectors = self.network(**inputs).vectors
        parts["kept"] = (1 - (vectors * known).sum(-1)).mean()
        total = sum((WEIGHTS[name] * part for name, part in parts.items()), torch.zeros(()))
        return total, {name: round(float(part), 4) for name, part in parts.items()}

    def _token_loss(
        self, words: Sequence[list[str]], tags: Sequence[Sequence[float]], column: int
    ) -> tuple[torch.Tensor, Outputs]:
        inputs, word_ids = self.batcher.batch(list(words))
        labels = torch.full(inputs["input_ids"].shape, -1.0)
        for number, ids in enumerate(word_ids):
            for place, word in enumerate(ids):
                if word is not None and word < len(tags[number]):
                    labels[number, place] = tags[number][word]
        with torch.autocast("cpu", torch.bfloat16):
            outputs = self.network(**inputs)
        seen = labels >= 0
        return functional.binary_cross_entropy_with_logits(outputs.tokens[..., column][seen], labels[seen]), outputs

    def _pair_losses(self, pairs: Sequence[Pair]) -> dict[str, torch.Tensor]:
        human, machine = [words_of(p.human) for p in pairs], [words_of(p.machine) for p in pairs]
        tags = [[0.0] * len(words) for words in human]
        tags += [damage(h, m) for h, m in zip(human, machine, strict=True)]
        aligned, outputs = self._token_loss([*human, *machine], tags, REPLACED)
        first, second = outputs.machine[: len(pairs)], outputs.machine[len(pairs) :]
        truth = torch.cat([torch.zeros(len(pairs)), torch.ones(len(pairs))])
        return {
            "aligned": aligned,
            "machine": functional.binary_cross_entropy_with_logits(outputs.machine, truth),
            "ranked": functional.softplus(first - second).mean(),
        }

    def _marked_losses(self, marked: Sequence[Marked]) -> dict[str, torch.Tensor]:
        error, outputs = self._token_loss([list(m.words) for m in marked], [m.tags for m in marked], ERROR)
        judged = [number for number, m in enumerate(marked) if m.penalty is not None]
        wanted = torch.tensor([math.log1p(marked[number].penalty or 0.0) for number in judged])
        return {"error": error, "penalty": functional.mse_loss(outputs.penalty[judged], wanted)}

    def run(self, minutes: float) -> None:
        """Train until the time is over; a checkpoint is written at every check, with what the check found."""
        begin, step, record = time.time(), 0, []
        while (spent := (time.time() - begin) / 60) < minutes:
            factor = min(1.0, (step + 1) / WARM_UP) * max(0.02, 1 - spent / minutes)
            for group, rate in zip(self.optimiser.param_groups, (RATE, HEAD_RATE), strict=True):
                group["lr"] = rate * factor
            loss, parts = self.loss()
            self.optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
            self.optimiser.step()
            step += 1
            if step % 50 == 0:
                print(step, round(spent, 1), json.dumps(parts), flush=True)
            if step % CHECKED_EVERY == 0:
                record.append(
                    {"step": step, "minutes": round(spent, 1), **evaluate(self.network, self.batcher, self.held)}
                )
                print(json.dumps(record[-1]), flush=True)
                self.save(record)
        record.append({"step": step, "minutes": minutes, **evaluate(self.network, self.batcher, self.held)})
        print(json.dumps(record[-1]), flush=True)
        self.save(record)

    def save(self, record: list[dict[str, float]]) -> None:
        """Write body, heads, the base's tokenizer and the record."""
        self.out.mkdir(parents=True, exist_ok=True)
        self.network.body.save_pretrained(self.out)
        shutil.copyfile(self.base / TOKENIZER, self.out / TOKENIZER)
        heads = {name: value for name, value in self.network.state_dict().items() if not name.startswith("body")}
        torch.save(heads, self.out / HEADS)
        (self.out / "record.json").write_text(json.dumps(record, indent=1), encoding="utf-8")


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("corpora", "base", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="folder of an earlier training to go on from")
    parser.add_argument("--without", nargs="*", default=[], help="engines and pivots to leave out of the round trips")
    parser.add_argument("--minutes", type=float, required=True)
    options = parser.parse_args()
    Trainer(options.corpora, options.base, options.out, options.start, options.without).run(options.minutes)


if __name__ == "__main__":
    main()
