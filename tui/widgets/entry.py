"""A line to type in that never moves what stands around it."""

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

__all__ = ["Entry"]


class Entry(Input):
    """Textual's input, without a new layout of the whole screen at every character.

    Its cursor does not blink: over a slow line that would write to the terminal for ever.
    """

    virtual_size = Reactive(Size(0, 0), layout=False)

    def __init__(self, id: str, placeholder: str = "") -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, placeholder=placeholder, compact=True, select_on_focus=False)
        self.cursor_blink = False
