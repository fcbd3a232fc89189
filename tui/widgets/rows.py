"""A list over an index: only the lines in sight are drawn, however many rows there are."""

from typing import ClassVar

from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from typing_extensions import override

from tui.view.source import Listing, Row, Source
from tui.view.text import Run
from tui.widgets.drawing import strip
from tui.widgets.tall import Tall

__all__ = ["Rows"]

_CURSOR, _MARK = "▌", "*"
_LETTERS = "asdfghjklqwertyuiopzxcvbnmASDFGHJKLQWERTYUIOPZXCVBNM1234567890"


class Rows(Tall, can_focus=True, inherit_bindings=False):
    """Rows of a source with a cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--blurred", "rows--empty"}

    cursor: reactive[int] = reactive(0, repaint=False)

    class Moved(Message):
        """The cursor is on another row."""

    class Chosen(Message):
        """A row was chosen by Enter or a click on the row under the cursor."""

    class Resized(Message):
        """The list has another width or height."""

    class Toggled(Message):
        """A fold sign was clicked."""

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.source: Source | None = None
        self.listing = Listing([], 0, 0)
        self.toggled: frozenset[str] = frozenset()
        self.marked = ""
        self.labels: dict[int, str] = {}
        """Jump letters by row, while they are shown."""
        self.empty = ""
        self._told_columns = 0
        self._strips: LRUCache[tuple[int, int], Strip] = LRUCache(512)

    @property
    def columns(self) -> int:
        """Cells of a row, without the scroll bar."""
        return self.scrollable_content_region.width

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        rows = self.listing.rows
        return rows[self.cursor] if self.cursor < len(rows) else None

    def show(self, source: Source, listing: Listing, toggled: frozenset[str], at: str) -> None:
        """Show other rows, with the cursor on the row with key ``at`` or near where it was."""
        keep = self.cursor if source is self.source else 0
        self.source, self.listing, self.toggled = source, listing, toggled
        self.labels = {}
        self._forget()
        position = next((n for n, row in enumerate(listing.rows) if row.key == at), -1)
        if position < 0:
            position = min(keep, max(0, len(listing.rows) - 1))
            position = self._past_group(position)
        self.set_reactive(Rows.cursor, position)
        self._into_sight(centre=True)

    def _past_group(self, position: int) -> int:
        """The first row that is not the head of a group, at or after a position."""
        rows = self.listing.rows
        while position + 1 < len(rows) and rows[position].kind == "group":
            position += 1
        return position

    def _forget(self) -> None:
        self._strips.clear()
        self.virtual_size = Size(0, len(self.listing.rows))
        self.refresh()

    def redraw(self) -> None:
        """Draw again what is in sight, after marks, labels, signs or the theme changed."""
        self._strips.clear()
        self.refresh()

    @override
    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()

    def watch_cursor(self, old: int, new: int) -> None:
        """Redraw two lines and tell the screen."""
        for line in (old, new):
            self._strips.discard((line, self.columns))
            self.refresh(Region(0, line - self.scroll_offset.y, self.size.width, 1))
        self._into_sight()
        self.post_message(self.Moved())

    def move(self, step: int) -> None:
        """Move the cursor by some rows, as far as there are rows."""
        self.cursor = max(0, min(self.cursor + step, len(self.listing.rows) - 1))

    def _into_sight(self, *, centre: bool = False) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if not height or top <= self.cursor < top + height:
            return
        wanted = self.cursor - height // 2 if centre else self.cursor
        if not centre and self.cursor >= top + height:
            wanted = self.cursor - height + 1
        self.scroll_to(y=max(0, wanted), animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.redraw()
        self.call_after_refresh(self._into_sight)
        if self.columns != self._told_columns:
            self._told_columns = self.columns
            self.post_message(self.Resized())

    def label(self) -> None:
        """Put a letter on every row in sight; the next key goes to its row."""
        top, height = self.scroll_offset.y, self.size.height
        rows = range(top, min(top + height, len(self.listing.rows)))
        self.labels = dict(zip(rows, _LETTERS, strict=False))
        self.focus()
        self.redraw()

    def on_key(self, event: events.Key) -> None:
        """Go to the row of a jump letter while they are shown."""
        if not self.labels:
            return
        found = next((row for row, sign in self.labels.items() if sign == event.character), None)
        self.labels = {}
        self.redraw()
        event.stop()
        event.prevent_default()
        if found is not None:
            self.cursor = found

    def on_focus(self) -> None:
        """Show by the cursor that keys come here."""
        self.redraw()

    def on_blur(self) -> None:
        """Show by the cursor that they do not."""
        self.redraw()

    def on_click(self, event: events.Click) -> None:
        """Move to the row; choose it if the cursor was there already."""
        position = self.scroll_offset.y + event.y
        if position >= len(self.listing.rows):
            return
        row, again = self.listing.rows[position], position == self.cursor
        self.cursor = position
        if row.kind == "group" or (row.below and event.x <= 2 * row.depth + 1):
            self.post_message(self.Toggled())
        elif again or event.chain > 1:
            self.post_message(self.Chosen())

    def render_line(self, y: int) -> Strip:
        """Draw one line of the widget."""
        position, columns = self.scroll_offset.y + y, self.columns
        if self.source is None or position >= len(self.listing.rows):
            return self._blank(y, columns)
        if (found := self._strips.get((position, columns))) is not None:
            return found
        drawn = self._draw(self.source, position, columns)
        self._strips[(position, columns)] = drawn
        return drawn

    def _blank(self, y: int, columns: int) -> Strip:
        if self.listing.rows or y != 1:
            return Strip.blank(columns, self.base)
        glyphs = self.source.scene.glyphs if self.source else None
        return strip(self, (Run(f"  {self.empty}", "muted"),), columns, self.base, glyphs)

    def _draw(self, source: Source, position: int, columns: int) -> Strip:
        row = self.listing.rows[position]
        line = source.line(row, columns - 1, toggled=row.key in self.toggled)
        lead = Run(_CURSOR if position == self.cursor else " ", "heading")
        if row.key == self.marked:
            lead = Run(_MARK, "key")
        if position in self.labels:
            lead = Run(self.labels[position], "label")
        return strip(self, (lead, *line), columns, self._style(position), source.scene.glyphs)

    def _style(self, position: int) -> Style:
        if position != self.cursor:
            return self.base
        name = "rows--cursor" if self.has_focus else "rows--blurred"
        return self.get_component_rich_style(name)
