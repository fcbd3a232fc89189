"""Look-ups over a timeline that several views share; each is made when first needed."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property

from evolve.model import (
    Certainty,
    Coverage,
    Discarded,
    Document,
    Item,
    Level,
    Link,
    Measure,
    Role,
    Section,
    Series,
    Source,
    State,
    Thread,
    Timeline,
)
from evolve.text import normalize
from tui.view.columns import Column, columns_of

__all__ = ["Index", "state_of"]


class Index:
    """A timeline, the texts of its files where they are known, and look-ups in them.

    Args:
        timeline: The timeline.
        original: Gives the whole text of a source file, or nothing where it is not known.
    """

    def __init__(self, timeline: Timeline, original: Callable[[Source], str] | None = None) -> None:
        self.timeline = timeline
        self.original = original or (lambda _: "")
        self._fields: dict[str, str] = {}

    @cached_property
    def series(self) -> dict[str, Series]:
        """Series by id."""
        return {series.id: series for series in self.timeline.series}

    @cached_property
    def shared_places(self) -> frozenset[str]:
        """Places for which several series speak, and the unnamed one."""
        counted = Counter(series.jurisdiction for series in self.timeline.series)
        return frozenset({"", *(place for place, count in counted.items() if count > 1)})

    @cached_property
    def ordered_series(self) -> tuple[Series, ...]:
        """Series, the one with most documents first."""
        return tuple(sorted(self.timeline.series, key=lambda series: -len(series.documents)))

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """All documents of all series in columns, in time order."""
        return columns_of(self.timeline)

    @cached_property
    def item_threads(self) -> tuple[Thread, ...]:
        """Threads of items: the series with most documents first, then as in the timeline."""
        found = (t for t in self.timeline.threads if t.level is Level.ITEM)
        by_series: dict[str, list[Thread]] = {series.id: [] for series in self.ordered_series}
        for thread in found:
            by_series.setdefault(thread.series, []).append(thread)
        return tuple(thread for threads in by_series.values() for thread in threads)

    @cached_property
    def children(self) -> dict[str, list[Thread]]:
        """Threads of measures by the thread of items above them."""
        found: dict[str, list[Thread]] = defaultdict(list)
        for thread in self.timeline.threads:
            if thread.parent is not None:
                found[thread.parent].append(thread)
        return found

    @cached_property
    def parents(self) -> dict[str, str]:
        """Thread of items by the thread of measures below it."""
        return {t.id: t.parent for t in self.timeline.threads if t.parent is not None}

    @cached_property
    def threads_of(self) -> dict[str, list[Thread]]:
        """Threads by the id of an item or measure that is a member."""
        found: dict[str, list[Thread]] = defaultdict(list)
        for thread in self.timeline.threads:
            for entry in thread.entries:
                for member in entry.members:
                    found[member].append(thread)
        return found

    @cached_property
    def links_of(self) -> dict[str, list[Link]]:
        """Links by the id of either end."""
        found: dict[str, list[Link]] = defaultdict(list)
        for link in self.timeline.links:
            found[link.source].append(link)
            found[link.target].append(link)
        return found

    @cached_property
    def items_of(self) -> dict[str, list[Item]]:
        """Items of every kind by document, in the order of the text."""
        found: dict[str, list[Item]] = defaultdict(list)
        for item in self.timeline.items:
            found[item.document].append(item)
        return found

    @cached_property
    def sections_of(self) -> dict[str, list[Section]]:
        """Headings by document, in the order of the text."""
        found: dict[str, list[Section]] = defaultdict(list)
        for section in self.timeline.sections:
            found[section.document].append(section)
        return found

    @cached_property
    def discarded_of(self) -> dict[str, list[Discarded]]:
        """Pieces that were set aside, by the document in or after which they stand in its file.

        What stands before the first document of a file goes with that one.
        """
        starts: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for document in self.timeline.documents:
            starts[document.source.file].append((document.source.span[0], document.id))
        found: dict[str, list[Discarded]] = defaultdict(list)
        for piece in self.timeline.discarded:
            if own := sorted(starts[piece.file]):
                before = [key for start, key in own if start <= piece.span[0]]
                found[before[-1] if before else own[0][1]].append(piece)
        return found

    @cached_property
    def measures_of(self) -> dict[str, list[Measure]]:
        """Measures by item."""
        found: dict[str, list[Measure]] = defaultdict(list)
        for measure in self.timeline.measures:
            found[measure.item].append(measure)
        return found

    @cached_property
    def coverage(self) -> dict[tuple[str, Role, int], Coverage]:
        """What could be observed, by series, role and year."""
        return {(row.series, row.role, row.year): row for row in self.timeline.coverage}

    @cached_property
    def wordings(self) -> dict[str, str]:
        """Normalised title and texts of every thread, for the filter."""
        return {thread.id: self._wordings(thread) for thread in self.timeline.threads}

    def _wordings(self, thread: Thread) -> str:
        texts = dict.fromkeys((thread.title, *(self.text(key) for key in self.members(thread))))
        return normalize(" ".join(texts))

    @cached_property
    def haystacks(self) -> dict[str, str]:
        """The same with what a thread belongs to: its headings, the title of its parent."""
        return {
            thread.id: f"{self.wordings[thread.id]} {self._field(thread)}"
            for thread in self.timeline.threads
        }

    def _field(self, thread: Thread) -> str:
        items = [self.item(key) for key in self.members(thread)]
        paths = dict.fromkeys(head for item in items for head in (*item.path, item.heading))
        parent = self.timeline.thread[thread.parent].title if thread.parent else ""
        return self._normal(" ".join((*paths, parent)))

    def _normal(self, text: str) -> str:
        """Normalise; many threads stand under the same headings."""
        if text not in self._fields:
            self._fields[text] = normalize(text)
        return self._fields[text]

    def text(self, key: str) -> str:
        """The text of an item or measure."""
        item = self.timeline.item.get(key)
        return item.text if item is not None else self.timeline.measure[key].text

    def item(self, key: str) -> Item:
        """The item of that id, or the item of the measure of that id."""
        items = self.timeline.item
        return items[key] if key in items else items[self.timeline.measure[key].item]

    def document(self, key: str) -> Document:
        """The document of an item or measure."""
        return self.timeline.document[self.item(key).document]

    def members(self, thread: Thread) -> Iterable[str]:
        """Ids of all members, in time order."""
        return (key for entry in thread.entries for key in entry.members)

    def section(self, thread: Thread) -> str:
        """The outermost heading above the thread's latest wording."""
        latest = thread.entries[-1].members[:1] if thread.entries else ()
        path = self.item(latest[0]).path if latest else ()
        return path[0] if path else ""


def state_of(thread: Thread) -> tuple[State, bool]:
    """State, a person's before the machine's, and whether it is settled."""
    if thread.override is not None:
        return thread.override.state, not thread.override.stale
    return thread.state, thread.certainty is Certainty.SETTLED
