"""The characters of a page as PDFium tells them, asked for as rarely as their places allow."""

import re
import sys
import unicodedata
from collections.abc import Iterator
from ctypes import c_double, c_ushort
from itertools import chain
from typing import Any, NamedTuple

__all__ = ["Characters", "Found"]

_RADICALS = str.maketrans(
    {
        chr(code): unicodedata.normalize("NFKC", chr(code))
        for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00))
    }
    | dict(
        zip(
            "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
            "母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
            strict=True,
        )
    )
)
"""Radicals and compatibility forms -> ideographs: a font that draws both with one glyph
makes a PDF say the one where the other was meant."""

_HYPHEN = "\x02"
"""What PDFium makes of a hyphen at the end of a line."""
_BROKEN_OFF = "\ufffe"
"""What it makes of the same in the text of a whole page."""
_STRAIGHT = 0.02
"""Radians by which a glyph may lean."""
_QUARTER = 1.5708
_FULL_WIDTH = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]{3,48}")
"""Characters that are all as wide as each other, and mostly stand side by side."""
_EVEN = 0.03
"""Share of its step by which the first of them may stand nearer or farther than all do on
average: in 48 of them, a gap that separates words shows."""


class Found(NamedTuple):
    """A character, or characters of one width side by side."""

    text: str
    box: tuple[float, float, float, float]
    """Left, bottom, right, top on the page as it is stored."""
    origin: tuple[float, float]
    place: int
    turn: int | None
    """Quarter turns, or None where it leans."""


class Characters:
    """The characters of a page, asked for as rarely as their places allow."""

    def __init__(self, textpage: Any) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium, self._raw = pdfium, textpage.raw
        self._box, self._x, self._y = pdfium.FS_RECTF(), c_double(), c_double()
        self._base: float | None = None
        self._turn: int | None = 0
        self._text = _text_of(textpage.raw, textpage.count_chars())

    def found(self) -> Iterator[Found]:
        """All characters, those of full width together where they stand side by side."""
        end = 0
        for match in _FULL_WIDTH.finditer(self._text):
            yield from self._apart(end, match.start())
            yield from self._together(*match.span())
            end = match.end()
        yield from self._apart(end, len(self._text))

    def _apart(self, start: int, end: int) -> Iterator[Found]:
        return filter(None, map(self._one, range(start, end)))

    def _one(self, at: int) -> Found | None:
        char = self._text[at]
        if (char.isspace() or char == "\0") and (
            char in "\0\r\n" or self._pdfium.FPDFText_IsGenerated(self._raw, at) == 1
        ):
            return None
        box = self._box
        if not self._pdfium.FPDFText_GetLooseCharBox(self._raw, at, box):
            return None
        self._pdfium.FPDFText_GetCharOrigin(self._raw, at, self._x, self._y)
        base = self._y.value
        if base != self._base:  # the angle of a line is that of its first glyph
            self._base = base
            self._turn = _quarters(self._pdfium.FPDFText_GetCharAngle(self._raw, at))
        text = "-" if char == _HYPHEN else char.translate(_RADICALS)
        sides = (box.left, box.bottom, box.right, box.top)
        return Found(text, sides, (self._x.value, base), at, self._turn)

    def _together(self, start: int, end: int) -> Iterator[Found]:
        """Characters of one width as one where they are evenly spaced, else half by half."""
        count = end - start
        if count < 3:  # noqa: PLR2004 - first, second and last are asked for in any case
            return self._apart(start, end)
        first, second, last = self._one(start), self._one(start + 1), self._one(end - 1)
        if first and second and last and _even(first, second, last, count):
            text = self._text[start:end].translate(_RADICALS)
            box = (*first.box[:2], last.box[2], first.box[3])
            return iter([first._replace(text=text, box=box)])
        middle = start + count // 2
        return chain(self._together(start, middle), self._together(middle, end))


def _text_of(raw: Any, count: int) -> str:
    """All characters of a page, each at its place.

    PDFium gives them at once, but leaves out some that it has no code for; then one by one.
    """
    import pypdfium2.raw as pdfium

    units = (c_ushort * (2 * count + 2))()
    got = pdfium.FPDFText_GetText(raw, 0, count, units)
    text = bytes(units)[: 2 * max(got - 1, 0)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text.replace(_BROKEN_OFF, _HYPHEN)
    codes = (pdfium.FPDFText_GetUnicode(raw, at) for at in range(count))
    return "".join(chr(code) if code <= sys.maxunicode else "\ufffd" for code in codes)


def _even(first: Found, second: Found, last: Found, count: int) -> bool:
    """Whether characters stand on one line in equal steps, by the first two and the last."""
    step = (last.box[0] - first.box[0]) / (count - 1)
    width = first.box[2] - first.box[0]
    return (
        first.turn == last.turn == 0
        and first.origin[1] == last.origin[1]
        and abs(last.box[2] - last.box[0] - width) <= _EVEN * width
        and width / 2 < step < 2 * width
        and abs(second.box[0] - first.box[0] - step) <= _EVEN * step
    )


def _quarters(angle: float) -> int | None:
    """Quarter turns of an angle in radians, or None where it is none."""
    turn = round(angle / _QUARTER)
    return turn % 4 if abs(angle - turn * _QUARTER) < _STRAIGHT else None
