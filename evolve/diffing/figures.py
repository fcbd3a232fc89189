"""The figures of two wordings: which changed, by how much, and whether more is asked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from evolve.diffing.model import Diff, Kind
from evolve.model import Direction, Quantity, QuantityKind, Role, Span
from evolve.reading.figures.quantities import quantities_of
from evolve.threading.comparison.bounds import feasible, result_of
from evolve.threading.comparison.directions import is_neutral, wanted
from evolve.threading.comparison.likeness import alike, name_key

__all__ = ["FigureChange", "Trend", "figure_changes"]

_SIMILAR = 0.6


class Trend(StrEnum):
    """What a change of a figure means."""

    STRONGER = "stronger"
    """A target that allows less than before in the direction in which it is wanted to go."""
    WEAKER = "weaker"
    """A target that allows more than before."""
    EXCEEDED = "exceeded"
    """A result beyond its target."""
    MET = "met"
    """A result that reaches its target."""
    MISSED = "missed"
    """A result short of its target."""
    RISEN = "risen"
    """A larger figure than before, where not both are targets."""
    FALLEN = "fallen"
    """A smaller figure than before, where not both are targets."""
    SAME = "same"
    """Nothing but the wording around it changed."""
    ADDED = "added"
    """There was no such figure before."""
    REMOVED = "removed"
    """There is no such figure any more, which does not make it zero."""


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One line of the table of figures."""

    name: str
    """What it counts, in the later text's words."""
    unit: str
    """Unit as counted."""
    old: Quantity | None
    """The earlier figure; its ``span`` is in the earlier text."""
    new: Quantity | None
    """The later one; its ``span`` is in the later text."""
    change: float | None
    """New value less old value, in the unit; null where one is missing or a range."""
    trend: Trend
    """What that means."""


def figure_changes(
    found: Diff, old_role: Role = Role.PLAN, new_role: Role = Role.PLAN
) -> tuple[FigureChange, ...]:
    """Compare the figures of two wordings.

    Two figures belong together when they have the same unit and basis and either stand in the
    same place of the difference or have similar names. An earlier one is used once; a later one
    may have two before it, a target and a result.

    Args:
        found: The difference.
        old_role: Role of the document of the earlier wording: what its figures are.
        new_role: Role of the document of the later one.

    Returns:
        Figures of both texts in the order of the later one, then those that are gone.
    """
    olds = [placed.quantity for placed in quantities_of(found.old, old_role)]
    news = [placed.quantity for placed in quantities_of(found.new, new_role)]
    partners = _partners(found, olds, news)
    taken = {a for earlier in partners.values() for a in earlier}
    return (
        *(
            change
            for at, new in enumerate(news)
            for change in _compared(found.new, [olds[a] for a in partners.get(at, ())], new)
        ),
        *(
            FigureChange(old.name, old.unit, old, None, None, Trend.REMOVED)
            for at, old in enumerate(olds)
            if at not in taken
        ),
    )


def _compared(text: str, olds: Sequence[Quantity], new: Quantity) -> Iterator[FigureChange]:
    if not olds:
        yield FigureChange(new.name, new.unit, None, new, None, Trend.ADDED)
    for old in olds:
        known = old.value is not None and new.value is not None
        change = (new.value or 0) - (old.value or 0) if known else None
        yield FigureChange(new.name, new.unit, old, new, change, _trend(text, old, new))


def _trend(text: str, old: Quantity, new: Quantity) -> Trend:
    direction = wanted(text, new)
    was, now = feasible(old, direction), feasible(new, direction)
    if was is None or now is None:
        return Trend.SAME
    aimed = (old.kind is QuantityKind.TARGET, new.kind is QuantityKind.TARGET)
    if aimed == (True, False):
        return Trend(result_of(old, new, direction) or Trend.SAME)
    if was == now:
        return Trend.SAME
    if aimed == (True, True) and not is_neutral(new.name):
        return Trend.STRONGER if (now > was) is (direction is Direction.UP) else Trend.WEAKER
    return Trend.RISEN if now > was else Trend.FALLEN


def _partners(
    found: Diff, olds: Sequence[Quantity], news: Sequence[Quantity]
) -> dict[int, list[int]]:
    """Choose for each later figure the earlier ones, by place before names."""
    places = list(_places(found))
    ranked = sorted(
        (-_closeness(places, one, other), abs(a - b), a, b)
        for a, one in enumerate(olds)
        for b, other in enumerate(news)
        if (one.unit, one.basis) == (other.unit, other.basis)
    )
    chosen: dict[tuple[int, bool], int] = {}
    for score, _, a, b in ranked:
        place = (b, olds[a].kind is QuantityKind.TARGET)
        if -score >= _SIMILAR and place not in chosen and a not in chosen.values():
            chosen[place] = a
    partners: dict[int, list[int]] = {}
    for (b, _), a in sorted(chosen.items()):
        partners.setdefault(b, []).append(a)
    return partners


def _places(found: Diff) -> Iterator[tuple[Span, Span]]:
    """Give the stretches of both texts that stand for each other."""
    for block in (*found.blocks, *found.passages):
        for op in block.ops:
            if op.kind in {Kind.EQUAL, Kind.RESPELLED} or (
                op.kind is Kind.REPLACED and len(block.ops) > 1
            ):
                yield op.old, op.new


def _closeness(places: Iterable[tuple[Span, Span]], one: Quantity, other: Quantity) -> float:
    """Say how surely two figures of one unit count the same, 0 to 2."""
    similar = 1.0 if name_key(one.name) == name_key(other.name) else alike(one.name, other.name)
    together = any(_meets(one.span, old) and _meets(other.span, new) for old, new in places)
    return similar + together


def _meets(span: Span, stretch: Span) -> bool:
    return span[0] < stretch[1] and stretch[0] < span[1]
