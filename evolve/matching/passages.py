"""Passages that two texts share: the same run of terms in both."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from evolve.model import Evidence, Span

__all__ = ["Line", "shared_passages"]


@dataclass(frozen=True)
class Line:
    """The terms of a text in order: parallel lists."""

    code: Sequence[int]
    start: Sequence[int]
    end: Sequence[int]
    weight: Sequence[float]
    """How much each term tells; nothing for one of a set phrase."""

    @cached_property
    def places(self) -> dict[int, list[int]]:
        """Where each term stands."""
        found: dict[int, list[int]] = defaultdict(list)
        for place, code in enumerate(self.code):
            found[code].append(place)
        return dict(found)

    @cached_property
    def joined(self) -> list[bool]:
        """Whether each term begins inside the one before it, as bigrams of one run do."""
        pairs = zip(self.start[1:], self.end[:-1], strict=True)
        return [False, *(start < end for start, end in pairs)]


def _runs(source: Line, target: Line) -> Iterator[tuple[int, int, int]]:
    """Maximal runs of equal neighbouring terms: place in source, place in target, length."""
    where, source_joined, target_joined = target.places, source.joined, target.joined
    going: dict[int, int] = {}
    for i, code in enumerate(source.code):
        found = where.get(code)
        if found is None and not going:
            continue
        longer: dict[int, int] = {}
        for j in found or ():
            goes_on = source_joined[i] and target_joined[j]
            longer[j] = (going.pop(j - 1, 0) if goes_on else 0) + 1
        for j, length in going.items():
            yield i - length, j - length + 1, length
        going = longer
    last = len(source.code)
    for j, length in going.items():
        yield last - length, j - length + 1, length


def shared_passages(
    source: Line, target: Line, *, least: float, most: int = 5
) -> tuple[Evidence, ...]:
    """Find the most telling passages that stand in both texts, none overlapping another.

    Args:
        source: Terms of the earlier text.
        target: Terms of the later text.
        least: What the terms of a passage must weigh together.
        most: How many passages at most.
    """
    weighed = [
        (-weight, i, j, n)
        for i, j, n in _runs(source, target)
        if (weight := sum(source.weight[i : i + n])) >= least
    ]
    found: list[Evidence] = []
    for _, i, j, n in sorted(weighed):
        one = (source.start[i], source.end[i + n - 1])
        other = (target.start[j], target.end[j + n - 1])
        if not any(_touch(one, e.source_span) or _touch(other, e.target_span) for e in found):
            found.append(Evidence(source_span=one, target_span=other))
            if len(found) == most:
                break
    return tuple(found)


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
