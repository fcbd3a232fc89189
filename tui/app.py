"""The application: theme, stylesheet, screenshots; it opens the main screen and nothing else."""

from typing import ClassVar

from textual.app import App
from textual.binding import Binding
from typing_extensions import override

from evolve.model import Timeline
from tui.screens.main import Main
from tui.strings import Language, Words
from tui.svg import spaced
from tui.themes import THEMES
from tui.view.glyphs import UNICODE, Glyphs
from tui.view.index import Index
from tui.view.place import Place, View
from tui.view.scene import Scene

__all__ = ["Browser"]


class Browser(App[None]):
    """Shows a timeline."""

    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar = [Binding("ctrl+q", "quit", show=False, system=True)]
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        timeline: Timeline,
        *,
        language: Language = Language.CHINESE,
        theme: str = "ink",
        glyphs: Glyphs = UNICODE,
    ) -> None:
        super().__init__()
        for known in THEMES.values():
            self.register_theme(known)
        self.theme = theme
        self.scene = Scene(Index(timeline), Words(language), glyphs)
        self.title = self.scene.words("app.name")

    @override
    def get_default_screen(self) -> Main:
        return Main(self.scene, Place(View.THREADS))

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """Take a screenshot in which a Chinese character is two cells wide."""
        return spaced(super().export_screenshot(title=title, simplify=simplify))
