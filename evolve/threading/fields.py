"""Whether a document speaks of the field of a line of work at all.

A summary without a part on 语言文字 proves nothing about a promise of it. A document has a part on
the field of an item where one of its items is linked to it, or to what it is one line of work with,
or holds a third of its heading, in its own words or in other wordings of the same concepts.
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from evolve.matching.characters import Bools
from evolve.matching.lexicon import Lexicon
from evolve.threading.echoes.hearing import ends_of
from evolve.threading.echoes.holding import Holdings, Texts, texts_of
from evolve.threading.lines.strands import Strand

__all__ = ["Fields"]

_PART = 0.33
"""Share of a heading that an item must hold to be about it."""
_ROWS = 512
"""How many headings are looked for at once."""


class Fields:
    """The fields of the items of one series, and the documents that have a part on each."""

    def __init__(self, items: Strand, said: Texts, lexicon: Lexicon) -> None:
        """Look for every field in every document.

        Args:
            items: Of the series.
            said: What they say.
            lexicon: Concepts and set phrases.
        """
        self.items = items
        self._row = {node: row for row, node in enumerate(items.nodes)}
        self._there = _linked(items, self._row)
        if len(items.documents) > 1:
            self._there |= _held(items, said, lexicon)

    def heading(self, item: str) -> str:
        """What the field of an item is called."""
        node = self.items.nodes[item]
        return node.title or node.text

    def covers(self, place: int, item: str) -> bool:
        """Whether a document, by its index, has a part on the field of an item."""
        return bool(self._there[self._row[item], place])

    def missing(self, place: int) -> Iterator[str]:
        """Headings of the last document of each role before one on whose fields it is silent."""
        kinds = {
            document.role: index for index, document in enumerate(self.items.documents[:place])
        }
        for node in self.items.nodes.values():
            if node.place in kinds.values() and not self.covers(place, node.id):
                yield self.heading(node.id)


def _held(items: Strand, said: Texts, lexicon: Lexicon) -> Bools:
    """Where an item of each document holds enough of each heading, shape (items, documents)."""
    heads = texts_of([node.title or node.text for node in items.nodes.values()], lexicon)
    held = Holdings(heads, said, len(lexicon.wordings))
    ends = [*pairwise(ends_of(items))]
    found = np.zeros((len(items.nodes), len(items.documents)), bool)
    for start in range(0, len(found), _ROWS):
        rows = np.arange(start, min(start + _ROWS, len(found)))
        share = held.share(rows)
        for place, (low, high) in enumerate(ends):
            found[rows, place] = share[:, low:high].max(1, initial=0) >= _PART
    found[np.bincount(heads.telling[0], minlength=len(found)) == 0] = True
    return found


def _linked(items: Strand, row: dict[str, int]) -> Bools:
    found = np.zeros((len(items.nodes), len(items.documents)), bool)
    for node in items.nodes.values():
        found[row[node.id], node.place] = True
    lines = found.copy()
    for link in items.links:
        for one, other in ((link.source, link.target), (link.target, link.source)):
            found[row[one], items.place(other)] = True
            lines[row[one], items.place(other)] |= link.primary
    for link in items.links:
        if link.primary:
            early, late = row[link.source], row[link.target]
            found[early] |= lines[late]
            found[late] |= lines[early]
    return found
