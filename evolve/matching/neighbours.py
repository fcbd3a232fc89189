"""The nearest neighbours of texts in a table of scores, and scores against these."""

from typing import NamedTuple

import numpy as np

from evolve.matching.characters import Bools, Ints
from evolve.matching.index import spread
from evolve.matching.vectors import Floats, Scores

__all__ = ["against", "among", "near", "neighbour_mean"]

_LOT = 16
"""So many scores are looked at together."""
_CELLS = 1 << 17
"""About how many cells of a table are worked on together: as many as stay in the cache."""
_TINY = 1e-30
"""In the place of zero, where no score is above zero either; single precision holds it."""


def _sum_of(values: Floats, group: Ints, size: int, nearest: int) -> Floats:
    """The sum of the best few values of each group.

    Args:
        values: At least zero.
        group: Which group each is of.
        size: How many groups.
        nearest: How many are summed.
    """
    order = np.lexsort((-values, group))
    ends = np.searchsorted(group[order], np.arange(size + 1))
    which, place = spread(ends[:-1], np.minimum(ends[1:], ends[:-1] + nearest))
    return np.asarray(np.bincount(which, values[order[place]], size), np.float64)


def _tops(scores: Scores, most: int) -> Scores:
    """The best ``most`` scores of each row (all, if there are no more), falling.

    Columns that lie ``lots`` apart are a lot. The best few scores of a row are in as many lots,
    those with the greatest best score, so only these are looked at one by one.

    Args:
        scores: At least zero; the transpose of a table does as well as a table.
        most: How many.
    """
    height, width = scores.shape
    lots = width // _LOT
    if lots > most:
        best = scores[:, :lots].copy(order="K")
        for start in range(lots, width, lots):
            some = scores[:, start : start + lots]
            np.maximum(best[:, : some.shape[1]], some, out=best[:, : some.shape[1]])
        lot = np.argpartition(best, -most, axis=1)[:, -most:]
        column = np.add.outer(lot, np.arange(0, width, lots)).reshape(height, -1)
        found = scores[np.arange(height)[:, None], np.minimum(column, width - 1)]
        found[column >= width] = 0
        scores = np.partition(found, -most, axis=1)[:, -most:]
    return np.asarray(np.sort(scores, axis=1)[:, ::-1][:, :most])


def near(scores: Scores, most: int) -> Bools:
    """Mark what is among the best ``most`` of its row or of its column, and above zero."""
    if not scores.size:
        return np.zeros(scores.shape, dtype=bool)
    return _among_best(scores, most) | _among_best(scores.T, most).T


def _among_best(scores: Scores, most: int) -> Bools:
    """Mark the best ``most`` of each row; of equal ones the first."""
    tops = _tops(scores, most)
    least = np.maximum(tops[:, -1:], _TINY)
    marks = np.asarray(scores >= least)
    crowded = np.flatnonzero(np.count_nonzero(marks, axis=1) > most)
    if len(crowded):
        last = scores[crowded] == least[crowded]
        room = np.count_nonzero(tops[crowded] == least[crowded], axis=1, keepdims=True)
        marks[crowded] &= ~last | (np.cumsum(last, axis=1) <= room)
    return marks


class _Level(NamedTuple):
    """How near the nearest neighbours of texts are on average.

    A text that is near to everything (broad or formulaic) has to be nearer to be noticed: a score
    is divided by the root of this mean for its two texts, the margin of Artetxe & Schwenk (2019)
    with a geometric damping.
    """

    rows: Floats
    """Of the text of each row."""
    columns: Floats
    """Of the text of each column."""

    @classmethod
    def of(cls, scores: Scores, nearest: int = 3) -> "_Level":
        """Find the neighbours in a table.

        Args:
            scores: At least zero, shape (sources, targets).
            nearest: How many nearest neighbours make the mean.
        """
        if not scores.size:
            return cls(np.zeros(scores.shape[0]), np.zeros(scores.shape[1]))
        means = []
        for table in (scores, scores.T):
            tops = _tops(table, nearest)
            means.append(np.asarray(tops.mean(axis=1, dtype=np.float64)))
        return cls(*means)

    def at(self, values: Floats, rows: Ints, columns: Ints) -> Floats:
        """Some scores of the table against their neighbours."""
        level = np.sqrt((self.rows[rows] + self.columns[columns]) / 2)
        return np.asarray(values / np.where(level > 0, level, 1))

    def over(self, scores: Scores) -> Scores:
        """The whole table against the neighbours, in its place and some rows at a time."""
        halves = np.where(self.rows > 0, self.rows, _TINY) / 2, self.columns / 2
        rows, columns = (half.astype(scores.dtype) for half in halves)
        step = max(1, _CELLS // max(scores.shape[1], 1))
        for start in range(0, len(scores), step):
            part = slice(start, start + step)
            level = np.add.outer(rows[part], columns)
            scores[part] /= np.sqrt(level, out=level)
        return scores


def neighbour_mean(scores: Scores) -> Scores:
    """A table of cosines, shape (sources, targets), each against its neighbours, in its place."""
    return _Level.of(scores).over(scores)


def against(
    values: Floats, pairs: tuple[Ints, Ints], shape: tuple[int, int], nearest: int = 3
) -> Floats:
    """The same for a table of which only some cells are not zero.

    Args:
        values: The cells.
        pairs: Their rows and columns.
        shape: Of the table.
        nearest: How many nearest neighbours make the mean.
    """
    means = [
        _sum_of(values, side, size, min(nearest, other)) / min(nearest, other)
        for side, size, other in zip(pairs, shape, shape[::-1], strict=True)
    ]
    return _Level(*means).at(values, *pairs)


def among(values: Floats, pairs: tuple[Ints, Ints], nearest: int = 3) -> Floats:
    """The same for a table of which only some cells are known: neighbours are looked for in these.

    Args:
        values: The cells.
        pairs: Their rows and columns.
        nearest: How many nearest neighbours make the mean, if as many are known.
    """
    means = []
    for side in pairs:
        known = np.bincount(side)
        means.append(_sum_of(values, side, len(known), nearest) / np.clip(known, 1, nearest))
    return _Level(*means).at(values, *pairs)
