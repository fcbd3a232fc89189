"""A file -> its text, by the reader of its format."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
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
from evolve.reading.formats.kinds import SUFFIXES, UNREAD, kind_of, refusal

__all__ = ["read_file", "reader_named"]

_OWN = {"txt": "plain:read_plain", "csv": "sheets:read_csv"}
"""Module and name of the readers that need no foreign library; imported when first needed."""
_FOREIGN = {
    "md": "markdown:read_markdown",
    "docx": "word:read_docx",
    "html": "web:read_html",
    "mhtml": "web:read_mhtml",
    "pdf": "pdf:read_pdf",
    "xlsx": "sheets:read_xlsx",
}
"""The readers that do, and that have a process of their own for that reason."""
_CONVERTED = {"doc": "docx", "odt": "docx", "rtf": "docx", "xls": "xlsx", "ods": "xlsx"}
"""Formats that are converted first, and to what."""


def read_file(
    path: Path, name: str | None = None, *, encoding: str | None = None, apart: bool = True
) -> Sequence[RawText | Problem]:
    """Read one file, or all files in one archive.

    Args:
        path: the file, or ``-`` for standard input.
        name: name for the reader; the file's own where it is None.
        encoding: encoding of text files, or None to detect it.
        apart: whether foreign libraries work in a process of their own, within bounds of time and
            memory.

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
    reading = _Reading(encoding=encoding, apart=apart)
    if kind_of(data, file) != "zip":
        return [reading.text(data, file)]
    found = list(reading.members(data, file, depth=1))
    if not any(isinstance(text, RawText) for text in found):
        reasons = " ".join(problem.message for problem in found[:1] if isinstance(problem, Problem))
        raise InputError(reasons or f"{file}: no document in the archive.")
    return found


def reader_named(name: str) -> Reader:
    """Import a reader by module and name, as in ``pdf:read_pdf``."""
    module, function = name.split(":")
    found = getattr(import_module(f"evolve.reading.formats.{module}"), function)
    return cast("Reader", found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """How files are read."""

    encoding: str | None
    apart: bool

    def members(self, data: bytes, file: str, *, depth: int) -> Iterator[RawText | Problem]:
        """Read the files in an archive."""
        for name, unpack in members_of(data, file):
            if PurePosixPath(name).suffix.lower() in SUFFIXES | UNREAD and not hidden(name):
                member = f"{file}/{name}"
                try:
                    yield from self._member(unpack, member, depth)
                except InputError as error:
                    yield Problem(file=member, message=str(error))

    def _member(
        self, unpack: Callable[[], bytes], file: str, depth: int
    ) -> Iterator[RawText | Problem]:
        data = unpack()
        if kind_of(data, file) != "zip":
            yield self.text(data, file)
        elif depth < limits.DEPTH:
            yield from self.members(data, file, depth=depth + 1)
        else:
            raise InputError(f"{file}: too many archives inside each other; unpack it.")

    def text(self, data: bytes, file: str) -> RawText:
        """Read the bytes of one file that is no archive.

        Raises:
            InputError: it cannot be read.
        """
        kind = kind_of(data, file)
        if kind not in {*_OWN, *_FOREIGN, *_CONVERTED}:
            raise InputError(f"{file}: {refusal(kind)}")
        raw = (
            self._converted(data, file, kind)
            if kind in _CONVERTED
            else self._read(data, file, kind)
        )
        if not raw.lines:
            raise InputError(f"{file}: there is no text in it.")
        return raw

    def _converted(self, data: bytes, file: str, kind: str) -> RawText:
        from evolve.reading.formats.office import converted, of_original

        target = _CONVERTED[kind]
        return of_original(self._read(converted(data, file, target), file, target), data, kind)

    def _read(self, data: bytes, file: str, kind: str) -> RawText:
        if kind in _OWN:
            return reader_named(_OWN[kind])(data, file=file, encoding=self.encoding)
        if not self.apart:
            return reader_named(_FOREIGN[kind])(data, file=file, encoding=self.encoding)
        from evolve.reading.formats.apart import read_apart

        return read_apart(_FOREIGN[kind], data, file=file, encoding=self.encoding)


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
