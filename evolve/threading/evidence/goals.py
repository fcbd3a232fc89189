"""Whether the number that an outcome reports meets the target that a plan set."""

from typing import NamedTuple

from evolve.model import Measure, Quantity, QuantityKind
from evolve.threading.comparison.bounds import result_of
from evolve.threading.comparison.directions import wanted
from evolve.threading.comparison.likeness import same_thing

__all__ = ["Result", "new_figures", "result_between", "targets_of"]


class Result(NamedTuple):
    """A target and the actual number that answers it."""

    target: Quantity
    actual: Quantity
    verdict: str
    """``met``, ``exceeded`` or ``missed``."""


def targets_of(measure: Measure) -> list[Quantity]:
    """The targets that a measure sets."""
    return [quantity for quantity in measure.quantities if quantity.kind is QuantityKind.TARGET]


def result_between(promise: Measure, report: Measure) -> Result | None:
    """The worst answer that a report gives to the targets of a promise, or None for none.

    Only the same thing in the same unit and basis is compared.
    """
    found = [
        Result(target, actual, verdict)
        for target in targets_of(promise)
        for actual in report.quantities
        if actual.kind is QuantityKind.ACTUAL and same_thing(target.name, actual.name)
        if (verdict := result_of(target, actual, wanted(promise.text, target)))
    ]
    return min(found, key=lambda result: _WORST_FIRST.index(result.verdict), default=None)


_WORST_FIRST = ("missed", "met", "exceeded")


def new_figures(old: Measure, new: Measure) -> bool:
    """Whether a later plan sets other numbers of what the earlier wording counts."""
    known = {(quantity.value, quantity.unit) for quantity in old.quantities}
    units = {unit for _, unit in known}
    targets = [target for target in targets_of(new) if target.unit in units]
    return any((target.value, target.unit) not in known for target in targets)
