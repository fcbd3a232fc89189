"""The signals of candidate pairs: what speaks for a link between two items.

===============  ========================================================================
signal           what it measures
===============  ========================================================================
``wording``      cosine of the terms of the two items
``field``        cosine of the concepts that their clauses lean to
``measures``     how many clauses of either find a clause of the other that says the same
``topic``        the nearest two clauses by the concepts they name
``name``         terms that only these two items have, side by side in one clause
``relatedness``  whether they are near to the same other items: the generalised vector space
                 model (Wong, Ziarko & Wong 1985), words are related that are used together
``meaning``      cosine of sentence embeddings, where the user gave a model
===============  ========================================================================

All but ``name`` are taken against the neighbours' mean, so that a long or broad item, which has
something in common with everything, has to have more in common to be noticed.
All are at least zero, and more of a signal never speaks against a link.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse

from evolve.matching.common import Common, rarity
from evolve.matching.features import Sides, Weights
from evolve.matching.neighbours import Level, against, near, neighbour_mean
from evolve.matching.pairs import part_pairs
from evolve.matching.prepared import Prepared
from evolve.matching.terms import Ints
from evolve.matching.vectors import (
    Floats,
    Matrix,
    Space,
    cosine,
    normalized,
    ones,
    times,
    weighted,
)
from evolve.settings import Settings

__all__ = [
    "CONCEPT_SHARE",
    "ENOUGH",
    "FULL_CONCEPTS",
    "FULL_TERMS",
    "SIGNALS",
    "Background",
    "Candidates",
    "candidates",
]

SIGNALS = ("wording", "field", "measures", "topic", "name", "relatedness")

_LEAST_TERMS = 3
"""An item with fewer different terms outside set phrases is boilerplate and links to nothing."""
ENOUGH = 400
"""From how many items relatedness is learned, if the issuer had said as many."""
_LIKE = 0.3
"""Likeness of two clauses from which one says what the other says."""
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
    """Share of the source's words that stand in the target, and the reverse, shape (pairs, 2)."""
    answered: Floats
    """Share of the source whose parts find one like them in the target, and the reverse."""
    common: Common
    """The terms of both documents."""
    size: int
    """How many texts both documents have."""


def _weighted(rows: Matrix, weight: Floats) -> Matrix:
    return normalized(times(rows, weight))


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

    def profiles(self, side: Prepared) -> Floats:
        """How near each item is to each row, squared, so that only what is really near counts."""
        start = 0
        for document in self.documents:
            if document is side:
                return self._own[start : start + len(side)]
            start += len(document)
        return _profiles(self.space.vectors(side.bag), self._some)


def _profiles(items: Matrix, rows: Matrix) -> Floats:
    table = cosine(items, rows) ** 2
    length = np.sqrt((table**2).sum(axis=1, keepdims=True))
    return np.asarray(table / np.where(length > 0, length, 1))


def candidates(a: Prepared, b: Prepared, background: Background, settings: Settings) -> Candidates:
    """Find the candidate pairs of two documents and measure their signals.

    Args:
        a: The earlier document.
        b: The later document.
        background: What relatedness is learned from.
        settings: How many candidates.
    """
    common = Common.of(a.bag, b.bag)
    words = [weighted(side.bag.counts, idf) for side, idf in zip((a, b), common.idf, strict=True)]
    rare = rarity([a.items.field_frequency, b.items.field_frequency], common.size)
    tables = {
        "wording": neighbour_mean(cosine(words[0], common.renamed(words[1]))),
        "field": neighbour_mean(cosine(*(_weighted(side.items.fields, rare) for side in (a, b)))),
    }
    if a.meaning is not None and b.meaning is not None:
        meant = neighbour_mean(np.maximum(a.meaning @ b.meaning.T, 0))
        tables["meaning"] = meant - meant.mean()
    chosen = near(tables["wording"], settings.candidates)
    chosen |= near(tables["wording"] + tables["field"], settings.candidates)
    if "meaning" in tables:
        chosen |= near(tables["meaning"], settings.candidates)
    poor = [np.diff(part.indptr) < _LEAST_TERMS for part in words]
    chosen[poor[0]] = chosen[:, poor[1]] = False
    rows, columns = np.divmod(np.flatnonzero(chosen), max(len(b), 1))
    values = {name: table[rows, columns] for name, table in tables.items()}
    del tables
    related = background.profiles(a) @ background.profiles(b).T
    values["relatedness"] = Level.of(related).at(related[rows, columns], rows, columns)
    told, shared, answered = _clause_signals((a, b), (rows, columns), common)
    values |= told
    values["measures"] = np.sqrt(against(values["measures"], (rows, columns), (len(a), len(b))))
    mass = [
        np.maximum(ones(side.bag.counts) @ weight, 1e-9)
        for side, weight in zip((a, b), common.weights, strict=True)
    ]
    coverage = np.column_stack([shared / mass[0][rows], shared / mass[1][columns]])
    return Candidates(rows, columns, values, coverage, answered, common, common.size)


def _clause_signals(
    sides: tuple[Prepared, Prepared], pairs: tuple[Ints, Ints], common: Common
) -> tuple[dict[str, Floats], Floats, Floats]:
    """Compare the clauses of every candidate pair by their terms and by their concepts.

    Returns:
        Signals by name, the weight of the terms that the two items share, and how much of either
        is answered by the other.
    """
    a, b = sides
    rare = rarity([a.items.concept_frequency, b.items.concept_frequency], common.size)
    weights = common.weights
    alone = np.append(common.exclusive, np.zeros_like(rare))
    kinds = Weights.of(weights[0], rare, alone=alone)
    known = common.followed_by(len(rare))
    found = part_pairs(Sides(a.clauses, b.clauses, known), *pairs, kinds)
    shared, named = found.shared
    mass = (a.words @ weights[0], b.words @ weights[1])
    said = found.likeness(shared, mass, FULL_TERMS)
    meant = found.likeness(named, (a.concepts @ rare, b.concepts @ rare), FULL_CONCEPTS)
    like = said + CONCEPT_SHARE * meant
    signals = {
        "measures": found.best_by_part(found.against_neighbours(like)),
        "topic": found.best(found.against_neighbours(meant)),
        "name": np.log1p(found.alone),
    }
    return signals, found.together[0], found.answered(like, mass, _LIKE)
