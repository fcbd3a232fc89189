"""A saved web page -> its article."""

import codecs
import re
from typing import Any

from evolve.errors import InputError
from evolve.reading.formats.base import RawText
from evolve.reading.formats.builder import Builder
from evolve.reading.formats.encodings import Decoded, decode
from evolve.reading.formats.guard import library
from evolve.reading.formats.web.article import articles
from evolve.reading.formats.web.blocks import Block, blocks_of
from evolve.reading.formats.web.data import number_of, published_on, title_of

__all__ = ["decoded_page", "read_html", "read_page"]

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 4096
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "iso8859-1": "cp1252"}
"""Encodings that pages name, and those that hold more characters and are meant."""


def read_html(data: bytes, *, file: str, encoding: str | None) -> RawText:
    """Read a web page; see :class:`evolve.reading.formats.base.Reader`."""
    return read_page(decoded_page(data, encoding, file), data, file=file, format="html")


def read_page(page: Decoded, data: bytes, *, file: str, format: str) -> RawText:  # noqa: A002 - the name of the field
    """Read the text of a page.

    Args:
        page: its source.
        data: bytes of the file that it came from.
        file: name of that file.
        format: format of that file.
    """
    tree = _tree(page.text, file)
    blocks = [block for block in blocks_of(tree) if block.text.strip()]
    builder = Builder(
        file,
        title=title_of(tree, blocks),
        published=published_on(tree, blocks),
        number=number_of(blocks),
        notices=list(page.notices),
    )
    for block, belongs in zip(blocks, articles(blocks, tree), strict=True):
        _tell(builder, block, belongs=belongs)
    return builder.finish(data, format=format, encoding=page.encoding)


def _tell(builder: Builder, block: Block, *, belongs: bool) -> None:
    if block.hidden:
        builder.discard(block.text, "hidden text")
    elif not belongs:
        builder.discard(block.text, "navigation")
    elif block.rows:
        builder.table(block.rows)
    else:
        builder.line(
            block.text.strip(),
            label=block.label,
            depth=block.depth,
            bold=block.bold == block.length,
        )


def _tree(text: str, file: str) -> Any:
    with library(file, "web page"):
        from lxml import etree, html

        parser = html.HTMLParser(
            encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
        )
        source = text.encode("utf-8", "replace").replace(b"\0", b"")
        try:
            tree = html.document_fromstring(source, parser=parser, ensure_head_body=True)
        except etree.ParserError as error:
            raise InputError(f"{file}: there is no text in it.") from error
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise InputError(f"{file}: nested deeper than any page; save it again as text.")
    return tree


def decoded_page(
    data: bytes, encoding: str | None, file: str, charset: str | None = None
) -> Decoded:
    """Decode by what the user, the message or the page says, where the bytes bear it out."""
    named = _CHARSET.search(data[:_HEAD])
    said = charset or (named[1].decode("ascii", "replace") if named else None)
    if encoding is None and said and not data.startswith(_MARKS):
        try:
            name = codecs.lookup(said).name
            name = _WIDER.get(name, name)
            return Decoded(data.decode(name), name)
        except (LookupError, UnicodeError, ValueError):
            pass
    return decode(data, encoding, file)
