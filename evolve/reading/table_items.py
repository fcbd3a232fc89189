"""The tables of a document -> items: the text of a table, or one a row where it lists tasks."""

from collections.abc import Sequence

from evolve.model import ItemKind, Section, Span, Table
from evolve.reading.assembly import Assembly, Place
from evolve.reading.outline.nodes import TableBlock
from evolve.reading.tables.tasks import Tasks, tasks_of
from evolve.reading.tables.text import table_text

__all__ = ["add_table"]


def add_table(made: Assembly, block: TableBlock, place: Place) -> None:
    """Add a table as one item; of a table of tasks only its head, and each row by itself."""
    number = place.next_table()
    read = table_text(block, made.source)
    tasks = tasks_of(block, made.source)
    head = _head(block, tasks)
    item = made.add(
        number,
        ItemKind.TABLE,
        place.path,
        table_text(head, made.source).text,
        (head.start, head.end),
        heading=block.title,
    )
    if tasks:
        _add_rows(made, block, tasks, number, place)
    made.tables.append(
        Table(
            item=item.id,
            document=made.document,
            title=block.title,
            header=read.header,
            cells=read.cells,
            rows=read.rows,
        )
    )


def _head(block: TableBlock, tasks: Tasks | None) -> TableBlock:
    if tasks is None:
        return block
    rows = block.rows[: tasks.heads]
    return block._replace(rows=rows, end=max(end for row in rows for _, end in row))


def _add_rows(made: Assembly, block: TableBlock, tasks: Tasks, number: str, place: Place) -> None:
    path = (*place.path, block.title) if block.title else place.path
    group = path
    for count, row in enumerate(tasks.rows, start=1):
        if row.group and row.heading:
            text = _text(made, [row.group])
            group = (*path, text)
            made.sections.append(
                Section(
                    document=made.document,
                    depth=len(group),
                    label="",
                    text=text,
                    span=row.heading,
                )
            )
        if row.whole:
            label = _text(made, [row.number]) if row.number else ""
            text = _text(made, row.tasks)
            made.add(f"{number}.{count}", ItemKind.ITEM, group, text, row.whole, label=label)
        for side, cells in enumerate(row.rest, start=1):
            text = _text(made, cells).replace("\n", "\t")
            span = (cells[0][0], cells[-1][1])
            made.add(f"{number}.{count}w{side}", ItemKind.TABLE, group, text, span, heading="")
    _add_note(made, block, f"{number}.n", place)


def _add_note(made: Assembly, block: TableBlock, number: str, place: Place) -> None:
    """Add what stands below the last row."""
    last = max(end for row in block.rows for _, end in row)
    if note := made.source[last : block.end].strip():
        start = made.source.index(note, last)
        span = (start, start + len(note))
        made.add(number, ItemKind.TABLE, place.path, note, span, heading="")


def _text(made: Assembly, cells: Sequence[Span]) -> str:
    return "\n".join(" ".join(made.source[start:end].split()) for start, end in cells)
