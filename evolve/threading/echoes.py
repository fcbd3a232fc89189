"""Whether a document speaks of a measure, though no measure of it is plainly the same.

Officials reword a promise so freely that often no two clauses can be matched. What can be seen
is that the words which tell the measure from others stand together in an item that carries the
same line of work on, or that the name which it gives in quotation marks stands there. Three
features decide, by a logistic function: how much of the measure's distinctive wording an item
holds, weighted by how surely the two items are linked; whether the document has the name; and
whether the measure announces something to be made (出台, 组建 ...), of which the words of its
field, found elsewhere, prove little.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp
from typing import NamedTuple

import numpy as np

from evolve.matching.terms import Ints, terms_of
from evolve.matching.vectors import Floats, Matrix, matrix
from evolve.model import Link
from evolve.threading.promises import announces
from evolve.threading.strands import Node, Strand, bigrams

__all__ = ["Echo", "echoes", "nearest"]

_PRIOR, _WORDING, _NAMED, _ANNOUNCED = -1.54, 6.77, 1.64, -1.68
"""Weights of a logistic regression on 212 measures that two readers followed."""
_UNLINKED = 0.3
"""What wording counts in an item that is not linked, beside 1 for one that surely is."""
_RARE = 2
"""Most items of a document, on the average, in which a telling name stands."""
_NAME = re.compile(r"[“《]([^“”《》]{2,30})[”》]")


class Echo(NamedTuple):
    """A document that speaks of a measure."""

    measure: str
    item: str
    """Item of the document that holds most of it."""
    score: float
    """Probability that a reader would say so."""


def echoes(
    items: Strand, measures: Strand, own: Mapping[str, Sequence[Node]], least: float
) -> list[Echo]:
    """Find where the measures of a series are spoken of, one item for each other document.

    Args:
        items: Items and their links.
        measures: Measures.
        own: Measures of each item.
        least: Least probability.
    """
    pairs = [pair for link in items.links for pair in _pairs(link, own)]
    shares = _shares(items, measures, [(node.id, item) for node, item, _ in pairs])
    names = _Names(items, measures)
    best: dict[tuple[str, int], Echo] = {}
    for (node, item, score), share in zip(pairs, shares.tolist(), strict=True):
        place = items.nodes[item].place
        wording = share * (_UNLINKED + (1 - _UNLINKED) * score)
        heard = _probability(wording, names.answer(node.id, place), announces(node.text))
        if heard >= least and heard > best.get((node.id, place), _NO_ECHO).score:
            best[node.id, place] = Echo(node.id, item, heard)
    for echo in names.echoes():
        best.setdefault((echo.measure, items.place(echo.item)), echo)
    return [best[key] for key in sorted(best)]


def nearest(echo: Echo, measures: Strand, own: Mapping[str, Sequence[Node]]) -> str | None:
    """The measure of the item that shares most with the one that is echoed."""
    said = bigrams(measures.nodes[echo.measure].text)
    nodes = own.get(echo.item, ())
    shared = [len(said & bigrams(node.text)) for node in nodes]
    most = max(shared, default=0)
    return nodes[shared.index(most)].id if most else None


_NO_ECHO = Echo("", "", 0.0)


def _probability(wording: float, named: int, announced: bool) -> float:  # noqa: FBT001 - a feature
    odds = _PRIOR + _WORDING * wording + _NAMED * named + _ANNOUNCED * announced
    return 1 / (1 + exp(-odds))


def _pairs(link: Link, own: Mapping[str, Sequence[Node]]) -> Iterator[tuple[Node, str, float]]:
    """The measures of either item of a link with the other item."""
    for item, other in ((link.source, link.target), (link.target, link.source)):
        for node in own.get(item, ()):
            yield node, other, link.score


def _shares(items: Strand, measures: Strand, pairs: Sequence[tuple[str, str]]) -> Floats:
    """Share of the weight of each measure's terms that stands in the item beside it."""
    if not pairs:
        return np.zeros(0)
    item_terms = terms_of([node.text for node in items.nodes.values()])
    own_terms = terms_of([node.text for node in measures.nodes.values()])
    codes = np.unique(np.concatenate([item_terms.code, own_terms.code]))
    shape = len(codes)
    held = _ones(item_terms.row, np.searchsorted(codes, item_terms.code), len(items.nodes), shape)
    said = _ones(own_terms.row, np.searchsorted(codes, own_terms.code), len(measures.nodes), shape)
    frequency = np.asarray(held.sum(axis=0)).ravel()
    weight = np.log((len(items.nodes) + 1) / (frequency + 0.5))
    rows = _places(measures, (measure for measure, _ in pairs))
    columns = _places(items, (item for _, item in pairs))
    weighted = Matrix(said.multiply(np.maximum(weight, 0)[None, :]))
    mass = np.asarray(weighted.sum(axis=1)).ravel()[rows]
    return np.asarray(_shared(weighted[rows], held, columns) / np.maximum(mass, 1e-9))


def _shared(weighted: Matrix, held: Matrix, columns: Ints) -> Floats:
    """Weight of the terms in each row that a row of ``held`` has too."""
    width, height = held.shape[1], weighted.shape[0]
    pair = np.repeat(np.arange(height), np.diff(weighted.indptr))
    asked = columns[pair] * width + weighted.indices
    known = np.repeat(np.arange(held.shape[0]), np.diff(held.indptr)) * width + held.indices
    place = np.searchsorted(known, asked)
    inside = np.append(known, -1)[place] == asked
    return np.asarray(np.bincount(pair, weighted.data * inside, minlength=height), np.float64)


def _ones(rows: Ints, columns: Ints, height: int, width: int) -> Matrix:
    found = matrix(rows, columns, (height, width))
    found.data[:] = 1
    return found


def _places(strand: Strand, nodes: Iterable[str]) -> Ints:
    index = {node: row for row, node in enumerate(strand.nodes)}
    return np.array([index[node] for node in nodes], np.int64)


class _Names:
    """Where the names stand that measures give in quotation marks."""

    def __init__(self, items: Strand, measures: Strand) -> None:
        self.home = {node.id: node.place for node in measures.nodes.values()}
        self.named = {
            node.id: names
            for node in measures.nodes.values()
            if (names := _NAME.findall(node.text))
        }
        every = {name for names in self.named.values() for name in names}
        self.found = _found(sorted(every), items)

    def answer(self, measure: str, place: int) -> int:
        """1 where a document has a name of the measure, -1 where it has none, 0 without names."""
        names = self.named.get(measure)
        if not names:
            return 0
        return 1 if any(place in self.found[name] for name in names) else -1

    def echoes(self) -> Iterator[Echo]:
        """A document that has the name speaks of the measure, whatever else it says."""
        for measure, names in self.named.items():
            for name in names:
                for place, item in self.found[name].items():
                    if place != self.home[measure]:
                        yield Echo(measure, item, 0.5)


def _found(names: Sequence[str], items: Strand) -> dict[str, dict[int, str]]:
    """The first item of each document that has each name; names that stand all over have none."""
    found: dict[str, dict[int, str]] = {}
    for name in names:
        homes = [node for node in items.nodes.values() if name in node.text]
        first = {node.place: node.id for node in reversed(homes)}
        found[name] = first if len(homes) <= _RARE * len(first) else {}
    return found
