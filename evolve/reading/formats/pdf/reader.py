"""A .pdf file -> its text, tables and margins."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from evolve.errors import InputError
from evolve.reading.formats import limits
from evolve.reading.formats.base import RawText
from evolve.reading.formats.builder import Builder, Cell
from evolve.reading.formats.guard import library
from evolve.reading.formats.pdf.aligned import Aligned, aligned_tables
from evolve.reading.formats.pdf.fonts import use_box_font
from evolve.reading.formats.pdf.glyphs import Glyphs, glyphs_of, is_bold, place_on, single
from evolve.reading.formats.pdf.margins import margins_of
from evolve.reading.formats.pdf.page import PageLine, lines_of
from evolve.reading.formats.pdf.paragraphs import TypeArea, joined, type_area
from evolve.reading.formats.pdf.rulings import Ruled, tables_of
from evolve.reading.formats.pdf.strokes import strokes_of

__all__ = ["read_pdf"]

_SAME_COLUMN = 5.0
"""Points by which the columns of a table may move from page to page."""


class _Page(NamedTuple):
    height: float
    lines: list[PageLine]
    tables: list[Ruled | Aligned]
    rotated: str


def read_pdf(data: bytes, *, file: str, encoding: str | None = None) -> RawText:  # noqa: ARG001 - one signature for all readers
    """Read the text layer of a PDF; see :class:`evolve.reading.formats.base.Reader`."""
    with library(file, "PDF"):
        pages = list(_pages(data, file))
    empty = [number for number, page in enumerate(pages, 1) if not (page.lines or page.tables)]
    if len(empty) == len(pages):
        raise InputError(
            f"{file}: none of its {len(pages)} pages has text; "
            "a scan needs its characters recognised (OCR) first."
        )
    builder = Builder(file)
    builder.notices += [
        f"Page {number} has no text; a scan needs its characters recognised (OCR) first."
        for number in empty
    ]
    _Setting(builder, pages).set_all()
    return builder.finish(data, format="pdf")


def _pages(data: bytes, file: str) -> Iterator[_Page]:
    import pypdfium2

    use_box_font()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError(f"{file}: protected by a password; save it without one.") from error
        raise
    try:
        limits.check_size(len(document), limits.PAGES, file, "pages")
        for number in range(len(document)):
            page = document[number]
            yield _page(page)
            page.close()
    finally:
        document.close()


def _page(page: Any) -> _Page:
    textpage = page.get_textpage()
    left, bottom, right, top = page.get_mediabox()
    size = (left + right, bottom + top)
    glyphs, turn = glyphs_of(textpage, size)
    tables = tables_of(*strokes_of(page, place_on(size, turn)))
    free: list[Glyphs] = []
    for glyph in single(glyphs) if tables else glyphs:
        if glyph.upright:
            table = next((table for table in tables if table.holds(glyph)), None)
            (free if table is None else table.glyphs).append(glyph)
    lines, unruled = aligned_tables(lines_of(free))
    lines = [line._replace(bold=is_bold(textpage, line.first)) for line in lines]
    textpage.close()
    rotated = "".join(glyph.text for glyph in glyphs if not glyph.upright)
    ruled = [table for table in tables if table.glyphs]
    return _Page(size[1 - turn % 2], lines, [*ruled, *unruled], rotated)


class _Setting:
    """Puts the pages one under the other: paragraphs whole, margins after them, tables joined."""

    def __init__(self, builder: Builder, pages: Sequence[_Page]) -> None:
        self._builder, self._pages = builder, pages
        self._margins = margins_of([page.lines for page in pages], [page.height for page in pages])
        self._area: TypeArea = type_area(
            [
                [line for at, line in enumerate(page.lines) if at not in margin]
                for page, margin in zip(pages, self._margins, strict=True)
            ]
        )
        self._left = 0

    def set_all(self) -> None:
        """Tell the builder everything in the order of reading."""
        for _, group in groupby(
            self._pieces(), key=lambda piece: isinstance(piece[1], Ruled | Aligned)
        ):
            pieces = list(group)
            self._set_lines([(page, line) for page, line in pieces if isinstance(line, PageLine)])
            self._set_tables(
                [(page, table) for page, table in pieces if isinstance(table, Ruled | Aligned)]
            )
        self._leave(len(self._pages))

    def _pieces(self) -> Iterator[tuple[int, PageLine | Ruled | Aligned]]:
        for number, (page, margin) in enumerate(zip(self._pages, self._margins, strict=True), 1):
            lines = [line for at, line in enumerate(page.lines) if at not in margin]
            pieces: list[PageLine | Ruled | Aligned] = [*lines, *page.tables]
            for piece in sorted(pieces, key=lambda piece: -piece.top):
                yield number, piece

    def _leave(self, page: int) -> None:
        """Set aside what stands in the margins of all pages up to this one."""
        for number in range(self._left, page):
            for at, reason in self._margins[number].items():
                self._builder.discard(self._pages[number].lines[at].text, reason)
            self._builder.discard(self._pages[number].rotated, "rotated text")
        self._left = max(self._left, page)

    def _set_lines(self, lines: Sequence[tuple[int, PageLine]]) -> None:
        for page, paragraph in joined(lines, self._area):
            self._leave(page - 1)
            self._builder.line(
                _joined_text(paragraph), page=page, bold=all(line.bold for line in paragraph)
            )

    def _set_tables(self, tables: Sequence[tuple[int, Ruled | Aligned]]) -> None:
        for parts in _continued(tables):
            first = parts[0][0]
            self._leave(first - 1)
            rows: list[list[Cell]] = []
            repeated: list[Cell] = []
            for _, table in parts:
                cells = table.cells()
                offset = len(rows)
                if rows and cells[0] == rows[0]:
                    repeated += cells.pop(0)
                    offset -= 1
                rows += [[_moved(cell, offset) for cell in row] for row in cells]
            self._builder.table(rows, page=first)
            self._builder.discard(_plain(repeated), "repeated table header")


def _continued(
    tables: Sequence[tuple[int, Ruled | Aligned]],
) -> Iterator[list[tuple[int, Ruled | Aligned]]]:
    """Group the parts of each table that goes on over pages."""
    parts: list[tuple[int, Ruled | Aligned]] = []
    for page, table in tables:
        if parts and not (parts[-1][0] < page and _same_columns(parts[-1][1], table)):
            yield parts
            parts = []
        parts.append((page, table))
    if parts:
        yield parts


def _same_columns(above: Ruled | Aligned, below: Ruled | Aligned) -> bool:
    return len(above.xs) == len(below.xs) and all(
        abs(one - other) <= _SAME_COLUMN for one, other in zip(above.xs, below.xs, strict=True)
    )


def _moved(cell: Cell, rows: int) -> Cell:
    return cell if isinstance(cell, str) else (max(cell[0] + rows, 0), cell[1])


def _joined_text(lines: Sequence[PageLine]) -> str:
    """Put the lines of a paragraph together: a space between Latin words, none in Chinese."""
    text = ""
    for line in lines:
        latin = text[-1:].isascii() and line.text[:1].isascii()
        words = latin and (text[-1:].isalpha() or line.text[:1].isalpha())
        text += " " * (bool(text) and words) + line.text
    return text


def _plain(cells: Sequence[Cell]) -> str:
    return "\t".join(cell for cell in cells if isinstance(cell, str))
