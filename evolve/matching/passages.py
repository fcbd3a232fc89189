"""Passages that two texts share: the same run of terms in both."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evolve.model import Evidence, Span

__all__ = ["Place", "shared_passages"]


@dataclass(frozen=True, slots=True)
class Place:
    """One occurrence of a term in a text."""

    code: int
    start: int
    end: int
    weight: float
    """How much the term tells; nothing for one that half of the texts have."""


def _runs(source: Sequence[Place], target: Sequence[Place]) -> Iterator[tuple[int, int, int]]:
    """Maximal runs of equal neighbouring terms: place in source, place in target, length."""
    where: dict[int, list[int]] = defaultdict(list)
    for j, place in enumerate(target):
        where[place.code].append(j)
    open_runs: dict[int, int] = {}
    for i, place in enumerate(source):
        joined = i > 0 and place.start < source[i - 1].end
        longer: dict[int, int] = {}
        for j in where.get(place.code, ()):
            goes_on = joined and j > 0 and target[j].start < target[j - 1].end
            longer[j] = (open_runs.pop(j - 1, 0) if goes_on else 0) + 1
        yield from ((i - length, j - length + 1, length) for j, length in open_runs.items())
        open_runs = longer
    last = len(source)
    yield from ((last - length, j - length + 1, length) for j, length in open_runs.items())


def shared_passages(
    source: Sequence[Place], target: Sequence[Place], *, least: float, most: int = 5
) -> tuple[Evidence, ...]:
    """Find the most telling passages that stand in both texts, none overlapping another.

    Args:
        source: Terms of the earlier text in order.
        target: Terms of the later text in order.
        least: What the terms of a passage must weigh together.
        most: How many passages at most.
    """
    weighed = sorted(
        ((-sum(p.weight for p in source[i : i + n]), i, j, n) for i, j, n in _runs(source, target))
    )
    found: list[Evidence] = []
    for weight, i, j, n in weighed:
        if -weight < least or len(found) == most:
            break
        spans = (
            (source[i].start, source[i + n - 1].end),
            (target[j].start, target[j + n - 1].end),
        )
        taken = [(e.source_span, e.target_span) for e in found]
        if not any(_touch(spans[0], one) or _touch(spans[1], other) for one, other in taken):
            found.append(Evidence(source_span=spans[0], target_span=spans[1]))
    return tuple(found)


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
