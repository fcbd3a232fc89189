"""A small list to choose from, by letter, by cursor or by mouse."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option
from typing_extensions import override

from evolve.cells import inert, width
from tui.view.scene import Scene, clip

__all__ = ["Choice", "Menu"]

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_LONGEST, _NOTE = 60, 7


class Choice(NamedTuple):
    """One thing that can be chosen."""

    value: str
    text: str
    key: str = ""
    """The letter that chooses it; one is given where it is empty."""
    heading: str = ""
    """Stands over it."""
    note: str = ""
    """Stands at its right."""


class Menu(ModalScreen[str | None]):
    """Asks for one of several choices; ``None`` when it is left."""

    BINDINGS: ClassVar = [
        Binding("escape,q", "dismiss(None)", show=False),
        Binding("ctrl+n,shift+down", "down", show=False),
    ]

    def __init__(self, scene: Scene, title: str, choices: Sequence[Choice], at: str = "") -> None:
        super().__init__()
        self.scene = scene
        self.choices = choices
        self._title = title
        self._at = at
        self._keys = self._letters()

    def _letters(self) -> dict[str, str]:
        """Values by letter: those that are named, then the letters that are left."""
        named = {choice.key: choice.value for choice in self.choices if choice.key}
        left = (letter for letter in _LETTERS if letter not in named and letter != "q")
        given = {
            letter: choice.value
            for choice, letter in zip((c for c in self.choices if not c.key), left, strict=False)
        }
        return {**named, **given}

    @override
    def compose(self) -> ComposeResult:
        letter_of = {value: letter for letter, value in self._keys.items()}
        options: list[Option | None] = []
        least = width(self.scene.words("menu.hint"))
        room = max([least, *(width(clip(choice.text, _LONGEST)) for choice in self.choices)])
        for number, choice in enumerate(self.choices):
            if choice.heading:
                if number:
                    options.append(None)
                options.append(Option(Content.styled(inert(choice.heading), "dim"), disabled=True))
            letter = letter_of.get(choice.value, " ")
            shown = inert(clip(choice.text, _LONGEST))
            gap = " " * (room - width(shown))
            note = f"{choice.note:>{_NOTE}}" if choice.note else ""
            text = Content.assemble((letter, "bold"), f"  {shown}{gap}", (note, "dim"))
            options.append(Option(text, id=f"choice-{number}"))
        with Vertical(id="menu"):
            yield OptionList(*options, id="menu-list", compact=True)

    def on_mount(self) -> None:
        """Name the menu and put the cursor on what holds now."""
        frame = self.query_one("#menu")
        frame.border_title = Content(self._title)
        frame.border_subtitle = Content(self.scene.words("menu.hint"))
        options = self.query_one(OptionList)
        options.focus()
        for number, choice in enumerate(self.choices):
            if choice.value == self._at:
                options.highlighted = options.get_option_index(f"choice-{number}")

    def on_key(self, event: events.Key) -> None:
        """Choose by letter."""
        if event.character in self._keys:
            event.stop()
            self.dismiss(self._keys[event.character])

    @on(OptionList.OptionSelected)
    def _selected(self, message: OptionList.OptionSelected) -> None:
        number = int((message.option.id or "choice-0").removeprefix("choice-"))
        self.dismiss(self.choices[number].value)
