"""Links between single measures, inside the candidate pairs of items.

The same machinery a level down: two measures are compared by their terms and concepts against
their neighbours', and by how likely their items are to be linked. A measure may well find its
like in an item that is not linked: candidate pairs of items are many more than links.
"""

import numpy as np

from evolve.matching.common import rarity
from evolve.matching.features import Sides, Weights
from evolve.matching.pairs import part_pairs
from evolve.matching.prepared import Prepared
from evolve.matching.signals import CONCEPT_SHARE, FULL_CONCEPTS, FULL_TERMS, Candidates
from evolve.matching.vectors import Floats

__all__ = ["MEASURE_SIGNALS", "measure_candidates"]

MEASURE_SIGNALS = ("both", "field", "mass", "items")
"""Likeness against the neighbours', the same of leanings, shared weight, and the items' score."""
_REACH = 6.0
"""Log-odds of the items beyond which they say no more about their measures."""


def measure_candidates(a: Prepared, b: Prepared, items: Candidates, log_odds: Floats) -> Candidates:
    """Compare the measures of all candidate pairs of items.

    Args:
        a: The earlier document.
        b: The later document.
        items: Candidate pairs of items.
        log_odds: Of each candidate pair.
    """
    sides = (a.measures, b.measures)
    size = sum(map(len, sides))
    rare = rarity([side.concept_frequency for side in sides], size)
    field = rarity([side.field_frequency for side in sides], size)
    words = items.common.weights
    kinds = Weights.of(words[0], rare, field**2)
    known = items.common.followed_by(len(rare), len(field))
    found = part_pairs(Sides(a.parts, b.parts, known), items.source, items.target, kinds)
    shared, concepts, near = found.shared
    mass = (a.measure_words @ words[0], b.measure_words @ words[1])
    said = found.likeness(shared, mass, FULL_TERMS)
    named = [side.concepts @ rare for side in sides]
    meant = found.likeness(concepts, (named[0], named[1]), FULL_CONCEPTS)
    squares = [side.fields**2 @ field**2 for side in sides]
    near = found.by_mean(near, (squares[0], squares[1]))
    values = {
        "both": found.against_neighbours(said + CONCEPT_SHARE * meant),
        "field": found.against_neighbours(near),
        "mass": np.log1p(shared),
        "items": np.clip(log_odds, -_REACH, _REACH)[found.pair],
    }
    some = said + meant + near > 0
    coverage = found.coverage(shared, mass)[some]
    return Candidates(
        found.ends[0][some],
        found.ends[1][some],
        {name: value[some] for name, value in values.items()},
        coverage,
        coverage,
        items.common,
        size,
    )
