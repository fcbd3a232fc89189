"""The one registry of commands: keys, footer, palette, help and docs are made from it.

The words for a command are in :mod:`tui.strings` as ``do.NAME`` (short) and ``how.NAME``
(a sentence).
"""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["COMMANDS", "Command", "Group", "shown"]


class Group(StrEnum):
    """Where the help lists a command."""

    PLACES = "places"
    MOVE = "move"
    NARROW = "narrow"
    READ = "read"
    TAKE = "take"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a user can do."""

    name: str
    """Also the name of its action."""
    keys: tuple[str, ...]
    """In Textual's names; the first is shown."""
    group: Group
    footer: int = 0
    """Rank in the footer, 1 is leftmost; 0 leaves it out."""
    views: tuple[str, ...] = ()
    """Views that it makes sense in; empty means all."""
    menu: bool = False
    """Whether it asks something first; its name then ends with an ellipsis."""
    palette: bool = True
    """Whether the palette offers it."""


_LISTS = ("threads", "documents", "indicators", "compare")
_PAIRS = ("threads", "thread", "compare", "pair", "changes")

COMMANDS: tuple[Command, ...] = (
    Command("overview", ("1",), Group.PLACES),
    Command("threads", ("2",), Group.PLACES),
    Command("documents", ("3",), Group.PLACES),
    Command("indicators", ("4",), Group.PLACES),
    Command("compare", ("5",), Group.PLACES),
    Command("open", ("enter",), Group.PLACES, footer=1, palette=False),
    Command("back", ("b", "alt+left", "backspace"), Group.PLACES),
    Command("forward", ("B", "alt+right"), Group.PLACES),
    Command("jump", ("ctrl+g",), Group.PLACES, menu=True),
    Command("labels", ("semicolon",), Group.PLACES),
    Command("bookmark", ("m",), Group.PLACES),
    Command("bookmarks", ("apostrophe",), Group.PLACES, menu=True),
    Command("down", ("j", "down"), Group.MOVE, palette=False),
    Command("up", ("k", "up"), Group.MOVE, palette=False),
    Command("half_down", ("ctrl+d", "pagedown"), Group.MOVE, palette=False),
    Command("half_up", ("ctrl+u", "pageup"), Group.MOVE, palette=False),
    Command("first", ("g", "home"), Group.MOVE, palette=False),
    Command("last", ("G", "end"), Group.MOVE, palette=False),
    Command("next_pane", ("tab",), Group.MOVE, palette=False),
    Command("previous_pane", ("shift+tab",), Group.MOVE, palette=False),
    Command("page_down", ("J", "shift+down"), Group.MOVE),
    Command("page_up", ("K", "shift+up"), Group.MOVE),
    Command("unfold", ("l", "right"), Group.MOVE, palette=False),
    Command("fold", ("h", "left"), Group.MOVE, palette=False),
    Command("unfold_all", ("X",), Group.MOVE, views=("threads", "documents")),
    Command("filter", ("slash",), Group.NARROW, footer=2),
    Command("leave", ("escape",), Group.NARROW, palette=False),
    Command("state", ("s",), Group.NARROW, footer=3, views=("threads", "compare"), menu=True),
    Command("facets", ("f",), Group.NARROW, footer=4, menu=True),
    Command("years", ("Y",), Group.NARROW, views=("threads",), menu=True),
    Command("sort", ("S",), Group.NARROW, menu=True),
    Command("group", ("T",), Group.NARROW, menu=True),
    Command("pair", ("P",), Group.NARROW, views=("compare",), menu=True),
    Command("changed", ("c",), Group.NARROW, views=("indicators",)),
    Command("next_doubt", ("u",), Group.NARROW, views=("threads",)),
    Command("previous_doubt", ("U",), Group.NARROW, views=("threads",)),
    Command("next_change", ("n",), Group.READ),
    Command("previous_change", ("N",), Group.READ),
    Command("next_year", ("right_square_bracket",), Group.READ),
    Command("previous_year", ("left_square_bracket",), Group.READ),
    Command("diff_mode", ("d",), Group.READ, views=_PAIRS),
    Command("mark", ("space",), Group.READ),
    Command("against", ("W",), Group.READ),
    Command("why", ("w",), Group.READ),
    Command("zoom_in", ("plus", "equals_sign"), Group.READ),
    Command("zoom_out", ("minus", "underscore"), Group.READ),
    Command("copy", ("y",), Group.TAKE, footer=7, menu=True),
    Command("export", ("e",), Group.TAKE, footer=8, menu=True),
    Command("source", ("o",), Group.TAKE),
    Command("palette", ("ctrl+p", "colon"), Group.PROGRAM, footer=6, palette=False),
    Command("help", ("question_mark", "f1"), Group.PROGRAM, footer=5),
    Command("theme", ("t",), Group.PROGRAM, menu=True),
    Command("language", ("L",), Group.PROGRAM),
    Command("glyphs", ("A",), Group.PROGRAM),
    Command("reload", ("f5", "ctrl+r"), Group.PROGRAM),
    Command("quit", ("q", "ctrl+q"), Group.PROGRAM, footer=9),
)
"""All commands in the order of the help."""

_SIGNS = {
    "semicolon": ";",
    "apostrophe": "'",
    "slash": "/",
    "colon": ":",
    "question_mark": "?",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "underscore": "_",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "backspace": "Backspace",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def shown(key: str) -> str:
    """A key as a reader knows it, such as ``Ctrl+P`` or ``?``."""
    *modifiers, last = key.split("+")
    name = _SIGNS.get(last, last.upper() if modifiers or last.startswith("f1") else last)
    if len(last) > 1 and last[0] == "f" and last[1:].isdigit():
        name = last.upper()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])
