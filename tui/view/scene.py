"""What every view is drawn with, and the names of things in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from evolve.model import Document, Series, State, Thread
from tui.strings import Words
from tui.view.glyphs import Glyphs
from tui.view.index import Index, state_of
from tui.view.place import Place, View
from tui.view.text import Run

__all__ = ["Scene", "clip"]


@dataclass(frozen=True, slots=True)
class Scene:
    """A timeline, and how to draw it."""

    index: Index
    words: Words
    glyphs: Glyphs
    diff: str = "auto"
    """``auto``, ``inline`` or ``side``: how two wordings are set against each other."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys that the user has given to commands, by the command's name."""

    def years(self, start: int, end: int) -> str:
        """A year, or the first and the last."""
        return str(start) if start == end else f"{start}–{end}"

    def document(self, document: Document) -> str:
        """Years and role of a document, such as ``2021 计划``."""
        years = self.years(document.period.start, document.period.end)
        return f"{years} {self.words.term('role', document.role)}"

    def series(self, key: str) -> str:
        """The name of a series: its place, or its issuer where several speak for the place."""
        series: Series | None = self.index.series.get(key)
        place = series.jurisdiction if series else ""
        return self.issuer(key) if place in self.index.shared_places else place

    def issuer(self, key: str) -> str:
        """The full name of a series: the body that speaks."""
        series = self.index.series.get(key)
        if series is None:
            return key
        return series.issuer or series.jurisdiction or self.words("series.unknown")

    def full(self, document: Document) -> str:
        """A document with its place, such as ``广州市 2021 计划``."""
        return f"{self.series(document.series)} {self.document(document)}"

    def sign(self, state: State, *, settled: bool = True) -> Run:
        """The sign of a state, with a doubt where it is provisional."""
        mark = self.glyphs.states[state] + (" " if settled else self.glyphs.doubt)
        return Run(mark, f"state.{state}")

    def state(self, thread: Thread) -> tuple[Run, ...]:
        """Sign and word of a thread's state."""
        state, settled = state_of(thread)
        word = Run(f" {self.words.term('state', state)} ", f"state.{state}")
        return (self.sign(state, settled=settled), word)

    def at(self, key: str) -> Place:
        """The place of an item or measure in its document."""
        item = self.index.item(key)
        return Place(View.DOCUMENT, item.document, item.id)

    def where(self, key: str) -> str:
        """Document, headings and number of an item, or of the item of a measure."""
        item = self.index.item(key)
        document = self.index.timeline.document[item.document]
        return " › ".join([self.document(document), *item.path, item.label or item.heading])


def clip(text: str, count: int) -> str:
    """At most ``count`` characters of a text in one line, with an ellipsis where it is cut."""
    flat = " ".join(text.split())
    return flat if len(flat) <= count else flat[: count - 1] + "…"
