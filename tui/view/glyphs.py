"""The signs of states and of the cells of the matrix: never by colour alone."""

from dataclasses import dataclass
from enum import StrEnum

from evolve.model import State

__all__ = ["ASCII", "UNICODE", "Cell", "Glyphs"]


class Cell(StrEnum):
    """What a document says of a thread."""

    PLAN = "plan"
    OUTCOME = "outcome"
    COMPLETED = "completed"
    ALSO = "also"
    ABSENT = "absent"
    UNOBSERVABLE = "unobservable"


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Signs, each one cell wide, and the substitutes for characters of the documents."""

    states: dict[State, str]
    cells: dict[Cell, str]
    full: str
    """A filled part of a bar."""
    empty: str
    """An empty one."""
    target: str
    """A target in a plot."""
    actual: str
    """What was reached."""
    baseline: str
    """What it started from."""
    absent: str
    """Nothing to stand beside it."""
    folded: str
    unfolded: str
    bars: str
    """Lowest to highest."""
    doubt: str = "?"
    substitutes: dict[int, int] | None = None
    """Stand-ins, one for one, for characters whose width depends on the terminal."""


UNICODE = Glyphs(
    states={
        State.NEW: "+",
        State.CONTINUED: "›",
        State.COMPLETED: "✔",
        State.DROPPED: "✘",
    },
    cells={
        Cell.PLAN: "○",
        Cell.OUTCOME: "◐",
        Cell.COMPLETED: "●",
        Cell.ALSO: "∘",
        Cell.ABSENT: "·",
        Cell.UNOBSERVABLE: " ",
    },
    full="█",
    empty="░",
    target="○",
    actual="●",
    baseline="◌",
    absent="—",
    folded="▸",
    unfolded="▾",
    bars="▁▂▃▄▅▆▇█",
)
"""For terminals that draw characters of ambiguous width in one cell."""

ASCII = Glyphs(
    states={
        State.NEW: "+",
        State.CONTINUED: ">",
        State.COMPLETED: "v",
        State.DROPPED: "x",
    },
    cells={
        Cell.PLAN: "o",
        Cell.OUTCOME: "+",
        Cell.COMPLETED: "*",
        Cell.ALSO: "'",
        Cell.ABSENT: ".",
        Cell.UNOBSERVABLE: " ",
    },
    full="#",
    empty="-",
    target="o",
    actual="*",
    baseline="b",
    absent="-",
    folded=">",
    unfolded="v",
    bars="_.-=+*#@",
    substitutes=str.maketrans("“”‘’…—·×│─→●○①②③④⑤⑥⑦⑧⑨", "「」『』~－・x|->*o123456789"),
)
"""For terminals that draw them in two: signs of ASCII, and no such character in the text."""
