"""Headings that have no number: short lines of their own."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from evolve.reading.layout.paragraphs import Paragraph
from evolve.reading.numbers.numbering import Label
from evolve.reading.outline.nodes import LIST_STYLES, NEEDS_NEIGHBOUR, Element

__all__ = ["STOPS", "headings_above", "plain_headings"]

STOPS = "。；！？;!?.：:，,"
"""What a heading does not end with."""

_MAX_PLAIN, _MIN_PLAIN = 30, 2
_ABOVE = 0.05


def plain_headings(elements: Sequence[Element]) -> set[int]:
    """Short lines without a stop, each above a paragraph, in a document without any numbers."""
    found = {
        one.start
        for one, next_ in pairwise(elements)
        if isinstance(one, Paragraph)
        and isinstance(next_, Paragraph)
        and len(one.text) <= _MAX_PLAIN
        and one.text[-1] not in STOPS
        and next_.text[-1] in STOPS
        and len(next_.text) > len(one.text)
    }
    return found if len(found) >= _MIN_PLAIN else set()


def headings_above(
    elements: Sequence[Element], labels: Mapping[int, Label]
) -> tuple[set[int], float]:
    """Short lines without a number, each right above a point of the coarsest style.

    They are headings where there are several and the numbers begin, and begin again, below them.

    Returns:
        Where they stand, and their rank.
    """
    points = [label for label in labels.values() if label.style not in LIST_STYLES]
    outer = min(points, key=lambda label: label.rank, default=None)
    if outer is None or outer.style in NEEDS_NEIGHBOUR:
        return set(), 0.0
    found: set[int] = set()
    for above, below in pairwise([None, *elements]):
        label = labels.get(below.start) if isinstance(below, Paragraph) else None
        if label is None or label.style != outer.style:
            continue
        if isinstance(above, Paragraph) and above.start not in labels and _may_head(above.text):
            found.add(above.start)
        elif label.number <= 1:
            return set(), 0.0
    return (found if len(found) >= _MIN_PLAIN else set()), outer.rank - _ABOVE


def _may_head(text: str) -> bool:
    return len(text) <= _MAX_PLAIN and (text[-1] not in STOPS or text[-1] in "：:")
