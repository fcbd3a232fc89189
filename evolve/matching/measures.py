"""Links between single measures, inside the candidate pairs of items.

The same machinery a level down: two measures are compared by their terms and concepts against
their neighbours', and by how likely their items are to be linked. A measure may well find its
like in an item that is not linked: candidate pairs of items are many more than links.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse

from evolve.matching.common import rarity
from evolve.matching.features import Index, Sides
from evolve.matching.lexicon import Lexicon
from evolve.matching.pairs import part_pairs
from evolve.matching.prepared import Prepared, prepare_texts
from evolve.matching.signals import CONCEPT_SHARE, FULL_CONCEPTS, FULL_TERMS, Candidates
from evolve.matching.terms import Ints
from evolve.matching.vectors import Floats, Matrix, ones, renamed
from evolve.model import Measure, Modality

__all__ = ["MEASURE_SIGNALS", "MeasureSide", "measure_candidates", "prepare_measures"]

MEASURE_SIGNALS = ("both", "field", "mass", "items")
"""Likeness against the neighbours', the same of leanings, shared weight, and the items' score."""
_REACH = 6.0
"""Log-odds of the items beyond which they say no more about their measures."""


@dataclass(frozen=True)
class MeasureSide:
    """The measures of a document and which of its items each stands in."""

    prepared: Prepared
    item: Ints
    """Row of the item of each measure; ascending."""
    items: Prepared
    """The items."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Of the measures."""
        return self.prepared.ids

    @cached_property
    def known(self) -> Ints:
        """For each term of the measures its number among the terms of the items, or -1."""
        codes, named = self.items.items.codes, self.prepared.items.codes
        place = np.searchsorted(codes, named)
        return np.where(np.append(codes, -1)[place] == named, place, -1)

    @cached_property
    def words(self) -> Matrix:
        """Ones where a measure has a term, shape (measures, terms of the items)."""
        width = len(self.items.items.codes)
        return ones(renamed(self.prepared.items.counts, self.known, width))

    @cached_property
    def parts(self) -> Index:
        """The measures by their terms, and behind these by concepts and by leanings."""
        named, leaning = self.prepared.item_concepts, self.prepared.fields
        rows = Matrix(sparse.hstack([self.words, named, leaning], format="csr"))
        return Index.of(self.item, len(self.items), rows)

    def weight_of(self, weight: Floats) -> Floats:
        """The weight of every term of the measures in order, given that of each of the items'."""
        own = np.where(self.known >= 0, np.append(weight, 0)[self.known], 0)
        return self.prepared.weight_of(own)


def prepare_measures(
    items: Prepared, measures: Sequence[Sequence[Measure]], lexicon: Lexicon
) -> MeasureSide:
    """Take from the measures of a document what matching needs; slogans are left out.

    Args:
        items: Items of the document.
        measures: The measures of each item.
        lexicon: Concepts.
    """
    rows = [
        (place, measure)
        for place, group in enumerate(measures)
        for measure in group
        if measure.modality is not Modality.SLOGAN
    ]
    prepared = prepare_texts([m.id for _, m in rows], [m.text for _, m in rows], lexicon)
    return MeasureSide(prepared, np.array([place for place, _ in rows], np.int64), items)


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
    size = sum(map(len, sides))
    rare = rarity([side.concept_frequency for side in sides], size)
    field = rarity([side.field_frequency for side in sides], size)
    words = items.common.weights
    ends = np.cumsum([0, len(words[0]), len(rare), len(field)])
    kinds = [np.zeros(ends[-1]) for _ in range(3)]
    for kind, start, weight in zip(kinds, ends[:-1], (words[0], rare, field**2), strict=True):
        kind[start : start + len(weight)] = weight
    known = items.common.followed_by(len(rare), len(field))
    found = part_pairs(Sides(a.parts, b.parts, known), items.source, items.target, kinds)
    shared, concepts, near = found.shared
    mass = (a.words @ words[0], b.words @ words[1])
    said = found.likeness(shared, mass, FULL_TERMS)
    named = [side.item_concepts @ rare for side in sides]
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
    return Candidates(
        found.ends[0][some],
        found.ends[1][some],
        {name: value[some] for name, value in values.items()},
        found.coverage(shared, mass)[some],
        items.common,
        size,
    )
