"""Parts (clauses or measures) of candidate items that share something, and how near they are."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from evolve.matching.characters import Ints
from evolve.matching.features import Sides, Weights
from evolve.matching.vectors import Floats

__all__ = ["PartPairs", "part_pairs"]

_NEAREST = 3
_NOTHING = 1e-9
"""So small a share of the best score is none."""


class _Parts(NamedTuple):
    """All parts of one side of pairs of items: parallel arrays."""

    pair: Ints
    row: Ints
    """Which part of the document."""
    best: Floats
    """Its best score in the other item."""


@dataclass(frozen=True, slots=True)
class PartPairs:
    """Parts of the source with parts of the target that share something, pair by pair of items."""

    pair: Ints
    """Which pair of items; ascending."""
    ends: tuple[Ints, Ints]
    """Which part of the source document, and of the target."""
    places: tuple[Ints, Ints]
    """The same, counted in its item."""
    widths: tuple[Ints, Ints]
    """How many parts the source and the target of each pair of items have."""
    firsts: tuple[Ints, Ints]
    """Which part of the source document, and of the target, is the first of each pair of items."""
    shared: Floats
    """Weight of what two parts share, shape (kinds, pairs of parts)."""
    together: Floats
    """Weight of what the two items share, shape (kinds, pairs of items)."""
    alone: Floats
    """What the best two parts share of what counts alone, shape (pairs of items,)."""

    def some(self, chosen: Ints) -> "PartPairs":
        """Some of the pairs of parts."""
        ends, places = ((one[chosen], other[chosen]) for one, other in (self.ends, self.places))
        shared = self.shared[:, chosen]
        return replace(self, pair=self.pair[chosen], ends=ends, places=places, shared=shared)

    def coverage(self, shared: Floats, mass: tuple[Floats, Floats]) -> Floats:
        """Share of either part's weight that stands in the other, shape (pairs of parts, 2).

        Args:
            shared: Weight of what two parts share.
            mass: Weight of each part of the source and of the target.
        """
        sides = (weight[end] for weight, end in zip(mass, self.ends, strict=True))
        return np.column_stack([shared / np.maximum(side, 1e-9) for side in sides])

    def by_mean(self, shared: Floats, mass: tuple[Floats, Floats]) -> Floats:
        """Weight of what two parts share by the geometric mean of their weights."""
        one, other = (
            np.sqrt(np.maximum(weight, 1e-9))[end]
            for weight, end in zip(mass, self.ends, strict=True)
        )
        return np.asarray(shared / (one * other))

    def likeness(self, shared: Floats, mass: tuple[Floats, Floats], full: float) -> Floats:
        """The same, but little in common by weight counts little, however short the parts are.

        Args:
            shared: Weight of what two parts share.
            mass: Weight of each part of the source and of the target.
            full: Shared weight at which the likeness counts in full.
        """
        return np.asarray(self.by_mean(shared, mass) * np.minimum(1, shared / full))

    def against_neighbours(self, scores: Floats) -> Floats:
        """Divide each score by the root of how near the neighbours of its parts are."""
        level = _nearest(scores, self.ends[0]) + _nearest(scores, self.ends[1])
        return np.asarray(scores / np.sqrt(np.where(level > 0, level / 2, 1)))

    def best(self, scores: Floats) -> Floats:
        """The best score in each pair of items."""
        found = np.zeros(len(self.widths[0]))
        np.maximum.at(found, self.pair, scores)
        return found

    def best_by_part(self, scores: Floats) -> Floats:
        """The squared best score of each part, summed over the parts of both items."""
        found = np.zeros(len(self.widths[0]))
        for part in self._sides(scores):
            found += np.bincount(part.pair, part.best**2, len(found))
        return found

    def answered(self, scores: Floats, mass: tuple[Floats, Floats], least: float) -> Floats:
        """Share of either item, by weight, whose parts find one like them in the other.

        Args:
            scores: How like each other two parts are.
            mass: Weight of each part of the source document, and of the target.
            least: Score from which one part says what the other says.

        Returns:
            Shape (pairs of items, 2).
        """
        columns = []
        for part, weight in zip(self._sides(scores), mass, strict=True):
            told = weight[part.row]
            whole, some = (
                np.bincount(part.pair, mark * told, len(self.widths[0]))
                for mark in (1.0, part.best >= least)
            )
            columns.append(some / np.maximum(whole, 1e-9))
        return np.column_stack(columns)

    def _sides(self, scores: Floats) -> Iterator[_Parts]:
        """Every part of every pair of items with its best score, of the sources, then targets."""
        for place, width, first in zip(self.places, self.widths, self.firsts, strict=True):
            begin = np.cumsum(width) - width
            best = np.zeros(int(width.sum()))
            np.maximum.at(best, begin[self.pair] + place, scores)
            pair = np.repeat(np.arange(len(width)), width)
            yield _Parts(pair, np.arange(len(best)) + (first - begin)[pair], best)


def _nearest(scores: Floats, side: Ints) -> Floats:
    """The mean of the best few scores of each part, at each pair.

    The scores of a part are dealt into as many lots: the least of their best is among the best few
    scores, or below them. What is above it is sorted by numbers whose whole part is the part and
    whose rest falls with the score; what is missing to a few are scores equal to it.
    """
    top = float(scores.max(initial=0)) * 1.000001
    size = int(side.max(initial=-1)) + 1
    lots = np.zeros((_NEAREST, size))
    for lot, best in enumerate(lots):
        np.maximum.at(best, side[lot::_NEAREST], scores[lot::_NEAREST])
    least = lots.min(axis=0)
    least[least < top * _NOTHING] = 0
    some = np.flatnonzero(scores > np.maximum(least, top * _NOTHING)[side])
    keys = np.sort(side[some] + 1 - scores[some] / (top or 1))
    ends = np.searchsorted(keys, np.arange(size + 1))
    place = ends[:-1, None] + np.arange(_NEAREST)
    there = place < ends[1:, None]
    number = np.arange(1, size + 1)
    equal = (number - least / (top or 1))[:, None]
    near = np.where(there, np.append(keys, 0)[np.where(there, place, -1)], equal)
    return np.asarray(((number[:, None] - near) * top).mean(axis=1)[side])


def part_pairs(sides: Sides, rows: Ints, columns: Ints, weights: Weights) -> PartPairs:
    """Pair the parts of pairs of items that have a feature in common.

    Args:
        sides: The parts of both documents.
        rows: Source item of each pair; ascending.
        columns: Target item of each pair.
        weights: Of the features of the earlier document.
    """
    met = list(sides.meet(rows, columns, weights))
    sizes = [lot.together.shape[-1] for lot in met]
    starts = np.cumsum([0, *sizes])
    pair = np.concatenate([lot.pair + start for lot, start in zip(met, starts, strict=False)])
    down, right = (np.concatenate([lot.places[k] for lot in met]) for k in (0, 1))
    return PartPairs(
        pair,
        (sides.a.first[rows[pair]] + down, sides.b.first[columns[pair]] + right),
        (down, right),
        (sides.a.widths[rows], sides.b.widths[columns]),
        (sides.a.first[rows], sides.b.first[columns]),
        np.concatenate([lot.shared for lot in met], axis=-1),
        np.concatenate([lot.together for lot in met], axis=-1),
        np.concatenate([lot.alone for lot in met]),
    )
