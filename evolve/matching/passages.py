"""Passages that two texts share: the same run of terms in both."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from evolve.matching.terms import Bools, Ints, Terms
from evolve.matching.vectors import Floats
from evolve.model import Evidence, Span

__all__ = ["Lines", "shared_passages"]

_SLACK = 1e-6
"""More than the error of a difference of cumulative weights."""
_Run = tuple[float, int, int, int]
"""Negative weight, place in source, place in target, length."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The terms of the texts of a document, in order."""

    terms: Terms
    codes: Ints
    """The different terms, sorted."""
    code: Ints
    """Which of them each term is."""
    weight: Floats
    """How much each term tells; nothing for one of a set phrase."""

    def joins(self, places: Ints) -> Bools:
        """Whether some terms begin inside the one before, as bigrams of one run of one text do."""
        terms, before = self.terms, np.maximum(places - 1, 0)
        inside = (terms.start[places] < terms.end[before]) & (places > 0)
        return np.asarray(inside & (terms.row[places] == terms.row[before]))


def _range(keys: Ints, wanted: Ints) -> tuple[Ints, Ints]:
    """Where each wanted key begins and ends among sorted keys."""
    return np.searchsorted(keys, wanted), np.searchsorted(keys, wanted, side="right")


def _spread(begin: Ints, end: Ints) -> tuple[Ints, Ints]:
    """Every number of each range, with the range that it is in."""
    sizes = end - begin
    which = np.repeat(np.arange(len(sizes)), sizes)
    return which, np.arange(len(which)) + (begin - np.cumsum(sizes) + sizes)[which]


def _matches(source: Lines, target: Lines, rows: Ints, columns: Ints) -> tuple[Ints, Ints, Ints]:
    """Every term of a source with every equal term of its target: pair, and place in either."""
    pair, place = _spread(*_range(source.terms.row, rows))
    same = np.searchsorted(target.codes, source.codes)
    same = np.where(np.append(target.codes, -1)[same] == source.codes, same, -1)
    code = same[source.code[place]]
    pair, place, code = pair[code >= 0], place[code >= 0], code[code >= 0]
    size = len(target.codes)
    keys = target.terms.row * size + target.code
    order = np.argsort(keys, kind="stable")
    which, other = _spread(*_range(keys[order], columns[pair] * size + code))
    return pair[which], place[which], order[other]


def _runs(
    source: Lines, target: Lines, rows: Ints, columns: Ints, least: float
) -> list[list[_Run]]:
    """Maximal runs of equal neighbouring terms of each pair that weigh enough, heaviest first."""
    pair, one, other = _matches(source, target, rows, columns)
    width = len(source.code) + len(target.code) + 1
    line = pair * width + (one - other + len(target.code))
    order = np.argsort(line, kind="stable")
    line, one, other = line[order], one[order], other[order]
    goes_on = (np.diff(line, prepend=-1) == 0) & (np.diff(one, prepend=-1) == 1)
    first = np.flatnonzero(~(goes_on & source.joins(one) & target.joins(other)))
    length = np.diff(np.append(first, len(one)))
    heavy = np.append(0, np.cumsum(source.weight))
    kept = heavy[one[first] + length] - heavy[one[first]] >= least - _SLACK
    found: list[list[_Run]] = [[] for _ in rows]
    columns_of = (pair[order[first]], one[first], other[first], length)
    for k, i, j, n in zip(*(column[kept].tolist() for column in columns_of), strict=True):
        weight = sum(source.weight[i : i + n].tolist())
        if weight >= least:
            found[k].append((-weight, i, j, n))
    return [sorted(runs) for runs in found]


def shared_passages(  # noqa: PLR0913 - two documents, the pairs, and how much to give
    source: Lines, target: Lines, rows: Ints, columns: Ints, *, least: float, most: int = 5
) -> list[tuple[Evidence, ...]]:
    """Find the most telling passages of pairs of texts, none overlapping another.

    Args:
        source: Terms of the earlier document.
        target: Terms of the later document.
        rows: Text of the earlier document in each pair.
        columns: Text of the later document in each pair.
        least: What the terms of a passage must weigh together.
        most: How many passages of a pair at most.
    """
    ends = [(side.terms.start.tolist(), side.terms.end.tolist()) for side in (source, target)]
    return [_choose(runs, ends, most) for runs in _runs(source, target, rows, columns, least)]


def _choose(
    runs: Sequence[_Run], ends: Sequence[tuple[list[int], list[int]]], most: int
) -> tuple[Evidence, ...]:
    """The first few runs that overlap none before them."""
    found: list[Evidence] = []
    (starts, stops), (target_starts, target_stops) = ends
    for _, i, j, n in runs:
        one = (starts[i], stops[i + n - 1])
        other = (target_starts[j], target_stops[j + n - 1])
        if not any(_touch(one, e.source_span) or _touch(other, e.target_span) for e in found):
            found.append(Evidence(source_span=one, target_span=other))
            if len(found) == most:
                break
    return tuple(found)


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
