"""Finding things by their ids, for all that holds documents and items."""

from functools import cached_property
from typing import TYPE_CHECKING

from evolve.model.document import Document, Item, ItemKind, Measure

__all__ = ["Lookup"]


class Lookup:
    """Indexes over ``documents``, ``items`` and ``measures``, made when first used."""

    if TYPE_CHECKING:
        documents: tuple[Document, ...]
        items: tuple[Item, ...]
        measures: tuple[Measure, ...]

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
            if item.kind is ItemKind.ITEM:
                found[item.document].append(item)
        return {document: tuple(items) for document, items in found.items()}

    @cached_property
    def measures_of(self) -> dict[str, tuple[Measure, ...]]:
        """Measures by item id, every item present."""
        found: dict[str, list[Measure]] = {item.id: [] for item in self.items}
        for measure in self.measures:
            found[measure.item].append(measure)
        return {item: tuple(measures) for item, measures in found.items()}
