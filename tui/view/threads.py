"""The view of all threads: a matrix of threads and documents that can be narrowed."""

from collections.abc import Iterable
from functools import cached_property

from typing_extensions import override

from tui.view.columns import Column
from tui.view.index import state_of
from tui.view.latest import latest_blocks
from tui.view.matrix import cell_of, cells, column_heads, gap
from tui.view.place import Place, View
from tui.view.query import Matcher, Query
from tui.view.source import Facet, Listing, Page, Row, Source
from tui.view.text import Line, Run, fit
from tui.view.thread_facets import FACETS, facet_values
from tui.view.thread_order import GROUPS, SORTS, Entry, Groups, arranged
from tui.view.thread_page import thread_blocks

__all__ = ["Threads"]

_TITLE_ROOM = 28
"""Cells that a title keeps before columns of the matrix are left out."""


class Threads(Source):
    """Threads of items, each with its threads of measures folded below it."""

    share = 0.54
    sorts = SORTS
    groups = GROUPS

    @override
    def crumb(self) -> str:
        return self.scene.words("view.threads")

    @override
    def listing(self, query: Query, toggled: frozenset[str]) -> Listing:
        index = self.scene.index
        kept = self._kept(query) if query.narrows else None
        above = {index.parents.get(key, key) for key in kept or ()}
        rows: list[Row] = []
        shown = 0
        for label, entries in self._arranged(query.sort, query.group or self.groups[0]):
            left = [e for e in entries if e.row.key in above] if kept is not None else entries
            shown += len(left)
            if left and label:
                rows.append(Row("group", f"group:{label}", 0, len(left)))
            if f"group:{label}" not in toggled:
                rows += self._block(left, kept, query, toggled)
        return Listing(rows, shown, len(index.item_threads))

    def _block(
        self, entries: Iterable[Entry], kept: set[str] | None, query: Query, toggled: frozenset[str]
    ) -> Iterable[Row]:
        """Threads, each with the measures that are to be seen below it.

        These are all if it is unfolded; else those that are left (in ``kept``) below a thread
        that is not, or hold the filter in their own wording.
        """
        if kept is None and not toggled:
            return [entry.row for entry in entries]
        holds = Matcher(query.text).holds if query.text.strip() else lambda _: False
        wordings = self.scene.index.wordings if query.text.strip() else {}
        rows: list[Row] = []
        for _, row, below in entries:
            rows.append(row)
            if not below:
                continue
            own = kept is None or row.key in kept
            seen: Iterable[str] = below if own and row.key in toggled else ()
            if kept is not None and not seen:
                named = (key for key in below if key in kept)
                seen = [key for key in named if not own or holds(wordings.get(key, ""))]
            rows += [Row("measure", key, 2) for key in seen]
        return rows

    def _kept(self, query: Query) -> set[str]:
        """Ids of the threads that are left."""
        index = self.scene.index
        threads = index.timeline.threads
        left: Iterable[int] = range(len(threads))
        if query.text.strip():
            left = Matcher(query.text)(self._haystacks)
        for facet in {name for name, _ in query.facets}:
            chosen = query.chosen(facet)
            left = [at for at in left if chosen & facet_values(index, facet, threads[at])]
        return {self._keys[at] for at in left}

    @cached_property
    def _keys(self) -> list[str]:
        return [thread.id for thread in self.scene.index.timeline.threads]

    @cached_property
    def _haystacks(self) -> list[str]:
        return [self.scene.index.haystacks[key] for key in self._keys]

    def _arranged(self, sort: str, group: str) -> Groups:
        """All threads of items in an order and in groups; made once for each of them."""
        if (sort, group) not in self._groups:
            self._groups[sort, group] = arranged(self.scene, sort, group)
        return self._groups[sort, group]

    @cached_property
    def _groups(self) -> dict[tuple[str, str], Groups]:
        return {}

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
    def beside(self, row: Row | None, query: Query) -> Page:
        if row is None or row.kind == "group":
            return Page()
        return Page(latest_blocks(self.scene, self.scene.index.timeline.thread[row.key]))

    @override
    def opens(self, row: Row) -> Place | None:
        return None if row.kind == "group" else Place(View.THREAD, row.key)

    @override
    def facets(self) -> tuple[Facet, ...]:
        return self._facets

    @cached_property
    def _facets(self) -> tuple[Facet, ...]:
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
