"""Why two items are linked, or why they are not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from evolve.matching.block import Block, Scored, evidence_of, score_block
from evolve.matching.blocks import blocks
from evolve.model import Corpus, Evidence
from evolve.settings import Settings

__all__ = ["Candidate", "Explanation", "candidates_of", "explain", "spare"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair of items that was looked at closely."""

    source: str
    target: str
    score: float
    """Probability."""
    accepted: bool
    """Whether it is a link."""
    primary: bool
    """Whether each is the other's best."""
    parts: tuple[tuple[str, float], ...]
    """What adds to and takes from the log-odds, the prior first, then by size; they sum to it."""
    best: tuple[float, float]
    """The best probability of the source and of the target among the pairs of both documents."""
    evidence: tuple[Evidence, ...]
    """Shared passages, most telling first."""

    @property
    def log_odds(self) -> float:
        """The sum of the parts."""
        return sum(value for _, value in self.parts)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Two items, how near their pair is to flipping, and its rivals."""

    candidate: Candidate | None
    """The pair; null where the two have too little in common to be looked at."""
    needed: float
    """Log-odds that the pair has beyond what a link needs, or lacks (negative)."""
    bar: float
    """Probability that a link needs."""
    by: str
    """The setting that asks for it."""
    rivals: tuple[Candidate, ...]
    """Other pairs of either item in the same two documents, best first."""


def _ordered(scored: Scored, k: int) -> tuple[tuple[str, float], ...]:
    parts = [(name, float(values[k])) for name, values in scored.parts.items()]
    return (parts[0], *sorted(parts[1:], key=lambda part: -abs(part[1])))


def _candidate(block: Block, scored: Scored, k: int) -> Candidate:
    pairs = scored.candidates
    row, column = int(pairs.source[k]), int(pairs.target[k])
    best = [
        float(scored.score[side == side[k]].max(initial=0)) for side in (pairs.source, pairs.target)
    ]
    return Candidate(
        block.source.ids[row],
        block.target.ids[column],
        float(scored.score[k]),
        bool(scored.accepted[k]),
        bool(scored.primary[k]),
        _ordered(scored, k),
        (best[0], best[1]),
        evidence_of(block, pairs, row, column),
    )


def _blocks_of(corpus: Corpus, settings: Settings, items: Sequence[str]) -> Iterator[Block]:
    """The blocks that hold all of some items; no others are made ready."""
    documents = {corpus.item[name].document for name in items}
    return blocks(corpus, settings, lambda one, other: documents <= {one.id, other.id})


def _of(block: Block, scored: Scored, item: str) -> list[int]:
    """Which candidates have an item."""
    rows = []
    for side, ends in (
        (block.source, scored.candidates.source),
        (block.target, scored.candidates.target),
    ):
        if item in side.ids:
            rows += np.flatnonzero(ends == side.ids.index(item)).tolist()
    return rows


def candidates_of(
    corpus: Corpus, settings: Settings, item: str, most: int = 5
) -> tuple[tuple[str, tuple[Candidate, ...]], ...]:
    """The best candidates of an item in every other document, linked or not.

    Returns:
        For each other document, in time order, its id and the best candidates.
    """
    found = []
    own = corpus.item[item].document
    for block in _blocks_of(corpus, settings, [item]):
        scored = score_block(block)
        ranked = sorted(_of(block, scored, item), key=lambda k: -scored.score[k])[:most]
        other = block.names[0] if block.names[1] == own else block.names[1]
        found.append((other, tuple(_candidate(block, scored, k) for k in ranked)))
    order = {document.id: place for place, document in enumerate(corpus.documents)}
    return tuple(sorted(found, key=lambda pair: order[pair[0]]))


def explain(corpus: Corpus, settings: Settings, one: str, other: str) -> Explanation | None:
    """Explain a pair of items.

    Returns:
        Null where their documents are not compared at all.
    """
    for block in _blocks_of(corpus, settings, [one, other]):
        scored = score_block(block)
        both = set(_of(block, scored, one)) & set(_of(block, scored, other))
        near = set(_of(block, scored, one)) | set(_of(block, scored, other))
        ranked = sorted(near - both, key=lambda k: -scored.score[k])[:3]
        rivals = tuple(_candidate(block, scored, k) for k in ranked)
        pair = _candidate(block, scored, min(both)) if both else None
        needed = spare(pair, settings) if pair else float("-inf")
        return Explanation(pair, needed, *_bar(pair, settings), rivals)
    return None


def spare(pair: Candidate, settings: Settings) -> float:
    """Log-odds beyond what a link needs, or short of it (negative).

    A link needs the threshold, and a share of the best of both items.
    """
    bar, _ = _bar(pair, settings)
    return pair.log_odds - float(np.log(bar / (1 - bar)))


def _bar(pair: Candidate | None, settings: Settings) -> tuple[float, str]:
    """Probability that a link needs, and the setting that asks for it."""
    share = settings.near_best * max(pair.best) if pair else 0.0
    bars = ((settings.link_threshold, "link_threshold"), (share, "near_best"))
    return max(bars, key=lambda bar: bar[0])
