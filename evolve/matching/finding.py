"""Where the words of a lexicon stand in texts, and where one is torn by another."""

from dataclasses import dataclass

import numpy as np

from evolve.matching.characters import Bools, Characters, Ints, among, singly
from evolve.matching.terms import Terms

__all__ = ["Found", "cut"]

Spans = tuple[Ints, Ints]
"""Starts and ends."""

_PARTICLES = singly(
    "的地得了着和与及并且或而则为以于在对从到由把将使让要会能可应须更最又也都就其之所该各每等新再是我们"
)
"""Between set phrases they tell as little as these."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where the words of a lexicon stand in characters."""

    stock: Spans
    """Where set phrases start and end."""
    named: Spans
    """Where wordings of concepts start and end, sorted by start.

    A wording that is only cut out of a set phrase and its neighbour is none: 入学 does not
    stand in 深入学习, nor 高考 in 提高考试成绩.
    """
    concept: Ints
    """Which concept each of them names."""

    def edges(self, size: int) -> Ints:
        """What stands before each of so many characters, and behind the last.

        Returns:
            1 for the edge of a wording, -1 one character inside of its ends, where nothing can
            part; elsewhere 0, for longer wordings are made of several words.
        """
        starts, ends = self.named
        edges = np.zeros(size + 1, np.int64)
        edges[starts + 1] = edges[ends - 1] = -1
        edges[starts] = edges[ends] = 1
        return edges

    def set_phrases(self, terms: Terms, characters: Characters) -> Bools:
        """Mark the terms that stand wholly in set phrases, be it across two and a particle.

        Args:
            terms: Terms of the characters.
            characters: Those that were looked through.
        """
        size = len(characters.code) + 1
        starts, ends = (np.bincount(places, minlength=size) for places in self.stock)
        inside = np.cumsum(starts - ends)[:-1] > 0
        inside |= among(_PARTICLES)[characters.code]
        return np.asarray((inside[terms.at] & inside[terms.last]) | terms.function_words)


def cut(stock: Spans, words: Spans, size: int) -> Bools:
    """Mark the words that overlap a set phrase without holding all of it."""
    phrases, after = stock
    starts, ends = words
    reach = np.zeros(size, np.int64)
    np.maximum.at(reach, phrases + 1, after)
    begin = np.full(size, size)
    np.minimum.at(begin, after - 1, phrases)
    ahead = np.maximum.accumulate(reach)[starts] > starts
    behind = np.minimum.accumulate(begin[::-1])[::-1][ends] < ends
    return np.asarray(ahead | behind)
