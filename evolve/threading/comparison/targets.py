"""What changed between two wordings of a promise: its figures, its deadline, its hedges."""

import re
from collections.abc import Iterator, Sequence
from math import isclose

from evolve.model import Direction, Measure, Period, Quantity
from evolve.threading.comparison.bounds import feasible
from evolve.threading.comparison.changes import Change
from evolve.threading.comparison.directions import is_neutral, wanted
from evolve.threading.comparison.hedges import deadline_change, hedge_change
from evolve.threading.comparison.likeness import alike, name_key, other_subjects
from evolve.threading.comparison.pairing import comparable, pairs, targets_set
from evolve.threading.comparison.ranks import rank_change
from evolve.threading.comparison.units import common_unit

__all__ = ["compare_targets"]

_RATES = frozenset({"%", "‰", "百分点", "比"})
_ROUNDED = 1e-3
"""Figures in two units of one dimension are rounded: 1333万公顷 and 2亿亩 are one."""
_TELLING = 3
"""Characters of a name by which a figure is known elsewhere in a document."""
_SHARES = frozenset({"%", "‰"})
_ALL = re.compile(r"全覆盖|全面覆盖|覆盖(?:到)?所有|全面实行|全面推开|全面实施|全面建立")


def compare_targets(  # noqa: PLR0913 - two wordings, where they stand and what stands beside them
    old: Measure,
    new: Measure,
    old_period: Period | None = None,
    new_period: Period | None = None,
    *,
    beside_old: Sequence[Quantity] = (),
    beside_new: Sequence[Quantity] = (),
) -> Sequence[Change]:
    """Compare two wordings of one promise, the earlier first.

    Figures are compared only where they count the same in the same dimension and basis; a figure
    that is missing is not zero. A stronger target allows less in the wanted direction.

    Args:
        old: The earlier measure, of a plan.
        new: The later measure, of a plan.
        old_period: Years of the earlier document; its own last year is no deadline.
        new_period: Years of the later document.
        beside_old: All targets of the earlier document: what it set elsewhere is not added.
        beside_new: All targets of the later document: what it sets elsewhere is not removed.
    """
    figures = bool(targets_set(old)), bool(targets_set(new))
    differ = _spans_differ(old_period, new_period)
    changes = (
        *_figures(old, new, beside_old, beside_new, spans_differ=differ),
        *deadline_change(old, new, old_period, new_period),
    )
    if ranked := rank_change(old.text, new.text):
        changes = (*changes, ranked)
    moved = ranked or figures[0] != figures[1] or any(change.new for change in changes)
    return changes if moved else (*changes, *hedge_change(old, new, figures=all(figures)))


def _spans_differ(old: Period | None, new: Period | None) -> bool:
    """Whether one document speaks of one year and the other of several."""
    if old is None or new is None:
        return False
    return old.end - old.start != new.end - new.start


def _figures(
    old: Measure,
    new: Measure,
    beside_old: Sequence[Quantity],
    beside_new: Sequence[Quantity],
    *,
    spans_differ: bool,
) -> Iterator[Change]:
    before, after = targets_set(old), targets_set(new)
    if spans_differ:
        before, after = ([q for q in side if _timeless(q)] for side in (before, after))
        if not before or not after:
            return
    for one, other in pairs(before, after):
        before.remove(one)
        after.remove(other)
        yield from _pair(new, one, other)
    if len(before) == len(after) == 1:
        yield from _redefined(before, after)
    for gone in before:
        yield from _gone(gone, new, beside_new)
    for come in after:
        yield from _come(come, old, beside_old)


def _timeless(quantity: Quantity) -> bool:
    """A share is the same thing in a plan of one year and of five; a sum or a growth is not."""
    return quantity.unit in _RATES and quantity.basis == "level"


def _redefined(before: list[Quantity], after: list[Quantity]) -> Iterator[Change]:
    """The same subject in another unit, basis or scope; another subject tells nothing."""
    old, new = before[0], after[0]
    doubtful = comparable(old, new) and other_subjects(old.name, new.name)
    if not doubtful and alike(old.name, new.name) > 0:
        yield _retargeted(old, new)
    if doubtful or alike(old.name, new.name) > 0:
        before.clear()
        after.clear()


def _gone(gone: Quantity, new: Measure, beside: Sequence[Quantity]) -> Iterator[Change]:
    """A target that the later wording does not set: gone, said elsewhere, or all there is."""
    if any((q.value, q.unit) == (gone.value, gone.unit) for q in new.quantities):
        return
    if elsewhere := _elsewhere(gone, beside):
        yield from _pair(new, gone, elsewhere)
    elif gone.unit in _SHARES and (whole := _ALL.search(new.text)):
        yield Change(
            "strengthened",
            f"由“{_shown(gone)}”提高要求为“{whole[0]}”",
            f"from “{_shown(gone)}” to “{whole[0]}”: stricter",
            old=gone,
        )
    else:
        text = _shown(gone)
        yield Change(
            "target_removed", f"不再提“{text}”", f"the target “{text}” is no longer named", old=gone
        )


def _come(come: Quantity, old: Measure, beside: Sequence[Quantity]) -> Iterator[Change]:
    known = any((q.value, q.unit) == (come.value, come.unit) for q in old.quantities)
    if not known and not _elsewhere(come, beside):
        text = _shown(come)
        yield Change("target_added", f"新提出“{text}”", f"new target “{text}”", new=come)


def _elsewhere(quantity: Quantity, beside: Sequence[Quantity]) -> Quantity | None:
    """The same figure by its name among all targets of the other document."""
    key = name_key(quantity.name)
    if len(key) < _TELLING:
        return None
    return next((q for q in beside if name_key(q.name) == key and comparable(quantity, q)), None)


def _pair(new: Measure, one: Quantity, other: Quantity) -> Iterator[Change]:
    if is_neutral(other.name):
        return
    change = _strength(one, other, wanted(new.text, other))
    if change:
        stronger = change > 0
        yield Change(
            "strengthened" if stronger else "weakened",
            f"由“{_shown(one)}”{'提高要求为' if stronger else '放宽为'}“{_shown(other)}”",
            f"from “{_shown(one)}” to “{_shown(other)}”: {'stricter' if stronger else 'looser'}",
            old=one,
            new=other,
        )


def _strength(one: Quantity, other: Quantity, direction: Direction) -> float:
    """Above 0 where the later figure allows less, below 0 where it allows more."""
    was, now = feasible(one, direction), feasible(other, direction)
    if was is None or now is None:
        return 0
    was, now = was * common_unit(one.unit)[1], now * common_unit(other.unit)[1]
    if not isclose(was, now, rel_tol=_ROUNDED):
        return now - was if direction is Direction.UP else was - now
    return (one.operator == "~") - (other.operator == "~")


def _retargeted(old: Quantity, new: Quantity) -> Change:
    return Change(
        "retargeted",
        f"目标口径由“{_shown(old)}”改为“{_shown(new)}”，不可直接比较",
        f"the target changed its measure from “{_shown(old)}” to “{_shown(new)}”: not comparable",
        old=old,
        new=new,
    )


def _shown(quantity: Quantity) -> str:
    """Name and figure, the name once."""
    name = "" if quantity.name in quantity.text else quantity.name
    space = " " if name and name[-1].isascii() and quantity.text[:1].isascii() else ""
    return f"{name}{space}{quantity.text}"
