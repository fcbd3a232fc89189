"""Where two items meet: the features that a part of the one shares with a part of the other.

A part is a clause or a measure. Only the parts of candidate items are compared, and only where
they have a feature in common, so the work grows with the candidates and not with the product of
two documents.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from evolve.matching.terms import Ints
from evolve.matching.vectors import Floats, Matrix, renamed

__all__ = ["Index", "Meetings", "Sides", "spread"]

_CELLS = 1_000_000
"""About how many features of how many items are laid out at once."""


@dataclass(frozen=True, slots=True)
class Index:
    """Which parts of which items of a document have which features."""

    first: Ints
    """First part of each item, and behind them the number of parts."""
    runs: Matrix
    """Shape (items, features): the number, from one, of the run of parts that have the feature."""
    begin: Ints
    """Where each run begins, and where the last one ends."""
    place: Ints
    """Place in its item of each part of each run."""
    value: Floats
    """How much of the feature it has."""

    @classmethod
    def of(cls, item: Ints, items: int, rows: Matrix) -> "Index":
        """Sort the features of parts by item and feature.

        Args:
            item: Item of each part; ascending.
            items: How many items.
            rows: Features of the parts, shape (parts, features).
        """
        first = np.searchsorted(item, np.arange(items + 1))
        part = np.repeat(np.arange(len(item)), np.diff(rows.indptr))
        cells = Matrix(
            (np.arange(len(part)), rows.indices.copy(), rows.indptr[first]),
            shape=(items, rows.shape[1]),
        )
        cells.sort_indices()
        changes = np.diff(cells.indices, prepend=-1) != 0
        changes[cells.indptr[:-1][np.diff(cells.indptr) > 0]] = True
        begin = np.flatnonzero(changes)
        number = np.arange(1, len(begin) + 1)
        starts = np.searchsorted(begin, cells.indptr)
        return cls(
            first,
            Matrix((number, cells.indices[begin], starts), shape=cells.shape),
            np.append(begin, len(part)),
            (part - first[item[part]])[cells.data],
            rows.data[cells.data],
        )

    @property
    def widths(self) -> Ints:
        """How many parts each item has."""
        return np.diff(self.first)


def spread(begin: Ints, end: Ints) -> tuple[Ints, Ints]:
    """Every number of each range, with the range that it is in."""
    sizes = end - begin
    which = np.repeat(np.arange(len(sizes)), sizes)
    return which, np.arange(len(which)) + (begin - np.cumsum(sizes) + sizes)[which]


@dataclass(frozen=True, slots=True)
class Meetings:
    """Parts of pairs of items that have a feature in common: parallel arrays."""

    pair: Ints
    """Which pair of items."""
    places: tuple[Ints, Ints]
    """Which part of the source, and of the target, counted in its item."""
    shared: tuple[Floats, ...]
    """Weight of what the two parts share, by kind."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The parts of two documents, and which features these have in common."""

    a: Index
    b: Index
    known: Ints
    """For each feature of ``b`` its number in ``a``, or -1."""

    def meet(self, rows: Ints, columns: Ints, weights: Sequence[Floats]) -> Iterator[Meetings]:
        """Weigh what the parts of pairs of items share, some pairs at a time.

        Args:
            rows: Source item of each pair; ascending.
            columns: Target item of each pair.
            weights: Weight of each feature of ``a``, by kind.
        """
        runs = renamed(self.b.runs, self.known, self.a.runs.shape[1])
        step = max(1, _CELLS // max(runs.shape[1], 1))
        for start in range(0, self.a.runs.shape[0], step):
            low, high = np.searchsorted(rows, [start, start + step])
            table = self.a.runs[start : start + step].toarray()
            part = rows[low:high], columns[low:high]
            found = self._weigh(*part, _met(table, runs, part[0] - start, part[1]), weights)
            yield Meetings(found.pair + low, found.places, found.shared)

    def _weigh(
        self,
        rows: Ints,
        columns: Ints,
        met: tuple[Ints, Ints, Ints, Ints],
        weights: Sequence[Floats],
    ) -> Meetings:
        """Sum the weights of all features that two parts share.

        The parts of a pair of items lie in a table, and the tables of all pairs side by side.
        """
        pair, feature, one, other = met
        a, b = self.a, self.b
        reach = b.begin[other + 1] - b.begin[other]
        which, step = spread(np.zeros_like(one), (a.begin[one + 1] - a.begin[one]) * reach)
        down, right = np.divmod(step, reach[which])
        one, other = a.begin[one][which] + down, b.begin[other][which] + right
        width = b.widths[columns]
        size = a.widths[rows] * width
        base = np.cumsum(size) - size
        cell = base[pair][which] + a.place[one] * width[pair][which] + b.place[other]
        value, feature = a.value[one] * b.value[other], feature[which]
        total = int(size.sum())
        met_at = np.zeros(total, dtype=bool)
        met_at[cell] = True
        some = np.flatnonzero(met_at)
        pair = np.repeat(np.arange(len(rows)), size)[some]
        places = np.divmod(some - base[pair], width[pair])
        weighed = (np.bincount(cell, weight[feature] * value, total) for weight in weights)
        return Meetings(pair, places, tuple(np.asarray(table[some], float) for table in weighed))


def _met(table: Ints, runs: Matrix, rows: Ints, columns: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """Find the features that the items of pairs have in common.

    Args:
        table: The runs of the sources, shape (sources, features).
        runs: The runs of the targets.
        rows: Source of each pair.
        columns: Target of each pair.

    Returns:
        Pair, feature, and its run in either document.
    """
    ends = runs.indptr.astype(np.int64)
    pair, place = spread(ends[columns], ends[columns + 1])
    feature = runs.indices.astype(np.int64)[place]
    one = table[rows[pair], feature]
    some = np.flatnonzero(one)
    return pair[some], feature[some], one[some] - 1, runs.data[place[some]] - 1
