"""Weights from reference readings.

Penalised logistic regression with weights of at least zero (L-BFGS-B, Byrd et al. 1995). The
penalty is the same for every signal in units of its standard deviation, so there is one
number to choose, and it is chosen once for all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from evolve.matching.characters import Bools
from evolve.matching.model import Model, Weight, rivalry
from evolve.matching.signals import Candidates
from evolve.matching.vectors import Floats

__all__ = ["Labelled", "fit_model", "leave_one_out", "logistic"]

_PENALTY = 5.0
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Labelled:
    """The candidates of two documents and which of them readers linked."""

    name: str
    candidates: Candidates
    linked: Bools
    """Both readers drew the link."""
    open: Bools
    """Possible links, which count neither for nor against."""

    def column(self, signal: str) -> Floats:
        """A signal of the pairs that count."""
        return self.candidates.values[signal][~self.open]

    @property
    def truth(self) -> Floats:
        """One for each link among the pairs that count, zero for the others."""
        return self.linked[~self.open].astype(float)


def logistic(table: Floats, truth: Floats, penalty: float) -> tuple[float, Floats]:
    """Intercept and non-negative weights that make the labels likeliest, with a penalty."""
    from scipy.optimize import minimize

    def loss(point: Floats) -> tuple[float, Floats]:
        log_odds = table @ point[1:] + point[0]
        error = 1 / (1 + np.exp(-log_odds)) - truth
        cost = (
            np.logaddexp(0, -log_odds * (2 * truth - 1)).sum() + penalty / 2 * point[1:] @ point[1:]
        )
        return float(cost), np.append(error.sum(), table.T @ error + penalty * point[1:])

    start = np.append(-3.0, np.full(table.shape[1], 0.1))
    bounds = [(None, None)] + [(0, None)] * table.shape[1]
    found = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x
    return float(found[0]), found[1:]


def _first_stage(labelled: Sequence[Labelled], names: Sequence[str]) -> Model:
    columns = [np.concatenate([one.column(name) for one in labelled]) for name in names]
    table = np.column_stack(columns)
    mean, deviation = table.mean(axis=0), np.maximum(table.std(axis=0), 1e-9)
    truth = np.concatenate([one.truth for one in labelled])
    prior, weights = logistic((table - mean) / deviation, truth, _PENALTY)
    signals = {
        name: Weight(weight=float(weight / scale), typical=float(middle))
        for name, weight, scale, middle in zip(names, weights, deviation, mean, strict=True)
    }
    return Model(prior=prior, signals=signals, rivals=0)


def _alone(model: Model, one: Labelled) -> Floats:
    parts = model.contributions(one.candidates.values)
    return np.asarray(model.prior + np.sum(list(parts.values()), axis=0))


def fit_model(labelled: Sequence[Labelled], names: Sequence[str]) -> Model:
    """Fit the weights of signals, then the weight of a lead over rivals.

    The second is fitted on scores of pairs that the first did not see, so that it is not
    misled by scores that are surer than they ought to be.
    """
    model = _first_stage(labelled, names)
    unseen = []
    for one in labelled:
        rest = [other for other in labelled if other is not one]
        unseen.append(_alone(_first_stage(rest, names) if rest else model, one))
    rows = []
    for one, alone in zip(labelled, unseen, strict=True):
        lead = rivalry(alone, one.candidates.source, one.candidates.target, model.prior)
        rows.append(np.column_stack([alone, lead])[~one.open])
    truth = np.concatenate([one.truth for one in labelled])
    shift, (scale, lead_weight) = logistic(np.vstack(rows), truth, 0.1)
    return _rounded(model, shift, scale, lead_weight)


def _rounded(model: Model, shift: float, scale: float, lead: float) -> Model:
    """Fold the second stage into the first; few digits make a readable file."""
    signals: Mapping[str, Weight] = {
        name: Weight(weight=round(one.weight * scale, _DIGITS), typical=round(one.typical, _DIGITS))
        for name, one in model.signals.items()
    }
    prior = round(model.prior * scale + shift, _DIGITS)
    return Model(prior=prior, signals=signals, rivals=round(lead / scale, _DIGITS))


def leave_one_out(labelled: Sequence[Labelled], names: Sequence[str]) -> list[Model]:
    """For each pair of documents, weights that were fitted without it."""
    return [fit_model([other for other in labelled if other is not one], names) for one in labelled]
