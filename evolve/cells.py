"""Text in terminal cells: width, Chinese line breaking, cutting, inert characters.

Spans, not strings, are what :func:`wrap` returns, so that styles, marks and search hits
stay where they were. Line breaking keeps 禁则: no line begins with ``。，；”）`` and the
like, none ends with an opening bracket or quote, no word, no number and no sign of a change
(``[-``, ``-]``, ``{+``, ``+}``) is torn apart, as far as the width allows it.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from rich.cells import cell_len

__all__ = ["cut", "inert", "pad", "width", "wrap"]

_CLOSING = r"、。，．：；？！）〕】》〉」』”’…—～·•％‰℃,.:;?!)\]}%"
_OPENING = r"（〔【《〈「『“‘(\[{￥$#№"
_JOINING = r"\u0300-\u036f\u200b-\u200d\u20d0-\u20ff\ufe00-\ufe0f"
_EAST_ASIAN = (
    r"\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U0001b000-\U0003ffff"
)
_LEFT = rf"(?:\[-|\{{\+(?:\d+> )?|[{_OPENING}])"
_RIGHT = rf"(?:(?: >\d+)?-\]|\+\}}|[{_CLOSING}{_JOINING}])"
_UNIT = re.compile(
    rf"{_LEFT}*"
    rf"(?:[^\W{_EAST_ASIAN}]+(?:[-.,:/'@_][^\W{_EAST_ASIAN}]+)*|[^\n])"
    rf"{_RIGHT}*"
    rf"|{_LEFT}+|\n"
)
_CONTROL = chain(range(0x20), range(0x7F, 0xA0), [0x61C, 0x200E, 0x200F, 0x2028, 0x2029])
_OVERRIDES = chain(range(0x202A, 0x202F), range(0x2066, 0x206A), range(0xFFF9, 0xFFFC))
_INERT = {
    **dict.fromkeys(chain(_CONTROL, _OVERRIDES), "\N{REPLACEMENT CHARACTER}"),
    **{code: chr(0x2400 + code) for code in range(0x20)},
    0x7F: "\N{SYMBOL FOR DELETE}",
    0x09: " ",
    0x0A: "\n",
}


def inert(text: str) -> str:
    """Replace what could steer a terminal (escapes, direction marks) by a visible sign.

    Every character is replaced by one character, so spans stay valid; a tab becomes a
    space and a line feed stays.
    """
    return text.translate(_INERT)


@lru_cache(maxsize=1 << 14)
def width(text: str, *, wide: bool = False) -> int:
    """Count the terminal cells of a text in one line.

    Args:
        text: Any text without line feeds.
        wide: Whether the terminal draws characters of ambiguous width (``“…①``) in two cells.
    """
    cells = cell_len(text)
    if not wide or text.isascii():
        return cells
    return cells + sum(
        unicodedata.east_asian_width(char) == "A" and cell_len(char) == 1 for char in text
    )


def wrap(text: str, columns: int, *, wide: bool = False) -> list[tuple[int, int]]:
    """Break a text into lines of at most ``columns`` cells.

    Args:
        text: Any text; a line feed always ends a line.
        columns: Width of a line in cells, at least 1. A character that is itself wider
            has a line of its own.
        wide: As in :func:`width`.

    Returns:
        Span of each line in ``text``, at least one. Together they hold every character
        but line feeds and the white space at a break.
    """
    lines: list[tuple[int, int]] = []
    start, used = 0, 0
    for begin, end, kept in _units(text, columns, wide=wide):
        if text[begin] == "\n":
            lines.append((start, begin))
            start, used = end, 0
            continue
        cells = width(text[begin:end], wide=wide)
        if used and used + cells > columns and not (kept and text[begin:end].isspace()):
            lines.append((start, _trimmed(text, start, begin)))
            start, used = begin, 0
        used += cells
    return [*lines, (start, len(text))]


def _units(text: str, columns: int, *, wide: bool) -> Iterator[tuple[int, int, bool]]:
    """Give the pieces that stay in one line, and whether the piece is whole."""
    for match in _UNIT.finditer(text):
        begin, end = match.span()
        if end - begin == 1 or width(match[0], wide=wide) <= columns:
            yield begin, end, True
        else:
            yield from ((at, at + 1, False) for at in range(begin, end))


def _trimmed(text: str, start: int, end: int) -> int:
    """Leave out the white space before ``end``."""
    return start + len(text[start:end].rstrip())


def cut(text: str, columns: int, *, wide: bool = False) -> str:
    """Shorten a text to ``columns`` cells, with an ellipsis where something is cut off."""
    if width(text, wide=wide) <= columns:
        return text
    room = columns - width("…", wide=wide)
    if room < 0:
        return ""
    kept, used = 0, 0
    for char in text:
        used += width(char, wide=wide)
        if used > room:
            break
        kept += 1
    return f"{text[:kept]}…"


def pad(text: str, columns: int, *, wide: bool = False) -> str:
    """Cut or fill a text with spaces to exactly ``columns`` cells."""
    shown = cut(text, columns, wide=wide)
    return shown + " " * (columns - width(shown, wide=wide))
