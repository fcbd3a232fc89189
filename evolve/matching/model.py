"""The weights that turn signals into a calibrated probability.

A logistic regression whose weights are never negative: more of a signal never makes a link
less likely. On the log-odds scale it is a sum, so every score explains itself, as the
match weights of record linkage do (Fellegi & Sunter 1969; Linacre et al. 2022, Splink).
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
from pydantic import Field, ValidationError

from evolve.errors import FormatError, InputError
from evolve.matching.characters import Ints
from evolve.matching.vectors import Floats
from evolve.model import Frozen
from evolve.settings import Settings

__all__ = [
    "EchoWeights",
    "Model",
    "Models",
    "Weight",
    "chosen_models",
    "default_models",
    "load_models",
    "probability",
    "rivalry",
]

_REACH = 5.0
"""Log-odds beyond which a lead over a rival counts no more."""


class Weight(Frozen):
    """How much one signal counts."""

    weight: float = Field(ge=0)
    """Log-odds for one unit of the signal."""
    typical: float
    """The mean of the signal over all candidates; less than that takes from the score."""


class Model(Frozen):
    """A weight for each signal, in a fixed order."""

    prior: float
    """Log-odds of a candidate whose every signal is typical."""
    signals: Mapping[str, Weight]
    """By name of the signal."""
    rivals: float = Field(ge=0)
    """Log-odds for each unit of log-odds by which a pair leads its rivals."""

    def with_meaning(self) -> "Model":
        """Give ``meaning`` the weight of ``field``, for a model that was fitted without it."""
        meaning = Weight(weight=self.signals["field"].weight, typical=0)
        return self.model_copy(update={"signals": {**self.signals, "meaning": meaning}})

    def contributions(self, values: Mapping[str, Floats]) -> dict[str, Floats]:
        """What each signal adds to or takes from each pair, by name."""
        return {
            name: np.asarray(weight.weight * (values[name] - weight.typical))
            for name, weight in self.signals.items()
            if name in values
        }

    def explain(
        self, values: Mapping[str, Floats], source: Ints, target: Ints
    ) -> dict[str, Floats]:
        """Everything that sums to the log-odds of each pair, the prior first."""
        parts = {"prior": np.full(len(source), self.prior), **self.contributions(values)}
        alone = np.sum(list(parts.values()), axis=0)
        parts["rivals"] = self.rivals * rivalry(alone, source, target, self.prior)
        return parts


class EchoWeights(Frozen):
    """The weights that tell how likely a document speaks of a measure."""

    prior: float
    """Log-odds where every signal is zero."""
    signals: Mapping[str, float]
    """Log-odds for one unit of each signal, by its name."""


def _own_echoes() -> EchoWeights:
    return default_models().echoes


class Models(Frozen):
    """The weights for both levels, and for echoes."""

    note: str
    """How they were found."""
    items: Model
    """For links between items."""
    measures: Model
    """For links between measures."""
    echoes: EchoWeights = Field(default_factory=_own_echoes)
    """For measures and documents; a file without them leaves those of the program."""


def rivalry(log_odds: Floats, source: Ints, target: Ints, floor: float) -> Floats:
    """By how much each pair leads its strongest rival, at whichever of its items it leads more.

    A broad item has several links, so a pair need not be the best of both its items; one that is
    the best of neither is seldom right.

    Args:
        log_odds: Of each pair.
        source: Source of each pair.
        target: Target of each pair.
        floor: Log-odds of the rival of a pair without rivals.
    """
    leads = [
        np.clip(log_odds - _rival(log_odds, side, floor), -_REACH, _REACH)
        for side in (source, target)
    ]
    return np.maximum(*leads)


def _rival(log_odds: Floats, side: Ints, floor: float) -> Floats:
    """The best log-odds of another pair of the same item."""
    best = np.full(int(side.max(initial=-1)) + 1, -np.inf)
    np.maximum.at(best, side, log_odds)
    leads = log_odds == best[side]
    second = np.full(len(best), floor)
    np.maximum.at(second, side[~leads], log_odds[~leads])
    alone = np.bincount(side[leads], minlength=len(best)) == 1
    return np.asarray(np.where(leads & alone[side], second[side], best[side]))


def probability(log_odds: Floats) -> Floats:
    """The logistic function."""
    return np.asarray(1 / (1 + np.exp(-log_odds)))


def _parse(text: str, name: str) -> Models:
    try:
        return Models.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"])) or "the file"
        raise FormatError(f"{name}: {place}: {first['msg']}; weights are made by --fit") from error


@cache
def default_models() -> Models:
    """Read the weights that come with the program."""
    file = files("evolve.matching").joinpath("weights.json")
    return _parse(file.read_text(encoding="utf-8"), "weights.json")


@cache
def load_models(path: Path) -> Models:
    """Read weights from a file.

    Raises:
        InputError: the file cannot be read.
        FormatError: it holds no weights.
    """
    try:
        return _parse(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: no weights can be read here: {error}") from error


def chosen_models(settings: Settings) -> Models:
    """The weights that the settings name, or those of the program.

    Raises:
        InputError: their file cannot be read.
        FormatError: it holds no weights.
    """
    return load_models(Path(settings.weights)) if settings.weights else default_models()
