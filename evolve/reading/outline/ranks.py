"""Which styles of numbers stand further out in a document than is usual."""

from collections import Counter
from collections.abc import Iterable, Mapping

from evolve.reading.numbers.numbering import Label

__all__ = ["own_ranks"]

_ARABIC = frozenset({"arabic", "arabic_comma", "arabic_half", "bare"})
_OUTSIDE: Mapping[str, tuple[float, int]] = {"roman": (58.2, 1), "latin": (58.4, 2)}
"""Rank of a style outside Arabic numbers, and how often that must be seen."""


def own_ranks(labels: Iterable[Label]) -> dict[str, float]:
    """Ranks of the styles that a document uses outside Arabic numbers, though finer by custom.

    ``I. 1. 2. II. 3. 4.``: the Roman numbers go on over the Arabic ones, so they are headings;
    in ``1. I. II. 2. I. II.`` they begin again.

    Args:
        labels: the numbers of the document in order.
    """
    last: dict[str, int] = {}
    over: Counter[str] = Counter()
    arabic_since: set[str] = set()
    for label in labels:
        if label.style in _ARABIC:
            arabic_since.update(last)
        if label.style not in _OUTSIDE:
            continue
        style = label.style
        over[style] += style in arabic_since and label.number == last[style] + 1
        last[style] = label.number
        arabic_since.discard(style)
    return {style: rank for style, (rank, least) in _OUTSIDE.items() if over[style] >= least}
