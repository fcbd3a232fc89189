"""Glyphs -> the lines of a page, from top to bottom."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from evolve.reading.formats.pdf.glyphs import Glyphs

__all__ = ["PageCell", "PageLine", "lines_of"]

_SAME_LINE = 0.35
"""Share of its height by which a glyph may stand below the line, as an index does."""
_LATIN_GAP = 0.2
"""Gap between Latin letters that is a space, in heights of the glyph."""
_WIDE_GAP = 1.8
"""Gap between any glyphs that is a space."""


class PageCell(NamedTuple):
    """What of a line stands between wide gaps."""

    text: str
    left: float
    right: float


class PageLine(NamedTuple):
    """One printed line; measures in points, the origin at the lower left of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    base: float
    """Height of the line that its glyphs stand on."""
    height: float
    """Usual height of its glyphs."""
    first: int
    """Index of its first glyph on the page."""
    bold: bool = False
    """Whether its first glyph is bold."""
    cells: tuple[PageCell, ...] = ()
    """Its pieces between wide gaps, where it has any."""


def lines_of(glyphs: Iterable[Glyphs]) -> list[PageLine]:
    """Put glyphs into lines by their places, whatever their order in the file."""
    rows: list[list[Glyphs]] = []
    base = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.base):
        if rows and base - glyph.base < _SAME_LINE * max(glyph.top - glyph.bottom, 1.0):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
            base = glyph.base
    return [line for row in rows if (line := _line(sorted(row, key=lambda glyph: glyph.left)))]


def _line(row: Sequence[Glyphs]) -> PageLine | None:
    inked = [glyph for glyph in row if not glyph.text.isspace()]
    if not inked:
        return None
    heights = [glyph.top - glyph.bottom for glyph in inked for _ in glyph.text]
    return PageLine(
        _text(row).strip(),
        inked[0].left,
        min(glyph.bottom for glyph in inked),
        max(glyph.right for glyph in inked),
        max(glyph.top for glyph in inked),
        max(glyph.base for glyph in inked),
        max(median(heights), 1.0),
        inked[0].place,
        cells=_cells(inked),
    )


def _text(row: Sequence[Glyphs]) -> str:
    text, last = "", None
    for glyph in row:
        if last is not None:
            text += _space(last, glyph)
        text += glyph.text
        last = glyph
    return text


def _cells(inked: Sequence[Glyphs]) -> tuple[PageCell, ...]:
    gaps = [
        at
        for at, (last, glyph) in enumerate(pairwise(inked), 1)
        if glyph.left - last.right > _WIDE_GAP * max(glyph.top - glyph.bottom, 1.0)
    ]
    pieces = [inked[start:end] for start, end in pairwise([0, *gaps, len(inked)])] if gaps else []
    return tuple(PageCell(_text(each), each[0].left, each[-1].right) for each in pieces)


def _space(last: Glyphs, glyph: Glyphs) -> str:
    if last.text.isspace() or glyph.text.isspace():
        return ""
    gap = glyph.left - last.right
    height = max(glyph.top - glyph.bottom, 1.0)
    latin = last.text.isascii() and glyph.text.isascii()
    wide = gap > _WIDE_GAP * height or (latin and gap > _LATIN_GAP * height)
    return " " if wide else ""
