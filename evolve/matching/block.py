"""One block: all links between two documents, a pure function of the two and what is known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from evolve.matching.background import Background
from evolve.matching.characters import Bools, Ints
from evolve.matching.measures import measure_candidates
from evolve.matching.memory import keep_freed_memory
from evolve.matching.model import Model, Models, probability
from evolve.matching.passages import shared_passages
from evolve.matching.prepared import Prepared, Texts
from evolve.matching.signals import Candidates, candidates
from evolve.matching.vectors import Floats
from evolve.model import Evidence, Level, Link, LinkType, Relation
from evolve.settings import Settings

__all__ = [
    "Block",
    "Scored",
    "accept",
    "evidence_of",
    "link_block",
    "score_block",
    "score_measures",
]


@dataclass(frozen=True, slots=True)
class Block:
    """Two documents to link, with all that bears on their links."""

    names: tuple[str, str]
    """Ids of the documents."""
    source: Prepared
    target: Prepared
    background: Background
    """What relatedness of words is learned from."""
    relation: Relation
    models: Models
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

    @property
    def log_odds(self) -> Floats:
        """Of each pair."""
        return np.asarray(np.sum(list(self.parts.values()), axis=0))


def accept(found: Candidates, model: Model, threshold: float, near: float) -> Scored:
    """Score candidates; a link is likely enough by itself and near the best of both its sides."""
    parts = model.explain(found.values, found.source, found.target)
    score = probability(np.sum(list(parts.values()), axis=0))
    best = [_best(score, side) for side in (found.source, found.target)]
    accepted = score >= threshold
    for level in best:
        accepted &= score >= near * level
    primary = (score == best[0]) & (score == best[1])
    return Scored(found, parts, score, accepted, primary)


def _best(score: Floats, side: Ints) -> Floats:
    best = np.zeros(int(side.max(initial=-1)) + 1)
    np.maximum.at(best, side, score)
    return best[side]


def score_block(block: Block) -> Scored:
    """Score the candidate pairs of the items of two documents."""
    keep_freed_memory()
    found = candidates(block.source, block.target, block.background, block.settings)
    settings, model = block.settings, block.models.items
    if "meaning" in found.values and "meaning" not in model.signals:
        model = model.with_meaning()
    return accept(found, model, settings.link_threshold, settings.near_best)


def score_measures(block: Block, items: Scored) -> Scored:
    """Score the pairs of measures of two documents."""
    found = measure_candidates(block.source, block.target, items.candidates, items.log_odds)
    settings = block.settings
    return accept(found, block.models.measures, settings.measure_threshold, settings.near_best)


_ALL = 0.8
_MOST = 0.4
_TYPES = tuple(LinkType)
"""By whether all words stand in either, most of both is answered, of the target, of the source."""


def _types(words: Floats, answered: Floats) -> list[LinkType]:
    """Name how the two texts of pairs cover each other, both as shares, shape (pairs, 2).

    ``split``: the target holds a part of the source; ``merged``: the source went into the target.

    Args:
        words: Of source and target, what stands in the other word for word.
        answered: Of either, what the other says too, be it in other words.
    """
    same = words.min(axis=1) >= _ALL
    source, target = (answered >= _MOST).T
    told = np.select([same, source & target, target, source], range(4), 4)
    return [_TYPES[kind] for kind in told.tolist()]


def _least(found: Candidates) -> float:
    """What a shared passage must weigh: more than the rarest shared term alone."""
    return 1.2 * float(np.log((1 + max(found.size, 3)) / 3))


def evidence_of(block: Block, found: Candidates, row: int, column: int) -> tuple[Evidence, ...]:
    """The passages that two items share."""
    sides = (block.source.items, block.target.items)
    pair = (np.array([row]), np.array([column]))
    return shared_passages(sides, found.common, pair, least=_least(found))[0]


def _links(
    block: Block,
    scored: Scored,
    sides: tuple[Texts, Texts],
    level: Level,
) -> Iterator[Link]:
    """The accepted pairs as links, with the passages that they share."""
    found = scored.candidates
    chosen = np.flatnonzero(scored.accepted)
    rows, columns = found.source[chosen], found.target[chosen]
    evidence = shared_passages(sides, found.common, (rows, columns), least=_least(found))
    names = list(scored.parts)
    parts = np.column_stack(list(scored.parts.values()))[chosen]
    table = zip(
        rows.tolist(),
        columns.tolist(),
        _types(found.coverage[chosen], found.answered[chosen]),
        scored.score[chosen].tolist(),
        scored.primary[chosen].tolist(),
        parts.tolist(),
        evidence,
        strict=True,
    )
    for row, column, kind, score, primary, signals, passages in table:
        yield Link(
            level=level,
            source=sides[0].ids[row],
            target=sides[1].ids[column],
            relation=block.relation,
            type=kind,
            score=score,
            primary=primary,
            signals=dict(zip(names, signals, strict=True)),
            evidence=passages,
        )


def link_block(block: Block) -> Sequence[Link]:
    """Link the items of two documents, then their measures."""
    if not len(block.source) or not len(block.target):
        return ()
    items = score_block(block)
    links = _links(block, items, (block.source.items, block.target.items), Level.ITEM)
    measures = (block.source.measures, block.target.measures)
    if not all(map(len, measures)):
        return tuple(links)
    return (*links, *_links(block, score_measures(block, items), measures, Level.MEASURE))
