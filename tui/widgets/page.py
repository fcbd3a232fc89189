"""A page of wrapped text with stops that the cursor visits and Enter opens."""

from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from tui.view.glyphs import Glyphs
from tui.view.place import Place
from tui.view.source import Page
from tui.view.text import Laid, Run, lay, plain
from tui.widgets.drawing import strip
from tui.widgets.tall import Tall

__all__ = ["PageView"]

_MARGIN = 1
"""Empty cells at either side."""


class PageView(Tall, can_focus=True, inherit_bindings=False):
    """Blocks of text; a block with a target is a stop."""

    ALLOW_SELECT = True
    COMPONENT_CLASSES: ClassVar[set[str]] = {"page--cursor"}

    class Followed(Message):
        """A target was chosen by Enter or a click."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.page = Page()
        self.glyphs: Glyphs | None = None
        self.stop = -1
        """Block under the cursor, or -1."""
        self._laid = Laid()
        self._columns = 0

    def show(self, page: Page, glyphs: Glyphs) -> None:
        """Show a page from its top, or bring its anchor into sight."""
        same = bool(page.key) and page.key == self.page.key and glyphs is self.glyphs
        self.page, self.glyphs = page, glyphs
        self.stop = -1
        if not same:
            self._columns, self._laid = 0, Laid()
            self._lay()
        self._to_page_anchor()
        self.refresh()

    def _to_page_anchor(self) -> None:
        line = self._anchor_line()
        self.scroll_to(y=max(0, line - 2 if line else 0), animate=False, force=True)

    def _anchor_line(self) -> int:
        for number, block in enumerate(self.page.blocks if self._laid.starts else ()):
            if self.page.anchor and block.anchor == self.page.anchor:
                self.stop = number if block.target else -1
                return self._laid.starts[number]
        return 0

    def _lay(self) -> None:
        columns = self.scrollable_content_region.width - 2 * _MARGIN
        if columns in {self._columns, -2 * _MARGIN}:
            return  # nothing to do, or not on the screen yet
        columns = max(1, columns)
        self._columns = columns
        self._laid = lay(self.page.blocks, columns)
        self.virtual_size = Size(0, len(self._laid.lines))

    def on_resize(self) -> None:
        """Wrap to the new width, keeping the block at the top in its place."""
        first = not self._laid.starts
        top = self.scroll_offset.y
        owner = self._laid.owners[top] if top < len(self._laid.owners) else 0
        self._lay()
        if first:
            self._to_page_anchor()
        elif top and owner < len(self._laid.starts):
            self.scroll_to(y=self._laid.starts[owner], animate=False, force=True)
        self.refresh()

    def on_focus(self) -> None:
        """Put the cursor on the first stop in sight."""
        if self.stop < 0:
            self._nearest()
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    def _nearest(self) -> None:
        top = self.scroll_offset.y
        self.stop = next(
            (stop for stop in self._stops() if self._laid.starts[stop] >= top), self.stop
        )

    def _stops(self) -> list[int]:
        return [number for number, block in enumerate(self.page.blocks) if block.target]

    def move(self, step: int) -> None:
        """Go to the next stop if it is in sight or nearly, else scroll."""
        later = [n for n in self._stops() if (n > self.stop if step > 0 else n < self.stop)]
        wanted = (later[0] if step > 0 else later[-1]) if later else -1
        top, height = self.scroll_offset.y, self.size.height
        if wanted >= 0 and top - 1 <= self._laid.starts[wanted] < top + height + 1:
            self.stop = wanted
            self._into_sight(self._laid.starts[wanted])
        else:
            self.scroll_relative(y=step * (2 if abs(step) == 1 else 1), animate=False, force=True)
        self.refresh()

    def to_change(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) change, or heading where nothing changed."""
        blocks = self.page.blocks
        changes = [n for n, block in enumerate(blocks) if block.change]
        stops = changes or [n for n, block in enumerate(blocks) if block.anchor]
        lines = [self._laid.starts[number] for number in stops]
        here = self.scroll_offset.y + (1 if lines and self.scroll_offset.y else 0)
        ahead = [line for line in lines if (line > here + 1 if step > 0 else line < here - 1)]
        if ahead:
            line = ahead[0] if step > 0 else ahead[-1]
            self.scroll_to(y=max(0, line - 1), animate=False, force=True)
        return bool(ahead)

    def to_anchor(self, anchor: str) -> bool:
        """Bring a named block to the top, if there is one."""
        for number, block in enumerate(self.page.blocks):
            if block.anchor == anchor:
                self.scroll_to(y=self._laid.starts[number], animate=False, force=True)
                return True
        return False

    def _into_sight(self, line: int) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if line < top:
            self.scroll_to(y=line, animate=False, force=True)
        elif line >= top + height:
            self.scroll_to(y=line - height + 1, animate=False, force=True)

    def target(self) -> Place | None:
        """What the cursor is on."""
        return self.page.blocks[self.stop].target if self.stop >= 0 else None

    def on_click(self, event: events.Click) -> None:
        """Follow the target of the line."""
        line = self.scroll_offset.y + event.y
        if line >= len(self._laid.owners):
            return
        place = self.page.blocks[self._laid.owners[line]].target
        if place is not None:
            self.post_message(self.Followed(place))

    def render_line(self, y: int) -> Strip:
        """Draw one line of the widget."""
        line = self.scroll_offset.y + y
        if line >= len(self._laid.lines):
            return Strip.blank(self.scrollable_content_region.width, self.base)
        base = self._style(line)
        runs = (Run(" " * _MARGIN), *self._laid.lines[line])
        drawn = strip(self, runs, self.scrollable_content_region.width, base, self.glyphs)
        return self._selected(drawn, line).apply_offsets(0, line)

    def _style(self, line: int) -> Style:
        if self.has_focus and self._laid.owners[line] == self.stop:
            return self.get_component_rich_style("page--cursor")
        return self.base

    def _selected(self, drawn: Strip, line: int) -> Strip:
        selection = self.text_selection
        span = selection.get_span(line) if selection is not None else None
        if span is None:
            return drawn
        text = drawn.text
        start, end = span[0], len(text) if span[1] < 0 else span[1]
        cells = [Strip.blank(0).cell_length, *_cells(text, start, end), drawn.cell_length]
        before, inside, after = drawn.divide(cells[1:])
        style = self.screen.get_component_rich_style("screen--selection")
        return Strip.join([before, inside.apply_style(style), after])

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, for the clipboard."""
        text = "\n".join(" " * _MARGIN + plain(line) for line in self._laid.lines)
        return selection.extract(text), "\n"

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002 - Textual's signature
        """Draw the selection."""
        self.refresh()

    @property
    def top(self) -> Offset:
        """Where the page is scrolled to."""
        return self.scroll_offset


def _cells(text: str, start: int, end: int) -> tuple[int, int]:
    """Cells before two offsets of a text."""
    from evolve.cells import width

    return width(text[:start]), width(text[:end])
