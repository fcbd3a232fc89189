"""Finding many words in many texts at once, by rolling hashes.

The hash of any stretch of characters is a difference of two cumulative sums (Karp & Rabin 1987),
so that all places are looked at for all lengths of words without going through the characters
again; a table of their first bits rules nearly all of them out (Bloom 1970).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evolve.matching.characters import Characters, Ints, characters_of

__all__ = ["Wordings"]

Hashes = NDArray[np.uint64]

_BASE = 6_364_136_223_846_793_005
_INVERSE = pow(_BASE, -1, 1 << 64)
_SHORTEST = 2
_BITS = 16
"""The table of bits has two to the power of that many places."""
_SHIFT = np.uint64(64 - _BITS)
_MIX = np.uint64(0x9E37_79B9_7F4A_7C15)


def _powers(base: int, count: int) -> Hashes:
    """Powers of a number from the first on, modulo 2 ** 64."""
    found = np.full(count, base, np.uint64)
    found[:1] = 1
    return np.cumprod(found, dtype=np.uint64)


def _bit(lengths: Ints | int) -> Hashes:
    """The bit that stands for a number of characters."""
    return np.uint64(1) << np.minimum(lengths, 63).astype(np.uint64)


@dataclass(frozen=True, slots=True)
class _Rolling:
    """The hash of any stretch of some characters."""

    sums: Hashes
    inverse: Hashes

    @classmethod
    def of(cls, codes: Ints) -> "_Rolling":
        weighed = codes.astype(np.uint64) * _powers(_BASE, len(codes))
        return cls(np.append(np.uint64(0), np.cumsum(weighed)), _powers(_INVERSE, len(codes)))

    def hashes(self, starts: Ints, length: int) -> Hashes:
        """Hash as many characters from each start on."""
        sums = self.sums[starts + length] - self.sums[starts]
        return (sums * self.inverse[starts] + np.uint64(length)) * _MIX

    def all_hashes(self, length: int) -> Hashes:
        """The same from every character on that has as many behind it."""
        sums = self.sums[length:] - self.sums[:-length]
        return (sums * self.inverse[: len(sums)] + np.uint64(length)) * _MIX


@dataclass(frozen=True, slots=True)
class Wordings:
    """Words of two and more characters, ready to be found."""

    lengths: Ints
    """How many characters each word has."""
    heads: Hashes
    """How long the words are whose first two characters have a hash, by the first bits of it.

    The n-th bit is set for n characters, the last one for all that are longer than there are bits.
    """
    hashes: Hashes
    """Of all words, sorted."""
    table: NDArray[np.int32]
    """Where the hashes with the same first bits begin, or -1."""
    words: Ints
    """Which word each hash is of."""

    @classmethod
    def of(cls, words: Sequence[str], laid: Characters | None = None) -> "Wordings":
        """Hash words; shorter ones are never found.

        Args:
            words: The words.
            laid: Their characters, where they are known already.
        """
        characters = laid or characters_of(words)
        lengths = np.bincount(characters.row, minlength=len(words)) - 1
        begins = np.cumsum(lengths + 1) - lengths - 1
        rolling = _Rolling.of(characters.code)
        long = np.flatnonzero(lengths >= _SHORTEST)
        groups = [long[lengths[long] == length] for length in np.unique(lengths[long])]
        made = [rolling.hashes(begins[group], int(lengths[group[0]])) for group in groups]
        hashes = np.concatenate([np.zeros(0, np.uint64), *made])
        order = np.argsort(hashes, kind="stable")
        which = np.concatenate([np.zeros(0, np.int64), *groups])[order]
        heads = np.zeros(1 << _BITS, np.uint64)
        head = rolling.hashes(begins[long], _SHORTEST) >> _SHIFT
        np.bitwise_or.at(heads, head, _bit(lengths[long]))
        table = np.full(1 << _BITS, -1, np.int32)
        table[hashes[order][::-1] >> _SHIFT] = np.arange(len(order))[::-1]
        return cls(lengths, heads, hashes[order], table, which)

    def find(self, codes: Ints) -> tuple[Ints, Ints]:
        """Places where words start, and which words; words may overlap.

        Args:
            codes: Code points, folded as :func:`characters_of` does.
        """
        rolling = _Rolling.of(codes)
        heads = self.heads[rolling.all_hashes(_SHORTEST) >> _SHIFT]
        starts = np.flatnonzero(heads)
        heads = heads[starts]
        places, words = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for length in np.unique(self.lengths[self.lengths >= _SHORTEST]).tolist():
            fits = starts[(heads & _bit(length)) > 0]
            fits = fits[fits <= len(codes) - length]
            for place, word in self._look_up(fits, rolling.hashes(fits, length)):
                places.append(place)
                words.append(word)
        return np.concatenate(places), np.concatenate(words)

    def _look_up(self, places: Ints, hashes: Hashes) -> Iterator[tuple[Ints, Ints]]:
        """The words with some hashes; several may have the same one, as letters are folded."""
        row = self.table[hashes >> _SHIFT]
        some = np.flatnonzero(row >= 0)
        places, hashes, row = places[some], hashes[some], row[some]
        while len(row):
            equal = self.hashes[row] == hashes
            yield places[equal], self.words[row[equal]]
            near = np.flatnonzero(self.hashes[row] <= hashes)
            near = near[row[near] + 1 < len(self.hashes)]
            places, hashes, row = places[near], hashes[near], row[near] + 1
