"""Taking from a document what matching needs: one pass over its text, for items and measures."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from evolve.duties import without_duties
from evolve.matching.characters import Bools, Characters, Ints, characters_of
from evolve.matching.embedding import Embedding
from evolve.matching.finding import Found
from evolve.matching.index import spread
from evolve.matching.lexicon import Lexicon
from evolve.matching.memory import keep_freed_memory
from evolve.matching.places import without_places
from evolve.matching.prepared import Prepared, Texts
from evolve.matching.terms import Terms, different, terms_of
from evolve.matching.vectors import Floats, Matrix, like, matrix, ones
from evolve.model import Item, Measure, Modality

__all__ = ["prepare", "prepare_texts"]


_Named = tuple[tuple[str, ...], tuple[str, ...]]
"""Ids and texts."""


@dataclass(frozen=True, slots=True)
class _Passages:
    """Passages of texts: in which text each lies, where it starts and where it ends."""

    row: Ints
    start: Ints
    end: Ints

    def hold(self, row: Ints, start: Ints, end: Ints) -> tuple[Ints, Ints]:
        """Which passage holds which of some spans; these are sorted by text and start."""
        wide = int(max(self.end.max(initial=0), end.max(initial=0))) + 1
        key = row * wide + start
        first, last = (np.searchsorted(key, self.row * wide + at) for at in (self.start, self.end))
        which, span = spread(first, last)
        inside = end[span] <= self.end[which]
        return which[inside], span[inside]


def prepare(
    items: Sequence[Item],
    measures: Sequence[Sequence[Measure]],
    lexicon: Lexicon,
    embedding: Embedding | None = None,
) -> Prepared:
    """Take from a document what matching needs; measures that are slogans are left out.

    Args:
        items: Items of the document.
        measures: The measures of each item.
        lexicon: Concepts.
        embedding: The user's model, where there is one.
    """
    told = [
        (row, measure)
        for row, group in enumerate(measures)
        for measure in group
        if measure.modality is not Modality.SLOGAN
    ]
    places = [(row, *measure.span) for row, measure in told]
    passages = _Passages(*np.array(places, np.int64).reshape(-1, 3).T)
    texts = tuple(item.text for item in items)
    meaning = embedding(texts) if embedding and texts else None
    named = tuple(measure.id for _, measure in told), tuple(measure.text for _, measure in told)
    return _prepare((tuple(item.id for item in items), texts), named, passages, lexicon, meaning)


def prepare_texts(ids: Sequence[str], texts: Sequence[str], lexicon: Lexicon) -> Prepared:
    """Take from texts what matching needs; they have no measures."""
    none = _Passages(*np.zeros((3, 0), np.int64))
    return _prepare((tuple(ids), tuple(texts)), ((), ()), none, lexicon, None)


def _prepare(
    items: _Named, measures: _Named, passages: _Passages, lexicon: Lexicon, meaning: Floats | None
) -> Prepared:
    keep_freed_memory()
    page = _Page.of([without_places(without_duties(text, text)) for text in items[1]], lexicon)
    held = passages.hold(page.terms.row, page.terms.start, page.terms.end)
    piece = page.pieces(passages, *held)
    counts = page.counts(piece, held[1])
    near = lexicon.fields(page.codes, counts)
    clause_item = page.characters.clause_rows
    clauses = len(clause_item)
    concepts = page.concepts(page.characters.clause, (clauses, near.shape[1]))
    return Prepared(
        page.items(items, near),
        page.measures(measures, passages, held, _summed(held[0], piece, near, len(measures[0]))),
        page.codes,
        passages.row,
        clause_item,
        ones(counts[:clauses]),
        concepts,
        meaning,
    )


@dataclass(frozen=True)
class _Page:
    """The items of a document, laid out."""

    characters: Characters
    terms: Terms
    codes: Ints
    """The different terms, sorted."""
    column: Ints
    """Which of them each term is."""
    found: Found
    telling: Bools
    """Which terms stand outside set phrases."""

    @classmethod
    def of(cls, texts: Sequence[str], lexicon: Lexicon) -> "_Page":
        characters = characters_of(texts)
        terms = terms_of(texts, characters)
        codes, column = different(terms.code)
        found = lexicon.find(characters)
        telling = ~found.set_phrases(terms, characters)
        return cls(characters, terms, codes, column, found, telling)

    def items(self, named: _Named, near: Matrix) -> Texts:
        """The texts themselves.

        Args:
            named: Ids and texts.
            near: How near each clause, and behind these each cut one, is to each concept.
        """
        size, clause_item = len(named[0]), self.characters.clause_rows
        return Texts(
            *named,
            self.terms,
            self.telling,
            self.column,
            self.edges,
            self.concepts(self.characters.row, (size, near.shape[1])),
            _summed(clause_item, np.arange(len(clause_item)), near, size),
        )

    def measures(
        self, named: _Named, passages: _Passages, held: tuple[Ints, Ints], fields: Matrix
    ) -> Texts:
        """Passages of the texts.

        Args:
            named: Ids and texts.
            passages: Where they stand.
            held: Which passage holds which term.
            fields: How near each passage is to each concept.
        """
        which = held[1]
        return Texts(
            *named,
            self.terms.within(*held, passages.start),
            self.telling[which],
            self.column[which],
            self.edges,
            self.held_concepts(passages, fields.shape),
            fields,
        )

    @cached_property
    def edges(self) -> Ints:
        """Where words begin and end, before each character (:meth:`Found.edges`)."""
        return self.found.edges(len(self.characters.code))

    def pieces(self, passages: _Passages, held: Ints, which: Ints) -> Ints:
        """Number the clauses of passages: whole ones as they are, cut ones behind all of these.

        Args:
            passages: The passages.
            held: Which passage holds a term.
            which: The term that it holds.
        """
        piece = self.characters.clause[self.terms.at[which]]
        start, end = self.characters.clause_spans.T
        cut = (start[piece] < passages.start[held]) | (end[piece] > passages.end[held])
        _, number = np.unique(held[cut] * len(start) + piece[cut], return_inverse=True)
        piece[cut] = len(start) + number
        return piece

    def counts(self, piece: Ints, which: Ints) -> Matrix:
        """How often each clause, and behind these each cut one, has each term that tells."""
        clauses = len(self.characters.clause_rows)
        cut = (piece >= clauses) & self.telling[which]
        rows = self.characters.clause[self.terms.at[self.telling]]
        columns = self.column[self.telling], self.column[which[cut]]
        height = int(piece.max(initial=clauses - 1)) + 1
        return matrix(np.append(rows, piece[cut]), np.append(*columns), (height, len(self.codes)))

    def concepts(self, owner: Ints, shape: tuple[int, int]) -> Matrix:
        """Ones where a text, or a clause, names a concept.

        Args:
            owner: The text or the clause of each character.
            shape: Texts or clauses, and concepts.
        """
        return ones(matrix(owner[self.found.named[0]], self.found.concept, shape))

    def held_concepts(self, passages: _Passages, shape: tuple[int, int]) -> Matrix:
        """Ones where a passage names a concept, shape (passages, concepts)."""
        first, end = self.found.named
        row, place = self.characters.row, self.characters.place
        held, which = passages.hold(row[first], place[first], place[end - 1] + 1)
        return ones(matrix(held, self.found.concept[which], shape))


def _summed(text: Ints, piece: Ints, near: Matrix, size: int) -> Matrix:
    """How near texts are to each concept: the logarithm of the sum over the pieces of each."""
    total = Matrix(ones(matrix(text, piece, (size, near.shape[0]))) @ near)
    return like(total, np.log1p(total.data))
