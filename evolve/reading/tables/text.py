"""A table as text, with the place of each cell in it."""

from collections.abc import Sequence
from typing import NamedTuple

from evolve.model import Span, TableRow
from evolve.reading.outline.nodes import TableBlock
from evolve.reading.tables.indicator_rows import columns_of, indicator_rows

__all__ = ["TableText", "table_text"]

_Cell = tuple[str, int]
"""Text of a cell and where it begins in the text of the table."""


class TableText(NamedTuple):
    """A table that was read."""

    text: str
    """Caption, one line a row with cells separated by tabs, note."""
    header: tuple[str, ...]
    """Column headings."""
    cells: tuple[tuple[str, ...], ...]
    """Rows below the header."""
    rows: tuple[TableRow, ...]
    """The rows as indicators, empty for a table of another kind."""


def table_text(block: TableBlock, source: str) -> TableText:
    """Write a table as text and read its rows."""
    lines = [block.title] if block.title else []
    offset = len(block.title) + 1 if block.title else 0
    rows: list[list[_Cell]] = []
    places: dict[Span, int] = {}
    for row in block.rows:
        line, cells = _row(row, source, offset, places)
        lines.append(line)
        offset += len(line) + 1
        rows.append(cells)
    last = max(end for row in block.rows for _, end in row)
    lines.append(source[last : block.end].strip())
    header, body = rows[0], rows[block.header :]
    columns = columns_of([text for text, _ in header])
    return TableText(
        text="\n".join(lines).rstrip("\n"),
        header=tuple(text for text, _ in header),
        cells=tuple(tuple(text for text, _ in row) for row in body),
        rows=indicator_rows(columns, body) if columns else (),
    )


def _row(
    row: Sequence[Span], source: str, offset: int, places: dict[Span, int]
) -> tuple[str, list[_Cell]]:
    """One line; a merged cell is printed where it first stands."""
    printed: list[str] = []
    cells: list[_Cell] = []
    for start, end in row:
        text = " ".join(source[start:end].split())
        merged = (start, end) in places and end > start
        place = places.setdefault((start, end), offset) if end > start else offset
        cells.append((text, place))
        printed.append("" if merged else text)
        offset += len(printed[-1]) + 1
    return "\t".join(printed), cells
