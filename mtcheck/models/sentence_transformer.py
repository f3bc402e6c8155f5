"""Any other encoder, by name or folder, through the library sentence-transformers (extra `encoders`)."""

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from mtcheck.models.interface import Encoder, EncoderError, Vectors


class SentenceTransformerEncoder(Encoder):
    """A sentence-transformers model that is already on this machine; nothing is downloaded."""

    def __init__(self, name: str) -> None:
        """Load the model `name`, a folder or a name in the local cache.

        Raises `EncoderError` where the extra is not installed or the model is not on this machine.
        """
        # The hub's client reads these when it is imported.
        os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise EncoderError("other encoders need an extra: pip install 'mtcheck[encoders]'") from error
        try:
            self._model = SentenceTransformer(name, local_files_only=True, trust_remote_code=False)
        except (OSError, ValueError, RuntimeError) as error:
            raise EncoderError(f"no encoder {name!r} on this machine: {str(error).splitlines()[0]}") from error
        self._name = Path(name).name

    @property
    def version(self) -> str:
        """The model's name without its folder."""
        return self._name

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return the model's own sentence vectors, scaled to length 1."""
        vectors = self._model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)
