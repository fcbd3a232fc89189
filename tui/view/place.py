"""Where a reader is: what breadcrumbs name, and what back and forward go to."""

from dataclasses import dataclass, field
from enum import StrEnum

from tui.view.query import Query

__all__ = ["Place", "View"]


class View(StrEnum):
    """The six views, and the differences of two wordings and of two documents."""

    OVERVIEW = "overview"
    THREADS = "threads"
    THREAD = "thread"
    DOCUMENTS = "documents"
    DOCUMENT = "document"
    INDICATORS = "indicators"
    COMPARE = "compare"
    PAIR = "pair"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class Place:
    """A view, what it is about, and where in it the cursor stands."""

    view: View
    subject: str = ""
    """Id of the thread or document; in a comparison the two ids, joined by a comma."""
    at: str = ""
    """Key of the row under the cursor; empty for the first."""
    query: Query = field(default_factory=Query)
    """What the list is narrowed to."""
