"""Targets beside the actual figures of their year."""

import re
from collections.abc import Iterator, Sequence

from evolve.model import Direction, QuantityKind, TargetResult
from evolve.threading.comparison.bounds import result_between
from evolve.threading.indicators.sightings import Sighting

__all__ = ["results_of"]

_STRIVING = re.compile(r"(?:力争|争取|努力)[^,，。;；]*$")
_REACH = 24


def results_of(sightings: Sequence[Sighting], direction: Direction) -> Iterator[TargetResult]:
    """Judge the last target of every year by the last actual figure of that year.

    A baseline is the actual figure of its year. A figure of another year proves nothing, and one
    that is only striven for (力争突破20亿元) counts where nothing firmer is set.

    Args:
        sightings: Figures of one indicator in time order.
        direction: Which way it is wanted to go.
    """
    targets: dict[int, Sighting] = {}
    actuals: dict[int, Sighting] = {}
    for sighting in sightings:
        year = sighting.observation.year
        if (
            year is not None
            and (sighting.observation.value, sighting.observation.low) != (None,) * 2
        ):
            aimed = sighting.observation.kind is QuantityKind.TARGET
            if not (aimed and year in targets and _striven(sighting)):
                (targets if aimed else actuals)[year] = sighting
    for year in sorted(targets.keys() & actuals.keys()):
        target, actual = targets[year].observation, actuals[year].observation
        if result := result_between(target, actual, direction):
            yield TargetResult(
                year=year,
                result=result,
                target=target.text,
                actual=actual.text,
                documents=(target.document, actual.document),
            )


def _striven(sighting: Sighting) -> bool:
    start = sighting.observation.span[0]
    return _STRIVING.search(sighting.context[max(0, start - _REACH) : start]) is not None
