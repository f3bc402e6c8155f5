"""The fitted weights that turn evidence into a probability that a candidate is damage."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp
from pathlib import Path

import numpy as np

from mtcheck.phrases.tables import DATA
from mtcheck.tables import Array, load_table, unpack_words

FILE = "decision.npz"


@dataclass(frozen=True, slots=True)
class Network:
    """A perceptron with one hidden layer over standardised figures.

    * `names`: the figures, in order; `centre` and `scale` standardise them.
    * `hidden` (figures x units), `hidden_bias`, `output` (units), `output_bias`: the weights; units are rectified.
    """

    names: tuple[str, ...]
    centre: Array
    scale: Array
    hidden: Array
    hidden_bias: Array
    output: Array
    output_bias: float

    def probability(self, figures: Mapping[str, float]) -> float:
        """Return 0-1: how likely the candidate is damage."""
        values = np.array([figures[name] for name in self.names])
        inner = np.maximum(0.0, (values - self.centre) / self.scale @ self.hidden + self.hidden_bias)
        odds = float(inner @ self.output) + self.output_bias
        return 1.0 / (1.0 + exp(-max(-50.0, min(50.0, odds))))


@dataclass(frozen=True, slots=True)
class Decision:
    """Two networks: the first, without the encoder, leaves most candidates out; the second decides.

    Fitted by `benchmarks/phrases/fit.py`. `keep`: the least probability that the first lets through.
    """

    static: Network
    full: Network
    keep: float

    @classmethod
    def load(cls, path: Path = DATA / FILE) -> "Decision":
        """Return the packaged weights."""
        arrays = load_table(path)
        return cls(_network(arrays, "static"), _network(arrays, "full"), float(arrays["keep"].item()))


def _network(arrays: Mapping[str, Array], name: str) -> Network:
    return Network(
        names=tuple(unpack_words(arrays[f"{name}_names"])),
        centre=arrays[f"{name}_centre"],
        scale=arrays[f"{name}_scale"],
        hidden=arrays[f"{name}_hidden"],
        hidden_bias=arrays[f"{name}_hidden_bias"],
        output=arrays[f"{name}_output"],
        output_bias=float(arrays[f"{name}_output_bias"].item()),
    )
