"""The view of two documents set against each other, item by item."""

from collections.abc import Mapping
from functools import cached_property

from typing_extensions import override

from evolve.diffing import Comparison, Verdict, compare_documents
from evolve.text import normalize
from tui.view.item import wording
from tui.view.pair import pair_blocks
from tui.view.place import Place, View
from tui.view.query import Matcher, Query
from tui.view.source import Facet, Listing, Page, Row, Source
from tui.view.text import Line, Run, fit
from tui.view.thread_page import thread_blocks

__all__ = ["KINDS", "Changes"]

KINDS = ("changed", "rewritten", "new", "gone", "same")
_SIGNS = {"changed": "~", "rewritten": "~", "new": "+", "gone": "-", "same": "="}
_STYLES = {"new": "plus", "gone": "minus"}


class Changes(Source):
    """Items that answer each other, items that are new, items that are gone."""

    share = 0.5
    groups = ("change", "none")

    @cached_property
    def documents(self) -> tuple[str, str]:
        """Ids of both, the earlier one first."""
        old, _, new = self.place.subject.partition(",")
        return old, new

    @override
    def crumb(self) -> str:
        names = [self.scene.full(self.scene.index.timeline.document[key]) for key in self.documents]
        return self.scene.words("diff.title", old=names[0], new=names[1])

    @cached_property
    def _rows(self) -> Mapping[str, list[Row]]:
        """Rows by what became of the items; the key is that of the items, joined by a bar."""
        old, new = self.documents
        found: dict[str, list[Row]] = {kind: [] for kind in KINDS}
        for each in compare_documents(self.scene.index.timeline, {old}, {new}):
            ends = [side.id if side else "" for side in (each.old, each.new)]
            found[_kind(each)].append(Row("change", "|".join(ends), 1))
        return found

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return {row.key: kind for kind, rows in self._rows.items() for row in rows}

    @override
    def listing(self, query: Query, toggled: frozenset[str]) -> Listing:
        chosen = query.chosen("change") or frozenset(KINDS)
        match = Matcher(query.text)
        rows, shown = list[Row](), 0
        for kind, every in self._rows.items():
            kept = [every[at] for at in match([self._haystack(row) for row in every])]
            kept = kept if kind in chosen else []
            key = f"group:{kind}"
            if kept and query.group != "none":
                rows.append(Row("group", key, 0, len(kept)))
            if key not in toggled:
                rows += kept
            shown += len(kept)
        return Listing(rows, shown, sum(map(len, self._rows.values())))

    def _haystack(self, row: Row) -> str:
        return normalize(" ".join(self.scene.index.text(key) for key in _ends(row) if key))

    @override
    def head(self, columns: int) -> tuple[Line, ...]:
        half = (columns - 3) // 2
        names = [self.scene.full(self.scene.index.timeline.document[key]) for key in self.documents]
        left = fit((Run(f"    {names[0]}", "head"),), half)
        return ((*left, Run(" │ ", "rule"), *fit((Run(names[1], "head"),), half)),)

    @override
    def line(self, row: Row, columns: int, *, toggled: bool) -> Line:
        if row.kind == "group":
            sign = self.scene.glyphs.folded if toggled else self.scene.glyphs.unfolded
            name = self.scene.words(f"change.{row.key.removeprefix('group:')}")
            return (Run(f"{sign} {name} ", "group"), Run(f"({row.below})", "muted"))
        half = (columns - 3) // 2
        kind = self._kinds[row.key]
        left, right = (self._item(key) for key in _ends(row))
        lead = Run(f"  {_SIGNS[kind]} ", _STYLES.get(kind, "muted"))
        return (*fit((lead, left), half), Run(" │ ", "rule"), *fit((right,), half))

    def _item(self, key: str) -> Run:
        if not key:
            return Run(self.scene.glyphs.absent, "muted")
        item = self.scene.index.timeline.item[key]
        return Run(f"{item.label}{item.heading or item.text}")

    @override
    def page(self, row: Row | None, query: Query) -> Page:
        if row is None or row.kind == "group":
            return Page()
        old, new = _ends(row)
        if old and new:
            return Page(list(pair_blocks(self.scene, old, new)))
        return Page(wording(self.scene, old or new, hits=query.text.split()))

    @override
    def beside(self, row: Row | None, query: Query) -> Page:
        """The thread of the item."""
        key = _ends(row)[1] or _ends(row)[0] if row and row.kind == "change" else ""
        threads = self.scene.index.threads_of.get(key, ())[:1]
        return Page([block for t in threads for block in thread_blocks(self.scene, t)])

    @override
    def opens(self, row: Row) -> Place | None:
        if row.kind == "group":
            return None
        old, new = _ends(row)
        return Place(View.PAIR, f"{old},{new}") if old and new else self.scene.at(old or new)

    @override
    def facets(self) -> tuple[Facet, ...]:
        return (
            Facet("change", KINDS, {kind: self.scene.words(f"change.{kind}") for kind in KINDS}),
        )

    @override
    def record(self, row: Row) -> dict[str, str]:
        old, new = _ends(row)
        texts = [self.scene.index.text(key) if key else "" for key in (old, new)]
        return {
            "change": self._kinds[row.key],
            "old": old,
            "new": new,
            "old_text": texts[0],
            "new_text": texts[1],
        }


def _ends(row: Row) -> tuple[str, str]:
    old, _, new = row.key.partition("|")
    return old, new


def _kind(comparison: Comparison) -> str:
    if comparison.old is None:
        return "new"
    return "gone" if comparison.new is None else Verdict(comparison.diff.verdict).value
