"""Evaluate links and threads against a folder of reference readings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from evolve.evaluation.correspondence import Correspondence, correspond
from evolve.evaluation.links import Judged, judge_all
from evolve.evaluation.readings import PairReading, Readings
from evolve.evaluation.scores import Bin, brier, reliability
from evolve.evaluation.summary import Row, baseline_rows, left_out, rows
from evolve.evaluation.threads import ThreadScore, score_threads
from evolve.matching import link_corpus
from evolve.model import Corpus
from evolve.settings import Settings

__all__ = ["Evaluation", "evaluate"]


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
    baselines: tuple[tuple[Row, ...], ...]
    """The same of what a user would do otherwise."""
    bins: tuple[Bin, ...]
    """Probabilities beside what came true."""
    brier: float
    """Mean squared error of the probabilities."""
    threads: ThreadScore
    missing: tuple[str, ...]
    """What of the readings is not among the documents."""


def _series(pairs: Sequence[PairReading], readings: Readings, corpus: Corpus) -> dict[str, str]:
    """The issuers of each pair of documents, by its name."""

    def issuer(name: str) -> str:
        read = readings.documents.get(name)
        return read.issuer if read else corpus.document[name].issuer if name in known else name

    known = corpus.document
    return {
        pair.name: " & ".join(sorted({issuer(name) for name in (pair.a_document, pair.b_document)}))
        for pair in pairs
    }


def _unseen(
    judged: Sequence[Judged], more: Sequence[Judged], series: Mapping[str, str]
) -> dict[str, tuple[Row, ...]]:
    everything = [*judged, *more]
    own = {one.name: one.name for one in everything}
    groups = {"one pair left out": own, "one series left out": series}
    return {
        name: left_out(judged, everything, group)
        for name, group in groups.items()
        if all(len({*group.values()} - {group[one.name]}) > 0 for one in judged)
    }


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
    score = np.concatenate([one.score for one in judged]) if judged else np.zeros(0)
    truth = np.concatenate([one.truth for one in judged]) if judged else np.zeros(0)
    series = _series([*readings.pairs, *training], readings, corpus)
    return Evaluation(
        settings=settings,
        judged=judged,
        rows=rows(judged),
        unseen=_unseen(judged, more, series) if judged else {},
        baselines=baseline_rows(judged) if baselines and judged else (),
        bins=reliability(score, truth),
        brier=brier(score, truth),
        threads=score_threads(readings, ours, corpus, link_corpus(corpus, settings), settings),
        missing=ours.missing,
    )
