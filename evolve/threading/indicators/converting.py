"""Figures of one dimension in one unit: 1.14万亿斤 are 5.7亿吨."""

from collections import Counter
from dataclasses import replace

from evolve.threading.comparison.units import common_unit
from evolve.threading.indicators.grouping import Group
from evolve.threading.indicators.sightings import Sighting

__all__ = ["converted"]


def converted(group: Group) -> Group:
    """The same figures in the unit that most of them are printed in, in doubt the latest.

    Only units with an exact factor between them are ever converted (15亩 = 1公顷, 2000斤 = 1吨);
    what is printed stays as it is.
    """
    units = Counter(sighting.unit for sighting in group.sightings)
    if len(units) == 1:
        return group
    latest = {sighting.unit: place for place, sighting in enumerate(group.sightings)}
    unit = max(units, key=lambda one: (units[one], latest[one]))
    others = "、".join(f"“{other}”" for other in units if other != unit)
    note = f"{others}的数已换算为“{unit}”。"
    sightings = [_in_unit(sighting, unit) for sighting in group.sightings]
    return replace(group, sightings=sightings, notes=(*group.notes, note))


def _in_unit(sighting: Sighting, unit: str) -> Sighting:
    if sighting.unit == unit:
        return sighting
    factor = common_unit(sighting.unit)[1] / common_unit(unit)[1]
    seen = sighting.observation
    value, low, high = (
        None if number is None else float(f"{number * factor:.12g}")
        for number in (seen.value, seen.low, seen.high)
    )
    return sighting._replace(unit=unit, observation=replace(seen, value=value, low=low, high=high))
