"""The view of two series side by side: what both have, what only one has."""

from collections.abc import Iterator
from functools import cached_property

from typing_extensions import override

from evolve.model import Level, Link, Relation, Thread
from tui.view.index import state_of
from tui.view.item import evidence_spans, heading
from tui.view.place import Place, View
from tui.view.query import Query, matcher
from tui.view.scene import Scene
from tui.view.source import Facet, Listing, Page, Row, Source
from tui.view.text import Block, Drawn, Line, Pair, Run, fit, marked
from tui.view.thread_page import thread_blocks
from tui.view.why import link_blocks

__all__ = ["Compare", "pairs_of_series"]


def pairs_of_series(scene: Scene) -> list[tuple[str, str]]:
    """Pairs worth a comparison: a district and its city first, then those with most links."""
    index = scene.index
    count: dict[tuple[str, str], int] = {}
    keys = [series.id for series in index.ordered_series]
    for at, first in enumerate(keys):
        for second in keys[at + 1 :]:
            child = index.series[first].parent == second
            count[(second, first) if child else (first, second)] = 0
    for link in index.timeline.links:
        if link.relation is Relation.COUNTERPART:
            ends = (index.document(link.source).series, index.document(link.target).series)
            for pair in (ends, ends[::-1]):
                if pair in count:
                    count[pair] += 1
    below = {pair: index.series[pair[1]].parent == pair[0] for pair in count}
    return sorted(count, key=lambda pair: (not below[pair], -count[pair]))


