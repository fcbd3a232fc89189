"""What every reader gives: the text of a file, and what the format says of its lines.

``text`` is what a person sees when the file is open: automatic numbers of a word processor
stand in it, a paragraph that a page broke is whole again, a row of a table is one line with
its cells separated by tabs. All spans of the program point into it.

Every non-blank character of ``text`` is either in one of ``lines`` or in one of
``discarded``; no two of these overlap, and both are sorted.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from evolve.model import Span

__all__ = ["Discard", "Grid", "Line", "RawText", "Reader"]


class Line(NamedTuple):
    """One line of the text without the white space around it; never blank, never broken.

    In a format that knows paragraphs (docx, html, pdf, md) it is a whole paragraph; in plain
    text it is a physical line, and several of them may make one paragraph.
    """

    start: int
    """First character, in the text of the file."""
    end: int
    """After the last character."""
    depth: int | None = None
    """Depth of the heading, 1 outermost, where the format says that it is one."""
    label: str = ""
    """Number that the word processor made by itself; the line begins with it."""
    table: int | None = None
    """Position of the table that the line is a row of."""
    page: int | None = None
    """Page on which it starts, from 1, where the format has pages."""
    bold: bool = False
    """Whether all of it is set in bold."""


class Grid(NamedTuple):
    """A table: the span of each cell, row by row."""

    rows: tuple[tuple[Span, ...], ...]
    """Rows of equal length; a merged cell has the same span at each place that it covers, and
    an empty cell an empty span."""
    title: str = ""
    """What the format itself names the table: a caption, the name of a sheet."""


class Discard(NamedTuple):
    """A piece that is no part of the document."""

    start: int
    """First character, in the text of the file."""
    end: int
    """After the last character."""
    reason: str
    """``navigation``, ``page header``, ``page footer``, ``page number`` ..."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RawText:
    """A file that was read, before anything is known of its outline."""

    file: str
    """Name for the reader: relative to the folder that was given, forward slashes; a member of
    an archive follows the archive's own name, as in ``plans.zip/2021.docx``."""
    sha256: str
    """Hash of the file's (or member's) bytes, hexadecimal."""
    format: str
    """``txt``, ``md``, ``html``, ``mhtml``, ``docx``, ``doc``, ``pdf``, ``xlsx``, ``csv`` ..."""
    encoding: str | None
    """Encoding of the bytes, or None where the format has none of its own."""
    text: str
    """Only a line feed breaks a line; control characters are inert (see ``inert``)."""
    lines: tuple[Line, ...]
    """All lines of the document, in order."""
    tables: tuple[Grid, ...] = ()
    """All tables, in order."""
    discarded: tuple[Discard, ...] = ()
    """Pieces set aside, in order."""
    notices: tuple[str, ...] = ()
    """What was odd or guessed, one sentence each."""
    title: str = ""
    """Title by the format's own data (such as a page's ``ArticleTitle``), or empty."""
    published: date | None = None
    """Date of publication by the format's own data."""
    number: str | None = None
    """Document number (文号) by the format's own data."""


class Reader(Protocol):
    """One reader a format."""

    def __call__(self, data: bytes, *, file: str, encoding: str | None) -> RawText:
        """Read the bytes of one file.

        Args:
            data: the file's bytes, of bounded size.
            file: name for messages and for ``RawText.file``.
            encoding: what the user says of the encoding, or None to detect it.

        Raises:
            InputError: it cannot be read.
        """
        ...
