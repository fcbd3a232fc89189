"""The signals of candidate pairs: what speaks for a link between two items.

===============  ========================================================================
signal           what it measures
===============  ========================================================================
``wording``      cosine of the terms of the two items
``field``        cosine of the concepts that their clauses lean to
``measures``     how many clauses of either find a clause of the other that says the same
``topic``        the nearest two clauses by the concepts they name
``name``         terms that only these two items have, side by side in one clause
``relatedness``  whether they are near to the same other items of the corpus
``meaning``      cosine of sentence embeddings, where the user gave a model
===============  ========================================================================

All but ``name`` are taken against the neighbours' mean, so that a long or broad item, which has
something in common with everything, has to have more in common to be noticed.
All are at least zero, and more of a signal never speaks against a link.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from evolve.matching.pairs import clause_pairs, paired_products
from evolve.matching.prepared import Prepared
from evolve.matching.terms import Bools, Ints
from evolve.matching.vectors import Floats, Matrix, Space, cosine, neighbour_mean, normalized
from evolve.settings import Settings

__all__ = [
    "CONCEPT_SHARE",
    "FULL_CONCEPTS",
    "FULL_TERMS",
    "SIGNALS",
    "Candidates",
    "candidates",
    "ones",
    "rarity",
    "scaled",
]

SIGNALS = ("wording", "field", "measures", "topic", "name", "relatedness")

_LEAST_TERMS = 3
"""An item with fewer different terms outside set phrases is boilerplate and links to nothing."""
FULL_TERMS = 2.0
"""Weight of shared terms at which a clause pair counts in full: two of the rarest."""
FULL_CONCEPTS = 1.0
"""Weight of shared concepts at which a clause pair counts in full: one of the rarest."""
CONCEPT_SHARE = 0.5
"""What the concepts of two clauses count beside their terms."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Candidate pairs of two documents and their signals: parallel arrays."""

    source: Ints
    """Row of the source item."""
    target: Ints
    """Row of the target item."""
    values: dict[str, Floats]
    """Each signal."""
    coverage: Floats
    """How much of the source stands in the target and the reverse, shape (pairs, 2)."""
    space: Space
    """The terms of both documents."""
    size: int
    """How many texts both documents have."""


def _near(scores: Floats, most: int) -> Bools:
    """Mark what is among the best ``most`` of its row or of its column."""
    chosen = np.zeros(scores.shape, dtype=bool)
    for axis in (0, 1):
        count = min(most, scores.shape[axis])
        best = np.argpartition(-scores, count - 1, axis=axis).take(range(count), axis=axis)
        np.put_along_axis(chosen, best, values=True, axis=axis)
    return chosen & (scores > 0)


def _telling(side: Prepared) -> Bools:
    """Mark the items that say anything beyond set phrases."""
    distinct = np.unique(np.column_stack([side.terms.row, side.terms.code]), axis=0)[:, 0]
    return np.bincount(distinct, minlength=len(side)) >= _LEAST_TERMS


def rarity(columns: Sequence[Matrix]) -> Floats:
    """Inverse document frequency of columns, 1 for the rarest that two texts can share."""
    count = sum(part.shape[0] for part in columns)
    frequency = np.sum([(part > 0).sum(axis=0) for part in columns], axis=0)
    return scaled(np.log((1 + count) / (1 + frequency)), count)


def scaled(idf: Floats, count: int) -> Floats:
    """Inverse document frequencies in units of the rarest term that two texts can share."""
    return np.asarray(np.maximum(idf, 0) / np.log((1 + max(count, 3)) / 3))


def _weighted(rows: Matrix, weight: Floats) -> Matrix:
    return normalized(Matrix(rows.multiply(weight[None, :])))


def ones(rows: Matrix) -> Matrix:
    """Which cells are there, whatever they hold."""
    return Matrix((np.ones_like(rows.data), rows.indices, rows.indptr), shape=rows.shape)


