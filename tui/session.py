"""What lives as long as the program runs: the timeline's source, what is remembered, the look."""

from dataclasses import dataclass, field, replace

from tui.loading import Loader
from tui.saved import Mark, Preferences, Saved, store
from tui.strings import Language, Words
from tui.view.glyphs import ASCII, UNICODE
from tui.view.index import Index
from tui.view.place import Place, View
from tui.view.scene import Scene

__all__ = ["Session"]


@dataclass(slots=True)
class Session:
    """Shared by the application and its screens."""

    loader: Loader
    language: Language
    saved: Saved = field(default_factory=Saved)
    preferences: Preferences = field(default_factory=Preferences)
    plain: bool = False
    """Whether signs are of ASCII."""
    diff: str = "auto"
    lasting: bool = False
    """Whether anything is written for the next start."""

    def scene(self, index: Index) -> Scene:
        """How an index is drawn now."""
        keys = {name: tuple(keys.split(",")) for name, keys in self.preferences.keys.items()}
        glyphs = ASCII if self.plain else UNICODE
        return Scene(index, Words(self.language), glyphs, self.diff, keys)

    def first_place(self, index: Index) -> Place:
        """Where the last session ended, if that is still there."""
        mark = self.saved.places.get(self.loader.name)
        place = mark.place() if mark else Place(View.THREADS)
        return place if exists(index, place) else Place(View.THREADS)

    def remember(self, place: Place) -> None:
        """Keep a place, and how things look, for the next start."""
        self.saved.remember(self.loader.name, place)
        self.saved.language, self.saved.plain = self.language, self.plain
        if self.lasting:
            store(self.saved)

    @property
    def bookmarks(self) -> tuple[Mark, ...]:
        """The bookmarks of this timeline."""
        return self.saved.bookmarks.get(self.loader.name, ())

    def bookmark(self, place: Place, name: str) -> bool:
        """Add a bookmark or take it away; whether it was added."""
        here = replace(place, query=replace(place.query))
        others = tuple(mark for mark in self.bookmarks if mark.place() != here)
        added = len(others) == len(self.bookmarks)
        kept = (*others, Mark.of(place, name)) if added else others
        self.saved.bookmarks[self.loader.name] = kept
        return added


def exists(index: Index, place: Place) -> bool:
    """Whether what a place is about is in the timeline."""
    timeline = index.timeline
    parts = place.subject.split(",")
    if place.view is View.THREAD:
        return place.subject in timeline.thread
    if place.view is View.DOCUMENT:
        return place.subject in timeline.document
    if place.view is View.PAIR:
        return all(part in timeline.item or part in timeline.measure for part in parts)
    if place.view is View.CHANGES:
        return all(part in timeline.document for part in parts)
    if place.view is View.COMPARE and place.subject:
        return all(part in index.series for part in parts)
    return True
