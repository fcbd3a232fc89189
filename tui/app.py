"""The application: loads a timeline, opens the main screen, watches the file; nothing else."""

from collections.abc import Callable, Iterable
from threading import Event
from typing import ClassVar

from textual import on, work
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.screen import Screen
from typing_extensions import override

from evolve.errors import EvolveError
from evolve.model import Timeline
from tui.loading import Cancelled
from tui.screens.frame import Frame
from tui.screens.main import Main
from tui.screens.providers import Commands
from tui.screens.wait import Wait
from tui.session import Session
from tui.strings import Words
from tui.svg import spaced
from tui.themes import THEMES
from tui.view.index import Index

__all__ = ["Browser"]

_WATCH = 2.0
"""Seconds between two looks at the file."""


class Browser(App[None]):
    """Shows a timeline."""

    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar = [Binding("ctrl+q", "quit", show=False, system=True)]
    COMMANDS = {Commands}  # noqa: RUF012 - as Textual has it

    def __init__(self, session: Session, *, theme: str = "") -> None:
        super().__init__()
        self.session = session
        for known in THEMES.values():
            self.register_theme(known)
        chosen = theme or session.preferences.theme or session.saved.theme
        self.theme = chosen if chosen in THEMES else next(iter(THEMES))
        self.title = Words(session.language)("app.name")
        self.set_keymap(session.preferences.keys)
        self._stop = Event()
        self._stamp: object = None
        self._told = False

    @override
    def get_default_screen(self) -> Screen[None]:
        return Wait(Words(self.session.language), self.session.loader.title)

    def on_mount(self) -> None:
        """Load the timeline, and look at the file from time to time."""
        self._stamp = self.session.loader.stamp()
        self.set_interval(_WATCH, self._watch)
        timeline = self.session.loader.timeline
        if timeline is not None:
            self._loaded(timeline)
        else:
            self._load()

    def _main(self, timeline: Timeline) -> Main:
        index = Index(timeline, self.session.loader.originals.text)
        return Main(self.session, self.session.scene(index), self.session.first_place(index))

    @work(thread=True, exclusive=True, exit_on_error=False, group="load")
    def _load(self) -> None:
        """Load in a thread; only messages to the screen leave it."""
        self._stop.clear()
        try:
            timeline = self.session.loader.load(self._progress)
        except EvolveError as error:
            self._from_thread(self._failed, str(error))
        except Cancelled:
            return
        else:
            self._from_thread(self._loaded, timeline)

    def _from_thread(self, call: Callable[..., None], *values: object) -> None:
        if not self._stop.is_set():
            self.call_from_thread(call, *values)

    def _progress(self, done: int, total: int, what: str) -> None:
        if self._stop.is_set():
            raise Cancelled
        self.call_from_thread(self._tell, done, total, what)

    def _tell(self, done: int, total: int, what: str) -> None:
        if isinstance(self.screen, Wait):
            self.screen.tell(done, total, what)

    def _failed(self, sentence: str) -> None:
        if isinstance(self.screen, Wait):
            self.screen.fail(sentence)

    def _loaded(self, timeline: Timeline) -> None:
        self._stamp, self._told = self.session.loader.stamp(), False
        self.push_screen(self._main(timeline))

    @on(Wait.Stopped)
    def _stopped(self) -> None:
        self._stop.set()
        self.exit()

    @on(Wait.Again)
    async def _again(self) -> None:
        self.session.loader.timeline = None
        if isinstance(self.screen, Wait):
            self.screen.begin(Words(self.session.language))
        self._load()

    @on(Frame.Reload)
    async def _reload(self) -> None:
        await self.pop_screen()
        await self._again()

    def _watch(self) -> None:
        """Offer to read the file again when it changed on disk."""
        if self._told or not isinstance(self.screen, Frame):
            return
        if self.session.loader.stamp() != self._stamp:
            self._told = True
            self.screen.say("say.changed_on_disk")

    @override
    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        return ()

    @override
    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        return spaced(super().export_screenshot(title=title, simplify=simplify))
