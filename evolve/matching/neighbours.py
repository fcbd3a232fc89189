"""The nearest neighbours of texts in a table of scores, and scores against these."""

from typing import NamedTuple

import numpy as np

from evolve.matching.index import spread
from evolve.matching.terms import Bools, Ints
from evolve.matching.vectors import Floats

__all__ = ["Level", "against", "near", "neighbour_mean"]

_LOT = 32
"""So many scores are looked at together: those of a lot below the best few lots' are not best."""
_CELLS = 1 << 17
"""About how many cells of a table are worked on together: as many as stay in the cache."""
_TINY = 1e-300
"""In the place of zero, where no score is above zero either."""


def _mean_of(values: Floats, group: Ints, size: int, nearest: int) -> Floats:
    """The mean of the best few values of each group; what is missing counts as zero.

    Args:
        values: At least zero.
        group: Which group each is of.
        size: How many groups.
        nearest: How many make the mean.
    """
    order = np.lexsort((-values, group))
    ends = np.searchsorted(group[order], np.arange(size + 1))
    which, place = spread(ends[:-1], np.minimum(ends[1:], ends[:-1] + nearest))
    return np.bincount(which, values[order[place]], size) / nearest


def _best(scores: Floats, most: int) -> tuple[Ints, Ints]:
    """Where the best ``most`` scores of each row are: rows, ascending, and columns."""
    width = scores.shape[1]
    lots = np.maximum.reduceat(scores, np.arange(0, width, _LOT), axis=1)
    if lots.shape[1] <= most:
        lots = scores
    size = _LOT if lots is not scores else 1
    place = max(lots.shape[1] - most, 0)
    least = np.partition(lots, place, axis=1)[:, place]
    row, lot = np.nonzero(lots >= least[:, None])
    which, column = spread(lot * size, np.minimum((lot + 1) * size, width))
    row = row[which]
    some = np.flatnonzero(scores[row, column] >= least[row])
    row, column = row[some], column[some]
    if len(row) > most * len(scores):
        order = np.lexsort((-scores[row, column], row))
        ends = np.searchsorted(row, np.arange(len(scores) + 1))
        place = order[spread(ends[:-1], np.minimum(ends[1:], ends[:-1] + most))[1]]
        row, column = row[place], column[place]
    return row, column


def near(scores: Floats, most: int) -> Bools:
    """Mark what is among the best ``most`` of its row or of its column, and above zero."""
    chosen = np.zeros(scores.shape, dtype=bool)
    if not scores.size:
        return chosen
    turned = np.ascontiguousarray(scores.T)
    for marks, table in ((chosen, scores), (chosen.T, turned)):
        best = _best(table, most)
        marks[best] = table[best] > 0
    return chosen


class Level(NamedTuple):
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
    def of(cls, scores: Floats, nearest: int = 3) -> "Level":
        """Find the neighbours in a table.

        Args:
            scores: At least zero, shape (sources, targets).
            nearest: How many nearest neighbours make the mean.
        """
        if not scores.size:
            return cls(np.zeros(scores.shape[0]), np.zeros(scores.shape[1]))
        means = []
        for table in (scores, np.ascontiguousarray(scores.T)):
            row, column = _best(table, nearest)
            count = min(nearest, table.shape[1])
            means.append(np.bincount(row, table[row, column], len(table)) / count)
        return cls(*means)

    def at(self, values: Floats, rows: Ints, columns: Ints) -> Floats:
        """Some scores of the table against their neighbours."""
        level = np.sqrt((self.rows[rows] + self.columns[columns]) / 2)
        return np.asarray(values / np.where(level > 0, level, 1))

    def over(self, scores: Floats) -> Floats:
        """The whole table against the neighbours, in its place and some rows at a time."""
        rows = np.where(self.rows > 0, self.rows, _TINY)
        step = max(1, _CELLS // max(scores.shape[1], 1))
        for start in range(0, len(scores), step):
            part = slice(start, start + step)
            level = np.add.outer(rows[part], self.columns)
            level *= 0.5
            scores[part] /= np.sqrt(level, out=level)
        return scores


def neighbour_mean(scores: Floats) -> Floats:
    """A table of cosines, shape (sources, targets), each against its neighbours, in its place."""
    return Level.of(scores).over(scores)


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
        _mean_of(values, side, size, min(nearest, other))
        for side, size, other in zip(pairs, shape, shape[::-1], strict=True)
    ]
    return Level(*means).at(values, *pairs)
