"""The glyphs of a page, with their places."""

import unicodedata
from collections.abc import Iterator
from ctypes import c_double, c_int, create_string_buffer
from typing import Any, NamedTuple

__all__ = ["Glyph", "glyphs_of", "is_bold"]

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
"""Radians up to which a glyph counts as upright."""
_TURN = 6.2832
_HEAVY = 600


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
    """False for a rotated glyph, as in a watermark."""


def glyphs_of(textpage: Any) -> Iterator[Glyph]:
    """All glyphs of a page in the order of the file, without the white space that PDFium adds.

    Args:
        textpage: a ``pypdfium2.PdfTextPage``.
    """
    import pypdfium2.raw as pdfium

    raw, box, base, upright = textpage.raw, pdfium.FS_RECTF(), None, True
    x, y = c_double(), c_double()
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
            angle = pdfium.FPDFText_GetCharAngle(raw, index) % _TURN
            upright = not _STRAIGHT < angle < _TURN - _STRAIGHT
        text = "-" if char == _HYPHEN else char.translate(_RADICALS)
        yield Glyph(text, box.left, box.bottom, box.right, box.top, y.value, index, upright)


def is_bold(textpage: Any, index: int) -> bool:
    """Whether a glyph is set in a bold font, or in the heading font 黑体."""
    import pypdfium2.raw as pdfium

    name = create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(textpage.raw, index, name, len(name), c_int())
    heavy = pdfium.FPDFText_GetFontWeight(textpage.raw, index) >= _HEAVY
    return heavy or any(word in name.value for word in (b"Bold", b"SimHei", b"Heiti", b"Black"))
