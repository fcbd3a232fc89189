"""Tables without ruled lines: short cells that stand under each other, line by line."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean
from typing import NamedTuple

from evolve.reading.formats.builder import Cell
from evolve.reading.formats.pdf.page import PageLine

__all__ = ["Aligned", "aligned_tables"]

_SAME = 4.0
"""Points by which the edge or the middle of a column may move."""
_ROWS = 3
"""Lines from which a table is clear."""
_LEADING = 3.0
"""Distance between two rows, in heights of a line."""
_SHORT = 16
"""Characters of a cell on average; columns of prose have more."""


class Aligned(NamedTuple):
    """A table whose columns only their places tell."""

    rows: Sequence[PageLine]
    """Its lines, from the top."""

    @property
    def top(self) -> float:
        """Height of its upper edge."""
        return self.rows[0].top

    @property
    def xs(self) -> list[float]:
        """Where its columns begin, and where the last one ends."""
        columns = list(zip(*(row.cells for row in self.rows), strict=True))
        lefts = [min(cell.left for cell in column) for column in columns]
        return [*lefts, max(cell.right for cell in columns[-1])]

    def cells(self) -> list[list[Cell]]:
        """Texts of its cells, from the top."""
        return [[cell.text for cell in row.cells] for row in self.rows]


def aligned_tables(lines: Sequence[PageLine]) -> tuple[list[PageLine], list[Aligned]]:
    """Find tables among the lines of a page.

    Args:
        lines: from top to bottom.

    Returns:
        The other lines, and the tables.
    """
    others: list[PageLine] = []
    tables: list[Aligned] = []
    for run in _runs(lines):
        if _is_table(run):
            tables.append(Aligned(run))
        else:
            others += run
    return others, tables


def _runs(lines: Sequence[PageLine]) -> Iterator[list[PageLine]]:
    """Lines that follow each other with the same columns."""
    run: list[PageLine] = []
    for line in lines:
        if run and not (_near(run[-1], line) and _alike(run[0], line)):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _near(above: PageLine, below: PageLine) -> bool:
    return above.base - below.base <= _LEADING * max(above.height, below.height)


def _alike(one: PageLine, other: PageLine) -> bool:
    """Whether each cell stands under a cell: left, right or in the middle."""
    if not one.cells or len(one.cells) != len(other.cells):
        return False
    return all(
        min(
            abs(above.left - below.left),
            abs(above.right - below.right),
            abs(above.left + above.right - below.left - below.right) / 2,
        )
        <= _SAME
        for above, below in zip(one.cells, other.cells, strict=True)
    )


def _is_table(run: Sequence[PageLine]) -> bool:
    if len(run) < _ROWS or not run[0].cells:
        return False
    short = fmean(len(cell.text) for line in run for cell in line.cells) <= _SHORT
    return short and not _is_contents(run)


def _is_contents(run: Sequence[PageLine]) -> bool:
    """Whether they are headings with the pages that they stand on."""
    last = [line.cells[-1].text.strip(".…·— ") for line in run]
    numbers = [int(text) for text in last if text.isdecimal()]
    rising = all(before <= after for before, after in pairwise(numbers))
    return len(run[0].cells) == 2 and len(numbers) == len(run) and rising  # noqa: PLR2004 - a heading and its page
