"""What a list is narrowed to, how it is sorted and grouped; and the filter itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evolve.text import normalize

__all__ = ["Facets", "Matcher", "Query"]

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
        return self.ranged(facet, [value] if value else [])

    def ranged(self, facet: str, values: Sequence[str]) -> "Query":
        """The same with just these values of a facet."""
        others = {pair for pair in self.facets if pair[0] != facet}
        return replace(self, facets=tuple(sorted(others | {(facet, value) for value in values})))

    def stretched(self, facet: str, value: str, scale: Sequence[str]) -> "Query":
        """The same with the range of a facet drawn to a value, or begun there.

        A value outside the range widens it, one of its ends is taken off it, and one inside
        becomes all of it.
        """
        steps = [at for at, step in enumerate(scale) if step in self.chosen(facet)]
        at = scale.index(value)
        if not steps or min(steps) < at < max(steps):
            return self.ranged(facet, [value])
        if value in self.chosen(facet):
            return self.toggled(facet, value)
        first, last = min(*steps, at), max(*steps, at)
        return self.ranged(facet, scale[first : last + 1])

    @property
    def narrows(self) -> bool:
        """Whether anything may be hidden."""
        return bool(self.text.strip() or self.facets)


class Matcher:
    """A filter over normalised texts.

    Args:
        text: Words of which all must occur, or ``~`` and a wording that need only be similar.
    """

    def __init__(self, text: str) -> None:
        bare = text.lstrip()
        self._wording = normalize(bare[1:]) if bare.startswith(FUZZY) else ""
        words = () if bare.startswith(FUZZY) else map(normalize, text.split())
        self._words = sorted((word for word in words if word), key=len, reverse=True)

    def __call__(self, texts: Sequence[str]) -> list[int]:
        """The positions of the texts that match, in order."""
        if self._wording:
            return self._similar(texts)
        found = list(range(len(texts)))
        for word in self._words[:1]:
            found = [at for at, text in enumerate(texts) if word in text]
        for word in self._words[1:]:
            found = [at for at in found if word in texts[at]]
        return found

    def holds(self, text: str) -> bool:
        """Whether one text matches."""
        return bool(self([text]))

    def _similar(self, texts: Sequence[str]) -> list[int]:
        from rapidfuzz import fuzz, process

        hits = process.extract(
            self._wording, texts, scorer=fuzz.partial_ratio, score_cutoff=_FUZZY_CUTOFF, limit=None
        )
        return sorted(int(position) for _, _, position in hits)
