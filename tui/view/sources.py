"""The source of each view; a view's module is loaded when it is first shown."""

from importlib import import_module
from typing import cast

from tui.view.place import Place, View
from tui.view.scene import Scene
from tui.view.source import Source

__all__ = ["source_of"]

_SOURCES: dict[View, tuple[str, str]] = {
    View.THREADS: ("threads", "Threads"),
    View.THREAD: ("thread", "ThreadView"),
    View.OVERVIEW: ("overview", "Overview"),
    View.INDICATORS: ("indicators", "Indicators"),
    View.COMPARE: ("compare", "Compare"),
    View.DOCUMENTS: ("documents", "Documents"),
    View.DOCUMENT: ("document", "DocumentView"),
    View.PAIR: ("pair", "PairView"),
    View.CHANGES: ("changes", "Changes"),
}
"""Module and class."""


def source_of(scene: Scene, place: Place) -> Source:
    """The source for a place."""
    module, name = _SOURCES[place.view]
    source = cast("type[Source]", getattr(import_module(f"tui.view.{module}"), name))
    return source(scene, place)
