"""All that reading found: what the other stages work on."""

from functools import cached_property

from evolve.model.base import Frozen
from evolve.model.document import Discarded, Document, Item, Measure, Section, Table

__all__ = ["Corpus", "FileText", "Problem", "Series"]


class Series(Frozen):
    """The documents of one issuer; threads live inside a series."""

    id: str
    """Such as ``guangzhou``."""
    issuer: str
    """The body that speaks (机关)."""
    jurisdiction: str
    """The place that it speaks for (地区)."""
    documents: tuple[str, ...]
    """Ids in time order: by ``Document.moment``, then id."""
    parent: str | None = None
    """Series of the jurisdiction above (the city of a district), where it is in the corpus."""


class Problem(Frozen):
    """A file that could not be read, in one sentence; the others were."""

    file: str
    """As given."""
    message: str
    """Why, and what to do."""


class FileText(Frozen):
    """The decoded text of one file, which all spans point into."""

    file: str
    """As in ``Source.file``."""
    text: str
    """Decoded text."""


class Corpus(Frozen):
    """Documents in time order inside their series, and all that belongs to them."""

    series: tuple[Series, ...]
    """Sorted by id."""
    documents: tuple[Document, ...]
    """In the order of their series, then of time."""
    sections: tuple[Section, ...]
    """In the order of the documents, then of the text."""
    items: tuple[Item, ...]
    """In the order of the documents, then of the text."""
    measures: tuple[Measure, ...]
    """In the order of the items, then of the text."""
    tables: tuple[Table, ...]
    """In the order of the documents, then of the text."""
    discarded: tuple[Discarded, ...]
    """Sorted by file and span."""
    problems: tuple[Problem, ...] = ()
    """Files that could not be read."""
    texts: tuple[FileText, ...] = ()
    """Decoded texts, sorted by file; not part of a timeline."""

    @cached_property
    def document(self) -> dict[str, Document]:
        """Documents by id."""
        return {document.id: document for document in self.documents}

    @cached_property
    def item(self) -> dict[str, Item]:
        """Items by id."""
        return {item.id: item for item in self.items}

    @cached_property
    def measure(self) -> dict[str, Measure]:
        """Measures by id."""
        return {measure.id: measure for measure in self.measures}

    @cached_property
    def items_of(self) -> dict[str, tuple[Item, ...]]:
        """Threadable items (kind ``item``) by document id, every document present."""
        found: dict[str, list[Item]] = {document.id: [] for document in self.documents}
        for item in self.items:
            if item.kind == "item":
                found[item.document].append(item)
        return {document: tuple(items) for document, items in found.items()}

    @cached_property
    def measures_of(self) -> dict[str, tuple[Measure, ...]]:
        """Measures by item id, every item present."""
        found: dict[str, list[Measure]] = {item.id: [] for item in self.items}
        for measure in self.measures:
            found[measure.item].append(measure)
        return {item: tuple(measures) for item, measures in found.items()}
