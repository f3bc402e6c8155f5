"""The network: a small BERT with heads for the sentence vector, damaged tokens, machine-translation and severity."""

from dataclasses import dataclass
from pathlib import Path

import torch
from transformers import AutoModel, AutoTokenizer

TOKENS = 64
"""Longest input of training, in tokens of the tokenizer."""
DROPOUT = 0.1
HEADS = "heads.pt"
"""File of the heads in a training's folder."""
REPLACED, ERROR = 0, 1
"""Columns of the token head: a word in another's place; a word that a rater or post-editor would mark."""


@dataclass(frozen=True, slots=True)
class Outputs:
    """What the heads say of a batch.

    * `vectors` (texts x width): mean-pooled, of length 1. * `tokens` (texts x tokens x 2): log-odds, `REPLACED` and `ERROR`.
    * `machine` (texts): log-odds that a machine translated it. * `penalty` (texts): log(1 + MQM points).
    """

    vectors: torch.Tensor
    tokens: torch.Tensor
    machine: torch.Tensor
    penalty: torch.Tensor


class Network(torch.nn.Module):
    """MiniLM with linear heads; a sentence's heads see its mean vector and the mean of its tokens' log-odds."""

    def __init__(self, folder: Path) -> None:
        """Load the body from a model folder; the heads begin at random, under the caller's seed."""
        super().__init__()
        self.body = AutoModel.from_pretrained(folder, local_files_only=True)
        width = self.body.config.hidden_size
        self.token = torch.nn.Linear(width, 2)
        self.machine = torch.nn.Linear(width + 2, 1)
        self.penalty = torch.nn.Linear(width + 2, 1)
        self.drop = torch.nn.Dropout(DROPOUT)

    def go_on_from(self, folder: Path) -> None:
        """Take body and heads from the folder that an earlier training wrote."""
        self.body = AutoModel.from_pretrained(folder, local_files_only=True)
        self.load_state_dict(torch.load(folder / HEADS, weights_only=True), strict=False)

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> Outputs:
        """Run a padded batch of token ids."""
        hidden = self.body(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        mask = attention_mask.unsqueeze(-1)
        pooled = (hidden * mask).sum(1) / mask.sum(1)
        tokens = self.token(self.drop(hidden))
        summary = torch.cat([self.drop(pooled), (tokens * mask).sum(1) / mask.sum(1)], dim=-1)
        return Outputs(
            vectors=torch.nn.functional.normalize(pooled.float(), dim=-1),
            tokens=tokens.float(),
            machine=self.machine(summary).squeeze(-1).float(),
            penalty=self.penalty(summary).squeeze(-1).float(),
        )


class Batcher:
    """Turns lists of words into padded tensors."""

    def __init__(self, folder: Path) -> None:
        """Load the tokenizer of a model folder."""
        self._tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)

    def batch(self, texts: list[list[str]]) -> tuple[dict[str, torch.Tensor], list[list[int | None]]]:
        """Return ids and mask, and for each token the number of its word, None for special tokens."""
        encoded = self._tokenizer(
            [words or ["-"] for words in texts],
            is_split_into_words=True,
            padding=True,
            truncation=True,
            max_length=TOKENS,
            return_tensors="pt",
        )
        inputs = {name: encoded[name] for name in ("input_ids", "attention_mask")}
        return inputs, [encoded.word_ids(number) for number in range(len(texts))]
