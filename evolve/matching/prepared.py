"""All that matching takes from one document before it meets another."""

from collections.abc import Sequence
from dataclasses import dataclass

from evolve.matching.terms import Terms, terms_of
from evolve.model import Item

__all__ = ["Prepared", "prepare"]


@dataclass(frozen=True, slots=True)
class Prepared:
    """The items of a document and their terms."""

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    terms: Terms

    def __len__(self) -> int:
        return len(self.ids)


def prepare(items: Sequence[Item]) -> Prepared:
    """Take from items what matching needs."""
    texts = tuple(item.text for item in items)
    return Prepared(tuple(item.id for item in items), texts, terms_of(texts))
