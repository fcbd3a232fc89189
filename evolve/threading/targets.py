"""What changed between two wordings of a promise: its figures, its deadline, its hedges."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from evolve.model import Direction, Measure, Period, Quantity, QuantityKind
from evolve.reading.years import deadline_of
from evolve.threading.directions import wanted
from evolve.threading.likeness import alike, name_key, same_thing

__all__ = ["Bounds", "Change", "compare_targets", "feasible", "result_between", "result_of"]


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


class Change(NamedTuple):
    """One difference between two wordings."""

    type: str
    """``strengthened``, ``weakened``, ``retargeted``, ``target_removed``, ``target_added`` or
    ``deadline_moved``; ``hedge_added`` or ``hedge_removed`` where there is no figure."""
    text: str
    """In words, in Chinese."""
    text_en: str
    """The same in English."""
    old: Quantity | None = None
    """The figure before, where the change is one of a figure."""
    new: Quantity | None = None
    """The figure after."""


_LONE = 0.4
"""Likeness of names from which the only two figures of linked measures count the same."""
_TOLERANCE = 0.025
"""How far 左右 reaches, as a part of the value."""

_SURE = re.compile(r"确保|必须|务必|务求|坚决完成")
_SOFT: tuple[tuple[int, re.Pattern[str]], ...] = (
    (-1, re.compile(r"力争|争取|努力|尽量|尽可能|有望")),
    (-2, re.compile(r"(?<!深入)探索|研究(?=[^,，]{0,6}(?:制定|建立|出台|完善|推进))|有条件的")),
    (-3, re.compile(r"^(?!.*(?:扩大|推广|总结|深化|巩固)).*?(?P<word>试点|试行)")),
)
_RATES = frozenset({"%", "‰", "百分点", "比"})


def compare_targets(
    old: Measure,
    new: Measure,
    old_period: Period | None = None,
    new_period: Period | None = None,
) -> Sequence[Change]:
    """Compare two wordings of one promise, the earlier first.

    Figures are compared only where they count the same in the same unit and basis; a figure that
    is missing is not zero. A stronger target allows less in the wanted direction.

    Args:
        old: The earlier measure, of a plan.
        new: The later measure, of a plan.
        old_period: Years of the earlier document; its own last year is no deadline.
        new_period: Years of the later document.
    """
    return (
        *_figures(old, new, spans_differ=_spans_differ(old_period, new_period)),
        *_deadline(old, new, old_period, new_period),
        *_hedges(old, new),
    )


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


def _spans_differ(old: Period | None, new: Period | None) -> bool:
    """Whether one document speaks of one year and the other of several."""
    if old is None or new is None:
        return False
    return old.end - old.start != new.end - new.start


def _figures(old: Measure, new: Measure, *, spans_differ: bool) -> Iterator[Change]:
    before, after = _targets(old), _targets(new)
    if spans_differ:
        before, after = ([q for q in side if _timeless(q)] for side in (before, after))
        if not before or not after:
            return
    for one, other in _pairs(before, after):
        before.remove(one)
        after.remove(other)
        yield from _pair(new, one, other)
    if len(before) == len(after) == 1 and _redefined(before[0], after[0]):
        yield _retargeted(before.pop(), after.pop())
    for gone in before:
        yield Change(
            "target_removed",
            f"不再提“{_shown(gone)}”",
            f"the target “{_shown(gone)}” is no longer named",
            old=gone,
        )
    for come in after:
        yield Change(
            "target_added", f"新提出“{_shown(come)}”", f"new target “{_shown(come)}”", new=come
        )


def _timeless(quantity: Quantity) -> bool:
    """A share is the same thing in a plan of one year and of five; a sum or a growth is not."""
    return quantity.unit in _RATES and quantity.basis == "level"


def _redefined(old: Quantity, new: Quantity) -> bool:
    """The same subject in another unit or basis."""
    return (old.unit, old.basis) != (new.unit, new.basis) and alike(old.name, new.name) > 0


def _targets(measure: Measure) -> list[Quantity]:
    return [q for q in measure.quantities if q.kind is QuantityKind.TARGET]


def _pairs(
    before: Sequence[Quantity], after: Sequence[Quantity]
) -> list[tuple[Quantity, Quantity]]:
    """Figures of the same unit and basis, the most similar names first; each is used once."""
    ranked = sorted(
        (-_likeness(one, other), i, j)
        for i, one in enumerate(before)
        for j, other in enumerate(after)
        if one.unit == other.unit and _same_basis(one, other)
    )
    lone = len(before) == len(after) == 1
    found: dict[int, int] = {}
    for _, i, j in ranked:
        names = before[i].name, after[j].name
        alone = lone and alike(*names) >= _LONE
        if i not in found and j not in found.values() and (alone or same_thing(*names)):
            found[i] = j
    return [(before[i], after[j]) for i, j in sorted(found.items())]


def _same_basis(one: Quantity, other: Quantity) -> bool:
    """A plan may say 新建 of what the next only counts, if it names it in the same words."""
    if one.basis == other.basis:
        return True
    same = name_key(one.name) == name_key(other.name)
    return same and {one.basis, other.basis} == {"level", "new"}


def _likeness(one: Quantity, other: Quantity) -> float:
    return 1.0 if name_key(one.name) == name_key(other.name) else alike(one.name, other.name)


def _pair(new: Measure, one: Quantity, other: Quantity) -> Iterator[Change]:
    direction = wanted(new.text, other)
    change = _strength(one, other, direction)
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
    if was != now:
        return now - was if direction is Direction.UP else was - now
    return _firmness(other.operator) - _firmness(one.operator)


def _firmness(operator: str) -> int:
    return {"~": 0, ">": 2, "<": 2}.get(operator, 1)


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


def _deadline(
    old: Measure, new: Measure, old_period: Period | None, new_period: Period | None
) -> Iterator[Change]:
    was, now = _own_deadline(old, old_period), _own_deadline(new, new_period)
    if was is None or now is None or was == now:
        return
    later = now > was
    yield Change(
        "deadline_moved",
        f"期限由{was}年{'推迟' if later else '提前'}到{now}年",
        f"the deadline moved {'back' if later else 'forward'} from {was} to {now}",
    )


def _own_deadline(measure: Measure, period: Period | None) -> int | None:
    year = deadline_of(measure.text)
    return None if year is None or (period is not None and year == period.end) else year


def _hedges(old: Measure, new: Measure) -> Iterator[Change]:
    """力争 to 确保 is a firmer target; without a figure only 探索, 试点 and the like count."""
    figures = bool(_targets(old) and _targets(new))
    was, now = (_hedge(measure.text, sure=figures) for measure in (old, new))
    if was[0] == now[0] or not (figures or alike(old.text, new.text) >= _LONE):
        return
    firmer = now[0] > was[0]
    types = ("strengthened", "weakened") if figures else ("hedge_removed", "hedge_added")
    yield Change(
        types[0] if firmer else types[1],
        f"措辞由{_word(was[1])}改为{_word(now[1])}，{'更坚决' if firmer else '更保留'}",
        f"the wording went from {_word(was[1], 'plain')} to {_word(now[1], 'plain')}:"
        f" {'firmer' if firmer else 'softer'}",
    )


def _hedge(text: str, *, sure: bool) -> tuple[int, str]:
    """The softest hedge of a wording and its word; widening a trial is none."""
    found = [
        (level, match.groupdict().get("word") or match[0])
        for level, pattern in _SOFT
        if (match := pattern.search(text))
    ]
    firm = _SURE.search(text) if sure else None
    return min(found, default=(1, firm[0]) if firm else (0, ""))


def _word(word: str, none: str = "直陈") -> str:
    return f"“{word}”" if word else none
