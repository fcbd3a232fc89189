"""Passages that two texts share: the same run of terms in both."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from evolve.matching.characters import Bools, Ints
from evolve.matching.common import Common
from evolve.matching.index import spread
from evolve.matching.prepared import Texts
from evolve.matching.terms import Terms
from evolve.model import Evidence

__all__ = ["shared_passages"]

_REACH = 2
"""Terms by which a passage is cut back at most so that no word is torn."""


class _Runs(NamedTuple):
    """Runs of terms that stand in both texts of a pair: parallel arrays, pair by pair."""

    pair: Ints
    source: Ints
    """The first term in the source."""
    target: Ints
    """The first term in the target."""
    length: Ints


def _matches(
    source: Texts, target: Texts, common: Common, pairs: tuple[Ints, Ints]
) -> tuple[Ints, Ints, Ints]:
    """Every term of a source with every equal term of its target: pair, and place in either."""
    rows = source.terms.row
    starts = np.searchsorted(rows, np.arange(len(source) + 1))
    pair, place = spread(starts[pairs[0]], starts[pairs[0] + 1])
    named = np.full(len(common.idf[0]), -1)
    mine = np.flatnonzero(common.known >= 0)
    named[common.known[mine]] = mine
    code = named[source.column[place]]
    known = code >= 0
    pair, place, code = pair[known], place[known], code[known]
    which, other = target.places.find(pairs[1][pair] * target.width + code)
    return pair[which], place[which], other


def _joins(terms: Terms, places: Ints) -> Bools:
    """Whether some terms begin inside the one before, as bigrams of one run of one text do."""
    before = np.maximum(places - 1, 0)
    inside = (terms.start[places] < terms.end[before]) & (places > 0)
    return np.asarray(inside & (terms.row[places] == terms.row[before]))


def _runs(
    source: Texts, target: Texts, common: Common, pairs: tuple[Ints, Ints], least: float
) -> _Runs:
    """Maximal runs of equal neighbouring terms that weigh enough, heaviest first in each pair."""
    pair, one, other = _matches(source, target, common, pairs)
    width = len(source.column) + len(target.column) + 1
    line = pair * width + (one - other + len(target.column))
    order = np.argsort(line, kind="stable")
    line, one, other = line[order], one[order], other[order]
    goes_on = (np.diff(line, prepend=-1) == 0) & (np.diff(one, prepend=-1) == 1)
    first = np.flatnonzero(~(goes_on & _joins(source.terms, one) & _joins(target.terms, other)))
    length = np.diff(np.append(first, len(one)))
    pair, one, other = pair[order[first]], one[first], other[first]
    tells = np.append(source.weight_of(np.maximum(common.idf[0] - 1, 0)), 0)
    weight = np.add.reduceat(tells, np.column_stack([one, one + length]).ravel())[::2]
    order = np.lexsort((other, one, -weight, pair))
    order = order[weight[order] >= least]
    return _Runs(*(column[order] for column in (pair, one, other, length)))


def _whole(runs: _Runs, sides: tuple[Texts, Texts], common: Common) -> _Runs:
    """Take from both ends of runs what belongs to a word beyond them."""
    often = _frequencies(sides, common)
    before, after = (_torn(runs, sides, often, end=end) for end in (False, True))
    kept = runs.length > before + after
    before, after = np.where(kept, before, 0), np.where(kept, after, 0)
    length = runs.length - before - after
    return _Runs(runs.pair, runs.source + before, runs.target + before, length)


def _torn(runs: _Runs, sides: tuple[Texts, Texts], often: tuple[Ints, Ints], *, end: bool) -> Ints:
    """How many terms to take from the start or from the end of each run.

    As few as leave no word of the lexicon in two, in either text. Where it knows no word there, one
    character goes with the neighbour that it stands beside more often in both documents: what
    主题应用 and 专题应用 share is 应用, not 题应用.
    """
    taken = np.zeros(len(runs.pair), np.int64)
    known = beyond = np.zeros(len(runs.pair), dtype=bool)
    for step in range(_REACH, -1, -1):
        edges = [_edges(runs, k, side, step, end=end) for k, side in enumerate(sides)]
        taken[np.minimum(*edges) >= 0] = step
        known = np.maximum(*edges) > 0
    for k, side in enumerate(sides):
        beyond = beyond | _leans(runs, k, side, often[k], end=end)
    return np.where((taken == 0) & ~known & beyond, 1, taken)


def _edges(runs: _Runs, side: int, texts: Texts, step: int, *, end: bool) -> Ints:
    """Whether words part in a text where runs begin or end that are some terms shorter there."""
    first = (runs.source, runs.target)[side]
    inward = np.minimum(step, runs.length - 1)
    if end:
        places = texts.terms.last[first + runs.length - 1 - inward] + 1
    else:
        places = texts.terms.at[first + inward]
    return np.asarray(texts.edges[places])


def _leans(runs: _Runs, side: int, texts: Texts, often: Ints, *, end: bool) -> Bools:
    """Whether the outermost character stands beside the one beyond it more often."""
    first = (runs.source, runs.target)[side]
    if not end:
        return np.asarray(_joins(texts.terms, first) & (often[first - 1] > often[first]))
    last = first + runs.length - 1
    beyond = np.minimum(last + 1, len(often) - 1)
    joins = _joins(texts.terms, beyond) & (beyond > last)
    return np.asarray(joins & (often[beyond] > often[last]))


def _frequencies(sides: tuple[Texts, Texts], common: Common) -> tuple[Ints, Ints]:
    """How often each term of either text, in order, stands in both documents."""
    here, there = (
        np.bincount(side.column, minlength=len(idf))
        for side, idf in zip(sides, common.idf, strict=True)
    )
    theirs = np.flatnonzero(common.known >= 0)
    mine = common.known[theirs]
    here[mine] = there[theirs] = here[mine] + there[theirs]
    return here[sides[0].column], there[sides[1].column]


def shared_passages(
    sides: tuple[Texts, Texts],
    common: Common,
    pairs: tuple[Ints, Ints],
    *,
    least: float,
    most: int = 5,
) -> list[tuple[Evidence, ...]]:
    """Find the most telling passages of pairs of texts, none overlapping another.

    Args:
        sides: Texts of the earlier document and of the later.
        common: The terms of both.
        pairs: Text of the earlier document in each pair, and of the later.
        least: What the terms of a passage must weigh together.
        most: How many passages of a pair at most.
    """
    runs = _whole(_runs(*sides, common, pairs, least), sides, common)
    spans = (
        np.column_stack([side.terms.start[place], side.terms.end[place + runs.length - 1]])
        for side, place in zip(sides, (runs.source, runs.target), strict=True)
    )
    every = np.column_stack(list(spans)).tolist()
    ends = np.searchsorted(runs.pair, np.arange(len(pairs[0]) + 1)).tolist()
    return [_choose(every[start:end], most) for start, end in pairwise(ends)]


def _choose(runs: Sequence[Sequence[int]], most: int) -> tuple[Evidence, ...]:
    """The first few runs that overlap none before them; a run is two spans, one after the other."""
    found: list[Sequence[int]] = []
    for run in runs:
        start, end, begin, stop = run
        for one in found:
            if (start < one[1] and one[0] < end) or (begin < one[3] and one[2] < stop):
                break
        else:
            found.append(run)
            if len(found) == most:
                break
    return tuple(Evidence(source_span=(a, b), target_span=(c, d)) for a, b, c, d in found)
