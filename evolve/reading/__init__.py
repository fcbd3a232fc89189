"""Files -> documents, sections, items, measures and figures; loaded when first named."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from evolve.reading.corpus import read_corpus

__all__ = ["read_corpus"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module("evolve.reading.corpus"), name)
