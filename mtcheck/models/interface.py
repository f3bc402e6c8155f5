"""What every encoder is."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class EncoderError(ValueError):
    """An encoder that cannot be had: unknown, damaged, or in need of an extra that is not installed."""


class Encoder(ABC):
    """Turns texts into vectors whose dot product says how alike the texts are in meaning."""

    @property
    @abstractmethod
    def version(self) -> str:
        """Names the weights; it goes into the signature of a report."""

    @abstractmethod
    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one vector of length 1 per text: shape (number of texts, dimensions), in order.

        A text's vector does not depend on the other texts beyond rounding of floating-point numbers.
        """
