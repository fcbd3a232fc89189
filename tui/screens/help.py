"""All keys, searchable."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input
from typing_extensions import override

from tui.view.help_page import help_blocks
from tui.view.place import Place
from tui.view.scene import Scene
from tui.view.source import Page
from tui.widgets.entry import Entry
from tui.widgets.page import PageView

__all__ = ["Help"]


class Help(ModalScreen[None]):
    """The commands of the registry with their keys; typing narrows them."""

    BINDINGS: ClassVar = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]

    def __init__(self, scene: Scene, place: Place) -> None:
        super().__init__()
        self.scene = scene
        self.place = place

    @override
    def compose(self) -> ComposeResult:
        with Vertical(id="help"):
            yield Entry("help-filter", self.scene.words("help.hint"))
            yield PageView("help-page")

    def on_mount(self) -> None:
        """Show everything."""
        self.query_one("#help").border_title = self.scene.words("do.help")
        self.query_one(Entry).focus()
        self._show("")

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        self._show(message.value)

    def _show(self, text: str) -> None:
        page = Page(help_blocks(self.scene, self.place.view, text))
        self.query_one(PageView).show(page, self.scene.glyphs)

    def action_scroll(self, lines: int) -> None:
        """Scroll the keys."""
        self.query_one(PageView).scroll_relative(y=lines, animate=False, force=True)
