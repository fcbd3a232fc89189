"""One block: all links between two documents, a pure function of the two and what is known."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from evolve.matching.model import Model, probability
from evolve.matching.passages import Place, shared_passages
from evolve.matching.prepared import Prepared
from evolve.matching.signals import Candidates, candidates
from evolve.matching.terms import Bools, Ints, terms_of
from evolve.matching.vectors import Floats, Space
from evolve.model import Evidence, Level, Link, LinkType, Relation
from evolve.settings import Settings

__all__ = ["Block", "Scored", "link_block", "score_block"]


@dataclass(frozen=True, slots=True)
class Block:
    """Two documents to link, with all that bears on their links."""

    source: Prepared
    target: Prepared
    background: tuple[Prepared, ...]
    """Documents that relatedness of words is learned from."""
    relation: Relation
    model: Model
    settings: Settings


@dataclass(frozen=True, slots=True)
class Scored:
    """The candidates of a block with their scores: parallel arrays."""

    candidates: Candidates
    parts: dict[str, Floats]
    """What sums to the log-odds, by name, the prior first."""
    score: Floats
    """Probability."""
    accepted: Bools
    """Whether the pair is a link."""
    primary: Bools
    """Whether each is the other's best."""


def score_block(block: Block) -> Scored:
    """Score the candidate pairs of two documents.

    A pair is a link when it is likely enough by itself and near the best of both its items.
    """
    found = candidates(block.source, block.target, block.background, block.settings)
    parts = block.model.explain(found.values, found.source, found.target)
    score = probability(np.sum(list(parts.values()), axis=0))
    best = [_best(score, side) for side in (found.source, found.target)]
    accepted = score >= block.settings.link_threshold
    for level in best:
        accepted &= score >= block.settings.near_best * level
    primary = (score == best[0]) & (score == best[1])
    return Scored(found, parts, score, accepted, primary)


def _best(score: Floats, side: Ints) -> Floats:
    best = np.zeros(int(side.max(initial=-1)) + 1)
    np.maximum.at(best, side, score)
    return best[side]


_ALL = 0.8
_MOST = 0.4


def _type(source_covered: float, target_covered: float) -> LinkType:
    """Name how two texts cover each other, by the share of their weight.

    ``split``: the target holds a part of the source; ``merged``: the source went into the target.
    """
    if min(source_covered, target_covered) >= _ALL:
        return LinkType.SAME
    if min(source_covered, target_covered) >= _MOST:
        return LinkType.REWORDED
    if target_covered >= _MOST:
        return LinkType.SPLIT
    if source_covered >= _MOST:
        return LinkType.MERGED
    return LinkType.RELATED


def _places(text: str, space: Space) -> list[Place]:
    """The terms of a text, those of set phrases without weight."""
    terms = terms_of([text])
    column = np.minimum(np.searchsorted(space.codes, terms.code), len(space.codes) - 1)
    weight = np.where(space.codes[column] == terms.code, space.idf[column] - 1, 0)
    table = zip(
        *(cells.tolist() for cells in (terms.code, terms.start, terms.end, weight)), strict=True
    )
    return [Place(*cells) for cells in table]


def _evidence(block: Block, space: Space, row: int, column: int) -> tuple[Evidence, ...]:
    """Passages that weigh more together than the rarest shared term alone."""
    least = 1.2 * np.log((1 + len(block.source) + len(block.target)) / 3)
    texts = block.source.texts[row], block.target.texts[column]
    return shared_passages(*(_places(text, space) for text in texts), least=float(least))


def _link(block: Block, scored: Scored, k: int) -> Link:
    found = scored.candidates
    row, column = int(found.source[k]), int(found.target[k])
    return Link(
        level=Level.ITEM,
        source=block.source.ids[row],
        target=block.target.ids[column],
        relation=block.relation,
        type=_type(*found.coverage[k]),
        score=float(scored.score[k]),
        primary=bool(scored.primary[k]),
        signals={name: float(part[k]) for name, part in scored.parts.items()},
        evidence=_evidence(block, found.space, row, column),
    )


def link_block(block: Block) -> Sequence[Link]:
    """Link the items of two documents, in their order."""
    if not len(block.source) or not len(block.target):
        return ()
    scored = score_block(block)
    return tuple(_link(block, scored, int(k)) for k in np.flatnonzero(scored.accepted))
