"""Tables of tasks (任务分解表): one promise a row, beside who does it and by when."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from evolve.model import Span
from evolve.reading.outline.nodes import TableBlock
from evolve.reading.tables.indicator_rows import columns_of

__all__ = ["TaskRow", "Tasks", "tasks_of"]

_NUMBER = re.compile(r"^(?:序号|编号|序|(?i:no\.?|#))$")
_GROUP = re.compile(r"类别|类型|领域|板块|大类|方面|专项|一级")
_DUTY = re.compile(
    r"责任|牵头|配合|协办|主办|承办|单位|部门|科室|处室|领导|负责|时限|时间|期限|备注|来源|联系人"
    r"|(?i:responsib|department|deadline|due|owner)"
)
_TASK = re.compile(
    r"任务|措施|事项|内容|举措|项目|目标|要点|工作|情况|成效|进展|(?i:task|measure|action|project|progress)"
)
_HEADS = 3
"""Rows among which the column headings stand; a title may be above them."""


class TaskRow(NamedTuple):
    """One row, as spans of its cells in the text of the file."""

    number: Span | None
    """The running number."""
    group: Span | None
    """The group that begins in this row."""
    tasks: tuple[Span, ...]
    """What is to be done, or was."""
    before: tuple[Span, ...]
    """Other cells to the left of that."""
    after: tuple[Span, ...]
    """Other cells to the right of that."""


class Tasks(NamedTuple):
    """A table of tasks."""

    heads: int
    """Rows of column headings, and those above them."""
    rows: tuple[TaskRow, ...]
    """The rows below."""


def tasks_of(block: TableBlock, source: str) -> Tasks | None:
    """Read a table whose columns name a task and who does it or by when; None for another."""
    for index, row in enumerate(block.rows[:_HEADS]):
        heads = ["".join(source[start:end].split()) for start, end in row]
        kinds = [_kind(head) for head in heads]
        if {"task", "duty"} <= {*kinds} and columns_of(heads) is None:
            return Tasks(index + 1, tuple(_rows(block.rows[index + 1 :], kinds)))
    return None


def _kind(head: str) -> str:
    patterns = (("number", _NUMBER), ("duty", _DUTY), ("group", _GROUP), ("task", _TASK))
    return next((kind for kind, pattern in patterns if pattern.search(head)), "other")


def _rows(rows: Sequence[Sequence[Span]], kinds: Sequence[str]) -> Iterator[TaskRow]:
    seen: set[Span] = set()
    for row in rows:
        fresh = [
            (span, kind)
            for span, kind in zip(row, kinds, strict=False)
            if span[0] < span[1] and span not in seen
        ]
        seen.update(span for span, _ in fresh)
        if fresh and len(row) > 1 and set(row) == {fresh[0][0]}:  # one cell over all columns
            yield TaskRow(None, fresh[0][0], (), (), ())
            continue
        tasks = tuple(span for span, kind in fresh if kind == "task")
        others = [span for span, kind in fresh if kind in {"duty", "other"}]
        first, last = (tasks[0][0], tasks[-1][1]) if tasks else (0, 0)
        yield TaskRow(
            number=next((span for span, kind in fresh if kind == "number"), None),
            group=next(
                (span for span, kind in fresh if kind == "group" and not first <= span[0] < last),
                None,
            ),
            tasks=tuple(span for span, _ in fresh if first <= span[0] < last),
            before=tuple(span for span in others if span[0] < first),
            after=tuple(span for span in others if span[0] >= last),
        )
