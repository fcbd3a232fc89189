"""Tables whose cells stand one below another."""

import re
from collections.abc import Sequence

from evolve.model import Span
from evolve.reading.layout.paragraphs import Paragraph
from evolve.reading.outline.nodes import TableBlock
from evolve.reading.tables.captions import is_caption

__all__ = ["vertical_table"]

_VALUE = re.compile(
    r"[><≥≤＞＜=~约≈]{0,2}\s*[-+－]?\d[\d,.，]*\s*(?:%|％|‰|左右|以上|以下|以内)?|[—－–-]{1,4}|/|无"
)
_MIN_CELLS = 9
_MIN_VALUES = 0.2
_WIDTHS = range(2, 10)


def vertical_table(paragraphs: Sequence[Paragraph], start: int, end: int) -> TableBlock | None:
    """A table whose cells stand one below another, in a run of short lines."""
    if end - start < _MIN_CELLS:
        return None
    values = [index for index in range(start, end) if _VALUE.fullmatch(paragraphs[index].text)]
    if len(values) < _MIN_VALUES * (end - start):
        return None
    caption = max(
        (i for i in range(start, values[0]) if is_caption(paragraphs[i].text)), default=start - 1
    )
    cells = paragraphs[caption + 1 : end]
    for width in _WIDTHS:
        for grouped in (True, False):
            rows = _rows(cells[width:], width, grouped=grouped)
            if rows:
                header = tuple((cell.start, cell.end) for cell in cells[:width])
                return TableBlock(cells[0].start, cells[-1].end, "", (header, *rows), 1)
    return None


def _rows(cells: Sequence[Paragraph], width: int, *, grouped: bool) -> list[tuple[Span, ...]]:
    """Rows of a table with a name and values a row, below group names; empty if it is none."""
    after = width - 1 - grouped
    if after < 1:
        return []
    rows: list[tuple[Span, ...]] = []
    group: Span = (cells[0].start, cells[0].start) if cells else (0, 0)
    index = groups = 0
    while index < len(cells):
        row = cells[index : index + 1 + after]
        if _is_row(row, after):
            spans = tuple((cell.start, cell.end) for cell in row)
            rows.append((group, *spans) if grouped else spans)
            index += 1 + after
        elif grouped and not _VALUE.fullmatch(cells[index].text):
            group = (cells[index].start, cells[index].end)
            groups += 1
            index += 1
        else:
            return []
    return rows if groups <= len(rows) and (groups or not grouped) else []


def _is_row(row: Sequence[Paragraph], after: int) -> bool:
    if len(row) <= after or _VALUE.fullmatch(row[0].text):
        return False
    return all(_VALUE.fullmatch(cell.text) for cell in row[-max(1, after - 1) :])
