"""The files of a reading: JSON that keeps to a shape, and tables as a spreadsheet saves them."""

import csv
import json
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import TypeAdapter, ValidationError

from evolve.errors import FormatError, InputError
from evolve.reading.formats.encodings import decode

__all__ = ["Row", "as_json", "parsed", "read_text", "table"]

_T = TypeVar("_T")
_SEPARATORS = ",;\t"


class Row(NamedTuple):
    """A row of a table."""

    line: int
    """Of the file, where it ends."""
    cells: dict[str, str]
    """By the names in the first row; empty ones are left out."""


def read_text(path: Path) -> str:
    """Read a file in whatever encoding a spreadsheet or an editor saved it.

    Raises:
        InputError: it cannot be read.
    """
    try:
        return decode(path.read_bytes(), None, str(path)).text.removeprefix("\ufeff")
    except OSError as error:
        reason = error.strerror or error
        raise InputError(f"{path}: no reference reading can be read here: {reason}") from error


def parsed(kind: type[_T], text: str, where: str) -> _T:
    """Read JSON.

    Args:
        kind: Its shape.
        text: The JSON.
        where: File, and place in it, for messages.

    Raises:
        FormatError: it breaks the shape.
    """
    try:
        return TypeAdapter(kind).validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        message = f"{where}: {place}: {first['msg']}" if place else f"{where}: {first['msg']}"
        raise FormatError(message) from error


def table(path: Path, needed: Sequence[str], possible: Sequence[str] = ()) -> Iterator[Row]:
    """Read the rows of a table; columns with other names are left out.

    Args:
        path: CSV, or the same with semicolons or tabs.
        needed: Columns that must be there.
        possible: Columns that may be there.

    Raises:
        InputError: the file cannot be read.
        FormatError: a column is missing.
    """
    (_, head), *rows = list(_cells(path)) or [(1, [])]
    names = [name.strip().lower() for name in head]
    if lacking := [name for name in needed if name not in names]:
        there = ", ".join(filter(None, names)) or "none"
        raise FormatError(f"{path}: there is no column {lacking[0]}; the first row names {there}")
    known = {*needed, *possible}
    for line, row in rows:
        named = zip(names, (cell.strip() for cell in row), strict=False)
        if cells := {name: cell for name, cell in named if cell and name in known}:
            yield Row(line, cells)


def _cells(path: Path) -> Iterator[tuple[int, list[str]]]:
    """All rows with the line on which each ends."""
    text = read_text(path).replace("\r\n", "\n").replace("\r", "\n")
    separator = max(_SEPARATORS, key=text.partition("\n")[0].count)
    rows = csv.reader(StringIO(text, newline=""), delimiter=separator)
    try:
        for row in rows:
            yield rows.line_num, row
    except csv.Error as error:
        raise FormatError(f"{path}: line {rows.line_num}: {error}") from error


def as_json(row: Row) -> str:
    """The cells as JSON, whose strings become numbers and truth values where a shape asks."""
    return json.dumps(row.cells)
