"""The glyphs of a page, with their places."""

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from ctypes import c_double, c_int, c_ushort, create_string_buffer
from itertools import chain
from typing import Any, NamedTuple

__all__ = ["Glyphs", "Place", "glyphs_of", "is_bold", "place_on", "single"]

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
_HEAVY = 600
_FULL_WIDTH = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]{3,48}")
"""Characters that are all as wide as each other, and mostly stand side by side."""
_EVEN = 0.03
"""Share of its step by which the first of them may stand nearer or farther than all do on
average: in 48 of them, a gap that separates words shows."""

Place = Callable[[float, float], tuple[float, float]]
"""Where a point of the page lies when the page is held so that its text is upright."""


class Glyphs(NamedTuple):
    """A character, or characters side by side; measures in points, origin at the lower left."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    base: float
    """Height of the line that they stand on."""
    place: int
    """Place of the first among all characters of the page."""
    upright: bool
    """False for what stands otherwise than most, as in a watermark."""


def glyphs_of(textpage: Any, size: tuple[float, float]) -> tuple[list[Glyphs], int]:
    """All glyphs of a page in the order of the file, without the white space that PDFium adds.

    Args:
        textpage: a ``pypdfium2.PdfTextPage``.
        size: width and height of the page as it is stored.

    Returns:
        The glyphs, placed on the page as it is to be held, and how that is: quarter turns.
    """
    found = list(_Page(textpage).found())
    turns: Counter[int] = Counter()
    for each in found:
        if each.turn is not None:
            turns[each.turn] += len(each.text)
    turn = turns.most_common(1)[0][0] if turns else 0
    place = place_on(size, turn)
    return [_placed(place, turn, each) for each in found], turn


def single(glyphs: Iterable[Glyphs]) -> Iterator[Glyphs]:
    """Take characters that stand side by side apart, each with its place."""
    for each in glyphs:
        width = (each.right - each.left) / len(each.text)
        for at, char in enumerate(each.text):
            left = each.left + at * width
            yield each._replace(text=char, left=left, right=left + width, place=each.place + at)


def place_on(size: tuple[float, float], turn: int) -> Place:
    """How to place points on a page that is turned clockwise by so many quarters."""
    width, height = size
    places: tuple[Place, ...] = (
        lambda x, y: (x, y),
        lambda x, y: (height - y, x),
        lambda x, y: (width - x, height - y),
        lambda x, y: (y, width - x),
    )
    return places[turn]


class _Found(NamedTuple):
    text: str
    box: tuple[float, float, float, float]
    """Left, bottom, right, top on the page as it is stored."""
    origin: tuple[float, float]
    place: int
    turn: int | None
    """Quarter turns, or None where it leans."""


class _Page:
    """The characters of a page, asked for as rarely as their places allow."""

    def __init__(self, textpage: Any) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium, self._raw = pdfium, textpage.raw
        self._box, self._x, self._y = pdfium.FS_RECTF(), c_double(), c_double()
        self._base: float | None = None
        self._turn: int | None = 0
        self._text = _text_of(textpage.raw, textpage.count_chars())

    def found(self) -> Iterator[_Found]:
        """All characters, those of full width together where they stand side by side."""
        end = 0
        for match in _FULL_WIDTH.finditer(self._text):
            yield from self._apart(end, match.start())
            yield from self._together(*match.span())
            end = match.end()
        yield from self._apart(end, len(self._text))

    def _apart(self, start: int, end: int) -> Iterator[_Found]:
        return filter(None, map(self._one, range(start, end)))

    def _one(self, at: int) -> _Found | None:
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
        return _Found(text, sides, (self._x.value, base), at, self._turn)

    def _together(self, start: int, end: int) -> Iterator[_Found]:
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


def _even(first: _Found, second: _Found, last: _Found, count: int) -> bool:
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


def _placed(place: Place, turn: int, found: _Found) -> Glyphs:
    box, base = found.box, found.origin[1]
    if turn:
        one, other = place(box[0], box[1]), place(box[2], box[3])
        (left, right), (bottom, top) = map(sorted, zip(one, other, strict=True))
        box, base = (left, bottom, right, top), place(*found.origin)[1]
    return Glyphs(found.text, *box, base, found.place, found.turn == turn)


def is_bold(textpage: Any, index: int) -> bool:
    """Whether a glyph is set in a bold font, or in the heading font 黑体."""
    import pypdfium2.raw as pdfium

    name = create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(textpage.raw, index, name, len(name), c_int())
    heavy = pdfium.FPDFText_GetFontWeight(textpage.raw, index) >= _HEAVY
    return heavy or any(word in name.value for word in (b"Bold", b"SimHei", b"Heiti", b"Black"))
