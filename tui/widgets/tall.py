"""What the list and the page have in common: many lines, of which only those in sight are drawn."""

from rich.style import Style
from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from typing_extensions import override

__all__ = ["Tall"]


class Tall(ScrollView, inherit_bindings=False):
    """A scroll view whose scroll bar is always there.

    Another number of lines therefore moves nothing on the screen: Textual's own would lay out
    and paint the whole screen for it, which costs more than all the rest of a keystroke.
    """

    virtual_size = Reactive(Size(0, 0), layout=False)
    _base: Style | None = None

    def watch_virtual_size(self, size: Size) -> None:
        """Draw the scroll bar anew and stay inside the lines that there are."""
        if self.is_attached:
            self.vertical_scrollbar.window_virtual_size = size.height
            self.scroll_y = self.validate_scroll_y(self.scroll_y)

    @property
    def base(self) -> Style:
        """The style of the widget, as long as it holds."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    @override
    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._base = None
