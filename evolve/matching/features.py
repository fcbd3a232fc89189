"""Where two items meet: the features that a part of the one shares with a part of the other.

A part is a clause or a measure. Only the parts of candidate items are compared, and only where
they have a feature in common, so the work grows with the candidates and not with the product of
two documents.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from evolve.matching.characters import Ints
from evolve.matching.index import Index, spread
from evolve.matching.vectors import Floats, Matrix, renamed

__all__ = ["Meetings", "Sides", "Weights"]

_CELLS = 250_000
"""About how many features of how many items are laid out at once."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What features weigh, each counted for its kind."""

    kind: Ints
    """Of each feature."""
    kinds: int
    value: Floats
    alone: Floats | None
    """What each weighs if only the best pair of parts counts; null where none is asked for."""

    @classmethod
    def of(cls, *kinds: Floats, alone: Floats | None = None) -> "Weights":
        """Lay out the weights of the features of each kind, kind after kind."""
        kind = np.repeat(np.arange(len(kinds)), list(map(len, kinds)))
        return cls(kind, len(kinds), np.concatenate(kinds), alone)

    def sums(self, row: Ints, rows: int, feature: Ints, *value: Floats) -> Floats:
        """Sum the weights of features into rows, shape (kinds, rows).

        Args:
            row: Where each feature counts.
            rows: How many rows.
            feature: The features.
            value: By what their weights are multiplied.
        """
        told = reduce(np.multiply, value, self.value[feature])
        found = np.bincount(self.kind[feature] * rows + row, told, self.kinds * rows)
        return np.reshape(found, (self.kinds, rows))

    def best_alone(self, pair: Ints, pairs: int, row: Ints, feature: Ints) -> Floats:
        """What the best row of each pair holds of what counts alone, shape (pairs,).

        Args:
            pair: Pair of each row; ascending.
            pairs: How many pairs.
            row: Where each feature counts.
            feature: The features.
        """
        found = np.zeros(pairs)
        if self.alone is not None and len(pair):
            told = np.bincount(row, self.alone[feature], len(pair))
            heads = np.flatnonzero(np.diff(pair, prepend=-1))
            found[pair[heads]] = np.maximum.reduceat(told, heads)
        return found


class Meetings(NamedTuple):
    """Parts of pairs of items that have a feature in common: parallel arrays."""

    pair: Ints
    """Which pair of items; ascending."""
    places: tuple[Ints, Ints]
    """Which part of the source, and of the target, counted in its item."""
    shared: Floats
    """Weight of what the two parts share, shape (kinds, pairs of parts)."""
    together: Floats
    """Weight of what the two items share, shape (kinds, pairs of items)."""
    alone: Floats
    """What the best two parts share of what counts alone, shape (pairs of items,)."""


class _Met(NamedTuple):
    """Features that the items of pairs have in common: parallel arrays."""

    pair: Ints
    feature: Ints
    one: Ints
    """The run of parts of the source that have it."""
    other: Ints
    """The run of parts of the target."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The parts of two documents, and which features these have in common."""

    a: Index
    b: Index
    known: Ints
    """For each feature of ``b`` its number in ``a``, or -1."""

    def meet(self, rows: Ints, columns: Ints, weights: Weights) -> Iterator[Meetings]:
        """Weigh what the parts of pairs of items share, some pairs at a time.

        Args:
            rows: Source item of each pair; ascending.
            columns: Target item of each pair.
            weights: Of the features of ``a``.
        """
        runs = renamed(self.b.runs, self.known, self.a.runs.shape[1])
        laid = self.a.runs
        step = max(1, _CELLS // max(laid.shape[1], 1))
        table = np.zeros((step, laid.shape[1]), laid.dtype)
        for start in range(0, laid.shape[0], step):
            low, high = np.searchsorted(rows, [start, start + step])
            part = rows[low:high], columns[low:high]
            cells = _cells(laid, start, start + step)
            table.ravel()[cells[0]] = cells[1]
            yield self._weigh(*part, _met(table, runs, part[0] - start, part[1]), weights)
            table.ravel()[cells[0]] = 0

    def _weigh(self, rows: Ints, columns: Ints, met: _Met, weights: Weights) -> Meetings:
        """Sum the weights of all features that two parts share."""
        a, b = self.a, self.b
        which, one, other = self._parts(met)
        pair, feature = met.pair[which], met.feature[which]
        places = a.place[one], b.place[other]
        widths = a.widths[rows], b.widths[columns]
        row, count = _numbered(_laid_out(pair, places, widths), int(np.prod(widths, axis=0).sum()))
        value = [side.value[at] for side, at in ((a, one), (b, other)) if side.value is not None]
        some = np.empty(count, np.int64)
        some[row] = np.arange(len(row))
        return Meetings(
            pair[some],
            (places[0][some], places[1][some]),
            weights.sums(row, count, feature, *value),
            weights.sums(met.pair, len(rows), met.feature),
            weights.best_alone(pair[some], len(rows), row, feature),
        )

    def _parts(self, met: _Met) -> tuple[Ints, Ints, Ints]:
        """Every two parts that share a feature: which one, and where either stands in its runs."""
        a, b = self.a.begin, self.b.begin
        first, one = spread(a[met.one], a[met.one + 1])
        run = met.other[first]
        second, other = spread(b[run], b[run + 1])
        return first[second], one[second], other


def _laid_out(pair: Ints, places: tuple[Ints, Ints], widths: tuple[Ints, Ints]) -> Ints:
    """The cell of each two parts: those of a pair of items lie in a table, all tables in a row."""
    size = widths[0] * widths[1]
    return np.asarray((np.cumsum(size) - size)[pair] + places[0] * widths[1][pair] + places[1])


def _numbered(cells: Ints, size: int) -> tuple[Ints, int]:
    """Number the different cells in their order: the number of each, and how many there are."""
    named = np.zeros(size, dtype=bool)
    named[cells] = True
    number = np.cumsum(named)
    return number[cells] - 1, int(number[-1]) if size else 0


def _cells(rows: Matrix, start: int, stop: int) -> tuple[Ints, NDArray[np.int32]]:
    """Where the values of some rows lie when these stand one behind the other, and the values."""
    ends = rows.indptr[start : stop + 1].astype(np.int64)
    part = slice(ends[0], ends[-1])
    begins = np.repeat(np.arange(len(ends) - 1) * rows.shape[1], np.diff(ends))
    return begins + rows.indices[part], rows.data[part]


def _met(table: NDArray[np.int32], runs: Matrix, rows: Ints, columns: Ints) -> _Met:
    """Find the features that the items of pairs have in common.

    Args:
        table: The runs of the sources, shape (sources, features).
        runs: The runs of the targets.
        rows: Source of each pair.
        columns: Target of each pair.
    """
    ends = runs.indptr.astype(np.int64)
    pair, place = spread(ends[columns], ends[columns + 1])
    feature = runs.indices[place].astype(np.int64)
    one = table.ravel()[(rows * table.shape[1])[pair] + feature].astype(np.int64)
    some = np.flatnonzero(one)
    other = runs.data[place[some]].astype(np.int64)
    return _Met(pair[some], feature[some], one[some] - 1, other - 1)
