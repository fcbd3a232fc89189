"""The features of the parts of items, sorted so that two documents can be laid side by side.

A part is a clause or a measure.
"""

from dataclasses import dataclass

import numpy as np

from evolve.matching.characters import Ints
from evolve.matching.vectors import Floats, Matrix

__all__ = ["Index", "spread"]


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
    value: Floats | None
    """How much of the feature it has; null where all have it in full."""

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
        number = np.arange(1, len(begin) + 1, dtype=np.int32)
        starts = np.searchsorted(begin, cells.indptr)
        return cls(
            first,
            Matrix((number, cells.indices[begin], starts), shape=cells.shape),
            np.append(begin, len(part)),
            (part - first[item[part]])[cells.data],
            None if np.all(rows.data == 1) else rows.data[cells.data],
        )

    @property
    def widths(self) -> Ints:
        """How many parts each item has."""
        return np.diff(self.first)


def spread(begin: Ints, end: Ints) -> tuple[Ints, Ints]:
    """Every number of each range, with the range that it is in."""
    sizes = end - begin
    shift = begin - np.cumsum(sizes) + sizes
    which = np.repeat(np.arange(len(sizes)), sizes)
    return which, np.arange(len(which)) + np.repeat(shift, sizes)