def candidates(
    a: Prepared, b: Prepared, background: Sequence[Prepared], settings: Settings
) -> Candidates:
    """Find the candidate pairs of two documents and measure their signals.

    Args:
        a: The earlier document.
        b: The later document.
        background: Documents that relatedness is learned from; may hold ``a`` and ``b``.
        settings: How many candidates.
    """
    space = Space.of([(side.terms, len(side)) for side in (a, b)])
    left, right = (space.vectors(side.terms, len(side)) for side in (a, b))
    rare = rarity([side.fields for side in (a, b)])
    tables = {
        "wording": neighbour_mean(cosine(left, right)),
        "field": neighbour_mean(cosine(*(_weighted(side.fields, rare) for side in (a, b)))),
    }
    near = _near(tables["wording"], settings.candidates)
    near |= _near(tables["wording"] + tables["field"], settings.candidates)
    near &= np.logical_and.outer(*(_telling(side) for side in (a, b)))
    rows, columns = np.nonzero(near)
    tables["relatedness"] = _relatedness(a, b, background)
    values = {name: table[rows, columns] for name, table in tables.items()}
    weight = scaled(space.idf - 1, len(a) + len(b))
    values |= _clause_signals(a, b, space, weight, rows, columns)
    coverage = _coverage(ones(left), ones(right), weight, rows, columns)
    return Candidates(rows, columns, values, coverage, space, len(a) + len(b))


def _coverage(left: Matrix, right: Matrix, weight: Floats, rows: Ints, columns: Ints) -> Floats:
    """Share of each item's weight that stands in the other item."""
    shared = paired_products(Matrix(left.multiply(weight[None, :])), right, rows, columns)
    mass = [np.maximum(side @ weight, 1e-9) for side in (left, right)]
    return np.column_stack([shared / mass[0][rows], shared / mass[1][columns]])


def _relatedness(a: Prepared, b: Prepared, background: Sequence[Prepared]) -> Floats:
    """Whether two items are near to the same other items.

    The generalised vector space model (Wong, Ziarko & Wong 1985): words are related that the
    corpus uses together. Squares keep only what is really near.
    """
    others = list(background) or [a, b]
    space = Space.of([(side.terms, len(side)) for side in others])
    seen = [space.vectors(side.terms, len(side)) for side in others]
    profile = []
    for side in (a, b):
        own = space.vectors(side.terms, len(side))
        table = np.hstack([cosine(own, rows) for rows in seen]) ** 2
        length = np.sqrt((table**2).sum(axis=1, keepdims=True))
        profile.append(table / np.where(length > 0, length, 1))
    return neighbour_mean(profile[0] @ profile[1].T)


def _clause_signals(  # noqa: PLR0913, PLR0917 - all that two documents have in common
    a: Prepared, b: Prepared, space: Space, weight: Floats, rows: Ints, columns: Ints
) -> dict[str, Floats]:
    """Compare the clauses of every candidate pair by their terms and by their concepts."""
    found = clause_pairs(a.clause_item, b.clause_item, rows, columns)
    words = [ones(space.counts(side.clause_terms, len(side.clause_item))) for side in (a, b)]
    named = [ones(Matrix(side.item_clauses @ side.concepts)) for side in (a, b)]
    said = found.likeness(words[0], words[1], weight, FULL_TERMS)
    meant = found.likeness(a.concepts, b.concepts, rarity(named), FULL_CONCEPTS)
    both = found.against_neighbours(said + CONCEPT_SHARE * meant)
    table = np.zeros((len(a), len(b)))
    table[rows, columns] = np.sum(found.best_by_clause(both), axis=0)
    return {
        "measures": np.sqrt(neighbour_mean(table)[rows, columns]),
        "topic": found.best(found.against_neighbours(meant)),
        "name": np.log1p(found.best(found.shared(words[0], words[1], _exclusive(a, b, space)))),
    }


def _exclusive(a: Prepared, b: Prepared, space: Space) -> Floats:
    """Weight of each term by how few pairs of items share it: 1 for a single one."""
    held = [(space.counts(side.terms, len(side)) > 0).sum(axis=0) for side in (a, b)]
    pairs = np.asarray(held[0] * held[1], dtype=np.float64)
    return np.asarray(np.where(pairs > 0, 1 / np.maximum(pairs, 1), 0))
