"""What the wording of a figure allows, and whether an actual figure meets it."""

from typing import Protocol

from evolve.model import Direction, Quantity

__all__ = ["Bounds", "feasible", "result_between", "result_of"]

_TOLERANCE = 0.025
"""How far 左右 reaches, as a part of the value."""


class Bounds(Protocol):
    """A number with what its wording allows: a quantity or an observation."""

    @property
    def value(self) -> float | None:
        """The number, null for a range."""

    @property
    def low(self) -> float | None:
        """Lower bound."""

    @property
    def high(self) -> float | None:
        """Upper bound."""

    @property
    def operator(self) -> str:
        """As in a quantity."""


def feasible(bounds: Bounds, direction: Direction) -> float | None:
    """The worst value that a target allows: the floor of what shall rise, else the ceiling."""
    if direction is Direction.UP:
        return bounds.low if bounds.low is not None else bounds.value
    return bounds.high if bounds.high is not None else bounds.value


def result_of(target: Quantity, actual: Quantity, direction: Direction) -> str | None:
    """``met``, ``exceeded`` or ``missed``; null where unit or basis differ or a number is missing.

    左右 allows a small miss. An actual that is itself a bound (97%以上) counts by that bound.
    """
    if (target.unit, target.basis) != (actual.unit, actual.basis):
        return None
    return result_between(target, actual, direction)


def result_between(target: Bounds, actual: Bounds, direction: Direction) -> str | None:
    """As :func:`result_of`, for two figures that are known to count the same."""
    aim, reached = feasible(target, direction), feasible(actual, direction)
    if aim is None or reached is None:
        return None
    ahead = reached - aim if direction is Direction.UP else aim - reached
    if target.operator == "~" and 0 > ahead >= -_TOLERANCE * abs(aim):
        return "met"
    if ahead < 0 or (ahead == 0 and target.operator in {">", "<"} and actual.operator == "="):
        return "missed"
    return "exceeded" if ahead > 0 else "met"
