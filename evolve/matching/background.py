"""Relatedness of words, learned from what an issuer said: words are related that are used together.

The generalised vector space model (Wong, Ziarko & Wong 1985): two items are near if they are near
to the same other items, be it in other words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse

from evolve.matching.characters import Ints
from evolve.matching.prepared import Prepared
from evolve.matching.vectors import Floats, Matrix, Space, cosine

__all__ = ["ENOUGH", "Background"]

ENOUGH = 400
"""From how many items relatedness is learned, if the issuer had said as many."""
_PAIRS = 256
"""So many pairs are looked up at once, so that they stay in the cache."""


@dataclass(frozen=True)
class Background:
    """What relatedness of words is learned from: items as rows of weighted terms."""

    space: Space
    rows: Matrix
    documents: tuple[Prepared, ...]
    """Where the items come from."""

    @classmethod
    def of(cls, documents: Sequence[Prepared]) -> "Background":
        """Learn from the items of documents; none at all are no help and no harm."""
        space = Space.of([side.bag for side in documents])
        rows = [space.vectors(side.bag) for side in documents] or [Matrix((0, 0))]
        whole = Matrix(sparse.vstack(rows))
        return cls(space, whole, tuple(documents))

    @cached_property
    def _some(self) -> Matrix:
        """The rows, or as many of them as are enough, evenly."""
        count = self.rows.shape[0]
        if count <= 2 * ENOUGH:
            return self.rows
        return Matrix(self.rows[np.linspace(0, count - 1, ENOUGH).astype(np.int64)])

    @cached_property
    def _own(self) -> Floats:
        """The profiles of its own items."""
        return _profiles(self.rows, self._some)

    def relatedness(self, sides: Sequence[Prepared], rows: Ints, columns: Ints) -> Floats:
        """How much some pairs of items of two documents are near to the same rows.

        Args:
            sides: The documents.
            rows: Item of the first document, of each pair.
            columns: Item of the second document.
        """
        one, other = map(self._profiles_of, sides)
        found = np.empty(len(rows))
        for start in range(0, len(rows), _PAIRS):
            part = slice(start, start + _PAIRS)
            found[part] = np.einsum("ij,ij->i", one[rows[part]], other[columns[part]])
        return found

    def _profiles_of(self, side: Prepared) -> Floats:
        """How near each item is to each row, squared, so that only what is really near counts."""
        start = 0
        for document in self.documents:
            if document is side:
                return self._own[start : start + len(side)]
            start += len(document)
        return _profiles(self.space.vectors(side.bag), self._some)


def _profiles(items: Matrix, rows: Matrix) -> Floats:
    table = cosine(items, rows).astype(np.float64) ** 2
    length = np.sqrt((table**2).sum(axis=1, keepdims=True))
    return np.asarray(table / np.where(length > 0, length, 1))
