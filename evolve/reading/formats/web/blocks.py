"""The tree of a page -> its blocks of text in the order of reading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from evolve.reading.formats.builder import BULLET, Cell
from evolve.reading.formats.web.grids import grid_of
from evolve.reading.formats.word.numerals import numeral

__all__ = ["Block", "blocks_of"]

_SILENT = frozenset(
    [
        "head",
        "script",
        "style",
        "template",
        "svg",
        "math",
        "object",
        "applet",
        "audio",
        "video",
        "canvas",
        "iframe",
        "noframes",
        "rt",
        "rp",
        "datalist",
        "map",
    ]
)
"""Elements whose text is not read."""
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "button",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "o:p",
        "output",
        "q",
        "ruby",
        "rb",
        "s",
        "samp",
        "small",
        "span",
        "st1:chsdate",
        "strike",
        "strong",
        "sub",
        "sup",
        "textarea",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_BOLD = frozenset(("b", "strong", "th"))
_LETTERS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass(slots=True)
class Block:
    """A piece of text between two block elements."""

    element: Any
    """The block element that holds it."""
    text: str = ""
    linked: int = 0
    """Characters of it that are links."""
    bold: int = 0
    """Characters of it that are bold."""
    depth: int | None = None
    """Depth of the heading, 1 outermost."""
    label: str = ""
    """Number of an ordered list."""
    hidden: bool = False
    """Whether the page does not show it."""
    rows: list[list[Cell]] = field(default_factory=list)
    """Cells, where it is a table."""

    @property
    def length(self) -> int:
        """Characters that are not white space."""
        return len("".join(self.text.split()))


@dataclass(slots=True)
class _State:
    """What holds at one place of the tree."""

    element: Any
    tag: str
    block: Any
    linked: bool
    bold: bool
    hidden: bool
    preserved: bool
    depth: int | None


def blocks_of(body: Any) -> Iterator[Block]:
    """Walk through a page.

    Args:
        body: root of the tree, an lxml element.

    Yields:
        Every block with text, shown or hidden.
    """
    walker = _Walker()
    stack: list[tuple[_State, Iterator[Any]]] = []
    state: _State | None = _State(body, "body", body, False, False, False, False, None)  # noqa: FBT003 - nothing holds at the root
    while state is not None:
        yield from walker.enter(state)
        stack.append((state, iter(state.element)))
        state = None
        while stack and state is None:
            above, children = stack[-1]
            child = next(children, None)
            if child is None:
                yield from walker.leave(above)
                stack.pop()
                if stack:
                    walker.add(stack[-1][0], above.element.tail)
            elif not isinstance(child.tag, str) or child.tag.lower() in _SILENT:
                walker.add(above, child.tail)
            else:
                state = _below(above, child)
                rows = grid_of(child) if state.tag == "table" else []
                if rows:
                    yield from walker.table(state, rows)
                    walker.add(above, child.tail)
                    state = None
    yield from walker.flush()


def _below(above: _State, element: Any) -> _State:
    tag = element.tag.lower()
    style = "".join((element.get("style") or "").lower().split())
    heading = len(tag) == 2 and tag[0] == "h" and tag[1] in "123456"  # noqa: PLR2004 - h1 to h6
    weight = "font-weight:bold" in style or "font-weight:700" in style
    return _State(
        element=element,
        tag=tag,
        block=above.block if tag in _INLINE else element,
        linked=above.linked or (tag == "a" and element.get("href") is not None),
        bold=above.bold or tag in _BOLD or heading or weight,
        hidden=above.hidden or "display:none" in style or element.get("hidden") is not None,
        preserved=above.preserved or tag == "pre",
        depth=int(tag[1]) if heading else above.depth,
    )


class _Walker:
    """Puts the text of the tree into blocks."""

    def __init__(self) -> None:
        self._open: Block | None = None
        self._pieces: list[str] = []
        self._label = ""
        self._counts: dict[Any, int] = {}

    def enter(self, state: _State) -> Iterator[Block]:
        """Begin an element."""
        if state.tag not in _INLINE:
            yield from self.flush()
            self._label = self._numbered(state.element) if state.tag == "li" else self._label
        self.add(state, state.element.text)
        if state.tag == "br":
            yield from self.flush()

    def leave(self, state: _State) -> Iterator[Block]:
        """End an element."""
        if state.tag not in _INLINE:
            yield from self.flush()

    def add(self, state: _State, text: str | None) -> None:
        """Add a piece of text at a place of the tree."""
        if not text:
            return
        if self._open is None:
            if text.isspace():
                return
            self._open = Block(state.block, depth=state.depth, label=self._label)
            self._open.hidden = state.hidden
            self._label = ""
        length = len("".join(text.split()))
        self._open.linked += length * state.linked
        self._open.bold += length * state.bold
        self._pieces.append(text if state.preserved else text.replace("\n", " "))

    def table(self, state: _State, rows: list[list[Cell]]) -> Iterator[Block]:
        """Add a table as one block."""
        yield from self.flush()
        text = "\n".join("\t".join(cell for cell in row if isinstance(cell, str)) for row in rows)
        yield Block(state.element, text, hidden=state.hidden, rows=rows)

    def flush(self) -> Iterator[Block]:
        """End the open block."""
        if self._open is not None:
            self._open.text = "".join(self._pieces)
            yield self._open
        self._open, self._pieces = None, []

    def _numbered(self, item: Any) -> str:
        """The number or sign that a browser prints before an item of a list."""
        parent = item.getparent()
        if parent is None or "list-style" in (parent.get("style") or ""):
            return ""
        if parent.tag != "ol":
            return BULLET if parent.tag == "ul" else ""
        before = self._counts.get(parent, _integer(parent.get("start"), 1) - 1)
        number = self._counts[parent] = _integer(item.get("value"), before + 1)
        return f"{numeral(number, _LETTERS.get(parent.get('type', ''), 'decimal'))}. "


def _integer(text: str | None, default: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"\d{1,6}", text) else default
