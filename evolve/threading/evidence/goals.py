"""Whether the number that an outcome reports meets the target that a plan set."""

from typing import NamedTuple

from evolve.model import Measure, Period, Quantity, QuantityKind
from evolve.reading.figures.bases import RATES
from evolve.threading.comparison.bounds import result_of
from evolve.threading.comparison.directions import is_neutral, wanted
from evolve.threading.comparison.likeness import alike, same_thing

__all__ = ["Result", "counts_another", "new_figures", "result_between", "targets_of"]

_OTHER = 0.2
"""Likeness of two names below which they count different things."""


class Result(NamedTuple):
    """A target and the actual number that answers it."""

    target: Quantity
    actual: Quantity
    verdict: str
    """``met``, ``exceeded`` or ``missed``."""


def targets_of(measure: Measure) -> list[Quantity]:
    """The targets that a measure sets."""
    return [quantity for quantity in measure.quantities if quantity.kind is QuantityKind.TARGET]


def result_between(
    promise: Measure, report: Measure, due: Period | None = None, told: Period | None = None
) -> Result | None:
    """The worst answer that a report gives to the targets of a promise, or None for none.

    Only the same thing in the same unit and basis is compared: a quota only with what its own
    years came to, a share with any later one.

    Args:
        promise: What was to be done.
        report: What is said to be done.
        due: Years of the document that promises.
        told: Years of the document that reports.
    """
    found = [
        Result(target, actual, verdict)
        for target in targets_of(promise)
        for actual in report.quantities
        if actual.kind is QuantityKind.ACTUAL
        and same_thing(target.name, actual.name)
        and _of_one_time(target, actual, due, told)
        if (verdict := result_of(target, actual, wanted(promise.text, target)))
        and not is_neutral(target.name)
        and not (verdict == "missed" and _not_yet_due(target, due, told))
    ]
    return min(found, key=lambda result: _WORST_FIRST.index(result.verdict), default=None)


_WORST_FIRST = ("missed", "met", "exceeded")


def _of_one_time(
    target: Quantity, actual: Quantity, due: Period | None, told: Period | None
) -> bool:
    """Whether a sum covers the years that its target is for: those of 2010, not 2008 to 2012."""
    timeless = target.unit in RATES and target.basis in {"level", "cumulative"}
    if timeless or due is None or told is None or due == told:
        return True
    return told.end == due.end == (actual.year or told.end) and _single(actual, told) == _single(
        target, due
    )


def _not_yet_due(target: Quantity, due: Period | None, told: Period | None) -> bool:
    """Whether a report comes before the year that a target is for: it can be met, not missed."""
    return due is not None and told is not None and told.end < (target.year or due.end)


def _single(quantity: Quantity, period: Period) -> bool:
    """Whether a figure is one of a single year."""
    return period.start == period.end or quantity.year is not None


def counts_another(promise: Measure, report: Measure) -> bool:
    """Whether all that a report counts in the unit of a quota are other things.

    保障性住房432万套 says nothing of 棚户区改造280万套.
    """
    aims = targets_of(promise) or promise.quantities
    pairs = [
        (aim.name, told.name)
        for aim in aims
        for told in report.quantities
        if aim.unit == told.unit and aim.unit not in RATES and aim.name and told.name
    ]
    return bool(pairs) and all(alike(*names) < _OTHER for names in pairs)


def new_figures(old: Measure, new: Measure) -> bool:
    """Whether a later plan sets other numbers of what the earlier wording counts."""
    known = {(quantity.value, quantity.unit) for quantity in old.quantities}
    units = {unit for _, unit in known}
    targets = [target for target in targets_of(new) if target.unit in units]
    return any((target.value, target.unit) not in known for target in targets)
