"""A file -> its text, by the reader of its format."""

import sys
from collections.abc import Sequence
from pathlib import Path

from evolve.errors import InputError
from evolve.model import Problem
from evolve.reading.formats import limits
from evolve.reading.formats.base import RawText, Reader
from evolve.reading.formats.find import STDIN
from evolve.reading.formats.plain import read_plain

__all__ = ["SUFFIXES", "read_file"]

_READERS: dict[str, Reader] = {".txt": read_plain, ".md": read_plain}

SUFFIXES = frozenset(_READERS)
"""Suffixes of the files that are read, lower case with the dot."""


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
    file = name or path.name
    data = _bytes(path, file)
    if not data:
        raise InputError(f"{file}: the file is empty; leave it out or fill it.")
    return [_READERS[path.suffix.lower()](data, file=file, encoding=encoding)]


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
