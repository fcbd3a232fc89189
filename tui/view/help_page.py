"""The help: commands by group with their keys and what they do, made from the registry."""

from tui.commands import COMMANDS, Command, Group, shown
from tui.strings import Language, Words
from tui.view.glyphs import Cell
from tui.view.item import heading
from tui.view.place import View
from tui.view.scene import Scene
from tui.view.text import Block, Run, fit

__all__ = ["help_blocks", "key_table", "keys_of"]

_KEYS = 22


def keys_of(scene: Scene, command: Command) -> tuple[str, ...]:
    """The keys of a command: the user's, or those of the registry."""
    return tuple(shown(key) for key in scene.keys.get(command.name, command.keys))


def help_blocks(scene: Scene, view: View, text: str) -> list[Block]:
    """Commands that match a text, those that make sense in a view first in their groups."""
    blocks: list[Block] = []
    for group in Group:
        chosen = [c for c in COMMANDS if c.group is group and _matches(scene, c, text)]
        if chosen:
            blocks += [heading(scene.words(f"help.{group}"))]
            blocks += [_line(scene, command, view) for command in chosen]
            blocks.append(Block())
    return blocks if text.strip() else [*blocks, *_legend(scene)]


def _matches(scene: Scene, command: Command, text: str) -> bool:
    words = (
        f"{command.name} {scene.words(f'do.{command.name}')} {scene.words(f'how.{command.name}')}"
    )
    found = f"{words} {' '.join(keys_of(scene, command))}".casefold()
    return all(word in found for word in text.casefold().split())


def _line(scene: Scene, command: Command, view: View) -> Block:
    keys = fit((Run("  " + "  ".join(keys_of(scene, command)), "key"),), _KEYS)
    name = scene.words(f"do.{command.name}") + ("…" if command.menu else "")
    runs = [Run(f"{name}  ", "strong"), Run(scene.words(f"how.{command.name}"), "muted")]
    if command.views and view not in command.views:
        places = "、".join(dict.fromkeys(scene.words(f"view.{name}") for name in command.views))
        runs.append(Run(scene.words("help.elsewhere", places=places), "warning"))
    return Block(tuple(runs), _KEYS, margin=keys)


def _legend(scene: Scene) -> list[Block]:
    """The signs of states and cells."""
    states = [
        Block(
            (Run(scene.words.term("state", state)),), _KEYS, margin=(Run("  "), scene.sign(state))
        )
        for state in scene.glyphs.states
    ]
    doubt = Block(
        (Run(scene.words("certainty.provisional")),),
        _KEYS,
        margin=(Run(f"  {scene.glyphs.doubt}"),),
    )
    cells = [
        Block(
            (Run(scene.words.term("cell", cell)),),
            _KEYS,
            margin=(Run("  "), Run(scene.glyphs.cells[cell], f"cell.{cell}")),
        )
        for cell in Cell
    ]
    return [heading(scene.words("help.signs")), *states, doubt, *cells]


def key_table() -> str:
    """All commands with their keys as a table in Markdown, in English."""
    words = Words(Language.ENGLISH)
    lines = ["| keys | command | what |", "|---|---|---|"]
    for command in COMMANDS:
        keys = " ".join(f"`{shown(key)}`" for key in command.keys)
        lines.append(f"| {keys} | {words(f'do.{command.name}')} | {words(f'how.{command.name}')} |")
    return "\n".join(lines)
