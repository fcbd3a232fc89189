"""Which figures count the same: equal names first, then what the context settles."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from evolve.reading.layout.script import size
from evolve.threading.comparison.likeness import shared_run
from evolve.threading.indicators.scales import Scale
from evolve.threading.indicators.sightings import Sighting

__all__ = ["Group", "groups_of"]

_RATES = frozenset({"%", "‰", "百分点", "倍", "比"})
_BARE_RATE = re.compile(
    r"(?:总体|整体|平均)?(?:完成|开工|完工|达标|合格|优良|覆盖|通过|上线|就业|满意|入学|入园|增长|参与|"
    r"知晓|持证|占|优秀|普及|巩固|毛入学|毛入园|配备)?(?:率|占比|比例|比重)"
)
_EACH = re.compile(r"(?P<count>[\d一二三四五六七八九])个100[%％]")
_DIGIT = {digit: str(value) for value, digit in enumerate("一二三四五六七八九", 1)}
_STATISTIC = re.compile(
    r"(?!计划|年度|累计|完成|项目|合同|协议|其他).{2,}(?:总值|产量|产值|增加值|收入|支出|赤字|盈余|顺差|逆差|储备|总额|余额|里程|人口|贷款|存款|用电量|"
    r"销售额|吞吐量|客运量|货运量|浓度|寿命|床位|就业|税收|投资)"
)
"""Names of statistics, which mean the same wherever they stand: 粮食产量."""
_LEAST_NAME = 3
_LEAST_NEW = 2
"""新增床位 says what is new; the places of a bare 床位 are anybody's."""
_TELLING_NAME = 6
_TELLING_RUN = 4


@dataclass
class Group:
    """Figures that count the same."""

    key: str
    """Key of the fullest name among them."""
    scale: Scale
    """Figures of different scales are never compared."""
    sightings: list[Sighting]
    """In the order of the documents."""
    notes: tuple[str, ...] = field(default=())
    """What was decided by context."""


def groups_of(sightings: Sequence[Sighting], linked: Collection[frozenset[str]]) -> list[Group]:
    """Group the figures of one series.

    Args:
        sightings: In the order of the documents.
        linked: Pairs of items that speak of the same work.
    """
    same: dict[tuple[str, Scale], list[Sighting]] = defaultdict(list)
    each: list[Sighting] = []
    for sighting in sightings:
        if _EACH.fullmatch(sighting.observation.text):
            each.append(sighting)
        elif size(sighting.key) >= (_LEAST_NEW if sighting.basis == "new" else _LEAST_NAME):
            same[sighting.key, sighting.scale].append(sighting)
    groups = [Group(key, scale, members) for (key, scale), members in same.items()]
    groups = _completed(groups)
    apart = [part for group in groups for part in _split(group, linked)]
    return sorted(
        [*apart, *_hundreds(each)],
        key=lambda group: (group.key, group.scale, group.sightings[0].observation.item),
    )


def _completed(groups: list[Group]) -> list[Group]:
    """Move a bare 达标率 to 办学条件达标率 where its item speaks of 办学条件, and of no other."""
    kept = []
    for group in groups:
        stay = []
        for sighting in group.sightings:
            homes = _homes(group, groups, sighting)
            if len(homes) == 1:
                homes[0].sightings.append(sighting)
                homes[0].notes += (f"“{sighting.name}”（{sighting.document.title}）按上下文并入。",)
            else:
                stay.append(sighting)
        if stay:
            group.sightings = stay
            kept.append(group)
    return kept


def _homes(group: Group, groups: Sequence[Group], sighting: Sighting) -> list[Group]:
    """Groups with the fuller name that a bare rate may stand for."""
    if not _BARE_RATE.fullmatch(sighting.name):
        return []
    return [one for one in groups if one is not group and _completes(one, sighting)]


def _completes(full: Group, sighting: Sighting) -> bool:
    name = full.sightings[0].name
    head = name.removesuffix(sighting.name)
    return full.scale == sighting.scale and head not in {name, ""} and head in sighting.context


def _split(group: Group, linked: Collection[frozenset[str]]) -> Iterator[Group]:
    """Short or bare names mean the same only in items that speak of the same work."""
    name = group.sightings[0].name
    telling = not _BARE_RATE.fullmatch(name) and (
        group.scale.unit in _RATES or size(group.key) >= _TELLING_NAME or _STATISTIC.fullmatch(name)
    )
    if telling or any(s.row for s in group.sightings):
        yield group
        return
    parts: list[list[Sighting]] = []
    for sighting in group.sightings:
        home = next((part for part in parts if _near(sighting, part, linked)), None)
        if home is None:
            parts.append([sighting])
        else:
            home.append(sighting)
    yield from (Group(group.key, group.scale, part, group.notes) for part in parts)


def _near(sighting: Sighting, part: Sequence[Sighting], linked: Collection[frozenset[str]]) -> bool:
    item = sighting.observation.item
    others = [other.observation.item for other in part]
    return any(item == other or frozenset((item, other)) in linked for other in others)


def _hundreds(sightings: Sequence[Sighting]) -> Iterator[Group]:
    """四个100% stands for four things; two of them are the same where the names share a run."""
    parts: list[list[Sighting]] = []
    for sighting in sightings:
        home = next((part for part in parts if _same_hundreds(part[0], sighting)), None)
        if home is None:
            parts.append([sighting])
        else:
            home.append(sighting)
    yield from (Group(part[0].key, part[0].scale, part) for part in parts)


def _same_hundreds(one: Sighting, other: Sighting) -> bool:
    if _count(one) != _count(other):
        return False
    return shared_run(one.name, other.name) >= _TELLING_RUN


def _count(sighting: Sighting) -> str:
    found = _EACH.fullmatch(sighting.observation.text)
    count = found["count"] if found else ""
    return _DIGIT.get(count, count)
