"""Files -> documents, sections, items, measures and figures."""

from evolve.reading.corpus import read_corpus

__all__ = ["read_corpus"]
