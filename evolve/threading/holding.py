"""How much of what each measure says other texts of its series hold, in whatever words.

A measure is taken apart into terms, those of set phrases left out. A text holds a term that
stands in it, and in part a term inside a wording of a concept that the text names in another
wording (减轻教师负担 where the measure says 教师减负), the more the rarer the concept is.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from evolve.matching.lexicon import Lexicon
from evolve.matching.terms import Ints, characters_of, terms_of
from evolve.matching.vectors import Floats, Matrix, like, matrix, ones

__all__ = ["Holdings", "Texts", "texts_of"]


class Texts(NamedTuple):
    """The terms of texts and the concepts that they name."""

    size: int
    terms: tuple[Ints, Ints]
    """The text and the code of every term, in order."""
    telling: tuple[Ints, Ints]
    """The same of those outside set phrases."""
    inside: tuple[Ints, Ints]
    """Which telling terms, ascending, stand in a wording of which concepts."""
    named: tuple[Ints, Ints]
    """Which texts name which concepts."""


def texts_of(texts: Sequence[str], lexicon: Lexicon) -> Texts:
    """Take from texts what can be held."""
    characters = characters_of(texts)
    terms, found = terms_of(texts, characters), lexicon.find(characters)
    telling = ~found.set_phrases(terms, len(characters.code))
    at, last = terms.at[telling], terms.last[telling]
    starts, ends = found.named
    low = np.searchsorted(at, starts)
    count = np.searchsorted(at, ends) - low
    term = np.repeat(low - np.cumsum(count) + count, count) + np.arange(count.sum())
    wording = np.repeat(np.arange(len(starts)), count)
    whole = last[term] < ends[wording]
    term, concept = term[whole], found.concept[wording[whole]]
    order = np.argsort(term, kind="stable")
    return Texts(
        len(texts),
        (terms.row, terms.code),
        (terms.row[telling], terms.code[telling]),
        (term[order], concept[order]),
        (characters.row[starts], found.concept),
    )


class Holdings:
    """What texts hold of measures; terms and concepts weigh the more the rarer they are there."""

    def __init__(self, said: Texts, held: Texts, concepts: int) -> None:
        """Index what is held.

        Args:
            said: The measures.
            held: The texts that may hold them.
            concepts: How many concepts there are.
        """
        self.said, self.size = said, held.size
        codes = np.unique(np.concatenate([said.telling[1], held.terms[1]]))
        column = np.searchsorted(codes, said.telling[1])
        term = np.searchsorted(codes, held.terms[1])
        by_term = ones(matrix(term, held.terms[0], (len(codes), held.size)))
        by_concept = ones(matrix(held.named[1], held.named[0], (concepts, held.size)))
        rare = _rarity(by_concept) / np.log((held.size + 1) / 1.5)
        self.by_concept = _rows_times(by_concept, rare)
        self.weight = _rarity(by_term)[column]
        self.by_term, self.column = by_term, column

    def of(self, start: int, end: int) -> tuple[Floats, Floats]:
        """What is held of the measures from one to before another, shape (measures, texts).

        Returns:
            The share of the weight of each measure's terms, and the weight of the rarest term in
            common.
        """
        low, high = np.searchsorted(self.said.telling[0], [start, end]).tolist()
        row, weight = self.said.telling[0][low:high] - start, self.weight[low:high]
        there = Matrix(self.by_term[self.column[low:high]])
        rarest = np.zeros((end - start, self.size))
        each = np.repeat(np.arange(high - low), np.diff(there.indptr))
        np.maximum.at(rarest, (row[each], there.indices), weight[each])
        there = Matrix(there.maximum(self._meant(low, high)))
        owner = Matrix((weight, (row, np.arange(high - low))), shape=(end - start, high - low))
        mass = np.maximum(np.bincount(row, weight, end - start), 1e-9)
        return (owner @ there).toarray() / mass[:, None], rarest

    def _meant(self, low: int, high: int) -> Matrix:
        """How far texts name what terms stand for, shape (terms, texts)."""
        near, far = np.searchsorted(self.said.inside[0], [low, high]).tolist()
        term, concept = (part[near:far] for part in self.said.inside)
        owner = matrix(term - low, np.arange(far - near), (high - low, far - near))
        found = Matrix(owner @ self.by_concept[concept])
        found.data = np.minimum(found.data, 1)
        return found


def _rows_times(rows: Matrix, weight: Floats) -> Matrix:
    """Multiply every row by its weight."""
    return like(rows, rows.data * np.repeat(weight, np.diff(rows.indptr)))


def _rarity(rows: Matrix) -> Floats:
    """Inverse frequency of each row among the columns, none below zero."""
    count = np.diff(rows.indptr)
    return np.asarray(np.maximum(np.log((rows.shape[1] + 1) / (count + 0.5)), 0))
