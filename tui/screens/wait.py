"""The screen while a timeline is read or built; it can be left at any time."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from typing_extensions import override

from evolve.cells import inert
from tui.strings import Words

__all__ = ["Wait"]

_CELLS = 40


class Wait(Screen[None]):
    """Tells what is being done and how far it is, or in a sentence what went wrong."""

    BINDINGS: ClassVar = [
        Binding("escape,q,ctrl+c", "stop", show=False),
        Binding("f5,ctrl+r", "again", show=False),
    ]

    class Stopped(Message):
        """The user does not want to wait."""

    class Again(Message):
        """The user wants another try."""

    def __init__(self, words: Words, name: str) -> None:
        super().__init__()
        self.words = words
        self._name = name

    @override
    def compose(self) -> ComposeResult:
        with Vertical(id="wait"):
            yield Static(
                Content(inert(self.words("wait.reading", name=self._name))), id="wait-what"
            )
            yield Static(id="wait-bar")
            yield Static(Content(self.words("wait.hint")), id="wait-hint")

    def begin(self, words: Words) -> None:
        """Start anew."""
        self.words = words
        self.tell(0, 0, words("wait.reading", name=self._name))
        self.query_one("#wait-hint", Static).update(Content(words("wait.hint")))

    def tell(self, done: int, total: int, what: str) -> None:
        """Show how far it is."""
        full = _CELLS * done // total if total else 0
        text = f"{'█' * full}{'░' * (_CELLS - full)} {done}/{total}" if total else ""
        self.query_one("#wait-bar", Static).update(Content(text))
        self.query_one("#wait-what", Static).update(Content(inert(what)))

    def fail(self, sentence: str) -> None:
        """Show what went wrong."""
        self.query_one("#wait-bar", Static).update(Content(""))
        self.query_one("#wait-what", Static).update(Content(inert(sentence)))
        self.query_one("#wait-hint", Static).update(Content(self.words("wait.failed")))

    def action_stop(self) -> None:
        """Leave."""
        self.post_message(self.Stopped())

    def action_again(self) -> None:
        """Try again."""
        self.post_message(self.Again())
