"""Texts as rows of a sparse matrix of weighted terms.

Weights are ``(1 + ln tf) * idf`` with the smoothed ``idf = ln((1 + n) / (1 + df)) + 1``,
rows of length one: the cosine of two texts is a product of two rows (Salton & Buckley 1988).
The inverse document frequency is what keeps the set phrases of official prose from counting.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from evolve.matching.characters import Bools, Ints
from evolve.matching.terms import Terms

__all__ = [
    "Bag",
    "Floats",
    "Matrix",
    "Scores",
    "Space",
    "cosine",
    "distinct",
    "frequency",
    "like",
    "matrix",
    "normalized",
    "numbered",
    "ones",
    "product",
    "renamed",
    "times",
    "weighted",
]

Floats = NDArray[np.float64]
Scores = NDArray[np.float32]
"""A table of all pairs: worked out in double precision, kept in single, for it is large."""
Matrix = sparse.csr_array

_CELLS = 1 << 19
"""About how many cells of a product are made at once, so that they stay in the cache."""
_CROWDED = 1 / 128
"""In what share of the pairs of rows a column stands on both sides to be worth a dense one."""


def matrix(rows: Ints, columns: Ints, shape: tuple[int, int]) -> Matrix:
    """Count how often each cell is named."""
    return Matrix((np.ones(len(rows)), (rows, columns)), shape=shape)


def times(rows: Matrix, weight: Floats) -> Matrix:
    """Multiply every column by its weight."""
    return like(rows, rows.data * weight[rows.indices])


def like(rows: Matrix, data: Floats) -> Matrix:
    """A matrix with the same cells and other values."""
    made = copy(rows)  # without the checks of indices that were checked before
    made.data = data
    return made


def ones(rows: Matrix) -> Matrix:
    """Which cells are there, whatever they hold."""
    return like(rows, np.ones_like(rows.data))


def distinct(codes: Ints) -> Ints:
    """The different codes, sorted; from none below 0, three times as fast as ``numpy.unique``."""
    rising = np.sort(codes)
    return rising[np.diff(rising, prepend=-1) > 0]


def numbered(codes: Ints, known: Ints) -> Ints:
    """The place of each code among others that are sorted, or -1."""
    place = np.searchsorted(known, codes)
    return np.asarray(np.where(np.append(known, -1)[place] == codes, place, -1))


def frequency(rows: Matrix) -> Ints:
    """In how many rows each column is positive."""
    return np.bincount(rows.indices[rows.data > 0], minlength=rows.shape[1])


def renamed(rows: Matrix, columns: Ints, width: int) -> Matrix:
    """Give the columns other numbers, in the same order, and leave out those numbered -1."""
    column = columns[rows.indices]
    known = column >= 0
    begins = np.append(0, np.cumsum(known))[rows.indptr]
    return Matrix((rows.data[known], column[known], begins), shape=(rows.shape[0], width))


@dataclass(frozen=True)
class Bag:
    """How often each of some texts has each of its terms."""

    codes: Ints
    """The different terms, sorted."""
    counts: Matrix
    """Shape (texts, terms)."""

    @classmethod
    def of(cls, terms: Terms, size: int) -> "Bag":
        """Count the terms of ``size`` texts."""
        codes, column = np.unique(terms.code, return_inverse=True)
        return cls(codes, matrix(terms.row, column, (size, len(codes))))

    @cached_property
    def frequency(self) -> Ints:
        """How many texts have each term."""
        return np.bincount(self.counts.indices, minlength=len(self.codes))


@dataclass(frozen=True, slots=True)
class Space:
    """The terms of some texts (columns, sorted by code) and their inverse document frequencies."""

    codes: Ints
    idf: Floats

    @classmethod
    def of(cls, bags: Sequence[Bag]) -> "Space":
        """Learn a space from texts."""
        codes = distinct(np.concatenate([np.zeros(0, np.int64), *(bag.codes for bag in bags)]))
        frequency = np.zeros(len(codes))
        for bag in bags:
            frequency[np.searchsorted(codes, bag.codes)] += bag.frequency
        count = sum(bag.counts.shape[0] for bag in bags)
        return cls(codes, np.log((1 + count) / (1 + frequency)) + 1)

    def vectors(self, bag: Bag) -> Matrix:
        """Weighted rows of length one; a text without terms is a row of zeros."""
        known = numbered(bag.codes, self.codes)
        return weighted(renamed(bag.counts, known, len(self.codes)), self.idf)


def weighted(counts: Matrix, idf: Floats) -> Matrix:
    """Turn counts into weighted rows of length one."""
    return normalized(like(counts, (1 + np.log(counts.data)) * idf[counts.indices]))


def normalized(rows: Matrix) -> Matrix:
    """Scale every row to length one; a row of zeros stays."""
    row = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    length = np.sqrt(np.bincount(row, rows.data**2, rows.shape[0]))
    return like(rows, rows.data / np.where(length > 0, length, 1)[row])


def cosine(left: Matrix, right: Matrix) -> Scores:
    """Cosine of every row of ``left`` with every row of ``right``, a dense matrix.

    Few columns stand in so many rows that most of the work is theirs: these are multiplied as
    dense matrices, all others as sparse ones, some rows at a time to need little room.
    """
    crowds = np.bincount(left.indices, minlength=left.shape[1]).astype(np.float64)
    crowds *= np.bincount(right.indices, minlength=right.shape[1])
    crowded = crowds > _CROWDED * left.shape[0] * right.shape[0]
    dense, thin = (_chosen((left, right), columns) for columns in (crowded, ~crowded))
    rows, columns = dense[0].toarray(), dense[1].toarray().T
    found = np.empty((left.shape[0], right.shape[0]), np.float32)
    for start, part in product(thin[0], Matrix(thin[1].T)):
        some = slice(start, start + part.shape[0])
        found[some] = rows[some] @ columns + part.toarray()
    return found


def product(left: Matrix, right: Matrix) -> Iterator[tuple[int, Matrix]]:
    """Multiply matrices, some rows at a time: the first of these rows, and their product."""
    columns = right.tocsr()
    step = max(1, _CELLS // max(right.shape[1], 1))
    for start in range(0, left.shape[0], step):
        yield start, Matrix(left[start : start + step] @ columns)


def _chosen(sides: tuple[Matrix, Matrix], columns: Bools) -> list[Matrix]:
    """Some columns of matrices."""
    number = np.where(columns, np.cumsum(columns) - 1, -1)
    return [renamed(side, number, int(columns.sum())) for side in sides]
