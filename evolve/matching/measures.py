"""Links between single measures, inside the candidate pairs of items.

The same machinery a level down: two measures are compared by their terms and concepts against
their neighbours', and by how likely their items are to be linked. A measure may well find its
like in an item that is not linked: candidate pairs of items are many more than links.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from evolve.matching.lexicon import Lexicon
from evolve.matching.pairs import clause_pairs
from evolve.matching.prepared import Prepared, prepare_texts
from evolve.matching.signals import (
    CONCEPT_SHARE,
    FULL_CONCEPTS,
    FULL_TERMS,
    Candidates,
    ones,
    rarity,
    scaled,
)
from evolve.matching.terms import Ints
from evolve.matching.vectors import Floats, normalized, times
from evolve.model import Item, Measure, Modality

__all__ = ["MEASURE_SIGNALS", "MeasureSide", "measure_candidates", "prepare_measures"]

MEASURE_SIGNALS = ("both", "field", "mass", "items")
"""Likeness against the neighbours', the same of leanings, shared weight, and the items' score."""
_REACH = 6.0
"""Log-odds of the items beyond which they say no more about their measures."""


@dataclass(frozen=True, slots=True)
class MeasureSide:
    """The measures of a document and which of its items each stands in."""

    prepared: Prepared
    item: Ints
    """Row of the item of each measure; ascending."""


def prepare_measures(
    items: Sequence[Item], measures: Sequence[Sequence[Measure]], lexicon: Lexicon
) -> MeasureSide:
    """Take from the measures of a document what matching needs; slogans are left out.

    Args:
        items: Items of the document.
        measures: The measures of each item.
        lexicon: Concepts.
    """
    rows = [
        (place, measure)
        for place, (_, group) in enumerate(zip(items, measures, strict=True))
        for measure in group
        if measure.modality is not Modality.SLOGAN
    ]
    prepared = prepare_texts([m.id for _, m in rows], [m.text for _, m in rows], lexicon)
    return MeasureSide(prepared, np.array([place for place, _ in rows], np.int64))


def measure_candidates(
    a: MeasureSide, b: MeasureSide, items: Candidates, log_odds: Floats
) -> Candidates:
    """Compare the measures of all candidate pairs of items.

    Args:
        a: Measures of the earlier document.
        b: Measures of the later document.
        items: Candidate pairs of items.
        log_odds: Of each candidate pair.
    """
    sides = (a.prepared, b.prepared)
    space = items.space
    weight = scaled(space.idf - 1, items.size)
    words = [ones(space.counts(side.items)) for side in sides]
    named = [side.item_concepts for side in sides]
    rare, fields = rarity(named), rarity([side.fields for side in sides])
    leaning = [normalized(times(side.fields, fields)) for side in sides]
    features = [
        (times(words[0], weight), words[1]),
        (times(named[0], rare), named[1]),
        (leaning[0], leaning[1]),
    ]
    found = clause_pairs((a.item, b.item), items.source, items.target, features)
    shared, concepts, near = found.shared
    mass = (words[0] @ weight, words[1] @ weight)
    said = found.likeness(shared, mass, FULL_TERMS)
    meant = found.likeness(concepts, (named[0] @ rare, named[1] @ rare), FULL_CONCEPTS)
    some = said + meant + near > 0
    values = {
        "both": found.against_neighbours(said + CONCEPT_SHARE * meant),
        "field": found.against_neighbours(near),
        "mass": np.log1p(shared),
        "items": np.clip(log_odds, -_REACH, _REACH)[found.pair],
    }
    return Candidates(
        found.source[some],
        found.target[some],
        {name: value[some] for name, value in values.items()},
        found.coverage(shared, mass)[some],
        space,
        len(a.prepared) + len(b.prepared),
    )
