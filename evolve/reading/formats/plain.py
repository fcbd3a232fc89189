"""Plain text: a line is a line."""

import hashlib
import re

from evolve.errors import InputError
from evolve.reading.formats import limits
from evolve.reading.formats.base import Discard, Line, RawText
from evolve.reading.formats.encodings import decode
from evolve.reading.formats.inert import inert, told

__all__ = ["read_plain"]

_LINE = re.compile(r"\S(?:.*\S)?")
_PAGE = re.compile(
    r"[—–―-]{1,2}[ \t]*\d{1,3}[ \t]*[—–―-]{1,2}|"
    r"第[ \t]*\d{1,3}[ \t]*页(?:[ \t，,/／]*共[ \t]*\d{1,3}[ \t]*页)?|"
    r"(?i:page \d{1,3}(?: of \d{1,3})?)"
)
"""The number of a page that was copied along: — 12 —, 第 12 页 共 30 页."""


def read_plain(data: bytes, *, file: str, encoding: str | None) -> RawText:
    """Read a text file; see :class:`evolve.reading.formats.base.Reader`."""
    decoded = decode(data, encoding, file)
    limits.check_size(len(decoded.text), limits.CHARACTERS, file, "characters")
    text, replaced = inert(decoded.text)
    found = list(_LINE.finditer(text))
    pages = {match.start() for match in found if _PAGE.fullmatch(match[0])}
    if len(pages) == len(found):
        raise InputError(f"{file}: the file is empty; leave it out or fill it.")
    return RawText(
        file=file,
        sha256=hashlib.sha256(data).hexdigest(),
        format="txt",
        encoding=decoded.encoding,
        text=text,
        lines=tuple(Line(*match.span()) for match in found if match.start() not in pages),
        discarded=tuple(
            Discard(*match.span(), "page number") for match in found if match.start() in pages
        ),
        notices=(*decoded.notices, *told(replaced)),
    )
