"""What a document consists of: points, paragraphs, tables and salutations."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from evolve.model import Span
from evolve.reading.layout.paragraphs import Paragraph

__all__ = ["LIST_STYLES", "NEEDS_NEIGHBOUR", "Break", "Content", "Element", "Node", "TableBlock"]

LIST_STYLES = frozenset({"shi", "first", "ordinal", "dash"})
"""Styles that list inside a paragraph; they open a node only where nothing finer does."""

NEEDS_NEIGHBOUR = frozenset(
    {
        "stem",
        "decimal2",
        "decimal3",
        "decimal4",
        "roman",
        "roman_part",
        "letter_part",
        "latin",
        "latin_paren",
        "bare",
    }
)
"""Styles that count only where the number before or after is there too."""


class TableBlock(NamedTuple):
    """A table among the paragraphs."""

    start: int
    """First character, in the text of the file."""
    end: int
    """After the last character."""
    title: str
    """Its caption, or empty."""
    rows: tuple[tuple[Span, ...], ...]
    """The span of each cell; a merged cell has the same span everywhere."""
    header: int
    """How many rows are column headings."""


class Break(NamedTuple):
    """A salutation in a speech: what follows is no longer under the point before it."""

    start: int
    """Where it stands, in the text of the file."""

    @property
    def end(self) -> int:
        """It holds nothing."""
        return self.start


_NOWHERE = Paragraph(0, 0, "")


@dataclass(slots=True)
class Node:
    """A numbered point, a heading, or the root, with what stands under it in order."""

    head: Paragraph = _NOWHERE
    """Its line; an empty one for the root."""
    style: str = ""
    """Style of its number, ``heading``, ``box`` or empty for the root."""
    label: str = ""
    """Number as printed."""
    number: int = 0
    """Value of the number."""
    text: str = ""
    """Its line without the number."""
    rank: float = 0.0
    """The smaller, the further out."""
    contents: list["Content"] = field(default_factory=list)
    """Paragraphs, tables and finer points, in order."""

    @property
    def start(self) -> int:
        """First character of its line, in the text of the file."""
        return self.head.start

    @property
    def end(self) -> int:
        """After the last character of all that stands under it."""
        return max([self.head.end, *(content.end for content in self.contents)])

    @property
    def children(self) -> list["Node"]:
        """The finer points."""
        return [part for part in self.contents if isinstance(part, Node)]

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Its own paragraphs below its line."""
        return [part for part in self.contents if isinstance(part, Paragraph)]

    def walk(self) -> Iterator["Node"]:
        """All nodes below it, each before its own children."""
        pending = list(reversed(self.children))
        while pending:
            node = pending.pop()
            yield node
            pending.extend(reversed(node.children))


Content = Node | Paragraph | TableBlock | Break
"""What stands under a heading."""

Element = Paragraph | TableBlock | Break
"""What stands in a document before its outline is known."""
