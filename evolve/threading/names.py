"""Where the names stand that measures give in quotation marks."""

import re
from collections.abc import Iterator, Sequence

from evolve.threading.strands import Strand

__all__ = ["Names"]

_RARE = 2
"""Most items of a document, on the average, in which a telling name stands."""
_NAME = re.compile(r"[“《]([^“”《》]{2,30})[”》]")


class Names:
    """The names of measures and the documents of a series that have them."""

    def __init__(self, items: Strand, measures: Strand) -> None:
        self.home = {node.id: node.place for node in measures.nodes.values()}
        self.named = {
            node.id: names
            for node in measures.nodes.values()
            if (names := _NAME.findall(node.text))
        }
        every = {name for names in self.named.values() for name in names}
        self._found = _found(sorted(every), items)

    def answer(self, measure: str, place: int) -> int:
        """1 where a document has a name of the measure, -1 where it has none, 0 without names."""
        names = self.named.get(measure)
        if not names:
            return 0
        return 1 if any(place in self._found[name] for name in names) else -1

    def elsewhere(self, measure: str) -> Iterator[int]:
        """Other documents that have a name of the measure."""
        for name in self.named.get(measure, ()):
            yield from self._found[name] - {self.home[measure]}


def _found(names: Sequence[str], items: Strand) -> dict[str, set[int]]:
    """The documents that have each name; names that stand all over have none."""
    found: dict[str, set[int]] = {}
    for name in names:
        homes = [node.place for node in items.nodes.values() if name in node.text]
        places = set(homes)
        found[name] = places if len(homes) <= _RARE * len(places) else set()
    return found
