"""How well figures are found, against places that a person labelled."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isclose
from pathlib import Path

from evolve.errors import FormatError
from evolve.model import Period, Quantity, QuantityKind, Role, Span
from evolve.reading.figures.quantities import quantities_of

__all__ = ["FigureRow", "FigureScores", "read_figures", "score_figures"]


@dataclass(frozen=True)
class FigureRow:
    """A number in its clause, and what a person reads there."""

    role: Role
    """Role of the document."""
    year: int
    """Last year that the document covers."""
    text: str
    """The clauses around the number."""
    at: Span
    """The number in ``text``."""
    value: float | None
    """Null where the number is no figure: a date, a chapter, a document number, a code."""
    unit: str
    """Unit as counted."""
    operator: str
    """As in a quantity."""
    kind: QuantityKind
    """Baseline, target or actual."""
    name: str | None = None
    """What it counts; null where the person did not write it down."""


@dataclass(frozen=True)
class FigureScores:
    """Precision and recall of one field; a figure counts as found where that field is right."""

    labelled: int
    """Figures that the person sees."""
    found: int
    """Figures of ours at the labelled places."""
    right: dict[str, int]
    """Found figures whose ``value``, ``unit``, ``operator``, ``kind`` is right."""
    wrong: tuple[tuple[FigureRow, Quantity | None], ...]
    """Rows that differ in any field, with our figure."""
    named: tuple[int, int] = (0, 0)
    """How many of our names are as the person wrote them down, and of how many."""

    def precision(self, field: str) -> float:
        """Of our figures at the labelled places, the part that is right in a field."""
        return self.right[field] / self.found if self.found else 1.0

    def recall(self, field: str) -> float:
        """Of the person's figures, the part that is found and right in a field."""
        return self.right[field] / self.labelled if self.labelled else 1.0


def read_figures(path: Path) -> tuple[FigureRow, ...]:
    """Read labelled numbers, one JSON object a line; without ``value`` it is no figure.

    Raises:
        FormatError: a line is no such object.
    """
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            rows.append(_row(json.loads(line)))
        except (ValueError, KeyError, TypeError) as error:
            raise FormatError(f"{path}, line {number}: no labelled number ({error!r})") from error
    return tuple(rows)


def _row(line: dict[str, object]) -> FigureRow:
    at = line["at"]
    if not isinstance(at, list):
        raise TypeError("at")
    value = line.get("value")
    return FigureRow(
        role=Role(str(line["role"])),
        year=int(str(line["year"])),
        text=str(line["text"]),
        at=(int(at[0]), int(at[1])),
        value=None if value is None else float(str(value)),
        unit=str(line.get("unit", "")),
        operator=str(line.get("operator", "")),
        kind=QuantityKind(str(line.get("kind", "actual"))),
        name=str(line["name"]) if "name" in line else None,
    )


def score_figures(rows: Sequence[FigureRow]) -> FigureScores:
    """Read every labelled text and compare the figure at the labelled place."""
    right = dict.fromkeys(("value", "unit", "operator", "kind"), 0)
    found = named = 0
    wrong = []
    for row in rows:
        ours = _at(row)
        found += ours is not None
        named += ours is not None and ours.name == row.name
        fields = set(_right_fields(row, ours)) if ours and row.value is not None else set()
        for field in fields:
            right[field] += 1
        if (row.value is not None or ours) and fields != set(right):
            wrong.append((row, ours))
    labelled = sum(row.value is not None for row in rows)
    names = sum(row.name is not None for row in rows)
    return FigureScores(labelled, found, right, tuple(wrong), (named, names))


def _at(row: FigureRow) -> Quantity | None:
    period = Period(start=row.year, end=row.year)
    for placed in quantities_of(row.text, row.role, period):
        if placed.span[0] <= row.at[0] and row.at[1] <= placed.span[1]:
            return placed.quantity
    return None


def _right_fields(row: FigureRow, ours: Quantity) -> Iterable[str]:
    value = ours.value if ours.value is not None else ours.high
    if value is not None and isclose(value, row.value or 0, rel_tol=1e-4):
        yield "value"
    yield from (
        field
        for field in ("unit", "operator", "kind")
        if getattr(ours, field) == getattr(row, field)
    )
