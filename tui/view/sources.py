"""The source of each view."""

from tui.view.compare import Compare
from tui.view.document import DocumentView
from tui.view.documents import Documents
from tui.view.indicators import Indicators
from tui.view.overview import Overview
from tui.view.pair import PairView
from tui.view.place import Place, View
from tui.view.scene import Scene
from tui.view.source import Source
from tui.view.thread import ThreadView
from tui.view.threads import Threads

__all__ = ["source_of"]

_SOURCES: dict[View, type[Source]] = {
    View.THREADS: Threads,
    View.THREAD: ThreadView,
    View.OVERVIEW: Overview,
    View.INDICATORS: Indicators,
    View.COMPARE: Compare,
    View.DOCUMENTS: Documents,
    View.DOCUMENT: DocumentView,
    View.PAIR: PairView,
}


def source_of(scene: Scene, place: Place) -> Source:
    """The source for a place."""
    return _SOURCES[place.view](scene, place)
