"""The whole timeline in figures."""

from collections import Counter
from collections.abc import Iterator

from evolve.cells import width
from evolve.model import CoverageStatus, Series, State
from tui.view.index import state_of
from tui.view.item import heading
from tui.view.place import Place, View
from tui.view.query import Query
from tui.view.scene import Scene
from tui.view.text import Block, Run, fit

__all__ = ["summary_blocks"]

_NAME, _COLUMN = 23, 12
"""Cells of the name of a row and of a count."""


def summary_blocks(scene: Scene) -> Iterator[Block]:
    """Counts, states by series and by document, and where absence can be seen."""
    timeline, words = scene.index.timeline, scene.words
    counts = {
        "documents": len(timeline.documents),
        "items": sum(item.kind == "item" for item in timeline.items),
        "threads": len(scene.index.item_threads),
        "measures": len(timeline.threads) - len(scene.index.item_threads),
        "links": len(timeline.links),
        "indicators": len(timeline.indicators),
    }
    yield Block((Run(words("overview.summary"), "title"),))
    for name, count in counts.items():
        label = fit((Run(words(f"overview.{name}"), "muted"),), 16)
        yield Block((Run(f"{count:7}"),), 16, margin=label)
    yield Block()
    yield heading(words("overview.by_series"))
    yield from _states_by_series(scene)
    yield Block()
    for series in scene.index.ordered_series:
        if len(series.documents) > 1:
            yield from _states_by_document(scene, series)
    yield heading(words("overview.coverage"))
    yield from _coverage(scene)


def _states_by_series(scene: Scene) -> Iterator[Block]:
    yield _head(scene)
    for series in scene.index.ordered_series:
        count = Counter(state_of(t)[0] for t in scene.index.item_threads if t.series == series.id)
        yield _counts(scene.series(series.id), count, series.id)
        below = [t for t in scene.index.timeline.threads if t.series == series.id]
        count = Counter(state_of(t)[0] for t in below if t.parent is not None)
        if count:
            name = scene.words("overview.of_measures")
            yield _counts(f"  {name}", count, series.id)


def _head(scene: Scene) -> Block:
    """Signs and names of the states over their columns."""
    cells: list[Run] = []
    for state in State:
        sign, word = scene.sign(state), scene.words.term("state", state)
        text = f"{sign.text.strip()} {word}"
        cells.append(Run(" " * max(1, _COLUMN - width(text)) + text, sign.style))
    return Block(tuple(cells), _NAME)


def _counts(name: str, count: Counter[State], series: str) -> Block:
    cells = [Run(f"{count[state]:{_COLUMN}}", "" if count[state] else "muted") for state in State]
    query = Query().only("series", series)
    label = fit((Run(name, "muted"),), _NAME - 1)
    return Block(tuple(cells), _NAME, margin=label, target=Place(View.THREADS, query=query))


def _states_by_document(scene: Scene, series: Series) -> Iterator[Block]:
    """The states of the threads as they stood at each document."""
    yield heading(scene.words("overview.by_year", name=scene.series(series.id)))
    yield _head(scene)
    own = [thread for thread in scene.index.item_threads if thread.series == series.id]
    for key in series.documents:
        entries = [e for t in own for e in t.entries if e.document == key and e.members]
        count = Counter(entry.state for entry in entries)
        document = scene.index.timeline.document[key]
        yield _counts(scene.document(document), count, series.id)
    yield Block()


def _coverage(scene: Scene) -> Iterator[Block]:
    for series in scene.index.ordered_series:
        rows = [row for row in scene.index.timeline.coverage if row.series == series.id]
        for role in dict.fromkeys(row.role for row in rows):
            name = f"{scene.series(series.id)} {scene.words.term('role', role)}"
            cells = tuple(
                Run(
                    f"{row.year} {scene.words.term('coverage', row.status)}   ",
                    "" if row.status is CoverageStatus.FULL else "warning",
                )
                for row in rows
                if row.role is role and row.status is not CoverageStatus.NONE
            )
            yield Block(cells, _NAME, margin=fit((Run(name, "muted"),), _NAME - 1))
