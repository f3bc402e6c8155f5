"""The encoder that ships: all-MiniLM-L6-v2 as ONNX with 8-bit weights, run without torch.

Source: sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), exported by `python -m mtcheck.models.training.export`. Weights are
stored in 8 bits and computed with in 32, so that a vector does not depend on the batch it was computed in, as it would with
activations quantised by batch.
"""

import hashlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from mtcheck.models.interface import Encoder, EncoderError, Vectors

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

FOLDER = Path(__file__).with_name("data")
WEIGHTS, TOKENIZER, HASHES = "encoder.onnx", "tokenizer.json", "SHA256SUMS"
MAX_TOKENS = 256
"""What the model was made for; the rest of a longer text is not read."""
BATCH = 64


class PackagedEncoder(Encoder):
    """ONNX Runtime on one thread: a process per core is faster than several threads on one short batch."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Check the files against their hashes; raises `EncoderError` where one is missing or differs."""
        self._folder = folder
        self._digests = _checked(folder)

    @property
    def version(self) -> str:
        """`packaged-` and the first digits of the hash of the weights."""
        return f"packaged-{self._digests[WEIGHTS][:12]}"

    @cached_property
    def _session(self) -> "InferenceSession":
        from onnxruntime import InferenceSession, SessionOptions

        options = SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        return InferenceSession(str(self._folder / WEIGHTS), options, providers=["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._folder / TOKENIZER))
        tokenizer.enable_truncation(MAX_TOKENS)
        tokenizer.enable_padding()
        return tokenizer

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return the mean of the last layer's token vectors, scaled to length 1 (Reimers & Gurevych 2019, mean pooling)."""
        if not texts:
            return np.zeros((0, 384), dtype=np.float32)
        by_length = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        batches = [by_length[i : i + BATCH] for i in range(0, len(by_length), BATCH)]
        vectors = np.concatenate([self._encode_batch([texts[i] for i in batch]) for batch in batches])
        return vectors[np.argsort(by_length)]

    def hidden(self, texts: Sequence[list[str]]) -> list[tuple[NDArray[np.float64], list[int | None]]]:
        """Return for each list of words the last layer (tokens x width), and the number of each token's word."""
        by_length = sorted(range(len(texts)), key=lambda i: sum(map(len, texts[i])))
        found: dict[int, tuple[NDArray[np.float64], list[int | None]]] = {}
        for start in range(0, len(by_length), BATCH):
            batch = by_length[start : start + BATCH]
            encoded = self._tokenizer.encode_batch([texts[i] for i in batch], is_pretokenized=True)
            hidden, _ = self._run(encoded)
            for number, own, encoding in zip(batch, hidden, encoded, strict=True):
                size = sum(encoding.attention_mask)
                found[number] = own[:size].astype(np.float64), encoding.word_ids[:size]
        return [found[number] for number in range(len(texts))]

    def _run(self, encoded: "Sequence[Encoding]") -> tuple[Vectors, NDArray[np.int64]]:
        ids = np.array([e.ids for e in encoded], dtype=np.int64)
        mask = np.array([e.attention_mask for e in encoded], dtype=np.int64)
        return self._session.run(None, {"input_ids": ids, "attention_mask": mask})[0], mask

    def _encode_batch(self, texts: Sequence[str]) -> Vectors:
        hidden, mask = self._run(self._tokenizer.encode_batch(list(texts)))
        pooled = (hidden * mask[..., None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
        return np.asarray(pooled / np.linalg.norm(pooled, axis=1, keepdims=True), dtype=np.float32)


def _checked(folder: Path) -> dict[str, str]:
    """Return each file's SHA-256; raises `EncoderError` where it is not the one that `SHA256SUMS` gives."""
    try:
        rows = [line.split() for line in (folder / HASHES).read_text(encoding="ascii").splitlines()]
        found = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for _, name in rows}
    except OSError as error:
        raise EncoderError(f"the packaged encoder cannot be read: {error}") from error
    for digest, name in rows:
        if found[name] != digest:
            raise EncoderError(f"{folder / name} is damaged: its SHA-256 is {found[name][:12]}…, not {digest[:12]}…")
    return found
