"""One block: all links between two documents, a pure function of the two and the settings."""

from dataclasses import dataclass

import numpy as np

from evolve.matching.model import Model, probability
from evolve.matching.passages import Place, shared_passages
from evolve.matching.prepared import Prepared
from evolve.matching.terms import Ints
from evolve.matching.vectors import Floats, Matrix, Space, cosine, neighbour_mean
from evolve.model import Evidence, Level, Link, LinkType, Relation
from evolve.settings import Settings

__all__ = ["Pairs", "link_block", "score_block"]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Scored candidate pairs of a block: parallel arrays."""

    source: Ints
    """Row of the source item."""
    target: Ints
    """Row of the target item."""
    contributions: Floats
    """Shape (pairs, signals)."""
    score: Floats
    """Probability."""
    coverage: Floats
    """How much of the source stands in the target and the reverse, shape (pairs, 2)."""


def _candidates(scores: Floats, most: int) -> tuple[Ints, Ints]:
    """The pairs that are among the best ``most`` of their row or of their column."""
    chosen = np.zeros(scores.shape, dtype=bool)
    for axis in (0, 1):
        count = min(most, scores.shape[axis])
        best = np.argpartition(-scores, count - 1, axis=axis).take(range(count), axis=axis)
        np.put_along_axis(chosen, best, values=True, axis=axis)
    source, target = np.nonzero(chosen & (scores > 0))
    return source, target


def _coverage(space: Space, left: Matrix, right: Matrix) -> tuple[Floats, Floats]:
    """Share of each text's weight that stands in each text of the other side."""
    present = [(rows > 0).astype(float) for rows in (left, right)]
    mass = [np.maximum(rows @ (space.idf - 1), 1e-9) for rows in present]
    weighted = present[0].multiply((space.idf - 1)[None, :])
    shared = np.asarray((weighted.tocsr() @ present[1].T).toarray())
    return shared / mass[0][:, None], shared / mass[1][None, :]


def score_block(source: Prepared, target: Prepared, model: Model, settings: Settings) -> Pairs:
    """Score the candidate pairs of two documents."""
    space = Space.of([(side.terms, len(side)) for side in (source, target)])
    left, right = (space.vectors(side.terms, len(side)) for side in (source, target))
    wording = neighbour_mean(cosine(left, right))
    rows, columns = _candidates(wording, settings.candidates)
    covered = _coverage(space, left, right)
    contributions = model.contributions({"wording": wording[rows, columns]})
    coverage = np.column_stack([table[rows, columns] for table in covered])
    score = probability(model.log_odds(contributions))
    return Pairs(rows, columns, contributions, score, coverage)


def _best(pairs: Pairs, side: Ints, size: int) -> Floats:
    best = np.zeros(size)
    np.maximum.at(best, side, pairs.score)
    return best[side]


def _type(source_covered: float, target_covered: float) -> LinkType:
    """Name how two texts cover each other.

    ``split``: the target is a part of the source; ``merged``: the source went into the target.
    """
    high, low = 0.25, 0.9
    if min(source_covered, target_covered) >= low:
        return LinkType.SAME
    if min(source_covered, target_covered) >= high:
        return LinkType.REWORDED
    if target_covered >= high:
        return LinkType.SPLIT
    if source_covered >= high:
        return LinkType.MERGED
    return LinkType.RELATED


def _places(side: Prepared, row: int, space: Space) -> list[Place]:
    low, high = np.searchsorted(side.terms.row, [row, row + 1])
    codes = side.terms.code[low:high]
    weights = space.idf[np.searchsorted(space.codes, codes)] - 1
    columns = (codes, side.terms.start[low:high], side.terms.end[low:high], weights)
    return [Place(*cells) for cells in zip(*(column.tolist() for column in columns), strict=True)]


def link_block(
    source: Prepared, target: Prepared, relation: Relation, model: Model, settings: Settings
) -> tuple[Link, ...]:
    """Link the items of two documents.

    A pair is a link when it is likely enough by itself and near the best of both its items.
    """
    if not len(source) or not len(target):
        return ()
    pairs = score_block(source, target, model, settings)
    best = (_best(pairs, pairs.source, len(source)), _best(pairs, pairs.target, len(target)))
    accepted = pairs.score >= settings.link_threshold
    for level in best:
        accepted &= pairs.score >= settings.near_best * level
    primary = (pairs.score == best[0]) & (pairs.score == best[1])
    space = Space.of([(side.terms, len(side)) for side in (source, target)])
    links = []
    for k in np.flatnonzero(accepted):
        i, j = int(pairs.source[k]), int(pairs.target[k])
        signals = dict(zip(model.weights, pairs.contributions[k].tolist(), strict=True))
        links.append(
            Link(
                level=Level.ITEM,
                source=source.ids[i],
                target=target.ids[j],
                relation=relation,
                type=_type(*pairs.coverage[k]),
                score=float(pairs.score[k]),
                primary=bool(primary[k]),
                signals={"prior": model.prior, **signals},
                evidence=_evidence(source, target, i, j, space),
            )
        )
    return tuple(links)


def _evidence(a: Prepared, b: Prepared, i: int, j: int, space: Space) -> tuple[Evidence, ...]:
    least = 1.2 * np.log((1 + len(a) + len(b)) / 3)
    return shared_passages(_places(a, i, space), _places(b, j, space), least=float(least))
