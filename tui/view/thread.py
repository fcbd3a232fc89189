"""The view of one thread: its wordings in time order, each against the one before."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from typing_extensions import override

from evolve.model import Thread
from tui.view.index import state_of
from tui.view.item import evidence_spans, heading, wording
from tui.view.latest import counterparts, wording_before
from tui.view.pair import pair_blocks
from tui.view.place import Place, View
from tui.view.query import Query
from tui.view.scene import clip
from tui.view.source import Listing, Page, Row, Source
from tui.view.spark import number, series_of, sparkline
from tui.view.text import Block, Drawn, Line, Pair, Run, fit
from tui.view.thread_page import thread_blocks, title_blocks
from tui.view.why import why_blocks

__all__ = ["ThreadView"]

_SUMMARY = "summary"


class ThreadView(Source):
    """Wordings, linked items, measures and counterparts of a thread."""

    share = 0.3
    joined = True

    @cached_property
    def thread(self) -> Thread:
        """The thread."""
        return self.scene.index.timeline.thread[self.place.subject]

    @cached_property
    def wordings(self) -> list[str]:
        """Ids of its items or measures in time order."""
        return list(self.scene.index.members(self.thread))

    @override
    def crumb(self) -> str:
        return clip(self.thread.title, 60)

    @override
    def listing(self, query: Query, toggled: frozenset[str]) -> Listing:
        rows = [Row(_SUMMARY, _SUMMARY)]
        for name, kind, every in self._parts():
            keys = [key for key in every if self._holds(query, key)]
            if keys:
                head = f"group:{name}"
                rows.append(Row("group", head, 0, len(keys)))
                if head not in toggled:
                    rows += [Row(kind, key, 1) for key in keys]
        shown = sum(row.kind != "group" for row in rows) - 1
        return Listing(rows, shown, sum(len(keys) for _, _, keys in self._parts()))

    def _holds(self, query: Query, key: str) -> bool:
        thread = self.scene.index.timeline.thread.get(key)
        text = thread.title if thread else self.scene.index.text(key)
        return all(word in text for word in query.text.split())

    def _parts(self) -> Iterator[tuple[str, str, list[str]]]:
        index = self.scene.index
        yield "thread.wordings", "wording", self.wordings
        children = [child.id for child in index.children.get(self.thread.id, ())]
        yield "thread.measures", "measure", children
        also = dict.fromkeys(key for entry in self.thread.entries for key in entry.also)
        yield "thread.also.head", "also", list(also)
        yield (
            "thread.counterparts",
            "counterpart",
            list(dict.fromkeys(counterparts(self.scene, self.wordings))),
        )

    @override
    def line(self, row: Row, columns: int, *, toggled: bool) -> Line:
        words, glyphs = self.scene.words, self.scene.glyphs
        if row.kind == _SUMMARY:
            return fit((*self.scene.state(self.thread), Run(words("thread.summary"))), columns)
        if row.kind == "group":
            sign = glyphs.folded if toggled else glyphs.unfolded
            name = words(row.key.removeprefix("group:"))
            return (Run(f"{sign} {name} ", "group"), Run(f"({row.below})", "muted"))
        if row.kind == "measure":
            child = self.scene.index.timeline.thread[row.key]
            state, settled = state_of(child)
            return fit((self.scene.sign(state, settled=settled), Run(" " + child.title)), columns)
        return fit(self._wording_line(row), columns)

    def _wording_line(self, row: Row) -> Line:
        document = self.scene.index.document(row.key)
        item = self.scene.index.item(row.key)
        name = (
            self.scene.document(document)
            if row.kind != "counterpart"
            else self.scene.full(document)
        )
        text = self.scene.index.text(row.key) if row.kind != "wording" else item.label
        change = self._change.get(row.key)
        note = f"  {change:.0%}" if change is not None else ""
        return (Run(f"  {name}  ", "where"), Run(clip(text, 80)), Run(note, "muted"))

    @cached_property
    def _change(self) -> dict[str, float | None]:
        return {key: entry.change for entry in self.thread.entries for key in entry.members}

    @override
    def page(self, row: Row | None, query: Query) -> Page:
        hits = tuple(query.text.split())
        if row is None or row.kind in {_SUMMARY, "group"}:
            return Page(thread_blocks(self.scene, self.thread, hits))
        if row.kind == "measure":
            child = self.scene.index.timeline.thread[row.key]
            return Page(thread_blocks(self.scene, child, hits))
        return Page(list(self._wording_page(row, hits)))

    def _wording_page(self, row: Row, hits: tuple[str, ...]) -> Iterator[Block | Pair | Drawn]:
        yield from title_blocks(self.scene, self.thread)
        if before := self._before(row):
            yield from pair_blocks(self.scene, before, row.key)
        else:
            yield heading(self.scene.words("thread.first"))
            spans = evidence_spans(self.scene.index.links_of.get(row.key, ()), row.key)
            yield from wording(self.scene, row.key, spans=spans, hits=hits)
        yield Block()

    def _before(self, row: Row) -> str:
        """The wording that a row is set against: the one before, or the thread's own."""
        if row.kind == "wording":
            return wording_before(self.scene, self.thread, row.key)
        same = self.scene.index.links_of.get(row.key, ())
        ends = [end for link in same for end in (link.source, link.target)]
        return next((key for key in self.wordings if key in ends), self.wordings[-1])

    @override
    def beside(self, row: Row | None, query: Query) -> Page:
        if row is None or row.kind in {_SUMMARY, "group"}:
            return Page(list(self._figures()))
        if row.kind == "measure":
            return Page()
        return Page(list(why_blocks(self.scene, row.key, self.wordings)))

    def _figures(self) -> Iterable[Block]:
        """The indicators that this thread's items speak of, each as a small chart."""
        items = {self.scene.index.item(key).id for key in self.wordings}
        found = [i for i in self.scene.index.timeline.indicators if _speaks(items, i.observations)]
        if found:
            yield heading(self.scene.words("thread.figures"), str(len(found)))
        for indicator in found:
            values = [o.value for o in series_of(indicator) if o.value is not None]
            spark = sparkline(values, self.scene.glyphs)
            told = " → ".join(f"{number(value)}{indicator.unit}" for value in values)
            runs = (Run(f"{indicator.name}  "), Run(f"{spark}  ", "target"), Run(told, "muted"))
            place = Place(View.INDICATORS, at=indicator.id)
            yield Block(runs, 2, 2, target=place)

    @override
    def opens(self, row: Row) -> Place | None:
        if row.kind in {_SUMMARY, "group"}:
            return None
        if row.kind == "measure":
            return Place(View.THREAD, row.key)
        return self.scene.at(row.key)

    @override
    def record(self, row: Row) -> dict[str, str]:
        if row.kind in {_SUMMARY, "measure"}:
            key = self.thread.id if row.kind == _SUMMARY else row.key
            thread = self.scene.index.timeline.thread[key]
            return {"id": key, "where": "", "text": thread.title, "state": state_of(thread)[0]}
        where = self.scene.where(row.key)
        return {"id": row.key, "where": where, "text": self.scene.index.text(row.key), "state": ""}


def _speaks(items: set[str], observations: Iterable[object]) -> bool:
    return any(getattr(observation, "item", None) in items for observation in observations)
