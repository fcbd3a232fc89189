"""Weights of echoes from measures that persons followed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from evolve.evaluation.correspondence import Correspondence
from evolve.evaluation.fitting import logistic
from evolve.evaluation.measures import MeasureRow
from evolve.evaluation.states import our_measure
from evolve.matching.lexicon import chosen_lexicon
from evolve.matching.model import EchoWeights
from evolve.matching.reach import compared
from evolve.matching.vectors import Floats
from evolve.model import Corpus, Link
from evolve.settings import Settings
from evolve.threading.echoes.hearing import SIGNALS, EchoModel, said_in, signals
from evolve.threading.echoes.names import Names
from evolve.threading.echoes.promised import plain_strands

__all__ = ["Heard", "echo_weights", "fit_echoes", "heard", "tell_apart"]

_PENALTY = 5.0


@dataclass(frozen=True, slots=True)
class Heard:
    """A measure and a document in which a reader looked for it."""

    part: str
    """Of the reference measures."""
    document: str
    """Of the reading."""
    signals: Floats
    """As :data:`evolve.threading.echoes.hearing.SIGNALS` names them."""
    spoken: bool
    """Whether the reader found it there."""


def heard(
    rows: Sequence[MeasureRow],
    ours: Correspondence,
    corpus: Corpus,
    links: Sequence[Link],
    settings: Settings,
) -> Iterator[Heard]:
    """The signals of every measure in every document where a reader looked for it.

    Args:
        rows: Reference measures.
        ours: Which of our documents and items are those of the reading.
        corpus: Our documents.
        links: Between them.
        settings: Which lexicon.
    """
    for series in corpus.series:
        documents = [corpus.document[name] for name in series.documents]
        documents.sort(key=lambda document: (document.moment, document.id))
        place = {document.id: number for number, document in enumerate(documents)}
        items, measures = plain_strands(corpus, documents, links)
        lexicon = chosen_lexicon(settings)
        names = Names(items, measures)
        said = said_in(items, lexicon), said_in(measures, lexicon)
        near = compared(documents, settings.reach)
        found = signals(items, measures, names, said, lexicon=lexicon, heard=near)
        number = {node: row for row, node in enumerate(measures.nodes)}
        for row in rows:
            measure = our_measure(row, corpus.measures_of.get(ours.items.get(row.item, ""), ()))
            if measure is None or measure.id not in number:
                continue
            for name, spoken in row.spoken.items():
                if (document := ours.documents.get(name)) in place:
                    values = found[number[measure.id], place[document]]
                    yield Heard(row.part, name, values, spoken)


def fit_echoes(rows: Sequence[Heard]) -> EchoModel:
    """The weights that make what readers found likeliest; few digits make a readable model."""
    table = np.stack([row.signals for row in rows])
    truth = np.array([row.spoken for row in rows], np.float64)
    mean, deviation = table.mean(axis=0), np.maximum(table.std(axis=0), 1e-9)
    prior, weights = logistic((table - mean) / deviation, truth, _PENALTY)
    weights /= deviation
    return EchoModel(
        round(prior - float(weights @ mean), 2), tuple(round(one, 2) for one in weights.tolist())
    )


def echo_weights(model: EchoModel) -> EchoWeights:
    """The same with the names of the signals, to be written down."""
    named = dict(zip(SIGNALS, model.weights, strict=True))
    return EchoWeights(prior=model.prior, signals=named)


class Told(NamedTuple):
    """How well a model tells which measures are spoken of."""

    precision: float
    recall: float
    log_loss: float
    """Mean, in nats."""


def tell_apart(rows: Sequence[Heard], model: EchoModel, threshold: float) -> Told:
    """Try a model on rows, none of which it should have seen.

    Args:
        rows: Measures and documents.
        model: What the signals mean.
        threshold: Least probability of an echo.
    """
    likely = model.probability(np.stack([row.signals for row in rows]))
    truth = np.array([row.spoken for row in rows])
    told = likely >= threshold
    right = int((told & truth).sum())
    return Told(
        right / max(int(told.sum()), 1),
        right / max(int(truth.sum()), 1),
        -float(np.log(np.where(truth, likely, 1 - likely)).mean()),
    )
