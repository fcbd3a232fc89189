"""Indicators: the same figure through the years and documents of a series."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from evolve.model import (
    Corpus,
    Direction,
    Document,
    Indicator,
    Level,
    Link,
    Observation,
    QuantityKind,
)
from evolve.threading.comparison.directions import is_neutral
from evolve.threading.indicators.continuing import continued
from evolve.threading.indicators.converting import converted
from evolve.threading.indicators.doubts import doubts_of
from evolve.threading.indicators.grouping import Group, groups_of
from evolve.threading.indicators.judging import results_of
from evolve.threading.indicators.sightings import Sighting, sightings_of

__all__ = ["indicators_of"]

_SHARES = frozenset({"%", "‰"})
_SHARE = re.compile(r"(?:率|占比|比例|比重)$")
_COVERS = {1: "year", 0: "yearly_average"}
_ORDER = {QuantityKind.BASELINE: 0, QuantityKind.ACTUAL: 1, QuantityKind.TARGET: 2}


def indicators_of(
    corpus: Corpus, documents: Sequence[Document], links: Sequence[Link]
) -> tuple[Indicator, ...]:
    """Follow every figure that is seen more than once, and every row of a table of indicators.

    Only figures of the same unit, basis and scope are joined; where the names leave a doubt there
    are two indicators, and each names the other in its notes.

    Args:
        corpus: All that reading found.
        documents: Those to look at, in time order inside their series.
        links: Item-level links tell whether a short name means the same work.
    """
    linked = {frozenset((link.source, link.target)) for link in links if link.level is Level.ITEM}
    found: list[Indicator] = []
    for series in corpus.series:
        own = [document for document in documents if document.series == series.id]
        groups = continued(groups_of(sightings_of(corpus, series, own), linked))
        found += _named(series.id, [group for group in groups if _lasting(group)])
    return tuple(sorted(found, key=lambda indicator: (indicator.series, indicator.id)))


def _lasting(group: Group) -> bool:
    """Whether there is something to follow: a row of a table, or two sightings that differ."""
    kinds = {
        (s.document.id, s.observation.year, s.observation.kind is QuantityKind.TARGET)
        for s in group.sightings
    }
    return len(kinds) > 1 or any(s.row for s in group.sightings)


def _named(series: str, groups: Sequence[Group]) -> Iterator[Indicator]:
    groups = [converted(group) for group in groups]
    names = [_name(group) for group in groups]
    taken: Counter[str] = Counter()
    for group, name, doubts in zip(groups, names, doubts_of(groups, names), strict=True):
        id_ = f"{series}/{name}"
        taken[id_] += 1
        yield _indicator(
            series,
            id_ if taken[id_] == 1 else f"{id_}#{taken[id_]}",
            name,
            group,
            (*group.notes, *doubts, *_conflicts(group), *_retreats(group)),
        )


def _name(group: Group) -> str:
    """The most common wording of the fullest key, a share by its own word; then the latest."""
    count = Counter(s.name for s in group.sightings if s.key == group.key)
    latest = {s.name: place for place, s in enumerate(group.sightings)}
    share = group.scale.unit in _SHARES
    return max(
        count,
        key=lambda name: (share and _SHARE.search(name) is not None, count[name], latest[name]),
    )


def _indicator(series: str, id_: str, name: str, group: Group, notes: tuple[str, ...]) -> Indicator:
    ordered = sorted(group.sightings, key=_moment)
    directions = Counter(s.direction for s in ordered)
    direction = directions.most_common(1)[0][0]
    return Indicator(
        id=id_,
        series=series,
        name=name,
        unit=ordered[0].unit,
        direction=direction,
        observations=tuple(s.observation for s in ordered),
        notes=tuple(dict.fromkeys(notes)),
        basis=ordered[0].basis,
        falls=ordered[0].falls,
        covers=_COVERS.get(ordered[0].years, "years"),
        results=() if is_neutral(name) else tuple(results_of(ordered, direction)),
    )


def _moment(sighting: Sighting) -> tuple[object, ...]:
    seen = sighting.observation
    return seen.year or 0, sighting.document.moment, _ORDER[seen.kind], seen.item, seen.span


def _conflicts(group: Group) -> Iterator[str]:
    """Two values of one year and kind in one document."""
    seen: dict[tuple[int | None, QuantityKind, str], dict[object, str]] = defaultdict(dict)
    for sighting in group.sightings:
        o = sighting.observation
        number = (o.low, o.high) if o.value is None else o.value
        seen[o.year, o.kind, o.document].setdefault(number, o.text)
    for (year, _, _), texts in seen.items():
        if len(texts) > 1:
            yield f"同一文件中{year}年有不同的数：{'、'.join(sorted(texts.values()))}。"


def _retreats(group: Group) -> Iterator[str]:
    """A level to be reached that lies behind what was already there."""
    if group.scale.basis in {"growth", "new"}:
        return
    start = [s.observation for s in group.sightings if s.observation.kind is QuantityKind.BASELINE]
    told: set[float | None] = set()
    for sighting in group.sightings:
        aim = sighting.observation
        own = start and aim.document == start[-1].document
        if not own or aim.value in told or aim.kind is not QuantityKind.TARGET:
            continue
        down = sighting.direction is Direction.DOWN
        if None not in (aim.value, start[-1].value) and _behind(aim, start[-1], down=down):
            told.add(aim.value)
            yield (
                f"{aim.year}年目标（{aim.text}）{'高' if down else '低'}于"
                f"{start[-1].year}年基准（{start[-1].text}）。"
            )


def _behind(aim: Observation, start: Observation, *, down: bool) -> bool:
    ahead = (aim.value or 0) - (start.value or 0)
    return ahead > 0 if down else ahead < 0
