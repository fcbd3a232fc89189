"""Which figures of two wordings of one promise count the same."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from evolve.model import Measure, Quantity, QuantityKind
from evolve.threading.comparison.likeness import alike, name_key, other_subjects, same_thing
from evolve.threading.comparison.units import common_unit

__all__ = ["comparable", "counted", "pairs", "targets_set"]

_LONE = 0.4
"""Likeness of names from which the only two figures of their unit and basis count the same."""
_MEMBER = 0.75
"""Likeness of a name with one of a list from which it is that one."""
_COMPARED = re.compile(r"(?:[比较](?:上年|去年|上一年|同期)|同比|环比)[^,，;；]{0,8}$")
_HEAD = 24
_MOST = 64
"""How many figures of one measure are compared; nobody promises more in one clause."""
_LISTED = re.compile(r"、|和|与|及")


def targets_set(measure: Measure) -> list[Quantity]:
    """The first targets of a measure, without amounts that only compare with the year before."""
    found = (quantity for quantity in measure.quantities if quantity.kind is QuantityKind.TARGET)
    return [one for one in islice(found, _MOST) if not _only_compares(measure.text, one.span[0])]


def _only_compares(text: str, place: int) -> bool:
    return _COMPARED.search(text[max(0, place - _HEAD) : place]) is not None


def counted(measure: Measure) -> frozenset[tuple[str, str]]:
    """Dimension and basis of each figure of a measure."""
    return frozenset(map(_dimension, measure.quantities[:_MOST]))


def pairs(before: Sequence[Quantity], after: Sequence[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """Figures of the same dimension and basis, the most similar names first, each used once.

    The only figures of their dimension on both sides need less likeness; a figure without a name
    of its own counts what its measure speaks of.
    """
    ranked = sorted(
        (-_likeness(one, other), i, j)
        for i, one in enumerate(before)
        for j, other in enumerate(after)
        if comparable(one, other)
    )
    alone = _alone(before) & _alone(after)
    found: dict[int, int] = {}
    for _, i, j in ranked:
        if i in found or j in found.values():
            continue
        one, other = before[i], after[j]
        if same_thing(one.name, other.name) or (_dimension(one) in alone and _may_be(one, other)):
            found[i] = j
    return [(before[i], after[j]) for i, j in sorted(found.items())]


def comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two figures have one dimension and basis.

    A plan may say 新建 of what the next only counts, if it names it in the same words.
    """
    if common_unit(one.unit)[0] != common_unit(other.unit)[0]:
        return False
    if one.basis == other.basis:
        return True
    same = name_key(one.name) == name_key(other.name)
    return same and {one.basis, other.basis} == {"level", "new"}


def _may_be(one: Quantity, other: Quantity) -> bool:
    """改造A、B共10万套 and 改造B 5万套 are a whole and its part."""
    if not one.name or not other.name:
        return True
    if _part_of(one.name, other.name) or _part_of(other.name, one.name):
        return False
    return alike(one.name, other.name) >= _LONE and not other_subjects(one.name, other.name)


def _part_of(part: str, whole: str) -> bool:
    members = _LISTED.split(whole)
    return len(members) > 1 and any(alike(part, member) >= _MEMBER for member in members)


def _dimension(quantity: Quantity) -> tuple[str, str]:
    return common_unit(quantity.unit)[0], quantity.basis


def _alone(quantities: Sequence[Quantity]) -> set[tuple[str, str]]:
    counts = Counter(map(_dimension, quantities))
    return {dimension for dimension, count in counts.items() if count == 1}


def _likeness(one: Quantity, other: Quantity) -> float:
    return 1.0 if name_key(one.name) == name_key(other.name) else alike(one.name, other.name)
