"""One font for all that a PDF does not bring along, so that no machine reads it otherwise.

PDFium takes the place and size of a glyph from the fonts of the machine where the file holds none,
and drops a piece of text whose glyphs have no shape. A font of plain boxes, given for every such
font, keeps each character whatever is installed, and is looked up ten times as fast.
"""

import struct
from collections.abc import Mapping, Sequence
from ctypes import memmove
from functools import cache
from itertools import accumulate, pairwise
from typing import Any

__all__ = ["box_font", "use_box_font"]

_EM, _ASCENT, _DESCENT = 1000, 880, -120
_NONE, _NARROW, _WIDE = range(3)
"""Glyphs: of no character, of Latin letters and digits, of everything else."""
_ADVANCES = (_EM, _EM // 2, _EM)
_GROUPS = ((0x0, 0x2FF, _NARROW), (0x300, 0x10FFFF, _WIDE))
"""First and last character of each glyph."""
_ON_CURVE = 1


@cache
def use_box_font() -> Any:
    """Give PDFium the font of boxes; the first call of a process does it for all.

    Returns:
        What PDFium calls, to be kept as long as the process.
    """
    import pypdfium2.raw as pdfium

    font = box_font()
    fields = dict(pdfium.FPDF_SYSFONTINFO._fields_)

    def give(_info: Any, _font: Any, table: int, target: Any, size: int) -> int:
        if table:
            return 0
        if target and size >= len(font):
            memmove(target, font, len(font))
        return len(font)

    info = pdfium.FPDF_SYSFONTINFO(version=2)
    info.MapFont = fields["MapFont"](lambda *_: 1)
    info.GetFontData = fields["GetFontData"](give)
    pdfium.FPDF_SetSystemFontInfo(info)
    return info


def box_font() -> bytes:
    """Make a TrueType font whose glyphs are boxes of half an em and of one em.

    Its tables are those of the OpenType specification that reading needs, not printing.
    """
    glyphs = [b"", *(_box(advance) for advance in _ADVANCES[1:])]
    places = accumulate(map(len, glyphs), initial=0)
    groups = b"".join(struct.pack(">III", *group) for group in _GROUPS)
    head = (0x10000, 0, 0, 0x5F0F3CF5, 0, _EM, 0, 0, 0, _DESCENT, _EM, _ASCENT, 0, 8, 2, 1, 0)
    return _packed(
        {
            b"cmap": struct.pack(">HHHHI", 0, 1, 3, 10, 12)
            + struct.pack(">HHIII", 13, 0, 16 + len(groups), 0, len(_GROUPS))
            + groups,
            b"glyf": b"".join(glyphs),
            b"head": struct.pack(">IIIIHHqqhhhhHHhhh", *head),
            b"hhea": struct.pack(">IhhhH", 0x10000, _ASCENT, _DESCENT, 0, _EM)
            + struct.pack(">11hH", 0, 0, _EM, 1, *[0] * 7, len(glyphs)),
            b"hmtx": b"".join(struct.pack(">Hh", advance, 0) for advance in _ADVANCES),
            b"loca": b"".join(struct.pack(">I", place) for place in places),
            b"maxp": struct.pack(">IH13H", 0x10000, len(glyphs), 4, 1, 0, 0, 1, *[0] * 8),
        }
    )


def _box(width: int) -> bytes:
    xs, ys = (0, 0, width, width, 0), (0, _DESCENT, _DESCENT, _ASCENT, _ASCENT)
    steps = [after - before for axis in (xs, ys) for before, after in pairwise(axis)]
    glyph = struct.pack(">hhhhh", 1, 0, _DESCENT, width, _ASCENT)
    return _whole(glyph + struct.pack(">HH4B8h", 3, 0, *[_ON_CURVE] * 4, *steps))


def _packed(tables: Mapping[bytes, bytes]) -> bytes:
    head = struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, len(tables) * 16 - 64)
    bodies: Sequence[bytes] = [_whole(data) for data in tables.values()]
    places = accumulate(map(len, bodies), initial=len(head) + 16 * len(tables))
    directory = b"".join(
        struct.pack(">4sIII", name, 0, place, len(data))
        for (name, data), place in zip(tables.items(), places, strict=False)
    )
    return head + directory + b"".join(bodies)


def _whole(data: bytes) -> bytes:
    """Fill up to a multiple of four bytes."""
    return data + b"\0" * (-len(data) % 4)
