"""Fitted numbers that turn findings into a probability and a verdict; `benchmarks/calibration` fits and writes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from mtcheck.scoring import OperatingPoint
from mtcheck.toml import parse_toml


@dataclass(frozen=True, slots=True)
class Calibration:
    """The provisional evidence model.

    * `base_rate`: the probability given to an article too short to judge.
    * `bias`, `weights`: the logistic model of `scoring.probability`, one weight per rule code.
    * `context`: the share, 0-1, of the article's log-odds in each sentence's.
    * `points`: operating point by name.
    """

    version: str
    base_rate: float
    bias: float
    context: float
    weights: Mapping[str, float]
    points: Mapping[str, OperatingPoint]

    @classmethod
    def load(cls) -> "Calibration":
        """Read the packaged file."""
        raw = parse_toml(files("mtcheck").joinpath("calibration.toml").read_text(encoding="utf-8"))
        points = {name: OperatingPoint(**values) for name, values in raw["operating-points"].items()}
        return cls(raw["version"], raw["base-rate"], raw["bias"], raw["context"], raw["weights"], points)
