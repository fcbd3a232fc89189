"""Whether a document speaks of a measure, though no measure of it is plainly the same.

Officials reword a promise so freely that often no two clauses can be matched. A few signals
decide together, by a logistic function, for each measure and each other document: how much of
the measure some item holds, in its words or in other wordings of the same concepts; the rarest
word in common with an item of the same line of work; the best measure link; whether the document
has the name that the measure gives in quotation marks; and whether the measure is work that
lasts, for of something to be made (出台, 组建 ...) the words of its field prove little.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from evolve.matching.lexicon import Lexicon
from evolve.matching.terms import Ints
from evolve.matching.vectors import Floats, Matrix
from evolve.threading.holding import Holdings, texts_of
from evolve.threading.names import Names
from evolve.threading.promises import announces
from evolve.threading.strands import Strand

__all__ = ["ECHO_MODEL", "SIGNALS", "Echo", "EchoModel", "Signals", "echoes", "signals"]

SIGNALS = ("wording", "rarest", "link", "named", "lasting")
"""What is known of a measure and a document, in the order of the weights."""
_UNLINKED = 0.3
"""What is held counts so much in an item that is not linked, beside 1 for one that surely is."""
_PASSAGES = 3
"""How many passages of a document are looked at closely."""
_NAMED = 0.5
"""Probability that a document which has the name speaks of the measure, at least."""


class EchoModel(NamedTuple):
    """A logistic function of the signals."""

    prior: float
    weights: tuple[float, ...]
    """Log-odds for one unit of each of the signals."""

    def probability(self, values: Floats) -> Floats:
        """Probability for rows of signals."""
        return np.asarray(1 / (1 + np.exp(-(self.prior + values @ np.array(self.weights)))))


ECHO_MODEL = EchoModel(-5.11, (4.12, 0.54, 2.52, 1.89, 1.25))
"""Fitted on the measures that persons followed; docs/states.md tells on which."""


class Signals(NamedTuple):
    """The signals of every measure in every document of a series."""

    values: Floats
    """Shape (measures, documents, signals)."""
    passages: Ints
    """Which measures of the document hold most of it, best first, shape (measures, documents, k);
    -1 for none."""
    share: Floats
    """How much of it each of them holds."""


class Echo(NamedTuple):
    """A document that speaks of a measure."""

    measure: str
    place: int
    """Index of the document."""
    passages: Sequence[tuple[str, float]]
    """The measures of the document that hold most of it, and how much, best first."""
    score: float
    """Probability that a reader would say so."""


def echoes(
    items: Strand, measures: Strand, least: float, lexicon: Lexicon, model: EchoModel
) -> Iterator[Echo]:
    """Find where the measures of a series are spoken of, at most once in each other document.

    Args:
        items: Items and their links, in the order of the documents.
        measures: Measures and their links, in the same order.
        least: Least probability.
        lexicon: Concepts and set phrases.
        model: What the signals mean.
    """
    names = Names(items, measures)
    found = signals(items, measures, names, lexicon)
    score = model.probability(found.values)
    nodes = list(measures.nodes.values())
    for row, node in enumerate(nodes):
        for place in names.elsewhere(node.id):
            score[row, place] = max(score[row, place], _NAMED)
        score[row, node.place] = 0
    for row, place in np.argwhere((score >= least) & (found.passages[:, :, 0] >= 0)).tolist():
        best = zip(
            found.passages[row, place].tolist(), found.share[row, place].tolist(), strict=True
        )
        passages = [(nodes[other].id, share) for other, share in best if other >= 0]
        yield Echo(nodes[row].id, place, passages, float(score[row, place]))


def signals(items: Strand, measures: Strand, names: Names, lexicon: Lexicon) -> Signals:
    """Look for every measure of a series in every document.

    Args:
        items: Items and their links, in the order of the documents.
        measures: Measures and their links, in the same order.
        names: The names that measures give.
        lexicon: Concepts and set phrases.
    """
    shape = len(measures.nodes), len(items.documents)
    values = np.zeros((*shape, len(SIGNALS)))
    passages, share = np.full((*shape, _PASSAGES), -1), np.zeros((*shape, _PASSAGES))
    _hold(items, measures, lexicon, (values, passages, share))
    values[:, :, 2] = _links(measures, shape)
    for row, node in enumerate(measures.nodes.values()):
        for place in range(shape[1]) if node.id in names.named else ():
            values[row, place, 3] = names.answer(node.id, place)
        values[row, :, 4] = not announces(node.text)
    return Signals(values, passages, share)


def _hold(
    items: Strand, measures: Strand, lexicon: Lexicon, into: tuple[Floats, Ints, Floats]
) -> None:
    """Fill in what the documents hold of the measures, and where."""
    values, passages, shares = into
    said = texts_of([node.text for node in measures.nodes.values()], lexicon)
    whole = texts_of([node.text for node in items.nodes.values()], lexicon)
    concepts = len(lexicon.wordings)
    in_items, in_measures = Holdings(said, whole, concepts), Holdings(said, said, concepts)
    own, near = _rows(items, measures), _near(items)
    item_ends, ends = _ends(items), _ends(measures)
    for start, end in pairwise(ends):
        same = _UNLINKED + (1 - _UNLINKED) * near[own[start:end]].toarray()
        share, rarest = in_items.of(start, end)
        rarest *= same
        clauses = in_measures.of(start, end)[0]
        order = clauses * (1 + same[:, own])
        for place, (low, high) in enumerate(pairwise(item_ends)):
            if low < high:
                values[start:end, place, 0] = share[:, low:high].max(1)
                values[start:end, place, 1] = rarest[:, low:high].max(1)
            first, last = ends[place : place + 2]
            best = (-order[:, first:last]).argsort(1, kind="stable")[:, :_PASSAGES]
            passages[start:end, place, : best.shape[1]] = first + best
            shares[start:end, place, : best.shape[1]] = np.take_along_axis(
                clauses[:, first:last], best, 1
            )


def _ends(strand: Strand) -> list[int]:
    """Where the nodes of each document begin, and where those of the last end."""
    places = np.array([node.place for node in strand.nodes.values()], np.int64)
    ends: list[int] = np.searchsorted(places, np.arange(len(strand.documents) + 1)).tolist()
    return ends


def _rows(items: Strand, measures: Strand) -> Ints:
    """Which item each measure stands in."""
    row = {node: number for number, node in enumerate(items.nodes)}
    own = [node.measure.item for node in measures.nodes.values() if node.measure]
    return np.array([row[item] for item in own], np.int64)


def _near(items: Strand) -> Matrix:
    """How surely any two items are linked."""
    row = {node: number for number, node in enumerate(items.nodes)}
    ends = [(row[link.source], row[link.target]) for link in items.links]
    one, other = np.array(ends, np.int64).reshape(-1, 2).T
    score = [link.score for link in items.links]
    cells = (np.concatenate([one, other]), np.concatenate([other, one]))
    return Matrix(([*score, *score], cells), shape=(len(row), len(row)))


def _links(measures: Strand, shape: tuple[int, int]) -> Floats:
    """The best link of each measure into each document."""
    row = {node: number for number, node in enumerate(measures.nodes)}
    found = np.zeros(shape)
    for link in measures.links:
        for one, other in ((link.source, link.target), (link.target, link.source)):
            cell = row[one], measures.place(other)
            found[cell] = max(found[cell], link.score)
    return found
