"""How much of what each measure says other texts of its series hold, in whatever words.

A measure is taken apart into terms, those of set phrases left out. A text holds a term that
stands in it, and in part a term inside a wording of a concept that the text names in another
wording (减轻教师负担 where the measure says 教师减负), the more the rarer the concept is.
"""

from collections.abc import Sequence
from copy import copy
from typing import NamedTuple

import numpy as np

from evolve.matching.characters import Ints, characters_of
from evolve.matching.lexicon import Lexicon
from evolve.matching.terms import terms_of
from evolve.matching.vectors import Floats, Matrix, distinct, like, matrix, ones

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
    telling = ~found.set_phrases(terms, characters)
    at, last = terms.at[telling], terms.last[telling]
    starts, ends = found.named
    wording, term = _ranges(np.searchsorted(at, starts), np.searchsorted(at, ends))
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
        self.said = said
        codes = distinct(np.concatenate([said.telling[1], held.terms[1]]))
        column = np.searchsorted(codes, said.telling[1])
        term = np.searchsorted(codes, held.terms[1])
        by_term = ones(matrix(term, held.terms[0], (len(codes), held.size)))
        by_concept = ones(matrix(held.named[1], held.named[0], (concepts, held.size)))
        rare = _rarity(by_concept) / np.log((held.size + 1) / 1.5)
        self.by_concept = _rows_times(by_concept, rare)
        self.weight = _rarity(by_term)[column]
        self.by_term, self.column = by_term, column

    def within(self, start: int, end: int) -> "Holdings":
        """The same of some of the texts only, from one to before another."""
        part = copy(self)
        part.by_term = Matrix(self.by_term[:, start:end])
        part.by_concept = Matrix(self.by_concept[:, start:end])
        return part

    def share(self, measures: Ints) -> Floats:
        """The share of the weight of some measures' terms, shape (measures, texts)."""
        row, term = self._terms(measures)
        there = Matrix(self.by_term[self.column[term]].maximum(self._meant(term)))
        weight = self.weight[term]
        owner = Matrix((weight, (row, np.arange(len(row)))), shape=(len(measures), len(row)))
        mass = np.maximum(np.bincount(row, weight, len(measures)), 1e-9)
        return np.asarray((owner @ there).toarray() / mass[:, None])

    def rarest(self, measures: Ints) -> Floats:
        """The weight of the rarest term in common with some measures, shape (measures, texts)."""
        row, term = self._terms(measures)
        rising = np.argsort(self.weight[term], kind="stable")
        row, term = row[rising], term[rising]
        there = Matrix(self.by_term[self.column[term]])
        each = np.repeat(np.arange(len(term)), np.diff(there.indptr))
        found = np.zeros((len(measures), there.shape[1]))
        found[row[each], there.indices] = self.weight[term][each]  # the last one stays
        return found

    def _terms(self, measures: Ints) -> tuple[Ints, Ints]:
        """The telling terms of some measures: which of these they are of, and their numbers."""
        owners = self.said.telling[0]
        return _ranges(
            np.searchsorted(owners, measures), np.searchsorted(owners, measures, side="right")
        )

    def _meant(self, terms: Ints) -> Matrix:
        """How far texts name what terms stand for, shape (terms, texts)."""
        term, concept = self.said.inside
        row, place = _ranges(
            np.searchsorted(term, terms), np.searchsorted(term, terms, side="right")
        )
        owner = matrix(row, np.arange(len(row)), (len(terms), len(row)))
        found = Matrix(owner @ self.by_concept[concept[place]])
        found.data = np.minimum(found.data, 1)
        return found


def _ranges(lows: Ints, highs: Ints) -> tuple[Ints, Ints]:
    """The numbers from each low to before its high, after one another: of which range, and what."""
    count = highs - lows
    which = np.repeat(np.arange(len(lows)), count)
    return which, np.arange(len(which)) + (lows - np.cumsum(count) + count)[which]


def _rows_times(rows: Matrix, weight: Floats) -> Matrix:
    """Multiply every row by its weight."""
    return like(rows, rows.data * np.repeat(weight, np.diff(rows.indptr)))


def _rarity(rows: Matrix) -> Floats:
    """Inverse frequency of each row among the columns, none below zero."""
    count = np.diff(rows.indptr)
    return np.asarray(np.maximum(np.log((rows.shape[1] + 1) / (count + 0.5)), 0))
