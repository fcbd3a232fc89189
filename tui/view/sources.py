"""The source of each view."""

from tui.view.place import Place, View
from tui.view.scene import Scene
from tui.view.source import Source
from tui.view.threads import Threads

__all__ = ["source_of"]

_SOURCES: dict[View, type[Source]] = {View.THREADS: Threads}


def source_of(scene: Scene, place: Place) -> Source:
    """The source for a place."""
    return _SOURCES[place.view](scene, place)
