"""The documentation names every key as the registry has it."""

from pathlib import Path

from tui.commands import COMMANDS
from tui.view.help_page import key_table

DOCS = Path(__file__).parents[2] / "docs" / "browser.md"


def test_the_table_of_keys_is_that_of_the_registry() -> None:
    text = DOCS.read_text("utf-8")
    assert key_table() in text
    assert len(COMMANDS) == key_table().count("\n") - 1
