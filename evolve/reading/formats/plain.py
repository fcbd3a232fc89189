"""Plain text: a line is a line."""

import hashlib
import re

from evolve.errors import InputError
from evolve.reading.formats import limits
from evolve.reading.formats.base import Line, RawText
from evolve.reading.formats.encodings import decode
from evolve.reading.formats.inert import inert, told

__all__ = ["read_plain"]

_LINE = re.compile(r"\S(?:.*\S)?")


def read_plain(data: bytes, *, file: str, encoding: str | None) -> RawText:
    """Read a text file; see :class:`evolve.reading.formats.base.Reader`."""
    decoded = decode(data, encoding, file)
    limits.check_size(len(decoded.text), limits.CHARACTERS, file, "characters")
    text, replaced = inert(decoded.text)
    lines = tuple(Line(*match.span()) for match in _LINE.finditer(text))
    if not lines:
        raise InputError(f"{file}: the file is empty; leave it out or fill it.")
    return RawText(
        file=file,
        sha256=hashlib.sha256(data).hexdigest(),
        format="txt",
        encoding=decoded.encoding,
        text=text,
        lines=lines,
        notices=(*decoded.notices, *told(replaced)),
    )
