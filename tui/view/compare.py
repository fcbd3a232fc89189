"""The view of two series side by side: what both have, what only one has."""

from functools import cached_property

from typing_extensions import override

from evolve.model import Level, Link, Relation, Thread
from evolve.text import normalize
from tui.view.counterparts import counterpart_blocks
from tui.view.index import state_of
from tui.view.latest import latest_blocks
from tui.view.pair import pair_blocks
from tui.view.place import Place, View
from tui.view.query import Matcher, Query
from tui.view.scene import Scene
from tui.view.source import Facet, Listing, Page, Row, Source
from tui.view.text import Block, Line, Run, fit, plain
from tui.view.thread_page import thread_blocks

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
    def _links(self) -> dict[str, Link]:
        """Links between items of the two series, by the ids of both, first series first."""
        chosen: dict[str, Link] = {}
        index = self.scene.index
        for link in index.timeline.links:
            if link.relation is not Relation.COUNTERPART or link.level is not Level.ITEM:
                continue
            ends = (link.source, link.target)
            series = tuple(index.document(end).series for end in ends)
            if series in {self.pair, self.pair[::-1]}:
                left, right = ends if series == self.pair else ends[::-1]
                chosen[f"{left}|{right}"] = link
        return chosen

    @cached_property
    def _rows(self) -> dict[str, list[Row]]:
        """Rows by what they are: items of both, threads of only the first or the second."""
        index = self.scene.index
        order = {item.id: at for at, item in enumerate(index.timeline.items)}
        both = sorted(
            self._links, key=lambda key: (order[key.split("|")[1]], -self._links[key].score)
        )
        linked = {key for pair in both for key in pair.split("|")}
        alone = [t for t in index.item_threads if not linked & set(index.members(t))]
        return {
            "both": [Row("both", key, 1) for key in both],
            "left": [Row("left", t.id, 1) for t in alone if t.series == self.pair[0]],
            "right": [Row("right", t.id, 1) for t in alone if t.series == self.pair[1]],
        }

    @override
    def listing(self, query: Query, toggled: frozenset[str]) -> Listing:
        kinds = query.chosen("side") or frozenset(self._rows)
        shown, rows = 0, list[Row]()
        for kind, every in self._rows.items():
            texts = [self._haystack(row) for row in every]
            kept = [every[at] for at in Matcher(query.text)(texts)] if kind in kinds else []
            kept = [row for row in kept if self._states(row) & (query.chosen("state") or _ANY)]
            kept = self._best_first(kept, query)
            shown += len(kept)
            key = f"group:{kind}"
            if kept:
                rows.append(Row("group", key, 0, len(kept)))
            if key not in toggled:
                rows += kept
        return Listing(rows, shown, sum(len(every) for every in self._rows.values()))

    def _best_first(self, rows: list[Row], query: Query) -> list[Row]:
        """Under a filter, first the pairs of which both sides match."""
        if not query.text.strip() or not rows or rows[0].kind != "both":
            return rows
        match = Matcher(query.text)
        sides = [[normalize(self._name(key)) for key in row.key.split("|")] for row in rows]
        return [
            row
            for _, row in sorted(
                zip([-len(match(side)) for side in sides], rows, strict=True),
                key=lambda pair: pair[0],
            )
        ]

    def _name(self, key: str) -> str:
        """Heading and text of an item with the headings above it."""
        item = self.scene.index.timeline.item[key]
        return " ".join((*item.path[-1:], item.heading, item.text))

    def _haystack(self, row: Row) -> str:
        if row.kind == "both":
            return normalize(" ".join(self._name(key) for key in row.key.split("|")))
        return self.scene.index.haystacks[row.key]

    def _threads(self, row: Row) -> list[Thread]:
        index = self.scene.index
        if row.kind != "both":
            return [index.timeline.thread[row.key]]
        return [t for key in row.key.split("|") for t in index.threads_of.get(key, ())[:1]]

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
        left, right = self._sides(row)
        first = fit((Run("  "), *left), half)
        return (*first, Run(" │ ", "rule"), *fit(right, half))

    def _sides(self, row: Row) -> tuple[Line, Line]:
        """What stands in the left and the right column."""
        if row.kind == "both":
            left, right = row.key.split("|")
            return self._item(left), self._item(right)
        thread = self.scene.index.timeline.thread[row.key]
        state, settled = state_of(thread)
        title: Line = (self.scene.sign(state, settled=settled), Run(f" {thread.title}"))
        nothing: Line = (Run(self.scene.glyphs.absent, "muted"),)
        return (title, nothing) if row.kind == "left" else (nothing, title)

    def _item(self, key: str) -> Line:
        item = self.scene.index.timeline.item[key]
        document = self.scene.index.timeline.document[item.document]
        return (Run(f"{document.period.end} ", "where"), Run(item.heading or item.text))

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
        hits = tuple(query.text.removeprefix("~").split())
        if row.kind != "both":
            return Page(thread_blocks(self.scene, self._threads(row)[0], hits))
        return Page(counterpart_blocks(self.scene, self._links[row.key], row.key, hits))

    @override
    def beside(self, row: Row | None, query: Query) -> Page:
        if row is None or row.kind == "group":
            return Page()
        if row.kind != "both":
            return Page(latest_blocks(self.scene, self._threads(row)[0]))
        return Page(list(pair_blocks(self.scene, *row.key.split("|"))))

    @override
    def opens(self, row: Row) -> Place | None:
        if row.kind == "group":
            return None
        if row.kind == "both":
            return Place(View.PAIR, row.key.replace("|", ","))
        return Place(View.THREAD, row.key)

    @override
    def facets(self) -> tuple[Facet, ...]:
        sides = tuple(self._rows)
        names = {side: self._side(Row("group", f"group:{side}")) for side in sides}
        states = ("new", "continued", "completed", "dropped")
        labels = {state: self.scene.words.term("state", state) for state in states}
        return (Facet("side", sides, names), Facet("state", states, labels))

    @override
    def record(self, row: Row) -> dict[str, str]:
        left, right = (plain(side) for side in self._sides(row))
        return {"id": row.key, self.pair[0]: left, self.pair[1]: right}


_EVERY = "*"
_ANY = frozenset({_EVERY})
