"""Ruled lines on a page -> the cells of its tables."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from evolve.reading.formats.builder import Cell
from evolve.reading.formats.pdf.glyphs import Glyphs
from evolve.reading.formats.pdf.page import lines_of

__all__ = ["Ruled", "Stroke", "tables_of"]

_NEAR = 3.0
"""Points between lines that are one."""
_MOST = 2_000
"""Lines of a page; a map has more, a table never."""


class Stroke(NamedTuple):
    """A horizontal or vertical line: where it lies, and from where to where it runs."""

    at: float
    low: float
    high: float

    def covers(self, place: float) -> bool:
        """Whether it runs past a place."""
        return self.low <= place <= self.high


@dataclass(slots=True)
class Ruled:
    """A table: its lines, and the glyphs that stand in it."""

    xs: list[float]
    """Places of its columns' edges, from left to right."""
    ys: list[float]
    """Heights of its rows' edges, from the foot of the page upwards."""
    across: Sequence[Stroke]
    """Its horizontal lines."""
    down: Sequence[Stroke]
    """Its vertical lines."""
    glyphs: list[Glyphs] = field(default_factory=list)

    @property
    def top(self) -> float:
        """Height of its upper edge."""
        return self.ys[-1]

    def holds(self, glyph: Glyphs) -> bool:
        """Whether a glyph stands in it."""
        x, y = _middle(glyph)
        return self.xs[0] < x < self.xs[-1] and self.ys[0] < y < self.ys[-1]

    def cells(self) -> list[list[Cell]]:
        """Texts of its cells, from the top; places with no line between them are one cell."""
        origins = self._origins()
        inside: dict[tuple[int, int], list[Glyphs]] = defaultdict(list)
        for glyph in self.glyphs:
            x, y = _middle(glyph)
            row, column = len(self.ys) - 1 - bisect_left(self.ys, y), bisect_left(self.xs, x) - 1
            inside[origins[row, column]].append(glyph)
        return [
            [
                _text(inside[row, column])
                if origins[row, column] == (row, column)
                else origins[row, column]
                for column in range(len(self.xs) - 1)
            ]
            for row in range(len(self.ys) - 1)
        ]

    def _origins(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Of every place the first place of its cell, in the order of reading."""
        origins: dict[tuple[int, int], tuple[int, int]] = {}
        columns = [sum(pair) / 2 for pair in pairwise(self.xs)]
        rows = [sum(pair) / 2 for pair in pairwise(reversed(self.ys))]
        for row, y in enumerate(rows):
            for column, x in enumerate(columns):
                origin = (row, column)
                if column and not _between(self.down, self.xs[column], y):
                    origin = origins[row, column - 1]
                elif row and not _between(self.across, self.ys[-1 - row], x):
                    origin = origins[row - 1, column]
                origins[row, column] = origin
        return origins


def tables_of(across: Iterable[Stroke], down: Iterable[Stroke]) -> list[Ruled]:
    """Find the tables that lines rule, from the top of the page.

    Args:
        across: horizontal lines; ``at`` is a height.
        down: vertical lines; ``at`` is a place from the left.

    Returns:
        Tables of at least two columns; a box around a text is none.
    """
    across, down = _joined(across), _joined(down)
    if len(across) > _MOST or len(down) > _MOST:
        return []
    found = []
    for horizontal, vertical in _connected(across, down):
        xs, ys = _places(vertical), _places(horizontal)
        if len(xs) > 2 and len(ys) > 1:  # noqa: PLR2004 - two columns have three edges
            found.append(Ruled(xs, ys, horizontal, vertical))
    return sorted(found, key=lambda table: -table.top)


def _middle(glyph: Glyphs) -> tuple[float, float]:
    return (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2


def _text(glyphs: Sequence[Glyphs]) -> str:
    """The lines of a cell; between ideographs a line break means nothing."""
    text = ""
    for line in lines_of(glyphs):
        text += " " * (text[-1:].isascii() and line.text[:1].isascii() and bool(text)) + line.text
    return text


def _between(strokes: Sequence[Stroke], at: float, place: float) -> bool:
    return any(abs(stroke.at - at) <= _NEAR and stroke.covers(place) for stroke in strokes)


def _places(strokes: Iterable[Stroke]) -> list[float]:
    places: list[float] = []
    for stroke in sorted(strokes):
        if not places or stroke.at - places[-1] > _NEAR:
            places.append(stroke.at)
    return places


def _joined(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Join pieces of one line that touch or overlap."""
    joined: list[Stroke] = []
    ordered = sorted(strokes, key=lambda stroke: (round(stroke.at / _NEAR), stroke.low))
    for stroke in ordered:
        last = joined[-1] if joined else None
        if last and abs(last.at - stroke.at) <= _NEAR and stroke.low <= last.high + _NEAR:
            joined[-1] = Stroke(last.at, min(last.low, stroke.low), max(last.high, stroke.high))
        else:
            joined.append(stroke)
    return joined


def _connected(
    across: Sequence[Stroke], down: Sequence[Stroke]
) -> Iterator[tuple[list[Stroke], list[Stroke]]]:
    """Groups of lines that cross or touch one another."""
    left = set(range(len(down)))
    waiting = set(range(len(across)))
    while waiting:
        queue, horizontal, vertical = [waiting.pop()], [], []
        while queue:
            line = across[queue.pop()]
            horizontal.append(line)
            crossed = {index for index in left if _cross(line, down[index])}
            left -= crossed
            vertical += [down[index] for index in sorted(crossed)]
            for index in crossed:
                more = {other for other in waiting if _cross(across[other], down[index])}
                waiting -= more
                queue += more
        yield horizontal, vertical


def _cross(across: Stroke, down: Stroke) -> bool:
    return (
        across.low - _NEAR <= down.at <= across.high + _NEAR
        and down.low - _NEAR <= across.at <= down.high + _NEAR
    )
