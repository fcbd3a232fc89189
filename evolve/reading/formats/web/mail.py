"""A web page saved in one file (.mhtml, RFC 2557)."""

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from evolve.errors import InputError
from evolve.reading.formats import limits
from evolve.reading.formats.base import RawText
from evolve.reading.formats.guard import library
from evolve.reading.formats.web.reader import decoded_page, read_page

__all__ = ["read_mhtml"]

_NESTED = re.compile(rb"(?i)content-type:\s*multipart/")
_MOST = 50
"""Parts that hold parts; the time of the parser grows with the square of their depth."""


def read_mhtml(data: bytes, *, file: str, encoding: str | None) -> RawText:
    """Read the first page in the file; see :class:`evolve.reading.formats.base.Reader`."""
    limits.check_size(len(_NESTED.findall(data)), _MOST, file, "parts in parts")
    with library(file, "web archive"):
        message: EmailMessage = BytesParser(policy=policy.default).parsebytes(data)
        page = next((part for part in message.walk() if _is_page(part)), None)
        content = page.get_payload(decode=True) if page is not None else None
        charset = page.get_content_charset() if page is not None else None
    if not isinstance(content, bytes) or not content.strip():
        raise InputError(f"{file}: there is no web page in it.")
    return read_page(
        decoded_page(content, encoding, file, charset), data, file=file, format="mhtml"
    )


def _is_page(part: EmailMessage) -> bool:
    return part.get_content_type() in {"text/html", "application/xhtml+xml"}
