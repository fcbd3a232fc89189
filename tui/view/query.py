"""What a list is narrowed to, how it is sorted and grouped; and the filter itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from evolve.text import normalize

__all__ = ["Facets", "Query", "matcher"]

Facets = tuple[tuple[str, str], ...]
"""Pairs of facet and value; values of one facet are alternatives, facets all hold together."""

FUZZY = "~"
"""A filter that begins with this tolerates other wordings."""

_FUZZY_CUTOFF = 70.0
"""Share (0-100) of the filter that must be found, in rapidfuzz's partial ratio."""


@dataclass(frozen=True, slots=True)
class Query:
    """What a list is narrowed to, how it is sorted and grouped."""

    text: str = ""
    """Words that must all occur; with ``~`` in front they need only be similar."""
    facets: Facets = ()
    """Chosen facet values, sorted."""
    sort: str = ""
    """Name of the order; empty for the order of the documents."""
    group: str = ""
    """Name of the grouping; empty for the view's own."""

    def chosen(self, facet: str) -> frozenset[str]:
        """The values chosen of one facet; empty means all."""
        return frozenset(value for name, value in self.facets if name == facet)

    def toggled(self, facet: str, value: str) -> "Query":
        """The same with one value more or less."""
        return replace(self, facets=tuple(sorted({*self.facets} ^ {(facet, value)})))

    def only(self, facet: str, value: str) -> "Query":
        """The same with one value, or none if it is empty, of a facet."""
        others = {pair for pair in self.facets if pair[0] != facet}
        return replace(self, facets=tuple(sorted(others | ({(facet, value)} if value else set()))))

    @property
    def narrows(self) -> bool:
        """Whether anything may be hidden."""
        return bool(self.text.strip() or self.facets)


def matcher(text: str) -> Callable[[Sequence[str]], list[int]]:
    """A filter over normalised texts.

    Args:
        text: Words of which all must occur, or ``~`` and a wording.

    Returns:
        A function from texts to the positions of those that match, in order.
    """
    if text.lstrip().startswith(FUZZY):
        return _fuzzy(normalize(text.lstrip()[1:]))
    words = sorted((normalize(word) for word in text.split()), key=len, reverse=True)
    return lambda texts: _holding([word for word in words if word], texts)


def _holding(words: Sequence[str], texts: Sequence[str]) -> list[int]:
    if not words:
        return list(range(len(texts)))
    first = words[0]
    found = [at for at, text in enumerate(texts) if first in text]
    for word in words[1:]:
        found = [at for at in found if word in texts[at]]
    return found


def _fuzzy(wording: str) -> Callable[[Sequence[str]], list[int]]:
    def similar(texts: Sequence[str]) -> list[int]:
        if not wording:
            return list(range(len(texts)))
        from rapidfuzz import fuzz, process

        hits = process.extract(
            wording, texts, scorer=fuzz.partial_ratio, score_cutoff=_FUZZY_CUTOFF, limit=None
        )
        return sorted(int(position) for _, _, position in hits)

    return similar
