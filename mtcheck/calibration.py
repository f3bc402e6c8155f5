"""Fitted numbers that turn evidence into probabilities and a verdict; `benchmarks/calibration` fits and writes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from mtcheck.detection.combination import Combination, KindWeights
from mtcheck.scoring import OperatingPoint
from mtcheck.toml import parse_toml


@dataclass(frozen=True, slots=True)
class Calibration:
    """The weights of all evidence.

    * `base_rate`: the probability given to an article too short to judge.
    * `rules`: the weight of each rule's findings in the log-odds, by code.
    * `combination`: weighs the figures of sentences and article.
    * `points`: operating point by name.
    """

    version: str
    base_rate: float
    rules: Mapping[str, float]
    combination: Combination
    points: Mapping[str, OperatingPoint]

    @classmethod
    def load(cls) -> "Calibration":
        """Read the packaged file."""
        raw = parse_toml(files("mtcheck").joinpath("calibration.toml").read_text(encoding="utf-8"))
        points = {name: OperatingPoint(**values) for name, values in raw["operating-points"].items()}
        kinds = {name: KindWeights(**values) for name, values in raw["kinds"].items()}
        combination = Combination(kinds=kinds, **raw["combination"])
        return cls(raw["version"], raw["base-rate"], raw["rules"], combination, points)
