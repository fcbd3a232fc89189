"""The straight lines that are drawn on a page."""

from collections.abc import Iterable, Iterator
from ctypes import c_float, c_int
from itertools import islice, pairwise
from typing import Any, NamedTuple

from evolve.reading.formats.pdf.glyphs import Place
from evolve.reading.formats.pdf.rulings import Stroke

__all__ = ["strokes_of"]

_THIN = 3.0
"""Points up to which a filled rectangle is a line."""
_SHORT = 6.0
"""Points below which a line rules nothing."""
_MOST = 20_000
"""Paths of a page, and points of a path, that are looked at."""
_DEEPEST = 15
"""Forms inside forms whose paths are looked at."""

_Point = tuple[float, float]


def strokes_of(page: Any, place: Place) -> tuple[list[Stroke], list[Stroke]]:
    """Horizontal and vertical lines of a page: drawn lines, sides of boxes, thin filled boxes.

    Args:
        page: a ``pypdfium2.PdfPage``.
        place: where its points lie as the page is held.
    """
    import pypdfium2.raw as pdfium

    across: list[Stroke] = []
    down: list[Stroke] = []
    fill, stroked = c_int(), c_int()
    count, get = pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject
    objects = (get(page.raw, at) for at in range(count(page.raw)))
    for path, matrix in islice(_paths(objects, _Matrix(), _DEEPEST), _MOST):
        pdfium.FPDFPath_GetDrawMode(path, fill, stroked)
        for points in _figures(path, matrix, place):
            _add(points, across, down, sides=bool(stroked.value))
    return across, down


class _Matrix(NamedTuple):
    """Where the points of an object lie on the page; names as in the PDF specification, 8.3."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> _Point:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, outer: "_Matrix") -> "_Matrix":
        """The matrix of an object inside another one."""
        (e, f), zero = outer.point(self.e, self.f), outer.point(0, 0)
        (a, b), (c, d) = outer.point(self.a, self.b), outer.point(self.c, self.d)
        return _Matrix(a - zero[0], b - zero[1], c - zero[0], d - zero[1], e, f)


def _paths(objects: Iterable[Any], outer: _Matrix, depth: int) -> Iterator[tuple[Any, _Matrix]]:
    """All paths among some objects and in the forms among them, with their matrices."""
    import pypdfium2.raw as pdfium

    kind_of = pdfium.FPDFPageObj_GetType
    for each in objects:
        kind = kind_of(each)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield each, _matrix(each).within(outer)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
            count, get = pdfium.FPDFFormObj_CountObjects(each), pdfium.FPDFFormObj_GetObject
            inside = (get(each, at) for at in range(count))
            yield from _paths(inside, _matrix(each).within(outer), depth - 1)


def _matrix(each: Any) -> _Matrix:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(each, matrix)
    return _Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _figures(path: Any, matrix: _Matrix, place: Place) -> Iterator[list[_Point]]:
    """The figures of a path, each as its corners on the page."""
    import pypdfium2.raw as pdfium

    x, y = c_float(), c_float()
    points: list[_Point] = []
    for index in range(min(pdfium.FPDFPath_CountSegments(path), _MOST)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            yield points
            points = []
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(place(*matrix.point(x.value, y.value)))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    yield points


def _add(points: list[_Point], across: list[Stroke], down: list[Stroke], *, sides: bool) -> None:
    """Add a figure if it is a line; if not, its sides where they are drawn."""
    if len(points) < 2:  # noqa: PLR2004 - a line has two ends
        return
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, right, low, high = min(xs), max(xs), min(ys), max(ys)
    if high - low <= _THIN:
        if right - left >= _SHORT:
            across.append(Stroke((low + high) / 2, left, right))
    elif right - left <= _THIN:
        if high - low >= _SHORT:
            down.append(Stroke((left + right) / 2, low, high))
    elif sides:
        for start, end in pairwise(points):
            _add([start, end], across, down, sides=False)
