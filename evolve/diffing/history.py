"""Several wordings in time order: since when each phrase of the last one has stood there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from evolve.diffing.compare import diff
from evolve.diffing.model import Diff, Kind
from evolve.model import Span

__all__ = ["Age", "ages"]


@dataclass(frozen=True, slots=True)
class Age:
    """A stretch of the latest wording and how old it is."""

    span: Span
    """In the latest wording."""
    since: int
    """Position of the wording from which on it has stood there without a break."""


def ages(texts: Sequence[str]) -> tuple[Age, ...]:
    """Say of every character of the last text since which text it has stood there.

    Args:
        texts: Wordings in time order, at least one.

    Returns:
        Stretches that together are the whole last text, in order.
    """
    since = [0] * len(texts[0])
    for number, (old, new) in enumerate(pairwise(texts), start=1):
        later = [number] * len(new)
        for was, now in _kept(diff(old, new)):
            size = min(was[1] - was[0], now[1] - now[0])
            later[now[0] : now[0] + size] = since[was[0] : was[0] + size]
        since = later
    return tuple(_stretches(since))


def _kept(found: Diff) -> Iterator[tuple[Span, Span]]:
    """Give what stands in both: word by word, and the phrases that a rewritten text shares."""
    yield from ((phrase.old, phrase.new) for phrase in found.shared)
    for block in (*found.blocks, *found.passages):
        for op in block.ops:
            if op.kind in {Kind.EQUAL, Kind.RESPELLED}:
                yield op.old, op.new
    gone = {op.move: op.old for op in found.ops if op.kind is Kind.REMOVED and op.move}
    for op in found.ops:
        if op.kind is Kind.ADDED and op.move:
            yield gone[op.move], op.new


def _stretches(since: Sequence[int]) -> Iterator[Age]:
    start = 0
    for value, group in groupby(since):
        end = start + sum(1 for _ in group)
        yield Age((start, end), value)
        start = end
