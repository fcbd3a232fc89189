"""The view of one document as it was read: outline, text with states in the margin."""

from collections.abc import Iterator
from functools import cached_property

from typing_extensions import override

from evolve.model import Discarded, Document, Item, ItemKind, Section, Table
from tui.view.index import state_of
from tui.view.place import Place, View
from tui.view.query import Query
from tui.view.scene import clip
from tui.view.source import Listing, Page, Row, Source
from tui.view.text import Block, Line, Run, fit
from tui.view.thread_page import thread_blocks

__all__ = ["DocumentView"]

_MARGIN = 4
_LONGEST_TITLE = 60


class DocumentView(Source):
    """Sections and items; the page is the whole text, kept beside the outline."""

    share = 0.34

    @cached_property
    def document(self) -> Document:
        """The document."""
        return self.scene.index.timeline.document[self.place.subject]

    @cached_property
    def _pieces(self) -> list[Section | Item | Discarded]:
        """Sections, items and discarded pieces in the order of the file."""
        index, document = self.scene.index, self.document
        found: list[Section | Item | Discarded] = [*index.discarded_of[document.id]]
        found += [*index.sections_of[document.id], *index.items_of[document.id]]
        return sorted(found, key=lambda piece: piece.span)

    @override
    def crumb(self) -> str:
        return clip(f"{self.scene.full(self.document)}  {self.document.title}", _LONGEST_TITLE)

    @override
    def listing(self, query: Query, toggled: frozenset[str]) -> Listing:
        words = query.text.split()
        rows: list[Row] = []
        items = 0
        hidden = 0
        for piece in self._pieces:
            if isinstance(piece, Section):
                key = f"section:{piece.span[0]}"
                if hidden and piece.depth > hidden:
                    continue
                hidden = piece.depth if key in toggled else 0
                rows.append(Row("section", key, piece.depth - 1, 1))
            elif isinstance(piece, Item):
                items += 1
                if all(word in piece.text for word in words) and not hidden:
                    rows.append(Row("item", piece.id, len(piece.path)))
        shown = sum(row.kind == "item" for row in rows)
        if words:
            rows = _with_items(rows)
        return Listing(rows, shown, items)

    @cached_property
    def _sections(self) -> dict[str, Section]:
        sections = self.scene.index.sections_of[self.document.id]
        return {f"section:{section.span[0]}": section for section in sections}

    @override
    def line(self, row: Row, columns: int, *, toggled: bool) -> Line:
        indent = Run("  " * row.depth)
        if row.kind == "section":
            section = self._sections[row.key]
            sign = self.scene.glyphs.folded if toggled else self.scene.glyphs.unfolded
            text = Run(f"{section.label}{section.text}", "group")
            return fit((indent, Run(f"{sign} ", "muted"), text), columns)
        item = self.scene.index.timeline.item[row.key]
        name = Run(f"{_label(item)}{clip(item.heading or item.text, 50)}")
        return fit((indent, *self._signs(item), Run(" "), name), columns)

    def _signs(self, item: Item) -> tuple[Run, ...]:
        """The states of the item's threads, at most two."""
        threads = self.scene.index.threads_of.get(item.id, ())[:2]
        signs = []
        for thread in threads:
            state, settled = state_of(thread)
            signs.append(self.scene.sign(state, settled=settled))
        return tuple(signs) or (Run("  "),)

    @override
    def page(self, row: Row | None, query: Query) -> Page:
        return Page(self._blocks, row.key if row else "", key=f"document:{self.document.id}")

    @cached_property
    def _blocks(self) -> list[Block]:
        blocks = [Block((Run(self.document.title, "title"),)), Block()]
        for piece in self._pieces:
            blocks += self._piece(piece)
        return blocks

    def _piece(self, piece: Section | Item | Discarded) -> Iterator[Block]:
        if isinstance(piece, Section):
            yield Block()
            text = Run(f"{piece.label}{piece.text}", "heading")
            yield Block((text,), 2 * (piece.depth - 1), anchor=f"section:{piece.span[0]}")
        elif isinstance(piece, Discarded):
            reason = self.scene.words.term("discarded", piece.reason)
            count = piece.span[1] - piece.span[0]
            told = self.scene.words("document.discarded", reason=reason, count=count)
            whole = self.scene.index.original(self.document.source)
            passage = " ".join(whole[slice(*piece.span)].split())
            yield Block((Run(f"{told}{passage}", "discarded"),), 2, 2)
        else:
            yield from self._item(piece)

    def _item(self, item: Item) -> Iterator[Block]:
        threads = self.scene.index.threads_of.get(item.id, ())
        target = Place(View.THREAD, threads[0].id) if threads else None
        if item.kind is ItemKind.TABLE:
            yield from self._table(item)
            return
        kind = "" if item.kind is ItemKind.ITEM else self.scene.words.term("kind", item.kind)
        lead = (Run(f"{kind}  ", "muted"),) if kind else ()
        label = (Run(_label(item), "where"),) if item.label else ()
        yield Block(
            (*lead, *label, Run(item.text)),
            _MARGIN,
            margin=self._signs(item),
            target=target,
            anchor=item.id,
        )
        for thread in threads[1:]:
            runs = (*self.scene.state(thread), Run(thread.title, "muted"))
            yield Block(runs, _MARGIN + 2, target=Place(View.THREAD, thread.id))

    def _table(self, item: Item) -> Iterator[Block]:
        table = next((t for t in self.scene.index.timeline.tables if t.item == item.id), None)
        if table is None:
            yield Block((Run(item.text, "muted"),), _MARGIN, anchor=item.id)
            return
        title = Run(table.title or self.scene.words("kind.table"), "heading")
        yield Block((title,), anchor=item.id)
        for row in _cells(table):
            yield Block((Run("  ".join(cell.replace("\n", " ") for cell in row)),), _MARGIN, 2)

    @override
    def beside(self, row: Row | None, query: Query) -> Page:
        """The threads of the item under the cursor."""
        threads = self.scene.index.threads_of.get(row.key, ()) if row else ()
        return Page([block for t in threads for block in thread_blocks(self.scene, t)])

    @override
    def opens(self, row: Row) -> Place | None:
        threads = self.scene.index.threads_of.get(row.key, ())
        return Place(View.THREAD, threads[0].id) if threads else None

    @override
    def around(self, step: int) -> Place | None:
        series = self.scene.index.series[self.document.series].documents
        at = series.index(self.document.id) + step
        return Place(View.DOCUMENT, series[at]) if 0 <= at < len(series) else None

    @override
    def record(self, row: Row) -> dict[str, str]:
        if row.kind == "section":
            section = self._sections[row.key]
            return {"id": row.key, "label": section.label, "text": section.text, "state": ""}
        item = self.scene.index.timeline.item[row.key]
        threads = self.scene.index.threads_of.get(row.key, ())
        states = " ".join(state_of(thread)[0] for thread in threads)
        return {"id": row.key, "label": item.label, "text": item.text, "state": states}


def _cells(table: Table) -> Iterator[tuple[str, ...]]:
    yield table.header
    yield from table.cells


def _with_items(rows: list[Row]) -> list[Row]:
    """Leave out sections without any item below them."""
    kept: list[Row] = []
    needed = -1
    for row in reversed(rows):
        if row.kind == "item":
            kept.append(row)
            needed = max(needed, row.depth)
        elif row.depth < needed:
            kept.append(row)
            needed = row.depth
    return kept[::-1]


def _label(item: Item) -> str:
    """The number of a point, apart from its text where it is a bare number."""
    return f"{item.label} " if item.label.isdecimal() else item.label
