"""The JSON timeline: the one artefact that everything else reads."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pydantic import JsonValue

from evolve.model.corpus import Series
from evolve.model.document import Discarded, Document, Item, Measure, Section, Table
from evolve.model.frozen import Frozen
from evolve.model.link import Link
from evolve.model.lookup import Lookup
from evolve.model.thread import Coverage, Indicator, Thread

__all__ = ["SCHEMA_VERSION", "Generator", "Timeline"]

SCHEMA_VERSION: Literal["1"] = "1"


@dataclass(frozen=True, kw_only=True, slots=True)
class Generator:
    """What made the timeline."""

    name: str
    """``policy-evolve``."""
    version: str
    """Version of the program."""
    settings: dict[str, JsonValue]
    """Every value that changes the result."""
    settings_sha256: str
    """Hash of ``settings`` as compact JSON with sorted keys."""


class Timeline(Lookup, Frozen):
    """Documents of many years, their items, the links between them, and what became of each."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    """Additions are allowed within version 1; a change of meaning is version 2."""
    generator: Generator
    """What made it."""
    as_of: int | None
    """The latest year that any document covers; null for a timeline without documents."""
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
    links: tuple[Link, ...]
    """Sorted by level, source and target in the order of the items."""
    threads: tuple[Thread, ...]
    """Sorted by series, level and first member in the order of the items."""
    indicators: tuple[Indicator, ...]
    """Sorted by series and id."""
    coverage: tuple[Coverage, ...]
    """Sorted by series, role and year."""
    discarded: tuple[Discarded, ...]
    """Sorted by file and span."""

    @cached_property
    def thread(self) -> dict[str, Thread]:
        """Threads by id."""
        return {thread.id: thread for thread in self.threads}
