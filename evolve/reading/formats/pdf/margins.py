"""What stands at the head and foot of the pages and is no part of the document."""

import re
from collections import defaultdict
from collections.abc import Sequence

from evolve.reading.formats.pdf.page import PageLine

__all__ = ["margins_of"]

_ZONE = 0.12
"""Share of the page's height, at its head and at its foot, where a margin is looked for."""
_DEEP = 3
"""Lines of a page's head or foot that may be its margin."""
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"(?:[-—–―·•\s]+(\d{1,4})[-—–―·•\s]+|第\s*(\d{1,4})\s*页.{0,12}|(\d{1,4})\s*[/／]\s*\d{1,4}"
    r"|[Pp]age\s+(\d{1,4})(?:\s+of\s+\d{1,4})?)"
)
"""A page number that shows itself as one: — 12 —, 第 12 页 共 30 页, 12/30, Page 12."""
_BARE = re.compile(r"\d{1,4}|[ivxlcIVXLC]{1,6}")
"""A number that may be the page's or a figure of a table."""
_SAME_PLACE = 3.0
"""Points by which a running title may move."""


def margins_of(
    pages: Sequence[Sequence[PageLine]], heights: Sequence[float]
) -> list[dict[int, str]]:
    """Tell which lines of each page are header, footer or page number.

    The outermost lines of a page are, as long as each is a page number or stands, its digits
    aside, at the same place of other pages too: of both neighbours' sides within two pages, so
    that a title may change from left to right pages and from chapter to chapter.

    Args:
        pages: lines of each page, from top to bottom.
        heights: height of each page in points.

    Returns:
        For each page, position of the line and what it is.
    """
    heads = [_zone(lines, height, 1) for lines, height in zip(pages, heights, strict=True)]
    feet = [_zone(lines, height, -1) for lines, height in zip(pages, heights, strict=True)]
    found: list[dict[int, str]] = [{} for _ in pages]
    for zones, reason in ((heads, "page header"), (feet, "page footer")):
        bases = defaultdict(list)
        for number, zone in enumerate(zones):
            for at in zone:
                bases[_key(pages[number][at].text, number)].append((number, pages[number][at].base))
        for number, zone in enumerate(zones):
            for at in zone:
                line = pages[number][at]
                if _NUMBER.fullmatch(line.text):
                    found[number][at] = "page number"
                elif _repeated(number, line.base, bases[_key(line.text, number)], len(pages)):
                    bare = _BARE.fullmatch(line.text)
                    found[number][at] = "page number" if bare else reason
                else:
                    break
    return found


def _key(text: str, page: int) -> str:
    """What of a line stays from page to page: of a number, how far it is ahead of the page."""
    if text.isdecimal() and _BARE.fullmatch(text):
        return f"+{int(text) - page}"
    return "#" if _BARE.fullmatch(text) else "".join(_DIGITS.sub("#", text).split())


def _repeated(number: int, base: float, places: Sequence[tuple[int, float]], pages: int) -> bool:
    """Whether the same line stands at the same place of enough other pages."""
    others = [page for page, place in places if page != number and abs(place - base) <= _SAME_PLACE]
    near = [page for page in others if abs(page - number) <= 2]  # noqa: PLR2004 - the next page of its side
    return len(near) > 1 or len(others) >= max(1, pages / 2 - 1)


def _zone(lines: Sequence[PageLine], height: float, step: int) -> list[int]:
    """Positions of the outermost lines that lie in the head (step 1) or foot (step -1)."""
    outermost = range(len(lines))[::step][:_DEEP]
    return [
        at
        for at in outermost
        if (lines[at].base > height * (1 - _ZONE) if step > 0 else lines[at].base < height * _ZONE)
    ]
