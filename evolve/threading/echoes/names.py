"""Where the names stand that measures give in quotation marks."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from evolve.threading.lines.strands import Strand

__all__ = ["Names"]

_RARE = 2
"""Most items of a document, on the average, in which a telling name stands."""
_NAME = re.compile(r"[“《]([^“”《》]{2,30})[”》]")
_BETWEEN = "“"
"""Between two texts of a shelf: no name holds it."""
_COUNT = re.compile(r"[一二三四五六七八九](?=[个项大])")
_DIGITS = {digit: str(value) for value, digit in enumerate("一二三四五六七八九", 1)}


class Names:
    """The names of measures and where else in a series they stand."""

    def __init__(self, items: Strand, measures: Strand) -> None:
        texts = {node.id: _plain(node.text) for node in measures.nodes.values()}
        self.home = {node.id: node.place for node in measures.nodes.values()}
        self.named = {node: names for node, text in texts.items() if (names := _NAME.findall(text))}
        every = sorted({name for names in self.named.values() for name in names})
        self._places = _found(every, items)
        self._shelf = _Shelf(texts)
        self._passages: dict[str, Mapping[int, Sequence[str]]] = {}

    def _holding(self, name: str) -> Mapping[int, Sequence[str]]:
        """The measures that have a name, by their document; most names are never asked for."""
        if name not in self._passages:
            found: dict[int, list[str]] = defaultdict(list)
            for node in self._shelf.holding(name):
                found[self.home[node]].append(node)
            self._passages[name] = dict(found)
        return self._passages[name]

    def answer(self, measure: str, place: int) -> int:
        """1 where a document has a name of the measure, -1 where it has none, 0 without names."""
        names = self.named.get(measure)
        if not names:
            return 0
        return 1 if any(place in self._places[name] for name in names) else -1

    def elsewhere(self, measure: str) -> Iterator[int]:
        """Other documents that have a name of the measure."""
        for name in self.named.get(measure, ()):
            yield from self._places[name] - {self.home[measure]}

    def passages(self, measure: str, place: int) -> Sequence[str]:
        """The measures of a document that have a telling name of the measure."""
        names = self.named.get(measure, ())
        telling = [name for name in names if place in self._places[name]]
        found = (node for name in telling for node in self._holding(name).get(place, ()))
        return list(dict.fromkeys(found))


class _Shelf:
    """Many texts in one string, which is searched much faster than text by text."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._ids = list(texts)
        self._all = _BETWEEN.join(texts.values())
        ends = accumulate(len(text) + len(_BETWEEN) for text in texts.values())
        self._ends = list(ends)

    def holding(self, name: str) -> Iterator[str]:
        """Ids of the texts in which a name stands, in their order."""
        at = self._all.find(name)
        while at >= 0:
            text = bisect_right(self._ends, at)
            yield self._ids[text]
            at = self._all.find(name, self._ends[text])


def _found(names: Sequence[str], items: Strand) -> dict[str, set[int]]:
    """The documents that have each name; names that stand all over have none."""
    shelf = _Shelf({node.id: _plain(node.text) for node in items.nodes.values()})
    found: dict[str, set[int]] = {}
    for name in names:
        homes = [items.place(node) for node in shelf.holding(name)]
        places = set(homes)
        found[name] = places if len(homes) <= _RARE * len(places) else set()
    return found


def _plain(text: str) -> str:
    """A text with its small counts in digits: 四个100% and 4个100% are one name."""
    return _COUNT.sub(lambda match: _DIGITS[match[0]], text)
