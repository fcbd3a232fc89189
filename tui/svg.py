"""Screenshots in which Chinese is not squeezed.

Textual's screenshots give every text the length of as many narrow cells as it has characters,
so a Chinese character gets half of its place. Here each text is split where narrow and wide
characters meet, and each part is given its own place and length.
"""

import html
import re
from itertools import groupby

from evolve.cells import width

__all__ = ["normal", "spaced"]

_CELL = 12.2
"""Width of a cell, in the picture's units."""

_WIDE = ' font-size="22"'
"""Makes a Chinese character as wide as two cells (the other characters are of size 20)."""

_TEXT = re.compile(r'<text ([^>]*?)x="([\d.]+)"([^>]*?)textLength="[\d.]+"([^>]*)>([^<]*)</text>')
_FONTS = "font-family: Fira Code, monospace"
_OUR_FONTS = "font-family: 'Fira Code', 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace"


def spaced(picture: str) -> str:
    """Give every text of a screenshot the place and length that its cells take."""
    return _TEXT.sub(_parts, picture).replace(_FONTS, _OUR_FONTS)


def normal(picture: str) -> str:
    """The same bytes for the same screen: without the running number of the picture."""
    return re.sub(r"terminal-\d+-", "terminal-", picture)


def _parts(match: re.Match[str]) -> str:
    before, x, between, after, escaped = match.groups()
    at, found = float(x), []
    for cells, group in groupby(html.unescape(escaped), key=width):
        text = "".join(group)
        length = cells * len(text) * _CELL
        if text.strip():
            shown = html.escape(text).replace(" ", "&#160;").replace("\xa0", "&#160;")
            size = _WIDE if cells > 1 else ""
            place = f'{before}x="{at:g}"{between}textLength="{length:g}"{after}{size}'
            found.append(f"<text {place}>{shown}</text>")
        at += length
    return "".join(found)