class Compare(Source):
    """Threads of two series, joined by links between counterparts."""

    share = 0.5
    groups = ("kind",)

    @cached_property
    def pair(self) -> tuple[str, str]:
        """Ids of the two series."""
        if self.place.subject:
            first, _, second = self.place.subject.partition(",")
            return first, second
        pairs = pairs_of_series(self.scene)
        return pairs[0] if pairs else ("", "")

    @override
    def crumb(self) -> str:
        if not self.pair[1]:
            return self.scene.words("view.compare")
        names = [self.scene.series(key) for key in self.pair]
        return f"{self.scene.words('view.compare')} {names[0]} | {names[1]}"

    @cached_property
    def _best(self) -> dict[tuple[str, str], Link]:
        """The best link between a thread of the first series and one of the second."""
        found: dict[tuple[str, str], Link] = {}
        index = self.scene.index
        for link in index.timeline.links:
            if link.relation is not Relation.COUNTERPART or link.level is not Level.ITEM:
                continue
            for ends in ((link.source, link.target), (link.target, link.source)):
                for left in self._own(ends[0], self.pair[0]):
                    for right in self._own(ends[1], self.pair[1]):
                        key = (left.id, right.id)
                        if key not in found or link.score > found[key].score:
                            found[key] = link
        return found

    def _own(self, member: str, series: str) -> Iterator[Thread]:
        threads = self.scene.index.threads_of.get(member, ())
        return (t for t in threads if t.series == series and t.level is Level.ITEM)

    @cached_property
    def _rows(self) -> dict[str, list[Row]]:
        """Rows by what they are: in both, only in the first, only in the second."""
        both = sorted(self._best, key=lambda key: -self._best[key].score)
        seen = {key for pair in both for key in pair}
        alone = [t for t in self.scene.index.item_threads if t.id not in seen]
        return {
            "both": [Row("both", f"{left}|{right}", 1) for left, right in both],
            "left": [Row("left", t.id, 1) for t in alone if t.series == self.pair[0]],
            "right": [Row("right", t.id, 1) for t in alone if t.series == self.pair[1]],
        }

    @override
    def listing(self, query: Query, toggled: frozenset[str]) -> Listing:
        kinds = query.chosen("side") or frozenset(self._rows)
        shown, rows = 0, list[Row]()
        for kind, every in self._rows.items():
            texts = [self._haystack(row) for row in every]
            kept = [every[at] for at in matcher(query.text)(texts)] if kind in kinds else []
            kept = [row for row in kept if self._states(row) & (query.chosen("state") or _ANY)]
            shown += len(kept)
            key = f"group:{kind}"
            if kept:
                rows.append(Row("group", key, 0, len(kept)))
            if key not in toggled:
                rows += kept
        return Listing(rows, shown, sum(len(every) for every in self._rows.values()))

    def _haystack(self, row: Row) -> str:
        return " ".join(self.scene.index.haystacks[thread.id] for thread in self._threads(row))

    def _threads(self, row: Row) -> list[Thread]:
        return [self.scene.index.timeline.thread[key] for key in row.key.split("|")]

    def _states(self, row: Row) -> frozenset[str]:
        return frozenset({_EVERY, *(state_of(thread)[0] for thread in self._threads(row))})

    @override
    def head(self, columns: int) -> tuple[Line, ...]:
        half = (columns - 3) // 2
        names = [self.scene.issuer(key) if key else "" for key in self.pair]
        left = fit((Run(f"  {names[0]}", "head"),), half)
        return ((*left, Run(" │ ", "rule"), *fit((Run(names[1], "head"),), half)),)

    @override
    def line(self, row: Row, columns: int, *, toggled: bool) -> Line:
        if row.kind == "group":
            sign = self.scene.glyphs.folded if toggled else self.scene.glyphs.unfolded
            return (Run(f"{sign} {self._side(row)} ", "group"), Run(f"({row.below})", "muted"))
        half = (columns - 3) // 2
        threads = self._threads(row)
        left = threads[0] if row.kind != "right" else None
        right = threads[-1] if row.kind != "left" else None
        first = fit((Run("  "), *self._title(left)), half)
        return (*first, Run(" │ ", "rule"), *fit(self._title(right), half))

    def _title(self, thread: Thread | None) -> Line:
        if thread is None:
            return (Run(self.scene.glyphs.absent, "muted"),)
        state, settled = state_of(thread)
        return (self.scene.sign(state, settled=settled), Run(f" {thread.title}"))

    def _side(self, row: Row) -> str:
        names = [self.scene.series(key) for key in self.pair]
        return self.scene.words(f"compare.{row.key.removeprefix('group:')}", a=names[0], b=names[1])

    @override
    def page(self, row: Row | None, query: Query) -> Page:
        if row is None:
            told = self.scene.words("compare.none") if not self.pair[1] else ""
            return Page([Block((Run(told, "muted"),))])
        if row.kind == "group":
            return Page()
        threads = self._threads(row)
        if row.kind != "both":
            hits = tuple(query.text.removeprefix("~").split())
            return Page(thread_blocks(self.scene, threads[0], hits))
        return Page(list(self._both(*threads)))

    def _both(self, left: Thread, right: Thread) -> Iterator[Block | Pair | Drawn]:
        link = self._best[(left.id, right.id)]
        ours = {key: t for t in (left, right) for key in self.scene.index.members(t)}
        ends = (link.source, link.target)
        first, second = ends if ours[ends[0]] is left else ends[::-1]
        names = tuple(self.scene.issuer(thread.series) for thread in (left, right))
        yield Pair(Block((Run(names[0], "title"),)), Block((Run(names[1], "title"),)))
        yield Pair(Block(self.scene.state(left)), Block(self.scene.state(right)))
        here, there = (Block((Run(self.scene.where(key), "where"),)) for key in (first, second))
        yield Pair(here, there, target=Place(View.PAIR, f"{first},{second}"))
        sides: list[Block] = []
        for key in (first, second):
            runs = marked(
                (Run(self.scene.index.text(key)),), evidence_spans([link], key), "evidence"
            )
            sides.append(Block(runs))
        yield Pair(sides[0], sides[1])
        yield Block()
        yield heading(self.scene.words("why.title"))
        yield from link_blocks(self.scene, link, first)
        for thread in (left, right):
            place = Place(View.THREAD, thread.id)
            runs = (*self.scene.state(thread), Run(thread.title, "where"))
            yield Block(runs, 2, target=place)

    @override
    def opens(self, row: Row) -> Place | None:
        if row.kind == "group":
            return None
        return Place(View.THREAD, row.key.rpartition("|")[2])

    @override
    def facets(self) -> tuple[Facet, ...]:
        sides = tuple(self._rows)
        names = {side: self._side(Row("group", f"group:{side}")) for side in sides}
        states = ("new", "continued", "completed", "dropped")
        labels = {state: self.scene.words.term("state", state) for state in states}
        return (Facet("side", sides, names), Facet("state", states, labels))

    @override
    def record(self, row: Row) -> dict[str, str]:
        threads = self._threads(row)
        left = threads[0].title if row.kind != "right" else ""
        right = threads[-1].title if row.kind != "left" else ""
        return {"id": row.key, self.pair[0]: left, self.pair[1]: right}


_EVERY = "*"
_ANY = frozenset({_EVERY})
