"""Spreadsheets: each sheet is a table, with its figures as they are shown."""

import csv
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from io import BytesIO, StringIO
from typing import Any

from evolve.reading.formats import limits
from evolve.reading.formats.archive import check_package, opened
from evolve.reading.formats.base import RawText
from evolve.reading.formats.builder import Builder, Cell
from evolve.reading.formats.encodings import decode
from evolve.reading.formats.guard import library
from evolve.reading.formats.ooxml import usual_package

__all__ = ["read_csv", "read_xlsx"]

_WIDE = 1_000
"""Columns of a sheet."""
_MERGED = re.compile(
    rb"mergeCell\s[^>]{0,40}?ref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"']"
)
_DECIMALS = re.compile(r"0(?:\.(0+))?")


def read_csv(data: bytes, *, file: str, encoding: str | None) -> RawText:
    """Read values separated by commas, semicolons or tabs; see ``base.Reader``."""
    decoded = decode(data, encoding, file)
    first = decoded.text[:10_000].splitlines()[:1] or [""]
    separator = max(",;\t", key=first[0].count)
    builder = Builder(file, notices=list(decoded.notices))
    with library(file, "table of values"):
        source = StringIO(decoded.text.replace("\0", ""), newline="")
        rows: list[list[Cell]] = [list(row) for row in csv.reader(source, delimiter=separator)]
    _tell(builder, rows, "")
    return builder.finish(data, format="csv", encoding=decoded.encoding)


def read_xlsx(data: bytes, *, file: str, encoding: str | None = None) -> RawText:  # noqa: ARG001 - one signature for all readers
    """Read a workbook; see :class:`evolve.reading.formats.base.Reader`."""
    check_package(data, file)
    builder = Builder(file)
    with library(file, "workbook"):
        from openpyxl import load_workbook

        package = usual_package(data)
        _check_sheets(package, file)
        book = load_workbook(BytesIO(package), data_only=True, keep_links=False)
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                _tell(builder, _rows(sheet, file), sheet.title)
            else:
                builder.notices.append(f"The hidden sheet {sheet.title} was left out.")
    return builder.finish(data, format="xlsx")


def _rows(sheet: Any, file: str) -> list[list[Cell]]:
    limits.check_size(sheet.max_column, _WIDE, file, "columns")
    limits.check_size(sheet.max_row * sheet.max_column, limits.CELLS, file, "cells")
    merged = {
        (row - 1, column - 1): (area.min_row - 1, area.min_col - 1)
        for area in sheet.merged_cells.ranges
        for row, column in _places(area, sheet)
    }
    return [
        [
            merged.get((at, column)) or _shown(cell.value, cell.number_format)
            for column, cell in enumerate(row)
        ]
        for at, row in enumerate(sheet.iter_rows())
    ]


def _places(area: Any, sheet: Any) -> Iterator[tuple[int, int]]:
    """All places of a merged cell but its first, inside the sheet."""
    for row in range(area.min_row, min(area.max_row, sheet.max_row) + 1):
        for column in range(area.min_col, min(area.max_col, sheet.max_column) + 1):
            if (row, column) != (area.min_row, area.min_col):
                yield row, column


def _shown(value: Any, style: str) -> str:
    """A value as the sheet shows it: 95.0% and not 0.95."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d" if value.time() == time() else "%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    return _number(value, style)


def _number(value: float, style: str) -> str:
    positive = style.split(";", 1)[0]
    decimals = _DECIMALS.search(positive)
    percent = "%" in positive
    shown = value * 100 if percent else value
    if decimals and positive != "General":
        places = len(decimals[1] or "")
        text = f"{shown:,.{places}f}" if "," in positive else f"{shown:.{places}f}"
    else:
        text = f"{shown:.10g}"
    return text + "%" * percent


def _tell(builder: Builder, rows: list[list[Cell]], title: str) -> None:
    """Add a sheet: rows of one cell at its head are lines, the rest is a table."""
    rows = _trimmed(rows)
    head = 0
    while head < len(rows) and len(_filled(rows[head])) <= 1:
        head += 1
    for row in rows[:head]:
        builder.line("".join(_filled(row)))
    if head < len(rows):
        builder.table([[_lowered(cell, head) for cell in row] for row in rows[head:]], title=title)


def _filled(row: Sequence[Cell]) -> list[str]:
    return [cell for cell in row if isinstance(cell, str) and cell.strip()]


def _trimmed(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Leave out empty rows at both ends and empty columns at the right."""
    last = max((at + 1 for at, row in enumerate(rows) if _filled(row)), default=0)
    rows = rows[:last]
    width = max(
        (at + 1 for row in rows for at, cell in enumerate(row) if cell != ""),
        default=0,
    )
    return [row[:width] for row in rows]


def _lowered(cell: Cell, rows: int) -> Cell:
    """A cell of the rows below the first ones; one merged with those is empty."""
    if isinstance(cell, str):
        return cell
    return (cell[0] - rows, cell[1]) if cell[0] >= rows else ""


def _check_sheets(data: bytes, file: str) -> None:
    """Refuse a workbook of more cells than any table has, before all of them are made.

    Raises:
        InputError: it holds, or its merged cells cover, too many.
    """
    with opened(data, file) as archive:
        for name in archive.namelist():
            if not name.startswith("xl/worksheets/"):
                continue
            source = archive.read(name)
            area = sum(map(_area, _MERGED.finditer(source)))
            cells = source.count(b"<c ") + source.count(b":c ")
            limits.check_size(cells + area, limits.CELLS, file, "cells")


def _area(match: re.Match[bytes]) -> int:
    from openpyxl.utils import column_index_from_string

    left, right = (column_index_from_string(match[at].decode("ascii")) for at in (1, 3))
    top, bottom = int(match[2]), int(match[4])
    return (right - left + 1) * (bottom - top + 1)
