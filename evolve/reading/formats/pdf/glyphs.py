"""The glyphs of a page, with their places."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from ctypes import c_double, c_int, create_string_buffer
from typing import Any, NamedTuple

__all__ = ["Glyph", "Place", "glyphs_of", "is_bold", "place_on"]

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
_STRAIGHT = 0.02
"""Radians by which a glyph may lean."""
_QUARTER = 1.5708
_HEAVY = 600

Place = Callable[[float, float], tuple[float, float]]
"""Where a point of the page lies when the page is held so that its text is upright."""


class Glyph(NamedTuple):
    """One character on a page; measures in points, the origin at the lower left."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    base: float
    """Height of the line that it stands on."""
    place: int
    """Its place among all characters of the page."""
    upright: bool
    """False for a glyph that stands otherwise than most, as in a watermark."""


def glyphs_of(textpage: Any, size: tuple[float, float]) -> tuple[list[Glyph], int]:
    """All glyphs of a page in the order of the file, without the white space that PDFium adds.

    Args:
        textpage: a ``pypdfium2.PdfTextPage``.
        size: width and height of the page as it is stored.

    Returns:
        The glyphs, placed on the page as it is to be held, and how that is: quarter turns.
    """
    found = list(_found(textpage))
    turns = Counter(turn for *_, turn in found if turn is not None)
    turn = turns.most_common(1)[0][0] if turns else 0
    place = place_on(size, turn)
    return [_placed(place, turn, *each) for each in found], turn


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


_Found = tuple[str, tuple[float, float, float, float], tuple[float, float], int, int | None]


def _found(textpage: Any) -> Iterator[_Found]:
    """Character, box, origin, place among all, and quarter turns, of each glyph."""
    import pypdfium2.raw as pdfium

    raw, box = textpage.raw, pdfium.FS_RECTF()
    x, y = c_double(), c_double()
    base: float | None = None
    turn: int | None = 0
    for index in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        char = chr(code) if code < 0x110000 else "\ufffd"  # noqa: PLR2004 - the end of Unicode
        if (char.isspace() or char == "\0") and (
            char in "\0\r\n" or pdfium.FPDFText_IsGenerated(raw, index) == 1
        ):
            continue
        if not pdfium.FPDFText_GetLooseCharBox(raw, index, box):
            continue
        pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
        if y.value != base:  # the angle of a line is that of its first glyph
            base = y.value
            turn = _quarters(pdfium.FPDFText_GetCharAngle(raw, index))
        text = "-" if char == _HYPHEN else char.translate(_RADICALS)
        yield text, (box.left, box.bottom, box.right, box.top), (x.value, y.value), index, turn


def _quarters(angle: float) -> int | None:
    """Quarter turns of an angle in radians, or None where it is none."""
    turn = round(angle / _QUARTER)
    return turn % 4 if abs(angle - turn * _QUARTER) < _STRAIGHT else None


def _placed(  # noqa: PLR0913, PLR0917 - the fields of one glyph
    place: Place,
    turn: int,
    text: str,
    box: tuple[float, float, float, float],
    origin: tuple[float, float],
    index: int,
    own: int | None,
) -> Glyph:
    if turn:
        one, other = place(box[0], box[1]), place(box[2], box[3])
        (left, right), (bottom, top) = map(sorted, zip(one, other, strict=True))
        box = (left, bottom, right, top)
        origin = place(*origin)
    return Glyph(text, *box, origin[1], index, own == turn)


def is_bold(textpage: Any, index: int) -> bool:
    """Whether a glyph is set in a bold font, or in the heading font 黑体."""
    import pypdfium2.raw as pdfium

    name = create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(textpage.raw, index, name, len(name), c_int())
    heavy = pdfium.FPDFText_GetFontWeight(textpage.raw, index) >= _HEAVY
    return heavy or any(word in name.value for word in (b"Bold", b"SimHei", b"Heiti", b"Black"))
