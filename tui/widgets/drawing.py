"""From lines of named styles to strips of the terminal."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.themes import style_of
from tui.view.glyphs import Glyphs
from tui.view.text import Run

__all__ = ["strip"]


def strip(
    widget: Widget,
    line: Iterable[Run],
    columns: int,
    base: Style,
    glyphs: Glyphs | None = None,
) -> Strip:
    """Draw a line in the widget's theme on a base style, filled to ``columns`` cells."""
    theme = widget.app.current_theme
    table = glyphs.substitutes if glyphs is not None else None
    segments = [
        Segment(
            run.text.translate(table) if table else run.text,
            base + style_of(run.style, theme.name, dark=theme.dark),
        )
        for run in line
    ]
    return Strip(segments).adjust_cell_length(columns, base)
