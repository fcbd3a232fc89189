"""What two documents have in common: their terms and concepts, and how rare these are."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from evolve.matching.characters import Ints
from evolve.matching.vectors import Bag, Floats, Matrix, numbered, renamed

__all__ = ["Common", "rarity"]


@dataclass(frozen=True)
class Common:
    """The terms of two documents together."""

    size: int
    """How many texts both documents have."""
    known: Ints
    """For each term of the later document its number in the earlier, or -1."""
    idf: tuple[Floats, Floats]
    """Inverse document frequency of each term of either document."""
    exclusive: Floats
    """Weight of each term of the earlier document by how few pairs share it: 1 for a single one."""

    @classmethod
    def of(cls, a: Bag, b: Bag) -> "Common":
        """Count the texts of both documents that have each term."""
        size = a.counts.shape[0] + b.counts.shape[0]
        known = numbered(b.codes, a.codes)
        mine, theirs = np.flatnonzero(known >= 0), known[known >= 0]
        here, there = a.frequency.copy(), b.frequency.copy()
        pairs = np.zeros(len(here))
        pairs[theirs] = here[theirs] * there[mine]
        exclusive = np.divide(1, pairs, out=np.zeros_like(pairs), where=pairs > 0)
        here[theirs] = there[mine] = here[theirs] + there[mine]
        rare = [np.log((1 + size) / (1 + both)) + 1 for both in (here, there)]
        return cls(size, known, (rare[0], rare[1]), exclusive)

    @cached_property
    def weights(self) -> tuple[Floats, Floats]:
        """What each term of either document tells, in units of the rarest that two texts share."""
        return _scaled(self.idf[0] - 1, self.size), _scaled(self.idf[1] - 1, self.size)

    def followed_by(self, *sizes: int) -> Ints:
        """Number the terms of the later document as in the earlier, then features of both alike."""
        more = np.arange(sum(sizes)) + len(self.idf[0])
        return np.append(self.known, more)

    def renamed(self, rows: Matrix) -> Matrix:
        """Number the terms of the later document as in the earlier; leave out the others."""
        return renamed(rows, self.known, len(self.idf[0]))


def rarity(frequencies: Sequence[Ints], size: int) -> Floats:
    """Inverse document frequency of columns, 1 for the rarest that two texts can share.

    Args:
        frequencies: In how many texts of each document each column is.
        size: How many texts both documents have.
    """
    return _scaled(np.log((1 + size) / (1 + np.sum(frequencies, axis=0))), size)


def _scaled(idf: Floats, size: int) -> Floats:
    return np.asarray(np.maximum(idf, 0) / np.log((1 + max(size, 3)) / 3))
