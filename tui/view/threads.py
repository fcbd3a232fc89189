"""The view of all threads: a matrix of threads and documents that can be narrowed."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from typing_extensions import override

from evolve.model import Thread
from tui.view.index import Column, state_of
from tui.view.matrix import cell_of, cells, column_heads, gap
from tui.view.place import Place, View
from tui.view.query import Query, matcher
from tui.view.source import Facet, Listing, Page, Row, Source
from tui.view.text import Line, Run, fit
from tui.view.thread_facets import FACETS, facet_values
from tui.view.thread_page import thread_blocks

__all__ = ["Threads"]

_STATES = ("new", "continued", "completed", "dropped")
_TITLE_ROOM = 28
"""Cells that a title keeps before columns of the matrix are left out."""


class Threads(Source):
    """Threads of items, each with its threads of measures folded below it."""

    share = 0.54
    sorts = ("document", "state", "title", "latest", "length", "changed")
    groups = ("series", "section", "state", "none")

    @override
    def crumb(self) -> str:
        return self.scene.words("view.threads")

    @cached_property
    def _rows(self) -> dict[str, Row]:
        children = self.scene.index.children
        return {
            thread.id: Row("thread", thread.id, 1, len(children.get(thread.id, ())))
            for thread in self.scene.index.item_threads
        }

    @override
    def listing(self, query: Query, toggled: frozenset[str]) -> Listing:
        index = self.scene.index
        kept, named = self._kept(query)
        wanted = {index.timeline.thread[key].parent or key for key in kept}
        above = [thread for thread in index.item_threads if thread.id in wanted]
        rows: list[Row] = []
        shown = 0
        by_group = self._grouped(self._ordered(above, query.sort), query.group)
        for label, threads in by_group:
            block = list(self._block(threads, kept, named, toggled))
            own = sum(1 for row in block if row.key in kept)
            shown += own
            if block and label:
                rows.append(Row("group", f"group:{label}", 0, own))
            if f"group:{label}" not in toggled:
                rows.extend(block)
        total = len(index.timeline.threads if query.narrows else index.item_threads)
        return Listing(rows, shown, total)

    def _block(
        self, threads: Iterable[Thread], kept: set[str], named: set[str], toggled: frozenset[str]
    ) -> Iterable[Row]:
        """Threads that are kept or above a kept one, with the measures that are to be seen."""
        for thread in threads:
            children = self.scene.index.children.get(thread.id, ())
            own = thread.id in kept
            if own and thread.id in toggled:
                below = [child.id for child in children]
            else:
                below = [c.id for c in children if c.id in kept and (not own or c.id in named)]
            if own or below:
                yield self._rows[thread.id]
                for key in below:
                    yield Row("measure", key, 2)

    def _kept(self, query: Query) -> tuple[set[str], set[str]]:
        """Ids of the threads that are left, and of those whose own wording holds the filter."""
        if not query.narrows:
            return set(self._rows), set()
        threads, texts, fields = self._texts
        match = matcher(query.text)
        left = [threads[at] for at in match(fields)] if query.text.strip() else threads
        for facet in {name for name, _ in query.facets}:
            chosen = query.chosen(facet)
            left = [t for t in left if chosen & facet_values(self.scene.index, facet, t)]
        named = {threads[at].id for at in match(texts)} if query.text.strip() else set()
        return {thread.id for thread in left}, named

    @cached_property
    def _texts(self) -> tuple[Sequence[Thread], list[str], list[str]]:
        """Threads, their wordings, and their wordings with what they belong to."""
        index = self.scene.index
        threads = index.timeline.threads
        texts = [index.wordings[thread.id] for thread in threads]
        return threads, texts, [index.haystacks[thread.id] for thread in threads]

    def _ordered(self, threads: Sequence[Thread], sort: str) -> Sequence[Thread]:
        keys: dict[str, Callable[[Thread], object]] = {
            "state": lambda t: _STATES.index(state_of(t)[0]),
            "title": lambda t: t.title,
            "latest": lambda t: (-t.last_year, -t.first_year),
            "length": lambda t: -len(t.entries),
            "changed": lambda t: -(t.entries[-1].change or 0.0),
        }
        key = keys.get(sort)
        return threads if key is None else sorted(threads, key=key)  # type: ignore[arg-type]  # all keys compare

    def _grouped(
        self, threads: Sequence[Thread], group: str
    ) -> Iterable[tuple[str, Sequence[Thread]]]:
        name = group or self.groups[0]
        if name == "none":
            return [("", threads)]
        found: dict[str, list[Thread]] = {}
        for thread in threads:
            found.setdefault(self._label(name, thread), []).append(thread)
        return found.items()

    def _label(self, group: str, thread: Thread) -> str:
        if group == "state":
            return self.scene.words.term("state", state_of(thread)[0])
        if group == "section":
            place = self.scene.series(thread.series)
            return f"{place} · {self.scene.index.section(thread)}"
        return self._issuers[thread.series]

    @cached_property
    def _issuers(self) -> dict[str, str]:
        return {key: self.scene.issuer(key) for key in self.scene.index.series}

    @override
    def head(self, columns: int) -> tuple[Line, ...]:
        chosen, step, room = self._shape(columns)
        years, roles = column_heads(chosen, self.scene.words, step)
        hidden = len(self.scene.index.columns) - len(chosen)
        more = self.scene.words("threads.earlier", count=hidden) if hidden else ""
        title = fit((Run(self.scene.words("threads.head"), "head"),), room)
        return ((*fit((Run(more, "muted"),), room), *years), (*title, *roles))

    def _shape(self, columns: int) -> tuple[tuple[Column, ...], int, int]:
        """Columns that are shown, their width, and what is left for the title."""
        every = self.scene.index.columns
        step = gap(len(every), max(0, columns - _TITLE_ROOM))
        count = max(1, min(len(every), (columns - _TITLE_ROOM) // step))
        return every[len(every) - count :], step, columns - count * step

    @override
    def line(self, row: Row, columns: int, *, toggled: bool) -> Line:
        if row.kind == "group":
            sign = self.scene.glyphs.folded if toggled else self.scene.glyphs.unfolded
            return (
                Run(f"{sign} {row.key.removeprefix('group:')} ", "group"),
                Run(f"({row.below})", "group muted"),
            )
        thread = self.scene.index.timeline.thread[row.key]
        chosen, step, room = self._shape(columns)
        state, settled = state_of(thread)
        fold = "  "
        if row.below:
            fold = (self.scene.glyphs.unfolded if toggled else self.scene.glyphs.folded) + " "
        lead = (
            Run("  " * (row.depth - 1) + fold, "muted"),
            self.scene.sign(state, settled=settled),
        )
        style = "minor" if row.kind == "measure" else ""
        title = fit((*lead, Run(" " + thread.title, style)), room - 1)
        drawn = cells(self.scene.index, thread, chosen, self.scene.glyphs, step)
        return (*title, Run(" "), *drawn)

    @override
    def page(self, row: Row | None, query: Query) -> Page:
        if row is None or row.kind == "group":
            return Page()
        hits = tuple(query.text.removeprefix("~").split())
        return Page(thread_blocks(self.scene, self.scene.index.timeline.thread[row.key], hits))

    @override
    def opens(self, row: Row) -> Place | None:
        return None if row.kind == "group" else Place(View.THREAD, row.key)

    @override
    def facets(self) -> tuple[Facet, ...]:
        return tuple(facet(self.scene) for facet in FACETS)

    @override
    def record(self, row: Row) -> dict[str, str]:
        thread = self.scene.index.timeline.thread[row.key]
        state, _ = state_of(thread)
        words = self.scene.words
        found = {
            "id": thread.id,
            "series": thread.series,
            "level": thread.level,
            "title": thread.title,
            "state": state,
            "certainty": thread.certainty,
            "first_year": str(thread.first_year),
            "last_year": str(thread.last_year),
        }
        for column in self.scene.index.columns:
            name = f"{self.scene.years(column.start, column.end)} {words.term('role', column.role)}"
            found[name] = cell_of(self.scene.index, thread, column)
        return found
