"""The panes of the main screen: a list, a page, and on a wide screen a second page beside it."""

from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.screen import Screen
from typing_extensions import override

from tui.view.place import Place
from tui.view.scene import Scene
from tui.view.source import Page, Source
from tui.widgets.bar import TextBar
from tui.widgets.entry import Entry
from tui.widgets.page import PageView
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.timer import Timer

__all__ = ["Panes"]

_WARM_AFTER = 0.3
"""Seconds after the first screen."""

_BESIDE_AFTER = 0.05
"""Seconds for which the cursor rests before the second page is made."""

_LIST_BESIDE, _LEAST = 0.66, 0.26
"""What a list keeps of its part of the screen where there is a second page, and its least part."""


class Panes(Screen[None], inherit_bindings=False):
    """What stands where, and when the pages are made."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (160, "-third")]  # noqa: RUF012 - as Textual has it

    scene: Scene
    place: Place

    def __init__(self) -> None:
        super().__init__()
        self._warm = False
        self._third = False
        self._timer: Timer | None = None

    @override
    def compose(self) -> ComposeResult:
        yield TextBar("tabs")
        yield TextBar("crumbs")
        with Horizontal(id="narrow"):
            yield Entry("filter")
            yield TextBar("chips")
        with Container(id="body"):
            with Vertical(id="left"):
                yield TextBar("head")
                yield Rows("rows")
            yield PageView("page")
            yield PageView("beside")
        yield TextBar("footer")

    def on_screen_resume(self) -> None:
        """Once the first screen is there, prepare for what comes next."""
        if not self._warm:
            self.set_timer(_WARM_AFTER, self.warm)

    @work(thread=True, exclusive=True, exit_on_error=False, group="warm")
    def warm(self) -> None:
        """Do what takes a while when first used before it is asked for."""
        self.prepare()
        self.app.call_from_thread(self._ready)

    def prepare(self) -> None:
        """What takes a while; runs in a thread of its own."""

    def _ready(self) -> None:
        self._warm = True
        self._show_beside()

    @property
    def source(self) -> Source:
        """The source of the present place."""
        raise NotImplementedError

    @property
    def settled(self) -> bool:
        """Whether all panes show what they are to show."""
        return not self._third or (self._warm and self._timer is None)

    @property
    def rows(self) -> Rows:
        """The list."""
        return self.query_one(Rows)

    @property
    def page(self) -> PageView:
        """The page that keys go to: the second one while it has the focus."""
        beside = self.query_one("#beside", PageView)
        return beside if beside.has_focus else self.query_one("#page", PageView)

    def divide(self, share: float) -> None:
        """Give the list its share (0 to 1; 0 hides it) of the screen, and the pages the rest."""
        self.set_class(not share, "-page-only")
        third = self.has_class("-third")
        width = max(_LEAST, share * _LIST_BESIDE) if third else share
        beside = self.has_class("-wide") or third
        self.query_one("#left").styles.width = f"{width:.0%}" if beside and share else "100%"
        if third != self._third:
            self._third = third
            self.repage()

    def repage(self) -> None:
        """Make the page of the row under the cursor, and soon after what stands beside it."""
        source, row, query = self.source, self.rows.row, self.place.query
        page = source.page(row, query)
        if source.joined and not self._third:
            blocks = (*page.blocks, *source.beside(row, query).blocks)
            page = Page(blocks, page.anchor, page.key)
        self.query_one("#page", PageView).show(page, self.scene.glyphs)
        if self._third:
            if self._timer is not None:
                self._timer.stop()
            self._timer = self.set_timer(_BESIDE_AFTER, self._show_beside)

    def _show_beside(self) -> None:
        self._timer = None
        if self._third and self._warm:
            page = self.source.beside(self.rows.row, self.place.query)
            self.query_one("#beside", PageView).show(page, self.scene.glyphs)
