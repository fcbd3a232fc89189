"""Evaluate links and threads against a folder of reference readings."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from evolve.evaluation.correspondence import Correspondence, correspond
from evolve.evaluation.links import Judged, judge_all, lost
from evolve.evaluation.readings import PairReading, Readings
from evolve.evaluation.scores import Bin, brier, reliability
from evolve.evaluation.summary import Row, baseline_rows, left_out, rows
from evolve.evaluation.threads import ThreadScore, score_threads
from evolve.matching import link_corpus
from evolve.matching.vectors import Floats
from evolve.model import Corpus
from evolve.settings import Settings

__all__ = ["Evaluation", "evaluate"]

Issuers = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures of one evaluation."""

    settings: Settings
    judged: tuple[Judged, ...]
    """The pairs of documents that are reported."""
    rows: tuple[Row, ...]
    """Figures at the settings, a pair each and pooled."""
    unseen: Mapping[str, tuple[Row, ...]]
    """The same at weights fitted without the pair, and without its series, if there are others."""
    trained: tuple[Row, ...]
    """The pairs that serve to fit the weights, each at weights fitted without it."""
    baselines: tuple[tuple[Row, ...], ...]
    """The same of what a user would do otherwise."""
    bins: tuple[Bin, ...]
    """Probabilities beside what came true."""
    brier: float
    """Mean squared error of the probabilities."""
    unseen_bins: tuple[Bin, ...]
    """The same for all pairs of documents, each at weights fitted without it."""
    threads: ThreadScore
    missing: tuple[str, ...]
    """What of the readings is not among the documents."""


def _series(pairs: Sequence[PairReading], readings: Readings, corpus: Corpus) -> Issuers:
    """The issuers of each pair of documents, by its name."""

    def issuer(name: str) -> str:
        read = readings.documents.get(name)
        return read.issuer if read else corpus.document[name].issuer if name in known else name

    known = corpus.document
    return {
        pair.name: frozenset((issuer(pair.a_document), issuer(pair.b_document))) for pair in pairs
    }


def _scores(judged: Sequence[Judged]) -> tuple[Floats, Floats]:
    """Probabilities and truth of all pairs that count."""
    none = [np.zeros(0)]
    score, truth = [one.score for one in judged], [one.truth for one in judged]
    return np.concatenate(none + score), np.concatenate(none + truth)


def _same(one: Judged, other: Judged) -> bool:
    return one.name == other.name


def _unseen(
    judged: Sequence[Judged], everything: Sequence[Judged], series: Issuers
) -> Iterator[tuple[str, tuple[Row, ...]]]:
    ways: dict[str, Callable[[Judged, Judged], bool]] = {
        "one pair left out": _same,
        "one series left out": lambda one, other: series[one.name] == series[other.name],
        "all documents of its series left out": lambda one, other: bool(
            series[one.name] & series[other.name]
        ),
    }
    for name, related in ways.items():
        if found := rows(left_out(judged, everything, related)):
            yield name, found


def _apart(
    pairs: Sequence[PairReading], ours: Correspondence, judged: Collection[str]
) -> Iterator[str]:
    """Pairs of documents that are here, but not compared."""
    for pair in pairs:
        here = {pair.a_document, pair.b_document} <= ours.documents.keys()
        if here and pair.name not in judged:
            yield f"{pair.name}: not compared with each other (settings reach and peers)"


def evaluate(
    corpus: Corpus,
    readings: Readings,
    settings: Settings,
    *,
    training: Sequence[PairReading] = (),
    baselines: bool = True,
) -> Evaluation:
    """Measure the links and threads of a corpus.

    Args:
        corpus: Documents, ours or those of the readings.
        readings: What careful readers found in the same documents.
        settings: Thresholds.
        training: More links of the same readers' documents, which serve to fit the weights for
            unseen pairs and are not reported.
        baselines: Whether to measure what a user would do otherwise, which takes seconds.
    """
    ours: Correspondence = correspond(readings, corpus)
    judged = tuple(judge_all(readings.pairs, ours, corpus, settings))
    more = tuple(judge_all(training, ours, corpus, settings))
    score, truth = _scores(judged)
    trained = left_out(more, [*judged, *more], _same)
    unseen = (*left_out(judged, [*judged, *more], _same), *trained)
    every = [*readings.pairs, *training]
    apart = _apart(every, ours, {one.name for one in (*judged, *more)})
    series = _series(every, readings, corpus)
    return Evaluation(
        settings=settings,
        judged=judged,
        rows=rows(judged),
        unseen=dict(_unseen(judged, [*judged, *more], series)),
        trained=rows(trained),
        baselines=baseline_rows(judged) if baselines else (),
        bins=reliability(score, truth),
        brier=brier(score, truth),
        unseen_bins=reliability(*_scores(unseen)),
        threads=score_threads(readings, ours, corpus, link_corpus(corpus, settings), settings),
        missing=(*ours.missing, *lost(every, readings, ours, corpus), *apart),
    )
