"""Tables of tasks (任务分解表): one promise a row, beside who does it and by when."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from evolve.model import Span
from evolve.reading.outline.nodes import TableBlock
from evolve.reading.tables.indicator_rows import columns_of, gives_figures

__all__ = ["TaskRow", "Tasks", "tasks_of"]

_NUMBER = re.compile(r"^(?:序号|编号|序|(?i:no\.?|#))$")
_GROUP = re.compile(
    r"类别|类型|领域|板块|大类|方面|专项|一级|(?i:objective|priority|theme|pillar|category)"
)
_DUTY = re.compile(
    r"责任|牵头|配合|协办|主办|承办|单位|部门|科室|处室|领导|负责|时限|时间|期限|备注|来源|联系人"
    r"|(?i:responsib|department|deadline|\bdue\b|owner|\blead\b|by when|milestone|timescale)"
)
_TASK = re.compile(
    r"任务|措施|事项|内容|举措|项目|目标|要点|工作|情况|成效|进展|完成率|进度|(?i:task|measure|action|project|progress|deliverable|initiative|commitment|output|activit|status)"
)
_RESULT = re.compile(r"完成|进展|成效|进度|(?i:progress|status|result|achieve)")
"""What was done of a task, in a column beside it."""
_HEADS = 3
"""Rows among which the column headings stand; a title may be above them."""


class TaskRow(NamedTuple):
    """One row, as spans in the text of the file."""

    number: Span | None
    """The running number, where it stands right before the group or the tasks."""
    group: Span | None
    """The group that begins in this row."""
    tasks: tuple[Span, ...]
    """The cells of what is to be done, or was, and those between them."""
    rest: tuple[tuple[Span, ...], ...]
    """The other cells, side by side."""

    @property
    def heading(self) -> Span | None:
        """The group, with the number right before it."""
        return self._numbered(self.group) if self.group else None

    @property
    def whole(self) -> Span | None:
        """The cells of tasks, with the number right before them."""
        return self._numbered((self.tasks[0][0], self.tasks[-1][1])) if self.tasks else None

    def _numbered(self, span: Span) -> Span:
        starts = [cell[0] for cell in (self.group, *self.tasks[:1]) if cell]
        own = self.number and min((start for start in starts if start > self.number[0]), default=-1)
        return (self.number[0], span[1]) if self.number and own == span[0] else span


class Tasks(NamedTuple):
    """A table of tasks."""

    heads: int
    """Rows of column headings, and those above them."""
    rows: tuple[TaskRow, ...]
    """The rows below."""


def tasks_of(block: TableBlock, source: str) -> Tasks | None:
    """Read a table whose columns name a task and who does it, by when or how far it is.

    Returns:
        None for a table of another kind.
    """
    for index, row in enumerate(block.rows[:_HEADS]):
        heads = ["".join(source[start:end].split()) for start, end in row]
        kinds = [_kind(head) for head in heads]
        rows = block.rows[index + 1 :]
        if _lists_tasks(heads, kinds) and not _of_indicators(heads, rows, source):
            return Tasks(index + 1, tuple(_rows(rows, kinds)))
    return None


def _lists_tasks(heads: Sequence[str], kinds: Sequence[str]) -> bool:
    tasks = [head for head, kind in zip(heads, kinds, strict=True) if kind == "task"]
    told = [head for head in tasks if _RESULT.search(head)]
    return bool(tasks) and ("duty" in kinds or 0 < len(told) < len(tasks))


def _of_indicators(heads: Sequence[str], rows: Sequence[Sequence[Span]], source: str) -> bool:
    columns = columns_of(heads)
    if columns is None:
        return False
    return gives_figures(columns, ([source[start:end] for start, end in row] for row in rows))


def _kind(head: str) -> str:
    patterns = (("number", _NUMBER), ("duty", _DUTY), ("group", _GROUP), ("task", _TASK))
    return next((kind for kind, pattern in patterns if pattern.search(head)), "other")


def _rows(rows: Sequence[Sequence[Span]], kinds: Sequence[str]) -> Iterator[TaskRow]:
    seen: set[Span] = set()
    for row in rows:
        cells = dict(zip(row, [*kinds, *["other"] * len(row)], strict=False))
        fresh = {s: kind for s, kind in cells.items() if s[0] < s[1] and s not in seen}
        seen.update(fresh)
        if len(row) > 1 and len(cells) == len(fresh) == 1:  # one cell over all columns
            yield TaskRow(None, next(iter(fresh)), (), ())
        else:
            yield _row(fresh)


def _row(cells: Mapping[Span, str]) -> TaskRow:
    """Lay out the cells of a row that are not merged with those above."""
    tasks = [span for span, kind in cells.items() if kind == "task"]
    first, last = (tasks[0][0], tasks[-1][1]) if tasks else (0, 0)
    inner = tuple(span for span in cells if first <= span[0] < last)
    outer = [span for span in cells if span not in inner]
    group = next((span for span in outer if cells[span] == "group"), None)
    number = next((span for span in outer if cells[span] == "number"), None)
    order = list(cells)
    after = order[order.index(number) + 1 :][:1] if number else []
    if not after or after[0] not in {group, *inner[:1]}:
        number = None
    runs = groupby(order, key=lambda span: span in {number, group, *inner})
    return TaskRow(number, group, inner, tuple(tuple(run) for own, run in runs if not own))
