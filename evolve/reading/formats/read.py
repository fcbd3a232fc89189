"""A file -> its text, by the reader of its format."""

import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import cast

from evolve.errors import InputError
from evolve.model import Problem
from evolve.reading.formats import limits
from evolve.reading.formats.archive import members_of
from evolve.reading.formats.base import RawText, Reader
from evolve.reading.formats.find import STDIN, hidden
from evolve.reading.formats.inert import inert
from evolve.reading.formats.kinds import SUFFIXES, kind_of

__all__ = ["read_data", "read_file"]

_READERS = {
    "txt": "plain:read_plain",
    "md": "markdown:read_markdown",
    "doc": "office:read_doc",
    "docx": "word:read_docx",
    "csv": "sheets:read_csv",
    "html": "web:read_html",
    "mhtml": "web:read_mhtml",
    "odt": "office:read_doc",
    "ods": "office:read_xls",
    "pdf": "pdf:read_pdf",
    "rtf": "office:read_doc",
    "xls": "office:read_xls",
    "xlsx": "sheets:read_xlsx",
}
"""Module and name of the reader of each format; it is imported when first needed."""


def read_file(
    path: Path, name: str | None = None, *, encoding: str | None = None
) -> Sequence[RawText | Problem]:
    """Read one file, or all files in one archive.

    Args:
        path: the file, or ``-`` for standard input.
        name: name for the reader; the file's own where it is None.
        encoding: encoding of text files, or None to detect it.

    Returns:
        One text; of an archive, one for each member, with a problem in the place of each member
        that could not be read.

    Raises:
        InputError: it cannot be read.
    """
    file = "-" if path == STDIN else " ".join(inert(name or path.name)[0].split("\n"))
    data = _bytes(path, file)
    if not data:
        raise InputError(f"{file}: the file is empty; leave it out or fill it.")
    if kind_of(data, file) != "zip":
        return [read_data(data, file=file, encoding=encoding)]
    found = list(_unpacked(data, file, encoding, depth=1))
    if not any(isinstance(text, RawText) for text in found):
        reasons = " ".join(problem.message for problem in found[:1] if isinstance(problem, Problem))
        raise InputError(reasons or f"{file}: no document in the archive.")
    return found


def _unpacked(
    data: bytes, file: str, encoding: str | None, *, depth: int
) -> Iterator[RawText | Problem]:
    for name, unpack in members_of(data, file):
        if PurePosixPath(name).suffix.lower() in SUFFIXES and not hidden(name):
            member = f"{file}/{name}"
            try:
                yield from _member(unpack(), member, encoding, depth)
            except InputError as error:
                yield Problem(file=member, message=str(error))


def _member(
    data: bytes, file: str, encoding: str | None, depth: int
) -> Iterator[RawText | Problem]:
    if kind_of(data, file) != "zip":
        yield read_data(data, file=file, encoding=encoding)
    elif depth < limits.DEPTH:
        yield from _unpacked(data, file, encoding, depth=depth + 1)
    else:
        raise InputError(f"{file}: too many archives inside each other; unpack it.")


def read_data(data: bytes, *, file: str, encoding: str | None) -> RawText:
    """Read the bytes of one file that is no archive.

    Raises:
        InputError: it cannot be read.
    """
    kind = kind_of(data, file)
    if kind not in _READERS:
        raise InputError(f"{file}: files of this kind ({kind}) are not read; convert it first.")
    module, name = _READERS[kind].split(":")
    reader = cast("Reader", getattr(import_module(f"evolve.reading.formats.{module}"), name))
    raw = reader(data, file=file, encoding=encoding)
    if not raw.lines:
        raise InputError(f"{file}: there is no text in it.")
    return raw


def _bytes(path: Path, file: str) -> bytes:
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(limits.FILE_BYTES + 1)
        else:
            with path.open("rb") as stream:
                data = stream.read(limits.FILE_BYTES + 1)
    except OSError as error:
        raise InputError(f"{file}: cannot be opened ({error.strerror}).") from error
    limits.check_size(len(data), limits.FILE_BYTES, file, "bytes")
    return data
