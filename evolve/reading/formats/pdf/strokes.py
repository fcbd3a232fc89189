"""The straight lines that are drawn on a page."""

from collections.abc import Iterator
from ctypes import c_float
from itertools import islice, pairwise
from typing import Any

from evolve.reading.formats.pdf.glyphs import Place
from evolve.reading.formats.pdf.rulings import Stroke

__all__ = ["strokes_of"]

_THIN = 3.0
"""Points up to which a filled rectangle is a line."""
_SHORT = 6.0
"""Points below which a line rules nothing."""
_MOST = 20_000
"""Paths of a page, and points of a path, that are looked at."""

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
    for path in islice(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]), _MOST):
        fill, stroked = pdfium.c_int(), pdfium.c_int()
        pdfium.FPDFPath_GetDrawMode(path.raw, fill, stroked)
        for points in _figures(path, place):
            _add(points, across, down, sides=bool(stroked.value))
    return across, down


def _figures(path: Any, place: Place) -> Iterator[list[_Point]]:
    """The figures of a path, each as its corners on the page."""
    import pypdfium2.raw as pdfium

    matrix, x, y = path.get_matrix(), c_float(), c_float()
    points: list[_Point] = []
    for index in range(min(pdfium.FPDFPath_CountSegments(path.raw), _MOST)):
        segment = pdfium.FPDFPath_GetPathSegment(path.raw, index)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            yield points
            points = []
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(place(*matrix.on_point(x.value, y.value)))
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
