"""What is asked for, and what is answered."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from evolve.model import Certainty, Level, Role, State

__all__ = ["Listing", "Row", "Selection"]


@dataclass(frozen=True)
class Selection:
    """Which threads are asked for; an empty field asks for all."""

    states: frozenset[State] = frozenset()
    certainty: Certainty | None = None
    level: Level | None = None
    since: int | None = None
    """First year in which it became so: first seen, completed, missing or, for an event, told."""
    until: int | None = None
    """Last such year."""
    events: frozenset[str] = frozenset()
    """Types of events; one row for each event instead of one for each thread."""
    unreported: bool = False
    """Promised for a year whose outcome exists and says nothing of it."""
    roles: frozenset[Role] = frozenset()
    """Roles of the document that a row cites."""
    series: frozenset[str] = frozenset()
    text: str = ""
    """Words that title or quotation must contain."""


@dataclass(frozen=True)
class Row:
    """One thread, or one event of a thread, with its citation."""

    thread: str
    series: str
    level: str
    title: str
    state: str
    certainty: str
    caveats: tuple[str, ...]
    year: int
    """When it became so."""
    event: str
    """Type of the event; empty in a list of threads."""
    reason: str
    """Why, in Chinese."""
    reason_en: str
    """Why, in English."""
    quote: str
    """The wording cited, verbatim."""
    document: str
    """Id of the document cited."""
    item: str
    """Id of the item cited."""
    citation: str
    """Document, heading and number as a reader would look them up."""
    section: str
    """Outermost heading above the item cited."""
    parent: str
    """Title of the item-level thread of a measure."""


@dataclass(frozen=True)
class Listing:
    """Rows and what they are a part of."""

    rows: Sequence[Row]
    asked: str
    """What was asked for, in words."""
    considered: int
    """Threads among which the rows were looked for: the denominator."""
    considered_as: str
    """What these are, in words."""
    notes: tuple[str, ...] = field(default=())
    """What the documents could not show."""

    @property
    def provisional(self) -> int:
        """Rows whose state the documents cannot carry."""
        return sum(row.certainty == Certainty.PROVISIONAL.value for row in self.rows)

    @property
    def threads(self) -> int:
        """Different threads among the rows."""
        return len({row.thread for row in self.rows})

    def summary(self) -> str:
        """Counts with their denominators, the provisional ones apart."""
        share = f" ({self.threads / self.considered:.0%})" if self.considered else ""
        events = f"{len(self.rows)} in " if len(self.rows) != self.threads else ""
        counted = f"{events}{self.threads} of {self.considered} {self.considered_as}{share}"
        return (
            f"{self.asked}: {counted};"
            f" {len(self.rows) - self.provisional} settled, {self.provisional} provisional"
        )
