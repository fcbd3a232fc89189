"""Orders and groups of threads; each is made once, whatever a filter leaves of it."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from evolve.model import Thread
from tui.view.index import state_of
from tui.view.scene import Scene
from tui.view.source import Row

__all__ = ["GROUPS", "SORTS", "Entry", "Groups", "arranged"]

SORTS = ("document", "state", "title", "latest", "length", "changed")
GROUPS = ("series", "section", "state", "none")

_STATES = ("new", "continued", "completed", "dropped")
_KEYS: dict[str, Callable[[Thread], Any]] = {
    "state": lambda thread: _STATES.index(state_of(thread)[0]),
    "title": lambda thread: thread.title,
    "latest": lambda thread: (-thread.last_year, -thread.first_year),
    "length": lambda thread: -len(thread.entries),
    "changed": lambda thread: -(thread.entries[-1].change or 0.0),
}


class Entry(NamedTuple):
    """A thread of items in the list."""

    thread: Thread
    row: Row
    below: tuple[str, ...]
    """Ids of its threads of measures."""


Groups = list[tuple[str, list[Entry]]]
"""Names of groups and what is in them; an empty name has no head."""


def arranged(scene: Scene, sort: str, group: str) -> Groups:
    """All threads of items in one of ``SORTS`` and one of ``GROUPS``."""
    threads: Sequence[Thread] = scene.index.item_threads
    if sort in _KEYS:
        threads = sorted(threads, key=_KEYS[sort])
    label = _labels(scene, group)
    children = scene.index.children
    found: dict[str, list[Entry]] = {}
    for thread in threads:
        below = tuple(child.id for child in children[thread.id]) if thread.id in children else ()
        entry = Entry(thread, Row("thread", thread.id, 1, len(below)), below)
        found.setdefault(label(thread), []).append(entry)
    return list(found.items())


def _labels(scene: Scene, group: str) -> Callable[[Thread], str]:
    """What says in which group a thread is."""
    if group == "none":
        return lambda _: ""
    if group == "state":
        return lambda thread: scene.words.term("state", state_of(thread)[0])
    if group == "section":
        return lambda thread: f"{scene.series(thread.series)} · {scene.index.section(thread)}"
    issuers = {key: scene.issuer(key) for key in scene.index.series}
    return lambda thread: issuers[thread.series]
