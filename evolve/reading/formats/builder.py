"""A text put together line by line, with what the format says of each line."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from evolve.model import Span
from evolve.reading.formats import limits
from evolve.reading.formats.base import Discard, Grid, Line, RawText
from evolve.reading.formats.inert import inert, told
from evolve.reading.numbers.numbering import NEVER_OUTERMOST, label_of

__all__ = ["BULLET", "Builder", "Cell"]

BULLET = "• "
"""What a person sees before an item of a list without numbers."""

Cell = str | tuple[int, int]
"""Text of a cell, or row and column of the merged cell before it that covers this place."""


@dataclass
class Builder:
    """Collects lines, tables and pieces set aside; ``finish`` gives the text of the file."""

    file: str
    """Name of the file, for messages."""
    title: str = ""
    published: date | None = None
    number: str | None = None
    notices: list[str] = field(default_factory=list)
    """What was odd or guessed."""
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _lines: list[Line] = field(default_factory=list)
    _tables: list[Grid] = field(default_factory=list)
    _discarded: list[Discard] = field(default_factory=list)
    _replaced: set[str] = field(default_factory=set)
    _cells: int = 0

    def line(
        self,
        text: str,
        *,
        depth: int | None = None,
        label: str = "",
        page: int | None = None,
        bold: bool = False,
    ) -> None:
        """Add a paragraph; one that holds line breaks becomes several lines."""
        own = label_of(text.lstrip()) if label == BULLET else None
        if own and (own.style == "dash" or own.style not in NEVER_OUTERMOST):
            label = ""
        for start, end in self._add(label + text):
            self._lines.append(Line(start, end, depth, label, None, page, bold))
            label = ""

    def discard(self, text: str, reason: str) -> None:
        """Add a piece that is no part of the document."""
        self._discarded.extend(Discard(start, end, reason) for start, end in self._add(text))

    def blank(self) -> None:
        """Add an empty line."""
        self._write("\n")

    def table(
        self, rows: Sequence[Sequence[Cell]], *, title: str = "", page: int | None = None
    ) -> None:
        """Add a table, one line a row.

        Args:
            rows: cells of each row; short rows are filled with empty cells.
            title: what the format names the table.
            page: page on which it starts.
        """
        width = max((len(row) for row in rows), default=0)
        self._cells += width * len(rows)
        limits.check_size(self._cells, limits.CELLS, self.file, "cells of tables")
        spans: list[tuple[Span, ...]] = []
        for row in rows:
            start = self._length
            spans.append(self._row([*row, *[""] * (width - len(row))], spans))
            own = [span for span in spans[-1] if span[0] >= start and span[1] > span[0]]
            if own:
                number = len(self._tables)
                self._lines.append(Line(own[0][0], own[-1][1], table=number, page=page))
        self._tables.append(Grid(tuple(spans), title))

    def finish(self, data: bytes, *, format: str, encoding: str | None = None) -> RawText:  # noqa: A002 - the name of the field
        """Give the text and everything that points into it.

        Args:
            data: bytes of the file, to be hashed.
            format: as in ``RawText``.
            encoding: as in ``RawText``.
        """
        return RawText(
            file=self.file,
            sha256=hashlib.sha256(data).hexdigest(),
            format=format,
            encoding=encoding,
            text="".join(self._pieces),
            lines=tuple(self._lines),
            tables=tuple(self._tables),
            discarded=tuple(self._discarded),
            notices=(*self.notices, *told(self._replaced)),
            title=self.title,
            published=self.published,
            number=self.number,
        )

    def _write(self, text: str) -> Span:
        start, self._length = self._length, self._length + len(text)
        limits.check_size(self._length, limits.CHARACTERS, self.file, "characters")
        self._pieces.append(text)
        return start, self._length

    def _inert(self, text: str) -> str:
        text, replaced = inert(text)
        self._replaced |= replaced
        return text

    def _add(self, text: str) -> Iterator[Span]:
        for line in self._inert(text).split("\n"):
            if stripped := line.strip():
                yield self._write(stripped)
            self._write("\n")

    def _cell(self, text: str) -> Span:
        return self._write(" ".join(self._inert(text).split()))

    def _row(self, row: Sequence[Cell], above: Sequence[tuple[Span, ...]]) -> tuple[Span, ...]:
        spans: list[Span] = []
        for column, cell in enumerate(row):
            self._write("\t" if column else "")
            if isinstance(cell, str):
                spans.append(self._cell(cell))
            else:
                spans.append([*above, spans][cell[0]][cell[1]])
        self._write("\n")
        return tuple(spans)
