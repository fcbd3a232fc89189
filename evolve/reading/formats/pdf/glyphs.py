"""The glyphs of a page, with their places."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from ctypes import c_int, create_string_buffer
from typing import Any, NamedTuple

from evolve.reading.formats.pdf.characters import Characters, Found

__all__ = ["Glyphs", "Place", "glyphs_of", "is_bold", "place_on", "single"]

_HEAVY = 600

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
    found = list(Characters(textpage).found())
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


def _placed(place: Place, turn: int, found: Found) -> Glyphs:
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
