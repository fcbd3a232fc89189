"""Texts as rows of a sparse matrix of weighted terms.

Weights are ``(1 + ln tf) * idf`` with the smoothed ``idf = ln((1 + n) / (1 + df)) + 1``,
rows of length one: the cosine of two texts is a product of two rows (Salton & Buckley 1988).
The inverse document frequency is what keeps the set phrases of official prose from counting.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from evolve.matching.terms import Ints, Terms

__all__ = ["Floats", "Matrix", "Space", "cosine", "matrix", "neighbour_mean", "normalized"]

Floats = NDArray[np.float64]
Matrix = sparse.csr_array


def matrix(rows: Ints, columns: Ints, shape: tuple[int, int]) -> Matrix:
    """Count how often each cell is named."""
    return Matrix((np.ones(len(rows)), (rows, columns)), shape=shape)


@dataclass(frozen=True, slots=True)
class Space:
    """The terms of some texts (columns, sorted by code) and their inverse document frequencies."""

    codes: Ints
    idf: Floats

    @classmethod
    def of(cls, lists: Sequence[tuple[Terms, int]]) -> "Space":
        """Learn a space from lists of texts, each given as its terms and number of texts."""
        codes, column = np.unique(
            np.concatenate([terms.code for terms, _ in lists]), return_inverse=True
        )
        sizes = np.array([size for _, size in lists])
        begins = np.cumsum(sizes) - sizes
        row = np.concatenate([terms.row + b for (terms, _), b in zip(lists, begins, strict=True)])
        count = int(sizes.sum())
        pairs = np.unique(column * max(count, 1) + row)
        frequency = np.bincount(pairs // max(count, 1), minlength=len(codes))
        return cls(codes, np.log((1 + count) / (1 + frequency)) + 1)

    def weight(self, codes: Ints) -> Floats:
        """Inverse document frequency of some terms; zero for those that are not known."""
        column = np.minimum(np.searchsorted(self.codes, codes), max(len(self.codes) - 1, 0))
        if not len(self.codes):
            return np.zeros(len(codes))
        return np.asarray(np.where(self.codes[column] == codes, self.idf[column], 0))

    def counts(self, terms: Terms, size: int) -> Matrix:
        """Occurrences of each known term in each of ``size`` texts."""
        column = np.searchsorted(self.codes, terms.code)
        known = column < len(self.codes)
        known[known] = self.codes[column[known]] == terms.code[known]
        return matrix(terms.row[known], column[known], (size, len(self.codes)))

    def vectors(self, terms: Terms, size: int) -> Matrix:
        """Weighted rows of length one; a text without terms is a row of zeros."""
        return self.weighted(self.counts(terms, size))

    def weighted(self, counts: Matrix) -> Matrix:
        """Turn counts into weighted rows of length one."""
        data = (1 + np.log(counts.data)) * self.idf[counts.indices]
        return normalized(Matrix((data, counts.indices, counts.indptr), shape=counts.shape))


def normalized(rows: Matrix) -> Matrix:
    """Scale every row to length one; a row of zeros stays."""
    length = np.sqrt(rows.multiply(rows).sum(axis=1))
    length[length == 0] = 1
    return sparse.csr_array(sparse.diags_array(1 / length) @ rows)


def cosine(left: Matrix, right: Matrix) -> Floats:
    """Cosine of every row of ``left`` with every row of ``right``, a dense matrix."""
    return np.asarray((left @ right.T).toarray())


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
    rows = -np.partition(-scores, min(nearest, scores.shape[1]) - 1, axis=1)[:, :nearest].mean(1)
    columns = -np.partition(-scores, min(nearest, scores.shape[0]) - 1, axis=0)[:nearest].mean(0)
    level = np.sqrt((rows[:, None] + columns[None, :]) / 2)
    return np.asarray(scores / np.where(level > 0, level, 1))
