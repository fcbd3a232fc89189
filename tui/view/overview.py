"""The view of the whole: states by year and series, what the latest document changed, coverage."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from typing_extensions import override

from evolve.model import Series, State, Thread
from tui.view.index import state_of
from tui.view.item import heading
from tui.view.place import Place, View
from tui.view.query import Query
from tui.view.source import Listing, Page, Row, Source
from tui.view.summary import summary_blocks
from tui.view.text import Block, Drawn, Line, Pair, Run, fit
from tui.view.why import bar

__all__ = ["Overview"]

_SUMMARY = "summary"
_CHANGES = (
    "strengthened",
    "weakened",
    "target_added",
    "target_removed",
    "resumed",
    "split",
    "merged",
)


class Overview(Source):
    """Rows count; the page lists what a row counts; Enter narrows the threads to it."""

    share = 0.38

    @override
    def crumb(self) -> str:
        return self.scene.words("view.overview")

    @override
    def listing(self, query: Query, toggled: frozenset[str]) -> Listing:
        rows = [Row(_SUMMARY, _SUMMARY)]
        for series in self.scene.index.ordered_series:
            key = f"series:{series.id}"
            own = [
                *(Row("state", f"{series.id}:state:{state}", 1) for state in State),
                *self._latest(series),
            ]
            rows.append(Row("group", key, 0, len(own)))
            if key not in toggled:
                rows += own
        return Listing(rows, len(self._threads), len(self._threads))

    @cached_property
    def _threads(self) -> Sequence[Thread]:
        return self.scene.index.item_threads

    def _latest(self, series: Series) -> Iterator[Row]:
        """What happened in the latest document of a series, where anything did."""
        yield Row("new", f"{series.id}:new:", 1)
        yield Row("gone", f"{series.id}:gone:", 1)
        for change in _CHANGES:
            if any(self._chosen(f"{series.id}:event:{change}")):
                yield Row("event", f"{series.id}:event:{change}", 1)

    def _chosen(self, key: str) -> list[Thread]:
        """The threads that a row counts."""
        series, kind, value = key.split(":")
        documents = self.scene.index.series[series].documents
        latest = documents[-1] if documents else ""
        tests: dict[str, Callable[[Thread], bool]] = {
            "state": lambda t: state_of(t)[0] == value,
            "new": lambda t: bool(t.entries) and t.entries[0].document == latest,
            "gone": lambda t: state_of(t)[0] is State.DROPPED,
            "event": lambda t: any(e.type == value and e.document == latest for e in t.events),
        }
        pool = self._threads if kind in {"state", "new"} else self.scene.index.timeline.threads
        return [t for t in pool if t.series == series and tests[kind](t)]

    @override
    def line(self, row: Row, columns: int, *, toggled: bool) -> Line:
        words, glyphs = self.scene.words, self.scene.glyphs
        if row.kind == _SUMMARY:
            return fit((Run(words("overview.summary"), "strong"),), columns)
        if row.kind == "group":
            sign = glyphs.folded if toggled else glyphs.unfolded
            name = self.scene.issuer(row.key.removeprefix("series:"))
            return fit((Run(f"{sign} {name}", "group"),), columns)
        series, kind, value = row.key.split(":")
        chosen = self._chosen(row.key)
        if kind == "state":
            total = sum(1 for thread in self._threads if thread.series == series)
            label = fit((self.scene.sign(State(value)), Run(words.term("state", value))), 14)
            share = bar(self.scene, len(chosen) / total if total else 0)
            return (Run("  "), *label, Run(f"{len(chosen):5} "), Run(share, "muted"))
        told = words.term("event", value) if kind == "event" else words(f"overview.{kind}")
        label = fit((Run("  " + told, f"event.{value}"),), 26)
        return (Run("  "), *label, Run(f"{len(chosen):5}"))

    @override
    def page(self, row: Row | None, query: Query) -> Page:
        if row is None or row.kind in {_SUMMARY, "group"}:
            return Page(list(summary_blocks(self.scene)))
        chosen = self._chosen(row.key)
        blocks: list[Block] = [heading(self._name(row), str(len(chosen)))]
        for thread in chosen:
            state, settled = state_of(thread)
            years = self.scene.years(thread.first_year, thread.last_year)
            runs = (Run(thread.title), Run(f"  {years}", "muted"))
            sign = (self.scene.sign(state, settled=settled),)
            blocks.append(Block(runs, 3, margin=sign, target=Place(View.THREAD, thread.id)))
        return Page(blocks)

    @override
    def beside(self, row: Row | None, query: Query) -> Page:
        """Beside the summary what the latest documents changed; beside all else the summary."""
        if row is not None and row.kind not in {_SUMMARY, "group"}:
            return Page(list(summary_blocks(self.scene)))
        blocks: list[Block | Pair | Drawn] = []
        for each in self._news():
            blocks += [*self.page(each, query).blocks, Block()]
        return Page(blocks)

    def _news(self) -> Iterator[Row]:
        for series in self.scene.index.ordered_series:
            yield from (row for row in self._latest(series) if row.kind in {"new", "event"})

    def _name(self, row: Row) -> str:
        series, kind, value = row.key.split(":")
        words = self.scene.words
        label = {"state": words.term("state", value), "event": words.term("event", value)}
        return f"{self.scene.series(series)} · {label.get(kind) or words(f'overview.{kind}')}"

    @override
    def opens(self, row: Row) -> Place | None:
        if row.kind in {_SUMMARY, "group"}:
            return None
        series, kind, value = row.key.split(":")
        query = Query().only("series", series)
        if kind == "state":
            return Place(View.THREADS, query=query.toggled("state", value))
        if kind == "event":
            return Place(View.THREADS, query=query.toggled("event", value))
        if kind == "gone":
            return Place(View.THREADS, query=query.toggled("state", State.DROPPED))
        document = self.scene.index.timeline.document[self.scene.index.series[series].documents[-1]]
        return Place(View.THREADS, query=query.toggled("first", str(document.period.start)))

    @override
    def record(self, row: Row) -> dict[str, str]:
        if row.kind in {_SUMMARY, "group"}:
            return {"id": row.key, "count": ""}
        return {"id": row.key, "count": str(len(self._chosen(row.key)))}
