"""Whether a document speaks of a measure, though no measure of it is plainly the same.

Officials reword a promise so freely that often no two clauses can be matched. A few signals
decide together, by a logistic function, for each measure and each other document: how much of
the measure some item holds, in its words or in other wordings of the same concepts; the rarest
word in common with an item of the same line of work; the best measure link; whether the document
has the name that the measure gives in quotation marks; and whether the measure is work that
lasts, for of something to be made (出台, 组建 ...) the words of its field prove little.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from evolve.matching.characters import Bools, Ints
from evolve.matching.lexicon import Lexicon
from evolve.matching.model import chosen_models
from evolve.matching.reach import compared
from evolve.matching.vectors import Floats, Matrix
from evolve.settings import Settings
from evolve.threading.echoes.holding import Holdings, Texts, texts_of
from evolve.threading.echoes.names import Names
from evolve.threading.evidence.promises import announces
from evolve.threading.lines.strands import Strand

__all__ = ["SIGNALS", "Echo", "EchoModel", "echo_model", "echoes", "ends_of", "said_in", "signals"]

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


def echo_model(settings: Settings) -> EchoModel:
    """The weights that the settings name, or those of the program.

    Raises:
        InputError: their file cannot be read.
        FormatError: it holds no weights.
    """
    found = chosen_models(settings).echoes
    return EchoModel(found.prior, tuple(found.signals.get(name, 0.0) for name in SIGNALS))


class Echo(NamedTuple):
    """A document that speaks of a measure."""

    measure: str
    place: int
    """Index of the document."""
    passages: Mapping[str, float]
    """The measures of the document that hold most of it, and how much, best first."""
    score: float
    """Probability that a reader would say so."""


def echoes(  # noqa: PLR0913 - both levels, and how to tell
    items: Strand,
    measures: Strand,
    whole: Texts,
    *,
    least: float,
    lexicon: Lexicon,
    model: EchoModel,
    reach: int,
) -> Iterator[Echo]:
    """Find where the measures of a series are spoken of, at most once in each other document.

    Args:
        items: Items and their links, in the order of the documents.
        measures: Measures and their links, in the same order.
        whole: What the items say.
        least: Least probability.
        lexicon: Concepts and set phrases.
        model: What the signals mean.
        reach: Which documents are listened to, as :func:`evolve.matching.reach.compared` tells.
    """
    if len(items.documents) <= 1:
        return
    names = Names(items, measures)
    said = whole, said_in(measures, lexicon)
    heard = compared(items.documents, reach)
    score = model.probability(signals(items, measures, names, said, lexicon=lexicon, heard=heard))
    for row, node in enumerate(measures.nodes):
        for place in names.elsewhere(node):
            score[row, place] = max(score[row, place], _NAMED)
    score[~heard[[node.place for node in measures.nodes.values()]]] = 0
    passages = _Passages(items, measures, Holdings(said[1], said[1], len(lexicon.wordings)))
    nodes = [*measures.nodes]
    for place in range(len(items.documents)):
        rows = np.flatnonzero(score[:, place] >= least)
        for row, best in zip(rows.tolist(), passages.of(rows, place), strict=True):
            named = dict.fromkeys(names.passages(nodes[row], place), 1.0)
            if told := named | {node: held for node, held in best if node not in named}:
                yield Echo(nodes[row], place, told, float(score[row, place]))


def signals(  # noqa: PLR0913 - both levels, and where to look
    items: Strand,
    measures: Strand,
    names: Names,
    said: tuple[Texts, Texts],
    *,
    lexicon: Lexicon,
    heard: Bools,
) -> Floats:
    """Look for every measure of a series in every document that its own is compared with.

    Args:
        items: Items and their links, in the order of the documents.
        measures: Measures and their links, in the same order.
        names: The names that measures give.
        said: What the items say, and what the measures say.
        lexicon: Concepts and set phrases.
        heard: Which documents are compared, shape (documents, documents).

    Returns:
        The signals, shape (measures, documents, signals).
    """
    shape = len(measures.nodes), len(items.documents)
    values = np.zeros((*shape, len(SIGNALS)))
    held = Holdings(said[1], said[0], len(lexicon.wordings))
    _hold(items, measures, held, heard, values)
    values[:, :, 2] = _links(measures, shape)
    for row, node in enumerate(measures.nodes):
        if node not in names.named:
            continue
        for place in np.flatnonzero(heard[measures.place(node)]).tolist():
            values[row, place, 3] = names.answer(node, place)
    lasting = [not announces(node.text) for node in measures.nodes.values()]
    values[:, :, 4] = np.array(lasting)[:, None]
    return values


def said_in(strand: Strand, lexicon: Lexicon) -> Texts:
    """What the nodes of a strand say."""
    return texts_of([node.text for node in strand.nodes.values()], lexicon)


def _hold(items: Strand, measures: Strand, held: Holdings, heard: Bools, values: Floats) -> None:
    """Fill in what the items of each document hold of the measures."""
    own, near = _rows(items, measures), _near(items)
    ends = ends_of(items)
    for (start, end), there in zip(pairwise(ends_of(measures)), heard, strict=True):
        rows, places = np.arange(start, end), np.flatnonzero(there)
        if not len(places):
            continue
        first, last = ends[places[0]], ends[places[-1] + 1]
        part = held.within(first, last)
        share, rarest = part.share(rows), part.rarest(rows)
        rarest *= _sameness(near[own[rows]][:, first:last].toarray())
        for place in places.tolist():
            low, high = ends[place] - first, ends[place + 1] - first
            if low < high:
                values[rows, place, 0] = share[:, low:high].max(1)
                values[rows, place, 1] = rarest[:, low:high].max(1)


def _sameness(linked: Floats) -> Floats:
    """What counts of what is held, by how surely two items are linked."""
    return _UNLINKED + (1 - _UNLINKED) * linked


class _Passages:
    """Finds the measures of a document that hold most of others."""

    def __init__(self, items: Strand, measures: Strand, held: Holdings) -> None:
        self.nodes, self.held = [*measures.nodes], held
        self.own, self.near = _rows(items, measures), _near(items)
        self.ends = ends_of(measures)

    def of(self, rows: Ints, place: int) -> Iterator[list[tuple[str, float]]]:
        """For some measures the best passages of a document with their shares, best first."""
        first, last = self.ends[place : place + 2]
        share = self.held.within(first, last).share(rows)
        linked = self.near[self.own[rows]][:, self.own[first:last]].toarray()
        best = _largest(share * (1 + _sameness(linked)), _PASSAGES)
        shares = np.take_along_axis(share, best, 1).tolist()
        for columns, held in zip((first + best).tolist(), shares, strict=True):
            yield list(zip((self.nodes[column] for column in columns), held, strict=True))


def _largest(values: Floats, count: int) -> Ints:
    """Where the largest values of each row stand, largest first, the first of equal ones first."""
    rest, rows = values.copy(), np.arange(len(values))
    found = np.zeros((len(values), min(count, values.shape[1])), np.int64)
    for column in found.T:
        column[:] = rest.argmax(1)
        rest[rows, column] = -np.inf
    return found


def ends_of(strand: Strand) -> list[int]:
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
