"""The nearest neighbours of texts in a table of scores, and scores against these."""

import numpy as np

from evolve.matching.index import spread
from evolve.matching.terms import Bools, Ints
from evolve.matching.vectors import Floats

__all__ = ["against", "best_of", "near", "neighbour_mean"]

_LOT = 32
"""So many scores are looked at together: those of a lot below the best few lots' are not best."""


def best_of(values: Floats, group: Ints, size: int, nearest: int) -> Floats:
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


def _reached(scores: Floats, most: int) -> Floats:
    """The ``most``-th best score of each row, or what is no more than that, shape (rows,)."""
    lots = scores
    if scores.shape[1] > _LOT * most:
        lots = np.maximum.reduceat(scores, np.arange(0, scores.shape[1], _LOT), axis=1)
    place = max(lots.shape[1] - most, 0)
    return np.asarray(np.partition(lots, place, axis=1)[:, place])


def _best(scores: Floats, most: int) -> tuple[Ints, Ints]:
    """Where the best ``most`` scores of each row are, and maybe a few more that are as good."""
    rows, columns = np.nonzero(scores >= _reached(scores, most)[:, None])
    if len(rows) > most * len(scores):
        order = np.lexsort((-scores[rows, columns], rows))
        rows, columns = rows[order], columns[order]
        ends = np.searchsorted(rows, np.arange(len(scores) + 1))
        _, place = spread(ends[:-1], np.minimum(ends[1:], ends[:-1] + most))
        rows, columns = rows[place], columns[place]
    return rows, columns


def near(scores: Floats, most: int) -> Bools:
    """Mark what is among the best ``most`` of its row or of its column, and above zero."""
    chosen = np.zeros(scores.shape, dtype=bool)
    chosen[_best(scores, most)] = True
    chosen.T[_best(np.ascontiguousarray(scores.T), most)] = True
    return chosen & (scores > 0)


def _means(scores: Floats, nearest: int) -> Floats:
    """The mean of the best few scores of each row."""
    rows, columns = _best(scores, nearest)
    return best_of(scores[rows, columns], rows, len(scores), min(nearest, scores.shape[1]))


def neighbour_mean(scores: Floats, nearest: int = 3) -> Floats:
    """Divide each score by the root of how near the neighbours of its two texts are on average.

    A text that is near to everything (broad or formulaic) has to be nearer to be noticed:
    the margin of Artetxe & Schwenk (2019) with a geometric damping.

    Args:
        scores: Cosines, shape (sources, targets).
        nearest: How many nearest neighbours make the mean.
    """
    if not scores.size:
        return scores
    rows, columns = _means(scores, nearest), _means(np.ascontiguousarray(scores.T), nearest)
    level = np.sqrt((rows[:, None] + columns[None, :]) / 2)
    return np.asarray(scores / np.where(level > 0, level, 1))


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
        best_of(values, side, size, min(nearest, other))[side]
        for side, size, other in zip(pairs, shape, shape[::-1], strict=True)
    ]
    level = np.sqrt((means[0] + means[1]) / 2)
    return np.asarray(values / np.where(level > 0, level, 1))
