"""All that matching takes from one document before it meets another."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse

from evolve.matching.common import frequency
from evolve.matching.embedding import Embedding
from evolve.matching.features import Index
from evolve.matching.lexicon import Lexicon
from evolve.matching.terms import Bools, Ints, Terms, characters_of, terms_of
from evolve.matching.vectors import Bag, Floats, Matrix, matrix, ones
from evolve.model import Item

__all__ = ["Prepared", "prepare", "prepare_texts"]


@dataclass(frozen=True)
class Prepared:
    """The items of a document, their clauses, terms and concepts."""

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    every_term: Terms
    """All terms, those of set phrases too; they show what two texts share."""
    telling: Bools
    """Which of them stand outside set phrases."""
    clause_item: Ints
    """Which item each clause stands in; ascending."""
    clause_span: Ints
    """Start and end of each clause in its item's text."""
    concepts: Matrix
    """Ones where a clause names a concept, shape (clauses, concepts)."""
    fields: Matrix
    """How near an item is to each concept, shape (items, concepts)."""
    meaning: Floats | None
    """Sentence embeddings of the items, rows of length one, where the user gave a model."""

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def vocabulary(self) -> tuple[Ints, Ints]:
        """The different terms, sorted, and which of them each one is."""
        codes, code = np.unique(self.every_term.code, return_inverse=True)
        return codes, code

    @cached_property
    def terms(self) -> Terms:
        """Terms outside set phrases."""
        return self.every_term.where(self.telling)

    @cached_property
    def _named(self) -> tuple[Ints, Ints]:
        """The different terms outside set phrases, sorted, and which of them each one is."""
        codes, column = np.unique(self.terms.code, return_inverse=True)
        return codes, column

    @cached_property
    def items(self) -> Bag:
        """The terms of each item."""
        codes, column = self._named
        return Bag(codes, matrix(self.terms.row, column, (len(self), len(codes))))

    @cached_property
    def words(self) -> Matrix:
        """Ones where a clause has a term, shape (clauses, terms)."""
        codes, column = self._named
        return ones(matrix(self.terms.clause, column, (len(self.clause_item), len(codes))))

    @cached_property
    def clauses(self) -> Index:
        """The clauses by their terms and, behind these, their concepts."""
        rows = Matrix(sparse.hstack([self.words, self.concepts], format="csr"))
        return Index.of(self.clause_item, len(self), rows)

    @cached_property
    def item_concepts(self) -> Matrix:
        """Ones where an item names a concept, shape (items, concepts)."""
        clauses = len(self.clause_item)
        owner = matrix(self.clause_item, np.arange(clauses), (len(self), clauses))
        return ones(Matrix(owner @ self.concepts))

    @cached_property
    def concept_frequency(self) -> Ints:
        """How many items name each concept."""
        return frequency(self.item_concepts)

    @cached_property
    def field_frequency(self) -> Ints:
        """How many items lean to each concept."""
        return frequency(self.fields)

    def weight_of(self, weight: Floats) -> Floats:
        """The weight of every term in order, given that of each different one; 0 in set phrases."""
        found = np.zeros(len(self.telling))
        found[self.telling] = weight[self._named[1]]
        return found


def prepare_texts(
    ids: Sequence[str],
    texts: Sequence[str],
    lexicon: Lexicon,
    embedding: Embedding | None = None,
) -> Prepared:
    """Take from texts what matching needs."""
    characters = characters_of(texts)
    every = terms_of(texts, characters)
    found = lexicon.find(characters)
    telling = ~found.set_phrases(characters, every)
    terms = every.where(telling)
    owner = characters.clause_rows
    fields = matrix(owner, np.arange(len(owner)), (len(texts), len(owner)))
    fields = Matrix(fields @ lexicon.fields(terms, len(owner)))
    fields.data = np.log1p(fields.data)
    return Prepared(
        tuple(ids),
        tuple(texts),
        every,
        telling,
        owner,
        characters.clause_spans,
        found.concepts(characters, (len(owner), len(lexicon.wordings))),
        fields,
        embedding(texts) if embedding and texts else None,
    )


def prepare(
    items: Sequence[Item], lexicon: Lexicon, embedding: Embedding | None = None
) -> Prepared:
    """Take from items what matching needs."""
    ids, texts = [item.id for item in items], [item.text for item in items]
    return prepare_texts(ids, texts, lexicon, embedding)
