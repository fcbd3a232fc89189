"""The view of all documents: what was recognised, and what is odd about it."""

from collections import Counter
from collections.abc import Iterator

from typing_extensions import override

from evolve.model import Document, ItemKind, State
from tui.view.index import state_of
from tui.view.item import heading
from tui.view.place import Place, View
from tui.view.query import Matcher, Query
from tui.view.source import Listing, Page, Row, Source
from tui.view.text import Block, Line, Run, fit
from tui.view.why import bar

__all__ = ["Documents"]


class Documents(Source):
    """Documents by series, in time order."""

    share = 0.5
    joined = True
    groups = ("series", "none")

    @override
    def crumb(self) -> str:
        return self.scene.words("view.documents")

    @override
    def listing(self, query: Query, toggled: frozenset[str]) -> Listing:
        documents = self.scene.index.timeline.documents
        texts = [self._haystack(document) for document in documents]
        kept = [documents[at] for at in Matcher(query.text)(texts)]
        rows: list[Row] = []
        for series in self.scene.index.ordered_series:
            own = [Row("document", d.id, 1) for d in kept if d.series == series.id]
            key = f"group:{self.scene.issuer(series.id)}"
            if own and query.group != "none":
                rows.append(Row("group", key, 0, len(own)))
            if key not in toggled:
                rows += own
        return Listing(rows, len(kept), len(documents))

    def _haystack(self, document: Document) -> str:
        from evolve.text import normalize

        return normalize(f"{document.title} {self.scene.full(document)} {document.issuer}")

    @override
    def line(self, row: Row, columns: int, *, toggled: bool) -> Line:
        if row.kind == "group":
            sign = self.scene.glyphs.folded if toggled else self.scene.glyphs.unfolded
            label = row.key.removeprefix("group:")
            return (Run(f"{sign} {label} ", "group"), Run(f"({row.below})", "muted"))
        document = self.scene.index.timeline.document[row.key]
        count = sum(i.kind is ItemKind.ITEM for i in self.scene.index.items_of[row.key])
        told = self.scene.words("documents.items", count=count)
        odd = self.scene.glyphs.doubt if document.notices else " "
        name = fit((Run(f"  {self.scene.document(document)}", "where"),), 18)
        title = fit((Run(f" {document.title}"),), max(4, columns - 18 - 12))
        items = fit((Run(told, "muted"),), 10)
        return (*name, *title, *items, Run(f" {odd}", "warning"))

    @override
    def page(self, row: Row | None, query: Query) -> Page:
        if row is None or row.kind == "group":
            return Page()
        return Page(list(self._about(self.scene.index.timeline.document[row.key])))

    def _about(self, document: Document) -> Iterator[Block]:
        words, source = self.scene.words, document.source
        yield Block((Run(document.title, "title"),))
        facts = {
            "issuer": document.issuer,
            "role": words.term("role", document.role),
            "period": self.scene.years(document.period.start, document.period.end),
            "published": str(document.published or ""),
            "number": document.number or "",
            "file": f"{source.file} ({source.format}, {source.encoding or '-'})",
            "sha256": source.sha256[:16] + "…",
            "completeness": words.term("completeness", document.completeness),
            "supersedes": ", ".join(document.supersedes),
        }
        for name, value in facts.items():
            if value:
                label = fit((Run(words(f"documents.{name}"), "muted"),), 12)
                yield Block((Run(value),), 12, margin=label)
        yield Block()
        if document.notices:
            yield heading(words("documents.notices"), str(len(document.notices)))
            for notice in document.notices:
                yield Block((Run(notice),), 2, margin=(Run("- ", "warning"),))
            yield Block()
        yield from self._states(document)

    @override
    def beside(self, row: Row | None, query: Query) -> Page:
        if row is None or row.kind == "group":
            return Page()
        return Page(list(self._outline(self.scene.index.timeline.document[row.key])))

    def _outline(self, document: Document) -> Iterator[Block]:
        yield heading(self.scene.words("documents.outline"))
        for section in self.scene.index.sections_of[document.id]:
            text = Run(f"{section.label}{section.text}")
            place = Place(View.DOCUMENT, document.id, f"section:{section.span[0]}")
            yield Block((text,), 2 * section.depth, 2, target=place)

    def _states(self, document: Document) -> Iterator[Block]:
        """How many of its items are in threads of each state."""
        index = self.scene.index
        threads = {
            thread.id: thread
            for item in index.items_of[document.id]
            for thread in index.threads_of.get(item.id, ())
        }
        count = Counter(state_of(thread)[0] for thread in threads.values())
        if not count:
            return
        yield heading(self.scene.words("documents.states"))
        for state in State:
            share = count[state] / sum(count.values())
            name = fit((self.scene.sign(state), Run(self.scene.words.term("state", state))), 12)
            runs = (*name, Run(f"{count[state]:4} ", ""), Run(bar(self.scene, share), "muted"))
            query = Query().only("state", state).toggled("series", document.series)
            yield Block(runs, 2, target=Place(View.THREADS, query=query))
        yield Block()

    @override
    def opens(self, row: Row) -> Place | None:
        return None if row.kind == "group" else Place(View.DOCUMENT, row.key)

    @override
    def record(self, row: Row) -> dict[str, str]:
        document = self.scene.index.timeline.document[row.key]
        return {
            "id": document.id,
            "issuer": document.issuer,
            "role": document.role,
            "start": str(document.period.start),
            "end": str(document.period.end),
            "title": document.title,
            "file": document.source.file,
            "notices": " / ".join(document.notices),
        }
