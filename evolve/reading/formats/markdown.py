"""Markdown: a heading is a heading, a table a table, and the signs of both are no text."""

from collections.abc import Iterator, Sequence
from typing import Any

from evolve.reading.formats.base import RawText
from evolve.reading.formats.builder import BULLET, Builder
from evolve.reading.formats.encodings import decode
from evolve.reading.formats.guard import library

__all__ = ["read_markdown"]


def read_markdown(data: bytes, *, file: str, encoding: str | None) -> RawText:
    """Read Markdown (CommonMark with tables); see :class:`evolve.reading.formats.base.Reader`.

    Numbers of lists stay as they are written, and a line break inside a paragraph stays one,
    because Chinese texts are often kept with one paragraph a line.
    """
    decoded = decode(data, encoding, file)
    with library(file, "Markdown text"):
        from markdown_it import MarkdownIt

        parser = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table")
        parser.disable(["code", "html_block", "html_inline", "link", "image", "reference"])
        tokens = parser.parse(decoded.text)
    builder = Builder(file, notices=list(decoded.notices))
    _Teller(builder).tell(tokens)
    return builder.finish(data, format="md", encoding=decoded.encoding)


class _Teller:
    """Tells a builder what the tokens of a text say."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._label = ""
        self._rows: list[list[str]] | None = None

    def tell(self, tokens: Sequence[Any]) -> None:
        depth = None
        for token in tokens:
            if token.type == "heading_open":
                depth = int(token.tag[1])
            elif token.type == "heading_close":
                depth = None
            elif token.type == "list_item_open":
                self._label = f"{token.info}{token.markup} " if token.info else BULLET
            elif token.type == "inline":
                self._inline(token, depth)
            elif token.type == "fence":
                self._builder.line(token.content)
            else:
                self._table(token.type)

    def _inline(self, token: Any, depth: int | None) -> None:
        if self._rows is not None:
            self._rows[-1].append("".join(_plain(token.children)))
            return
        bold = [child.type for child in token.children if child.content or child.nesting]
        self._builder.line(
            "".join(_plain(token.children)),
            depth=depth,
            label=self._label,
            bold=bold[:1] == ["strong_open"] and bold[-1:] == ["strong_close"],
        )
        self._label = ""

    def _table(self, kind: str) -> None:
        if kind == "table_open":
            self._rows = []
        elif kind == "tr_open" and self._rows is not None:
            self._rows.append([])
        elif kind == "table_close" and self._rows is not None:
            self._builder.table(self._rows)
            self._rows = None


def _plain(children: Sequence[Any]) -> Iterator[str]:
    for child in children:
        yield "\n" if child.type in {"softbreak", "hardbreak"} else child.content
