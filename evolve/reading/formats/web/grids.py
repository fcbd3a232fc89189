"""Tables of data, told from tables that only lay out a page."""

from typing import Any

from evolve.reading.formats.builder import Cell

__all__ = ["grid_of"]

_LONG = 400
"""Characters of a cell beyond which a table is the layout of a page."""
_BLOCKS = 4
"""Paragraphs of a cell beyond which a table is the layout of a page."""
_WIDE = 200
"""Columns that a cell may span."""
_LINKS = 0.6
"""Share of linked cells from which a table is navigation."""


def grid_of(table: Any) -> list[list[Cell]]:
    """The cells of a table of data, with merged cells; empty for a table of layout.

    Args:
        table: a ``table`` element of lxml.
    """
    if next(table.iterdescendants("table"), None) is not None:
        return []
    rows = [list(row.iterchildren("td", "th")) for row in table.iterdescendants("tr")]
    rows = [row for row in rows if row]
    texts = [[_text(cell) for cell in row] for row in rows]
    if len(rows) < 2 or max(map(_width, rows)) < 2:  # noqa: PLR2004 - a grid has rows and columns
        return []
    longest = max(len(text) for row in texts for text in row)
    blocks = max(_blocks(cell) for row in rows for cell in row)
    links = sum(next(cell.iter("a"), None) is not None for row in rows for cell in row)
    if longest > _LONG or blocks > _BLOCKS or links > _LINKS * sum(map(len, rows)):
        return []
    return _grid(rows, texts)


def _grid(rows: list[list[Any]], texts: list[list[str]]) -> list[list[Cell]]:
    taken: dict[tuple[int, int], tuple[int, int]] = {}
    grid: list[list[Cell]] = []
    for at, (row, words) in enumerate(zip(rows, texts, strict=True)):
        line: list[Cell] = []
        for cell, text in zip(row, words, strict=True):
            _fill(line, at, taken)
            column = len(line)
            down = min(_span(cell, "rowspan"), len(rows) - at)
            across = _span(cell, "colspan")
            for place in range(down * across):
                below, right = divmod(place, across)
                taken.setdefault((at + below, column + right), (at, column))
            line.append(text)
            del taken[at, column]
        _fill(line, at, taken)
        grid.append(line)
    return grid


def _fill(line: list[Cell], row: int, taken: dict[tuple[int, int], tuple[int, int]]) -> None:
    """Go over the places that a merged cell covers."""
    while (origin := taken.pop((row, len(line)), None)) is not None:
        line.append(origin)


def _span(cell: Any, name: str) -> int:
    value = (cell.get(name) or "").strip()
    limit = _WIDE if name == "colspan" else 10_000
    return max(1, min(int(value), limit)) if value.isdecimal() and len(value) < 6 else 1  # noqa: PLR2004 - bounded anyway


def _width(row: list[Any]) -> int:
    return sum(_span(cell, "colspan") for cell in row)


def _text(cell: Any) -> str:
    return " ".join("".join(cell.itertext("*")).split())


def _blocks(cell: Any) -> int:
    """Paragraphs, list items and breaks in a cell."""
    return sum(1 for _ in cell.iter("p", "div", "li", "br", "h1", "h2", "h3", "h4"))
