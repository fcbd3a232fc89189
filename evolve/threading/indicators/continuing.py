"""Names that were shortened: 补助由320元提高到380元 goes on from 医保补助320元 a year before."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from evolve.model import QuantityKind
from evolve.threading.indicators.grouping import Group
from evolve.threading.indicators.scales import Scale
from evolve.threading.indicators.sightings import Sighting

__all__ = ["continued"]

_Figure = tuple[Scale, int | None, float]


def continued(groups: Sequence[Group]) -> list[Group]:
    """Join a group with the one that it starts from.

    A figure from which something rises or falls is the very figure, of the same year and scale,
    that another document sets or reports; the one name is the other with words left out; and no
    third group could be meant. Equal numbers alone prove nothing.
    """
    told: dict[_Figure, dict[int, Group]] = defaultdict(dict)
    for group in groups:
        for sighting in group.sightings:
            if (figure := _figure(group, sighting)) is not None:
                told[figure][id(group)] = group
    moved: set[int] = set()
    for group in groups:
        homes = _homes(group, told)
        if len(homes) == 1 and id(homes[0]) not in moved:
            _move(group, homes[0])
            moved.add(id(group))
    return [group for group in groups if id(group) not in moved]


def _figure(group: Group, sighting: Sighting) -> _Figure | None:
    seen = sighting.observation
    return None if seen.value is None else (group.scale, seen.year, seen.value)


def _homes(group: Group, told: dict[_Figure, dict[int, Group]]) -> list[Group]:
    """Groups with a fuller name that tell a figure from which this one starts."""
    found = {id(other): other for figure in _starts(group) for other in told[figure].values()}
    return [one for one in found.values() if one is not group and _shortened(group.key, one.key)]


def _starts(group: Group) -> Iterator[_Figure]:
    for sighting in group.sightings:
        figure = _figure(group, sighting)
        if figure is not None and sighting.observation.kind is QuantityKind.BASELINE:
            yield figure


def _shortened(short: str, full: str) -> bool:
    return len(short) < len(full) and Counter(short) <= Counter(full)


def _move(group: Group, home: Group) -> None:
    home.sightings = sorted(
        [*home.sightings, *group.sightings], key=lambda one: one.document.moment
    )
    home.notes += (f"“{group.sightings[0].name}”的起点与之相同，已并入。",)
