"""The frame of the main screen: places in panes, with bars around them."""

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input
from typing_extensions import override

from tui.commands import COMMANDS
from tui.screens.bars import chips, crumbs, footer, tabs
from tui.screens.panes import Panes
from tui.session import Session
from tui.view.history import History
from tui.view.place import Place, View
from tui.view.query import Query
from tui.view.scene import Scene
from tui.view.source import Source
from tui.view.sources import source_of
from tui.view.text import Run
from tui.view.warm import warm_up
from tui.widgets.bar import TextBar
from tui.widgets.page import PageView
from tui.widgets.rows import Rows

__all__ = ["Frame"]


def _bindings() -> Iterable[Binding]:
    for command in COMMANDS:
        yield Binding(
            ",".join(command.keys), command.name, command.name, show=False, id=command.name
        )
    yield Binding("ctrl+c", "screen.copy_text", "copy", show=False)


class Frame(Panes, inherit_bindings=False):
    """Shows a place; what keys do stands in the classes made from it."""

    BINDINGS: ClassVar = list(_bindings())

    class Reload(Message):
        """The file is to be read again."""

    def __init__(self, session: Session, scene: Scene, place: Place) -> None:
        super().__init__()
        self.session = session
        self.marked = ""
        """Id of the item, measure or document that is marked for a comparison."""
        self.scene = scene
        self.place = place
        self.history = History()
        self.toggled: dict[View, frozenset[str]] = {}
        self._sources: dict[tuple[View, str], Source] = {}

    def on_mount(self) -> None:
        """Open the first place."""
        self.go(self.place)

    @override
    def prepare(self) -> None:
        warm_up(self.scene.index)

    @property
    @override
    def source(self) -> Source:
        key = (self.place.view, self.place.subject)
        if key not in self._sources:
            self._sources[key] = source_of(self.scene, self.place)
        return self._sources[key]

    def forget_sources(self) -> None:
        """Make the sources anew, for another scene."""
        self._sources.clear()

    def here(self) -> Place:
        """The present place with the row under the cursor."""
        row = self.rows.row
        return replace(self.place, at=row.key if row else "")

    def go(self, place: Place) -> None:
        """Go to a place and remember the way back."""
        if self.history.places:
            self.history.update(self.here())
        self.history.visit(place)
        self.enter(place)

    def enter(self, place: Place) -> None:
        """Show a place."""
        self.place = place
        with self.prevent(Input.Changed):
            self.query_one("#filter", Input).value = place.query.text
        self.divide(self.source.share)
        self.rows.source = None
        self.relist(place.at)
        self.redraw_bars()
        (self.rows if self.source.share else self.page).focus()

    def narrow(self, query: Query) -> None:
        """Show the present place narrowed in another way."""
        at = self.here().at
        self.place = replace(self.place, query=query)
        self.relist(at)
        self.redraw_bars()

    def relist(self, at: str) -> None:
        """Make the list anew, with the cursor on the row of that key."""
        toggled = self.toggled.get(self.place.view, frozenset())
        listing = self.source.listing(self.place.query, toggled)
        self.rows.empty = self.scene.words("list.empty")
        self.rows.show(self.source, listing, toggled, at)
        self.repage()

    def say(self, key: str, **values: object) -> None:
        """Tell something in passing."""
        self.notify(self.scene.words(key, **values), markup=False, timeout=4)

    def redraw_bars(self) -> None:
        """Make the lines around the list and the page anew."""
        glyphs = self.scene.glyphs
        self.query_one("#tabs", TextBar).show(*tabs(self.scene, self.place), glyphs)
        listing = self.rows.listing
        self.query_one("#crumbs", TextBar).show(
            *crumbs(self.scene, self.source, listing, self.place), glyphs
        )
        self.query_one("#chips", TextBar).show(
            chips(self.scene, self.source, self.place), (), glyphs
        )
        self.query_one("#footer", TextBar).show(
            footer(self.scene, self.place, self.size.width), (), glyphs
        )
        self.query_one("#filter", Input).placeholder = self.scene.words("filter.hint")
        columns = max(1, self.rows.columns - 1)
        self.query_one("#head", TextBar).show_lines(
            [(Run(" "), *line) for line in self.source.head(columns)], glyphs
        )

    @on(Rows.Resized)
    def _resized(self) -> None:
        self.redraw_bars()

    @on(Rows.Moved)
    def _moved(self) -> None:
        self.repage()

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        self.open_row()

    @on(Rows.Toggled)
    def _toggled(self) -> None:
        self.toggle_row()

    @on(PageView.Followed)
    def _followed(self, message: PageView.Followed) -> None:
        self.go(message.place)

    @on(TextBar.Clicked)
    async def _clicked(self, message: TextBar.Clicked) -> None:
        await self.run_action(message.command)

    @on(Input.Changed, "#filter")
    def _typed(self, message: Input.Changed) -> None:
        self.narrow(replace(self.place.query, text=message.value))

    @on(Input.Submitted, "#filter")
    def _submitted(self) -> None:
        self.rows.focus()

    def open_row(self) -> None:
        """Go where the row under the cursor leads, or fold it."""
        row = self.rows.row
        if row is None:
            return
        place = self.source.opens(row)
        if place is not None:
            self.go(place)
        else:
            self.toggle_row()

    def toggle_row(self) -> None:
        """Fold or unfold the row under the cursor."""
        row = self.rows.row
        if row is None or not row.below:
            return
        before = self.toggled.get(self.place.view, frozenset())
        self.toggled[self.place.view] = before ^ {row.key}
        self.relist(row.key)

    def on_resize(self) -> None:
        """Draw the bars for the new width."""
        self.call_after_refresh(self.divide, self.source.share)
        self.call_after_refresh(self.redraw_bars)
