"""Clauses of candidate pairs of items, compared with each other.

Only clauses of candidate items meet, so the work grows with the candidates and not with the
product of two documents.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from evolve.matching.terms import Ints
from evolve.matching.vectors import Floats, Matrix

__all__ = ["ClausePairs", "clause_pairs", "paired_products"]

_DENSE = 4_000_000
"""Up to this many cells the whole product of two matrices is cheaper than its parts."""
_NEAREST = 3


def paired_products(left: Matrix, right: Matrix, rows: Ints, columns: Ints) -> Floats:
    """The product of row ``rows[k]`` of ``left`` and row ``columns[k]`` of ``right``, for all k.

    ``rows`` must be ascending.
    """
    if left.shape[0] * right.shape[0] <= _DENSE:
        return np.asarray((left @ right.T).toarray()[rows, columns])
    found = np.zeros(len(rows))
    step = max(1, _DENSE // right.shape[0])
    for start in range(0, left.shape[0], step):
        low, high = np.searchsorted(rows, [start, start + step])
        part = slice(int(low), int(high))
        needed, place = np.unique(columns[part], return_inverse=True)
        table = (left[start : start + step] @ right[needed].T).toarray()
        found[part] = table[rows[part] - start, place]
    return found


@dataclass(frozen=True, slots=True)
class ClausePairs:
    """Clauses of the source with clauses of the target that share something, in candidate pairs."""

    pair: Ints
    """Which candidate pair."""
    source: Ints
    """Which clause of the source document; ascending."""
    target: Ints
    """Which clause of the target document."""
    pairs: int
    """How many candidate pairs."""
    shared: tuple[Floats, ...]
    """Weight of what two clauses share, by kind of feature."""

    def coverage(self, shared: Floats, mass: tuple[Floats, Floats]) -> Floats:
        """Share of either clause's weight that stands in the other, shape (pairs, 2).

        Args:
            shared: Weight of what two clauses share.
            mass: Weight of each clause of the source and of the target.
        """
        sides = (mass[0][self.source], mass[1][self.target])
        return np.column_stack([shared / np.maximum(side, 1e-9) for side in sides])

    def likeness(self, shared: Floats, mass: tuple[Floats, Floats], full: float) -> Floats:
        """Weight of what two clauses share by the mean of their weights.

        Little in common by weight counts little, however short the clauses are.

        Args:
            shared: Weight of what two clauses share.
            mass: Weight of each clause of the source and of the target.
            full: Shared weight at which the likeness counts in full.
        """
        product = np.maximum(mass[0], 1e-9)[self.source] * np.maximum(mass[1], 1e-9)[self.target]
        return np.asarray(shared / np.sqrt(product) * np.minimum(1, shared / full))

    def against_neighbours(self, scores: Floats) -> Floats:
        """Divide each score by the root of how near the neighbours of its clauses are."""
        level = self._nearest(scores, self.source) + self._nearest(scores, self.target)
        return np.asarray(scores / np.sqrt(np.where(level > 0, level / 2, 1)))

    @staticmethod
    def _nearest(scores: Floats, side: Ints) -> Floats:
        """The mean of the best few scores of each clause, at each pair.

        The scores of a clause are dealt into as many parts; what is below the best of each part
        is not among the best few. The others are sorted by numbers whose whole part is the clause
        and whose rest falls with the score.
        """
        top = float(scores.max(initial=0)) * 1.000001
        size = int(side.max(initial=-1)) + 1
        parts = np.zeros(size * _NEAREST)
        np.maximum.at(parts, side * _NEAREST + np.arange(len(side)) % _NEAREST, scores)
        least = parts.reshape(size, _NEAREST).min(axis=1)
        some = (scores > top * 1e-9) & (scores >= least[side])
        keys = np.sort(side[some] + 1 - scores[some] / (top or 1))
        clause = keys.astype(np.int64)
        first = np.flatnonzero(np.diff(clause, prepend=-1))
        rank = np.arange(len(keys)) - np.repeat(first, np.diff(np.append(first, len(keys))))
        best = rank < _NEAREST
        value = (1 - (keys[best] - clause[best])) * top
        return np.asarray((np.bincount(clause[best], value, size) / _NEAREST)[side])

    def best(self, scores: Floats) -> Floats:
        """The best score in each candidate pair."""
        found = np.zeros(self.pairs)
        np.maximum.at(found, self.pair, scores)
        return found

    def best_by_clause(self, scores: Floats) -> tuple[Floats, Floats]:
        """The squared best score of each clause, summed over the clauses of either item.

        Returns:
            Sums for each candidate pair, of the source's clauses and of the target's.
        """
        some = np.flatnonzero(scores)
        sums = []
        for side in (self.source[some], self.target[some]):
            width = int(side.max(initial=0)) + 1
            cell, place = np.unique(self.pair[some] * width + side, return_inverse=True)
            best = np.zeros(len(cell))
            np.maximum.at(best, place, scores[some])
            sums.append(np.bincount(cell // width, best**2, self.pairs).astype(np.float64))
        return sums[0], sums[1]


def _products(features: Sequence[tuple[Matrix, Matrix]], part: slice) -> tuple[Ints, Floats]:
    """Which cells of some rows of the products are not all zero, row by row, and their values."""
    tables = [(left[part] @ right.T).toarray().ravel() for left, right in features]
    some = np.flatnonzero(np.logical_or.reduce([table > 0 for table in tables]))
    return some, np.stack([table[some] for table in tables])


def clause_pairs(
    items: tuple[Ints, Ints],
    rows: Ints,
    columns: Ints,
    features: Sequence[tuple[Matrix, Matrix]],
) -> ClausePairs:
    """Pair the clauses of each candidate pair of items that have a feature in common.

    Args:
        items: Item of each clause of the source document, and of the target.
        rows: Source item of each candidate pair.
        columns: Target item of each candidate pair.
        features: Of the clauses of both documents, by kind, their products the weight of what
            two clauses share; none is negative.
    """
    source, target = items
    size = [
        int(max(a.max(initial=-1), b.max(initial=-1))) + 1
        for a, b in zip(items, (rows, columns), strict=True)
    ]
    number = np.full(size, -1)
    number[rows, columns] = np.arange(len(rows))
    step = max(1, _DENSE // max(len(target), 1))
    found = [np.zeros((3, 0), np.int64)]
    shared = [np.zeros((len(features), 0))]
    for start in range(0, len(source), step):
        some, values = _products(features, slice(start, start + step))
        ends = some // len(target) + start, some % len(target)
        pair = number[source[ends[0]], target[ends[1]]]
        near = pair >= 0
        shared.append(values[:, near])
        found.append(np.stack([pair, *ends])[:, near])
    pair, *sides = np.concatenate(found, axis=1)
    return ClausePairs(pair, sides[0], sides[1], len(rows), tuple(np.concatenate(shared, axis=1)))
