"""All that matching takes from one document before it meets another."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from scipy import sparse

from evolve.matching.characters import Bools, Ints
from evolve.matching.hashing import digest_of
from evolve.matching.index import Index, spread
from evolve.matching.terms import Terms
from evolve.matching.vectors import Bag, Floats, Matrix, frequency, matrix, numbered, ones

__all__ = ["Prepared", "Texts"]


class Places(NamedTuple):
    """Where texts have terms, by text and term."""

    keys: Ints
    """The number of a text and a term that it has, sorted."""
    begin: Ints
    """Where the occurrences of each begin in ``order``, and where the last ones end."""
    order: Ints
    """Which terms they are."""

    def find(self, wanted: Ints) -> tuple[Ints, Ints]:
        """Every occurrence of the wanted keys: which of these it has, and which term it is."""
        place = numbered(wanted, self.keys)
        there = np.flatnonzero(place >= 0)
        which, place = spread(self.begin[place[there]], self.begin[place[there] + 1])
        return there[which], self.order[place]


@dataclass(frozen=True)
class Texts:
    """The items of a document, or its measures, with their terms and concepts."""

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    terms: Terms
    """All terms, those of set phrases too; they show what two texts share."""
    telling: Bools
    """Which of them stand outside set phrases."""
    column: Ints
    """Which of the document's terms each one is."""
    edges: Ints
    """Where words begin and end, before each character of the document (:meth:`Found.edges`)."""
    concepts: Matrix
    """Ones where a text names a concept, shape (texts, concepts)."""
    fields: Matrix
    """How near a text is to each concept, shape (texts, concepts)."""

    def __len__(self) -> int:
        return len(self.ids)

    def counts(self, width: int) -> Matrix:
        """How often each text has each term outside set phrases, shape (texts, ``width``)."""
        return matrix(self.terms.row[self.telling], self.column[self.telling], (len(self), width))

    @cached_property
    def concept_frequency(self) -> Ints:
        """How many texts name each concept."""
        return frequency(self.concepts)

    @cached_property
    def field_frequency(self) -> Ints:
        """How many texts lean to each concept."""
        return frequency(self.fields)

    @cached_property
    def places(self) -> "Places":
        """Where each text has each term."""
        key = self.terms.row * self.width + self.column
        order = np.argsort(key, kind="stable")
        first = np.flatnonzero(np.diff(key[order], prepend=-1))
        return Places(key[order[first]], np.append(first, len(key)), order)

    @property
    def width(self) -> int:
        """Above the number of every term."""
        return int(self.column.max(initial=0)) + 1

    def weight_of(self, weight: Floats) -> Floats:
        """The weight of every term in order, given that of each different one; 0 in set phrases."""
        return np.asarray(np.where(self.telling, weight[self.column], 0))


@dataclass(frozen=True)
class Prepared:
    """The items of a document, their clauses and measures."""

    items: Texts
    measures: Texts
    codes: Ints
    """The different terms of the items, sorted."""
    measure_item: Ints
    """Which item each measure stands in; ascending."""
    clause_item: Ints
    """Which item each clause stands in; ascending."""
    words: Matrix
    """Ones where a clause has a term, shape (clauses, terms)."""
    concepts: Matrix
    """Ones where a clause names a concept, shape (clauses, concepts)."""
    meaning: Floats | None
    """Sentence embeddings of the items, rows of length one, where the user gave a model."""

    def __len__(self) -> int:
        return len(self.items)

    @property
    def ids(self) -> tuple[str, ...]:
        """Of the items."""
        return self.items.ids

    @property
    def texts(self) -> tuple[str, ...]:
        """Of the items."""
        return self.items.texts

    @cached_property
    def digest(self) -> str:
        """Hash of all that was taken from the document."""
        told = (self.items, self.measures)
        texts = (text for part in told for text in (*part.ids, *part.texts))
        return digest_of([*texts, b"" if self.meaning is None else self.meaning.tobytes()])

    @cached_property
    def bag(self) -> Bag:
        """The terms of each item."""
        return Bag(self.codes, self.items.counts(len(self.codes)))

    @cached_property
    def clauses(self) -> Index:
        """The clauses by their terms and, behind these, their concepts."""
        rows = Matrix(sparse.hstack([self.words, self.concepts], format="csr"))
        return Index.of(self.clause_item, len(self), rows)

    @cached_property
    def measure_words(self) -> Matrix:
        """Ones where a measure has a term, shape (measures, terms)."""
        return ones(self.measures.counts(len(self.codes)))

    @cached_property
    def parts(self) -> Index:
        """The measures by their terms and, behind these, by concepts and by leanings."""
        named, leaning = self.measures.concepts, self.measures.fields
        rows = Matrix(sparse.hstack([self.measure_words, named, leaning], format="csr"))
        return Index.of(self.measure_item, len(self), rows)
