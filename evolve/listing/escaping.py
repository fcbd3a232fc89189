"""Text that stays text: in one line of a terminal, in Markdown, in a spreadsheet."""

import re

from evolve.cells import inert

__all__ = ["BOM", "flat", "inactive", "markdown"]

BOM = "\ufeff"
"""What a spreadsheet recognises UTF-8 by."""

_FORMULA = re.compile(r"^[\s\x00]*[=+\-@＝＋－＠]|^[\t\r\n]")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~])")


def flat(text: str) -> str:
    """In one line, without anything that steers a terminal."""
    return inert(" ".join(text.split()))


def markdown(text: str) -> str:
    """With the signs of Markdown as themselves."""
    return _MARKDOWN.sub(r"\\\1", flat(text))


def inactive(cell: str | float) -> str | float:
    """Keep a spreadsheet from taking a text for a formula; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.search(cell) else cell
