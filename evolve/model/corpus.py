"""All that reading found: what the other stages work on."""

from dataclasses import dataclass

from evolve.model.document import Discarded, Document, Item, Measure, Section, Table
from evolve.model.lookup import Lookup

__all__ = ["Corpus", "FileText", "Problem", "Series"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Series:
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """A file that could not be read, in one sentence; the others were."""

    file: str
    """As given."""
    message: str
    """Why, and what to do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FileText:
    """The decoded text of one file, which all spans point into."""

    file: str
    """As in ``Source.file``."""
    text: str
    """Decoded text."""


@dataclass(frozen=True, kw_only=True)
class Corpus(Lookup):
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
