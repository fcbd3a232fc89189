"""Rows under headings."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from evolve.listing.model import Row

__all__ = ["GROUPINGS", "grouped"]

GROUPINGS: dict[str, Callable[[Row], str]] = {
    "state": lambda row: f"{row.state} ({row.certainty})",
    "series": lambda row: row.series,
    "year": lambda row: str(row.year),
    "document": lambda row: row.document,
    "section": lambda row: row.section,
    "event": lambda row: row.event or "-",
    "level": lambda row: row.level,
    "parent": lambda row: row.parent or row.title,
}
"""What rows can be grouped by, and the heading that a row then stands under."""


def grouped(rows: Sequence[Row], by: str | None) -> Iterator[tuple[str, list[Row]]]:
    """Groups in the order of their headings, rows in their own order; one group without ``by``."""
    if by is None:
        yield "", list(rows)
        return
    heading = GROUPINGS[by]
    for name, group in groupby(sorted(rows, key=heading), key=heading):
        yield name, list(group)
