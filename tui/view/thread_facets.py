"""What threads can be narrowed by."""

from collections.abc import Callable
from functools import partial

from evolve.model import Certainty, Level, Role, State, Thread
from tui.view.index import Index, state_of
from tui.view.scene import Scene
from tui.view.source import Facet

__all__ = ["FACETS", "facet_values"]


def _state(_: Index, thread: Thread) -> frozenset[str]:
    return frozenset((state_of(thread)[0],))


def _certainty(_: Index, thread: Thread) -> frozenset[str]:
    return frozenset((Certainty.SETTLED if state_of(thread)[1] else Certainty.PROVISIONAL,))


def _series(_: Index, thread: Thread) -> frozenset[str]:
    return frozenset((thread.series,))


def _event(_: Index, thread: Thread) -> frozenset[str]:
    return frozenset(event.type for event in thread.events)


def _level(_: Index, thread: Thread) -> frozenset[str]:
    return frozenset((thread.level,))


def _role(index: Index, thread: Thread) -> frozenset[str]:
    documents = index.timeline.document
    return frozenset(documents[e.document].role for e in thread.entries if e.members)


def _year(index: Index, thread: Thread) -> frozenset[str]:
    periods = (index.timeline.document[e.document].period for e in thread.entries if e.members)
    return frozenset(str(year) for p in periods for year in range(p.start, p.end + 1))


def _first(_: Index, thread: Thread) -> frozenset[str]:
    return frozenset((str(thread.first_year),))


def _figures(index: Index, thread: Thread) -> frozenset[str]:
    for key in index.members(thread):
        measure = index.timeline.measure.get(key)
        measures = [measure] if measure is not None else index.measures_of.get(key, [])
        if any(measure.quantities for measure in measures):
            return frozenset(("yes",))
    return frozenset(("no",))


_VALUES: dict[str, Callable[[Index, Thread], frozenset[str]]] = {
    "state": _state,
    "certainty": _certainty,
    "series": _series,
    "event": _event,
    "role": _role,
    "year": _year,
    "first": _first,
    "level": _level,
    "figures": _figures,
}


def facet_values(index: Index, facet: str, thread: Thread) -> frozenset[str]:
    """The values of a thread in one facet."""
    return _VALUES[facet](index, thread)


def _terms(scene: Scene, facet: str, kind: str, values: tuple[str, ...]) -> Facet:
    return Facet(facet, values, {value: scene.words.term(kind, value) for value in values})


def _years(name: str, scene: Scene) -> Facet:
    periods = [document.period for document in scene.index.timeline.documents]
    years = {year for period in periods for year in range(period.start, period.end + 1)}
    starts = {period.start for period in periods}
    values = tuple(str(year) for year in sorted(starts if name == "first" else years))
    return Facet(name, values, scale=True)


def _all_series(scene: Scene) -> Facet:
    keys = tuple(scene.index.series)
    return Facet("series", keys, {key: scene.issuer(key) for key in keys})


def _all_events(scene: Scene) -> Facet:
    kinds = {event.type for thread in scene.index.timeline.threads for event in thread.events}
    return _terms(scene, "event", "event", tuple(sorted(kinds)))


FACETS: tuple[Callable[[Scene], Facet], ...] = (
    lambda scene: _terms(scene, "state", "state", tuple(State)),
    lambda scene: _terms(scene, "certainty", "certainty", tuple(Certainty)),
    _all_series,
    lambda scene: _terms(scene, "role", "role", tuple(Role)),
    _all_events,
    partial(_years, "year"),
    partial(_years, "first"),
    lambda scene: _terms(scene, "level", "level", tuple(Level)),
    lambda scene: _terms(scene, "figures", "figures", ("yes", "no")),
)
"""Facets of threads in the order in which they are offered."""
