"""What one document consists of while it is put together, and where in it a point stands."""

from dataclasses import dataclass, field

from evolve.model import Item, ItemKind, Section, Span, Table
from evolve.reading.outline.headings import heading_of

__all__ = ["Assembly", "Place"]


@dataclass(slots=True)
class Place:
    """Where in the outline a point stands, and the positions given there so far."""

    prefix: str = ""
    path: tuple[str, ...] = ()
    kind: ItemKind = ItemKind.ITEM
    node: int = 0
    lead: int = 0
    tail: int = 0
    table: int = 0

    def next_node(self) -> str:
        """The number of the next point."""
        self.node += 1
        return f"{self.prefix}{self.node}"

    def next_lead(self) -> str:
        """That of the next piece before the points."""
        self.lead += 1
        return f"{self.prefix}0" if self.lead == 1 else f"{self.prefix}0.{self.lead}"

    def next_tail(self) -> str:
        """That of the next piece after a point."""
        self.tail += 1
        return f"{self.prefix}{self.node}c{self.tail}"

    def next_table(self) -> str:
        """That of the next table."""
        self.table += 1
        return f"{self.prefix}t{self.table}"


@dataclass(slots=True)
class Assembly:
    """What one document consists of."""

    document: str
    """Id of the document."""
    source: str
    """Decoded text of the file."""
    prose: bool
    """Whether it is written in long paragraphs."""
    numbered: bool
    """Whether it has any points."""
    reports: bool = False
    """Whether it tells of results."""
    sections: list[Section] = field(default_factory=list)
    """Its headings."""
    items: list[Item] = field(default_factory=list)
    """Its items."""
    tables: list[Table] = field(default_factory=list)
    """Its tables."""

    def add(  # noqa: PLR0913 - an item has these parts
        self,
        number: str,
        kind: ItemKind,
        path: tuple[str, ...],
        text: str,
        span: Span,
        *,
        label: str = "",
        heading: str | None = None,
    ) -> Item:
        """Add an item; its heading is found where none is given."""
        item = Item(
            id=f"{self.document}/{number}",
            document=self.document,
            kind=kind,
            label=label,
            path=path,
            heading=heading_of(text) if heading is None else heading,
            text=text,
            span=span,
        )
        self.items.append(item)
        return item
