"""The summary that a person reads after a build."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from evolve.cells import cut, inert, pad
from evolve.model import Certainty, Document, Level, Role, Series, State, Thread, Timeline

__all__ = ["summary"]

_TITLE, _HEADING, _MOST = 44, 36, 12
"""Cells of a document's title and of a thread's title; threads shown in a matrix."""
_ROLE = {Role.PLAN: "plan", Role.OUTCOME: "outcome", Role.MULTI_YEAR_PLAN: "plan of years"}
_PRESENT = {Role.PLAN: "○", Role.OUTCOME: "●", Role.MULTI_YEAR_PLAN: "◎"}


def summary(timeline: Timeline) -> str:
    """Documents, threads by state, and the longest threads over the years, in a few lines."""
    parts = [_documents(timeline), _states(timeline)]
    parts += [_matrix(timeline, series) for series in timeline.series if len(series.documents) > 1]
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def _documents(timeline: Timeline) -> list[str]:
    items = Counter(item.document for item in timeline.items if item.kind == "item")
    lines = [f"{len(timeline.documents)} documents of {len(timeline.series)} series"]
    for series in timeline.series:
        lines.append(f"  {inert(series.issuer) or series.id}")
        documents = [timeline.document[id_] for id_ in series.documents]
        lines += [_document(document, items[document.id]) for document in documents]
    return lines


def _document(document: Document, items: int) -> str:
    return (
        f"    {_years(document):<9}  {_ROLE[document.role]:<13}"
        f"  {pad(inert(document.title), _TITLE)}  {items:>3} items{_notices(document)}"
    )


def _notices(document: Document) -> str:
    count = len(document.notices)
    return f", {count} notice{'s' * (count > 1)}" if count else ""


def _years(document: Document) -> str:
    start, end = document.period.start, document.period.end
    return str(end) if start == end else f"{start}-{end}"


def _states(timeline: Timeline) -> list[str]:
    levels = [level for level in Level if any(thread.level is level for thread in timeline.threads)]
    if not levels:
        return []
    heads = "".join(f"{f'{level}s':>10}{'settled':>10}" for level in levels)
    rows = ("".join(_count(timeline, level, state) for level in levels) for state in State)
    return [
        f"{'Threads':<18}{heads}",
        *(f"  {state:<16}{row}" for state, row in zip(State, rows, strict=True)),
    ]


def _count(timeline: Timeline, level: Level, state: State) -> str:
    kind = (level, state)
    found = [thread for thread in timeline.threads if (thread.level, thread.state) == kind]
    settled = sum(thread.certainty is Certainty.SETTLED for thread in found)
    return f"{len(found):>10}{settled:>10}"


def _matrix(timeline: Timeline, series: Series) -> list[str]:
    """The threads of a series that are in most documents, a cell a document."""
    threads = [
        thread
        for thread in timeline.threads
        if thread.series == series.id and thread.level is Level.ITEM
    ]
    if not threads:
        return []
    documents = [timeline.document[id_] for id_ in series.documents]
    shown = sorted(threads, key=lambda thread: -len(thread.entries))[:_MOST]
    name = inert(series.issuer) or series.id
    lines = [f"{pad(cut(name, _HEADING), _HEADING)}  {_columns(documents)}"]
    lines += [f"  {_row(thread, documents)}" for thread in shown]
    if len(threads) > len(shown):
        lines.append(f"  … and {len(threads) - len(shown)} more threads")
    return [*lines, "  ○ plan  ● outcome  ◎ plan of several years  · not there"]


def _columns(documents: Iterable[Document]) -> str:
    return "".join(f"{str(document.period.end)[-2:]:>4}" for document in documents)


def _row(thread: Thread, documents: Sequence[Document]) -> str:
    present = {entry.document for entry in thread.entries}
    cells = "".join(f"{mark:>4}" for mark in _marks(documents, present))
    doubt = "?" if thread.certainty is Certainty.PROVISIONAL else ""
    title = pad(inert(thread.title), _HEADING - 2)
    return f"{title}  {cells}  {thread.state}{doubt}"


def _marks(documents: Iterable[Document], present: set[str]) -> Iterator[str]:
    for document in documents:
        yield _PRESENT[document.role] if document.id in present else "·"
