"""The weights that turn signals into a calibrated probability.

A logistic regression whose weights are never negative: more of a signal never makes a link
less likely. On the log-odds scale it is a sum, so every score explains itself, as the
match weights of record linkage do (Fellegi & Sunter 1969; Linacre et al. 2022, Splink).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from evolve.matching.vectors import Floats

__all__ = ["Model", "default_model", "probability"]


@dataclass(frozen=True, slots=True)
class Model:
    """A weight for each signal, in a fixed order."""

    prior: float
    """Log-odds of a candidate whose every signal is typical."""
    weights: Mapping[str, float]
    """Log-odds for one unit of each signal."""
    typical: Mapping[str, float]
    """The mean of each signal over all candidates: less than that takes from the score."""

    def contributions(self, signals: Mapping[str, Floats]) -> Floats:
        """What each signal adds to or takes from each pair, shape (pairs, signals)."""
        columns = [
            weight * (signals[name] - self.typical[name]) for name, weight in self.weights.items()
        ]
        return np.column_stack(columns)

    def log_odds(self, contributions: Floats) -> Floats:
        """Sum the contributions of each pair."""
        return np.asarray(self.prior + contributions.sum(axis=1))


def probability(log_odds: Floats) -> NDArray[np.float64]:
    """The logistic function."""
    return np.asarray(1 / (1 + np.exp(-log_odds)))


@cache
def default_model() -> Model:
    """Read the weights that come with the program."""
    text = files("evolve.matching").joinpath("weights.json").read_text(encoding="utf-8")
    data = json.loads(text)
    return Model(data["prior"], data["weights"], data["typical"])
