"""What a view is to the screen: rows of a list, and a page for the row under the cursor."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tui.view.place import Place
from tui.view.query import Query
from tui.view.scene import Scene
from tui.view.text import Block, Drawn, Line, Pair

__all__ = ["Facet", "Listing", "Page", "Row", "Source"]


class Row(NamedTuple):
    """A row of a list: what it is, and of what."""

    kind: str
    """``group``, ``thread``, ``measure``, ``entry``, ``document``, ``section``, ``item`` ..."""
    key: str
    """Id, unique among the rows."""
    depth: int = 0
    """How far it stands in."""
    below: int = 0
    """Rows below it: of a group, or of what can be unfolded."""


@dataclass(slots=True)
class Listing:
    """The rows that a query leaves."""

    rows: list[Row]
    shown: int
    """How many things (not groups) are left."""
    total: int
    """How many there are."""


@dataclass(slots=True)
class Page:
    """Text beside the list."""

    blocks: Sequence[Block | Pair | Drawn] = ()
    anchor: str = ""
    """The block to bring into sight; empty for the top."""
    key: str = ""
    """Pages with the same non-empty key have the same blocks, so only the anchor moves."""


@dataclass(frozen=True, slots=True)
class Facet:
    """Something that a list can be narrowed by."""

    name: str
    values: tuple[str, ...]
    """Values that occur, in the order in which they are offered."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """Words for the values."""
    scale: bool = False
    """Whether the values are steps of a scale, of which a range is chosen."""


class Source(ABC):
    """A view: pure functions of a scene, a place and a query."""

    share: float = 0.5
    """The list's part of a wide screen; 0 shows the page alone."""
    joined: bool = False
    """Whether a screen without room for a second page shows it at the end of the first."""
    sorts: tuple[str, ...] = ()
    """Orders beside the view's own, which is the first."""
    groups: tuple[str, ...] = ()
    """Groupings, the view's own first."""

    def __init__(self, scene: Scene, place: Place) -> None:
        self.scene = scene
        self.place = place

    @abstractmethod
    def crumb(self) -> str:
        """The name of the place."""

    @abstractmethod
    def listing(self, query: Query, toggled: frozenset[str]) -> Listing:
        """The rows that a query leaves, with what lies below unfolded rows."""

    @abstractmethod
    def line(self, row: Row, columns: int, *, toggled: bool) -> Line:
        """A row in ``columns`` cells."""

    @abstractmethod
    def page(self, row: Row | None, query: Query) -> Page:
        """What stands beside the list while the cursor is on a row."""

    def beside(self, row: Row | None, query: Query) -> Page:  # noqa: ARG002 - for those that have one
        """The second page, for screens that are wide enough."""
        return Page()

    def head(self, columns: int) -> tuple[Line, ...]:  # noqa: ARG002 - for those that have one
        """Lines over the list."""
        return ()

    def opens(self, row: Row) -> Place | None:  # noqa: ARG002 - for those that open one
        """Where Enter on a row leads."""
        return None

    def facets(self) -> tuple[Facet, ...]:
        """What the list can be narrowed by."""
        return ()

    def record(self, row: Row) -> dict[str, str]:
        """A row as a record of an export, by column name."""
        return {"id": row.key}

    def around(self, step: int) -> Place | None:  # noqa: ARG002 - for those in a sequence
        """The view before (-1) or after (+1) this one in its sequence."""
        return None
