"""Which indicators may count the same as another, and why they were kept apart."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import ceil

from evolve.threading.comparison.likeness import alike, bigrams
from evolve.threading.indicators.grouping import Group

__all__ = ["doubts_of"]

_NEAR = 0.75
"""Likeness of two names from which a reader would ask whether they are one."""
_SHARED = _NEAR / (2 - _NEAR)
"""Part of the bigrams of a name that so near a name has at least."""
_BASES = {"level": "水平", "cumulative": "累计", "new": "新增", "growth": "增幅"}
_FALLS = {"new": "减少", "growth": "降幅"}


def doubts_of(groups: Sequence[Group], names: Sequence[str]) -> Iterator[list[str]]:
    """Notes on each of the indicators of a series, in their order.

    Names are compared only where they share one of their rarest bigrams (prefix filtering:
    Chaudhuri et al. 2006), so that the work grows with the pairs that are near.

    Args:
        groups: Figures that count the same.
        names: Name of each.
    """
    same: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        same[group.key].append(group)
    for place, (group, near) in enumerate(zip(groups, _near(groups, names), strict=True)):
        notes = [
            f"与“{names[other]}”措辞相近，可能是同一指标，未合并。"
            for other in near
            if _maybe_same(group, groups[other]) and alike(names[place], names[other]) >= _NEAR
        ]
        scales = dict.fromkeys(_scale(other) for other in same[group.key] if other is not group)
        if scales:
            notes.append(f"另有同名指标，口径不同（{'；'.join(scales)}），不相比较。")
        yield notes


def _near(groups: Sequence[Group], names: Sequence[str]) -> Iterator[list[int]]:
    """Places of the groups that share a rare bigram with each."""
    grams = [bigrams(name) for name in names]
    common = Counter(gram for own in grams for gram in own)
    ranked = [sorted(own, key=lambda gram: (common[gram], gram)) for own in grams]
    rarest = [own[: len(own) - ceil(_SHARED * len(own)) + 1] for own in ranked]
    holders: dict[tuple[object, str], list[int]] = defaultdict(list)
    for place, (group, own) in enumerate(zip(groups, rarest, strict=True)):
        for gram in set(own):
            holders[group.scale, gram].append(place)
    for place, (group, own) in enumerate(zip(groups, rarest, strict=True)):
        found = {other for gram in set(own) for other in holders[group.scale, gram]}
        yield sorted(found - {place})


def _maybe_same(group: Group, other: Group) -> bool:
    """Another key, and no item that holds both: one text names two things differently."""
    items = {s.observation.item for s in group.sightings}
    apart = items.isdisjoint(s.observation.item for s in other.sightings)
    return group.key != other.key and apart


def _scale(group: Group) -> str:
    first = group.sightings[0]
    years = "" if first.years == 1 else "，多年合计" if first.years else "，多年平均"
    basis = (first.falls and _FALLS.get(first.basis)) or _BASES[first.basis]
    return f"{basis}，单位“{first.unit}”{years}"
