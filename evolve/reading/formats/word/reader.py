"""A .docx file -> its text, numbers, headings and tables."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from evolve.errors import InputError
from evolve.reading.formats.archive import check_package
from evolve.reading.formats.base import RawText
from evolve.reading.formats.builder import Builder, Cell
from evolve.reading.formats.guard import library
from evolve.reading.formats.ooxml import usual_package
from evolve.reading.formats.word.numbering import Numbering
from evolve.reading.formats.word.paragraph import Paragraph, paragraph_of
from evolve.reading.formats.word.parts import NOTES, parts_of, related
from evolve.reading.formats.word.styles import Style, Styles, W, depth_of, value

__all__ = ["read_docx"]

_CONTENTS = "table of contents"
_WRAPPERS = {
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
}
_DEPTH = 8
"""Tables inside tables, boxes inside boxes."""


def read_docx(data: bytes, *, file: str, encoding: str | None = None) -> RawText:  # noqa: ARG001 - one signature for all readers
    """Read a Word document; see :class:`evolve.reading.formats.base.Reader`."""
    check_package(data, file)
    with library(file, "Word document"):
        from docx import Document

        document = Document(BytesIO(usual_package(data)))
        word = _Word(file, document)
        body = document.element.find(f"{W}body")
    if body is None:
        raise InputError(f"{file}: a Word document without a body; save it again.")
    word.blocks(body)
    word.margins()
    return word.builder.finish(data, format="docx")


class _Word:
    """Walks through a document and tells a builder what it finds."""

    def __init__(self, file: str, document: Any) -> None:
        self.builder = Builder(file)
        parts = parts_of(document.part)
        self._styles = Styles(parts.get("styles"))
        self._numbering = Numbering(parts.get("numbering"), self._styles)
        self._margins = [
            (part, reason)
            for name, reason in (("header", "page header"), ("footer", "page footer"))
            for part in related(document.part, name)
        ]
        self._notes = [(parts[name], reason) for name, reason in NOTES.items() if name in parts]
        self._told = {"deleted": False}

    def blocks(self, parent: Any, depth: int = 0, reason: str = "") -> None:
        """Add all paragraphs and tables of a body, a box or a cell.

        Args:
            parent: their parent element.
            depth: boxes and tables around it.
            reason: why they are set aside, or empty.
        """
        for block in parent:
            if block.tag == f"{W}p":
                self._paragraph(block, depth, reason)
            elif block.tag == f"{W}tbl":
                self._table(block, depth, reason)
            elif block.tag in _WRAPPERS and depth < _DEPTH:
                self.blocks(block, depth + 1, reason or _gallery(block))

    def margins(self) -> None:
        """Set aside headers, footers and notes, each once."""
        seen = set()
        for part, reason in self._margins:
            text = "\n".join(self._plain(part.iter(f"{W}p")))
            if text.strip() and text not in seen:
                seen.add(text)
                self.builder.discard(text, reason)
        for part, reason in self._notes:
            text = "\n".join(self._plain(part.iter(f"{W}p")))
            self.builder.discard(text, reason)
            if reason == "comment" and text.strip():
                self.builder.notices.append("Comments in the margin are no part of the text.")

    def _plain(self, paragraphs: Iterable[Any]) -> Iterator[str]:
        for element in paragraphs:
            yield paragraph_of(element).text

    def _label(self, element: Any) -> tuple[str, Style]:
        properties = element.find(f"{W}pPr")
        key = value(properties, f"{W}pStyle")
        style = self._styles[key]
        return self._numbering.label(properties, style, key), style

    def _read(self, element: Any) -> Paragraph:
        found = paragraph_of(element)
        if found.deleted and not self._told["deleted"]:
            self._told["deleted"] = True
            self.builder.notices.append("Tracked deletions are not part of the text.")
        if found.hidden.strip():
            self.builder.discard(found.hidden, "hidden text")
        return found

    def _paragraph(self, element: Any, depth: int, reason: str) -> None:
        found = self._read(element)
        label, style = self._label(element)
        if not found.text.strip():
            self.builder.blank()
        elif reason or style.contents:
            self.builder.discard(label + found.text, reason or _CONTENTS)
        else:
            if style.name.lower() == "title" and not self.builder.title:
                self.builder.title = " ".join(found.text.split())
            self.builder.line(
                found.text.strip(),
                label=label,
                depth=depth_of(element.find(f"{W}pPr"), style.depth),
                bold=style.bold if found.bold is None else found.bold,
            )
        if depth < _DEPTH:
            for box in found.boxes:
                self.blocks(box, depth + 1, reason)

    def _table(self, element: Any, depth: int, reason: str) -> None:
        rows = list(_rows(element))
        if reason or max(map(len, rows), default=0) <= 1:
            for row in rows:
                for cell, _, _ in row:
                    if depth < _DEPTH:
                        self.blocks(cell, depth + 1, reason)
            return
        self.builder.table(self._grid(rows))

    def _grid(self, rows: list[list[tuple[Any, int, bool]]]) -> list[list[Cell]]:
        grid: list[list[Cell]] = []
        for row in rows:
            line: list[Cell] = []
            for cell, span, continued in row:
                column = len(line)
                if continued and grid and column < len(grid[-1]):
                    line.append((len(grid) - 1, column))
                else:
                    line.append(self._cell(cell))
                line += [(len(grid), column)] * (span - 1)
            grid.append(line)
        return grid

    def _cell(self, cell: Any) -> str:
        return " ".join(
            self._label(element)[0] + self._read(element).text.strip()
            for element in cell.iter(f"{W}p")
        )


def _rows(table: Any) -> Iterator[list[tuple[Any, int, bool]]]:
    """Of each row its cells: element, columns, and whether it continues the cell above."""
    for row in table.iter(f"{W}tr"):
        if next(row.iterancestors(f"{W}tbl")) is not table or _deleted(row):
            continue
        cells = []
        for cell in row.iter(f"{W}tc"):
            if next(cell.iterancestors(f"{W}tr")) is not row:
                continue
            properties = cell.find(f"{W}tcPr")
            span = value(properties, f"{W}gridSpan") or ""
            merge = properties.find(f"{W}vMerge") if properties is not None else None
            continued = merge is not None and merge.get(f"{W}val", "continue") == "continue"
            width = int(span) if span.isdecimal() and len(span) < 3 else 1  # noqa: PLR2004 - Word has 63 columns
            cells.append((cell, max(width, 1), continued))
        yield cells


def _deleted(row: Any) -> bool:
    """Whether a row is a tracked deletion."""
    return row.find(f"{W}trPr/{W}del") is not None


def _gallery(block: Any) -> str:
    """Why a content control is set aside: Word keeps a table of contents in one."""
    found = value(block, f"{W}sdtPr/{W}docPartObj/{W}docPartGallery") or ""
    return _CONTENTS if "Contents" in found else ""
