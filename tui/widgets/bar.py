"""A line or two of text, parts of which can be clicked."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from typing_extensions import override

from evolve.cells import width
from tui.view.glyphs import Glyphs
from tui.view.text import Line, Run
from tui.widgets.drawing import strip

__all__ = ["Part", "TextBar"]


class Part(NamedTuple):
    """A run of a bar and the command that a click on it gives."""

    run: Run
    command: str = ""


class TextBar(Widget):
    """Fixed lines around the list and the page."""

    class Clicked(Message):
        """A part with a command was clicked."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._lines: list[Sequence[Part]] = []
        self._right: Sequence[Part] = ()
        self._glyphs: Glyphs | None = None

    def show(
        self, parts: Sequence[Part], right: Sequence[Part] = (), glyphs: Glyphs | None = None
    ) -> None:
        """Show one line, with some parts at its right end."""
        if (self._lines, self._right, self._glyphs) == ([parts], right, glyphs):
            return
        before = self.get_content_width(self.size, self.size)
        self._lines, self._right, self._glyphs = [parts], right, glyphs
        wider = self.get_content_width(self.size, self.size) != before
        self.refresh(layout=wider and self.styles.width is not None and self.styles.width.is_auto)

    def show_lines(self, lines: Sequence[Line], glyphs: Glyphs | None = None) -> None:
        """Show several lines; the bar takes their height."""
        before = self._lines, self._right, self._glyphs
        parts: list[Sequence[Part]] = [[Part(run) for run in line] for line in lines]
        self._lines, self._right, self._glyphs = parts, (), glyphs
        if before == (parts, (), glyphs):
            return
        if self.size.height != len(lines):
            self.styles.height = len(lines)
        self.refresh()

    def _parts(self, y: int) -> list[Part]:
        parts = list(self._lines[y])
        taken = sum(width(part.run.text) for part in (*parts, *self._right))
        space = self.size.width - taken
        if not self._right or space < 1:
            return parts
        return [*parts, Part(Run(" " * space)), *self._right]

    @override
    def get_content_width(self, container: Size, viewport: Size) -> int:
        return max((sum(width(p.run.text) for p in line) for line in self._lines), default=0)

    def on_click(self, event: events.Click) -> None:
        """Tell which command was clicked."""
        at = 0
        for part in self._parts(event.y) if event.y < len(self._lines) else ():
            at += width(part.run.text)
            if event.x < at:
                if part.command:
                    self.post_message(self.Clicked(part.command))
                return

    def render_line(self, y: int) -> Strip:
        """Draw one line of the widget."""
        if y >= len(self._lines):
            return Strip.blank(self.size.width, self.rich_style)
        runs = [part.run for part in self._parts(y)]
        return strip(self, runs, self.size.width, self.rich_style, self._glyphs)
