"""The columns of the matrix: documents of the same years and role."""

from collections import defaultdict
from typing import NamedTuple

from evolve.model import Role, Timeline

__all__ = ["Column", "columns_of"]


class Column(NamedTuple):
    """A column of the matrix: documents of the same years and role, one a series."""

    end: int
    start: int
    role: Role
    documents: dict[str, str]
    """Document by series."""

    @property
    def year(self) -> int:
        """The year in which it speaks: a plan's first, an outcome's last."""
        return self.end if self.role is Role.OUTCOME else self.start

    @property
    def sign(self) -> str:
        """The term for what it is in one letter; a report on several years is a review."""
        several = self.role is Role.OUTCOME and self.start < self.end
        return f"role.short.{'review' if several else self.role}"


def columns_of(timeline: Timeline) -> tuple[Column, ...]:
    """All documents of all series in columns, in time order."""
    order: dict[tuple[int, int, Role, int], dict[str, str]] = {}
    moments: dict[tuple[int, int, Role, int], tuple[int, int, int]] = {}
    for series in timeline.series:
        seen: dict[tuple[int, int, Role], int] = defaultdict(int)
        for key in series.documents:
            document = timeline.document[key]
            kind = (document.period.end, document.period.start, document.role)
            at = (*kind, seen[kind])
            order.setdefault(at, {})[series.id] = key
            moments[at] = document.moment
            seen[kind] += 1
    ordered = sorted(order, key=lambda at: (moments[at], at[3]))
    return tuple(Column(at[0], at[1], at[2], order[at]) for at in ordered)
