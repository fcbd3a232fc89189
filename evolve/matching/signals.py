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

All but ``name`` are taken against the neighbours' mean (of ``relatedness`` among the candidates),
so that a long or broad item, which has something in common with everything, has to have more in
common to be noticed.
All are at least zero, and more of a signal never speaks against a link.
"""

from dataclasses import dataclass

import numpy as np

from evolve.matching.background import Background
from evolve.matching.characters import Ints
from evolve.matching.common import Common, rarity
from evolve.matching.features import Sides, Weights
from evolve.matching.neighbours import against, among, near, neighbour_mean
from evolve.matching.pairs import part_pairs
from evolve.matching.prepared import Prepared
from evolve.matching.vectors import (
    Floats,
    cosine,
    normalized,
    ones,
    times,
    weighted,
)
from evolve.settings import Settings

__all__ = [
    "CONCEPT_SHARE",
    "FULL_CONCEPTS",
    "FULL_TERMS",
    "SIGNALS",
    "Candidates",
    "candidates",
]

SIGNALS = ("wording", "field", "measures", "topic", "name", "relatedness")

_LEAST_TERMS = 3
"""An item with fewer different terms outside set phrases is boilerplate and links to nothing."""
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


def candidates(a: Prepared, b: Prepared, background: Background, settings: Settings) -> Candidates:
    """Find the candidate pairs of two documents and measure their signals.

    Args:
        a: The earlier document.
        b: The later document.
        background: What relatedness is learned from.
        settings: How many candidates.
    """
    common = Common.of(a.bag, b.bag)
    pairs, values = _near_pairs(a, b, common, settings.candidates)
    shape = len(a), len(b)
    values["relatedness"] = among(background.relatedness((a, b), *pairs), pairs)
    told, shared, answered = _clause_signals((a, b), pairs, common)
    values |= told
    values["measures"] = np.sqrt(against(values["measures"], pairs, shape))
    sides = zip((a, b), common.weights, pairs, strict=True)
    mass = [(ones(side.bag.counts) @ weight)[rows] for side, weight, rows in sides]
    coverage = np.column_stack([shared / np.maximum(weight, 1e-9) for weight in mass])
    return Candidates(*pairs, values, coverage, answered, common, common.size)


def _near_pairs(
    a: Prepared, b: Prepared, common: Common, most: int
) -> tuple[tuple[Ints, Ints], dict[str, Floats]]:
    """Find the nearest items of either side, and those signals that need all pairs.

    Args:
        a: The earlier document.
        b: The later document.
        common: The terms of both.
        most: How many are near.
    """
    words = [weighted(side.bag.counts, idf) for side, idf in zip((a, b), common.idf, strict=True)]
    rare = rarity([a.items.field_frequency, b.items.field_frequency], common.size)
    fields = [normalized(times(side.items.fields, rare)) for side in (a, b)]
    tables = {
        "wording": neighbour_mean(cosine(words[0], common.renamed(words[1]))),
        "field": neighbour_mean(cosine(*fields)),
    }
    chosen = near(tables["wording"] + tables["field"], most)
    if a.meaning is not None and b.meaning is not None:
        meant = neighbour_mean(np.maximum(a.meaning @ b.meaning.T, 0).astype(np.float32))
        tables["meaning"] = meant - meant.mean()
        chosen |= near(tables["meaning"], most)
    poor = [np.diff(part.indptr) < _LEAST_TERMS for part in words]
    chosen[poor[0]] = chosen[:, poor[1]] = False
    pairs = np.divmod(np.flatnonzero(chosen), max(len(b), 1))
    return pairs, {name: table[pairs].astype(np.float64) for name, table in tables.items()}


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
    mass = (a.words @ weights[0], b.words @ weights[1])
    like = found.likeness(found.shared[0], mass, FULL_TERMS)
    named = np.flatnonzero(found.shared[1])
    topical = found.some(named)
    concepts = (a.concepts @ rare, b.concepts @ rare)
    meant = topical.likeness(topical.shared[1], concepts, FULL_CONCEPTS)
    like[named] += CONCEPT_SHARE * meant
    signals = {
        "measures": found.best_by_part(found.against_neighbours(like)),
        "topic": topical.best(topical.against_neighbours(meant)),
        "name": np.log1p(found.alone),
    }
    return signals, found.together[0], found.answered(like, mass, _LIKE)
