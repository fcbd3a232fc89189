"""The matrix: threads down, documents across, a glyph a cell."""

from evolve.model import CoverageStatus, Entry, Role, State, Thread
from tui.strings import Words
from tui.view.columns import Column
from tui.view.glyphs import Cell, Glyphs
from tui.view.index import Index
from tui.view.text import Line, Run

__all__ = ["cell_of", "cells", "column_heads", "gap"]

_UNSEEN = frozenset({CoverageStatus.THIN, CoverageStatus.PARTIAL, CoverageStatus.NONE})


def cell_of(index: Index, thread: Thread, column: Column) -> Cell:
    """What the document of a column says of a thread."""
    document = column.documents.get(thread.series)
    if document is None:
        return Cell.UNOBSERVABLE
    entry = next((entry for entry in thread.entries if entry.document == document), None)
    if entry is not None:
        return _present(index, entry)
    row = index.coverage.get((thread.series, column.role, column.end))
    hidden = row is not None and row.status in _UNSEEN
    return Cell.UNOBSERVABLE if hidden else Cell.ABSENT


def _present(index: Index, entry: Entry) -> Cell:
    if not entry.members:
        return Cell.ALSO
    if index.timeline.document[entry.document].role is not Role.OUTCOME:
        return Cell.PLAN
    return Cell.COMPLETED if entry.state is State.COMPLETED else Cell.OUTCOME


def gap(count: int, room: int) -> int:
    """Cells that each column takes so that ``count`` of them fit into ``room``."""
    return 3 if count * 3 <= room else 2


def cells(
    index: Index, thread: Thread, columns: tuple[Column, ...], glyphs: Glyphs, step: int
) -> Line:
    """The cells of one thread, each ``step`` wide."""
    found = []
    for column in columns:
        cell = cell_of(index, thread, column)
        found.append(Run(glyphs.cells[cell].center(step), f"cell.{cell}"))
    return tuple(found)


def column_heads(columns: tuple[Column, ...], words: Words, step: int) -> tuple[Line, Line]:
    """Two lines over the matrix: the year in two digits, and the sign of the role."""
    years = tuple(Run(f"{column.year % 100:02}".center(step), "head") for column in columns)
    roles = []
    for column in columns:
        sign = words(column.sign)
        wide = 2 if ord(sign) > 0x7F else 1  # noqa: PLR2004 - the last ASCII character
        left = max(0, (step - wide) // 2)
        roles.append(Run(" " * left + sign + " " * (step - wide - left), "head"))
    return years, tuple(roles)
