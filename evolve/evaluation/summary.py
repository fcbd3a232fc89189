"""The figures of an evaluation, ready to be printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from evolve.evaluation.baselines import BASELINES
from evolve.evaluation.fitting import fit_model
from evolve.evaluation.links import Judged
from evolve.evaluation.scores import Counts, average_precision, best_threshold
from evolve.matching.block import accept
from evolve.matching.signals import SIGNALS
from evolve.matching.vectors import Floats

__all__ = ["ENOUGH_LINKS", "Row", "baseline_rows", "left_out", "rows"]

ENOUGH_LINKS = 50
"""On fewer links no weights are fitted for a comparison, and those of a user are poor."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table of figures."""

    name: str
    counts: Counts
    average_precision: float
    candidate_recall: float
    note: str = ""


def _pooled(judged: Sequence[Judged], found: Sequence[Row]) -> Row:
    """All pairs of documents as one; average precision over all candidates together."""
    score = np.concatenate([one.score for one in judged])
    truth = np.concatenate([one.truth for one in judged])
    wanted = sum(one.wanted for one in judged)
    counts = sum((row.counts for row in found), Counts(0, 0, 0))
    looked = sum(row.candidate_recall * one.wanted for row, one in zip(found, judged, strict=True))
    return Row(
        "pooled",
        counts,
        average_precision(score, truth, wanted),
        looked / wanted if wanted else 1.0,
    )


def rows(judged: Sequence[Judged]) -> tuple[Row, ...]:
    """The figures of every pair of documents, then pooled."""
    found = [
        Row(one.name, one.counts, one.average_precision, one.candidate_recall) for one in judged
    ]
    return (*found, _pooled(judged, found)) if found else ()


def left_out(
    judged: Sequence[Judged],
    everything: Sequence[Judged],
    related: Callable[[Judged, Judged], bool],
) -> tuple[Judged, ...]:
    """Judge each pair anew, at weights that were fitted without all that is related to it.

    Args:
        judged: Pairs to judge.
        everything: Pairs to fit on.
        related: Whether the second must not be fitted on where the first is judged.

    Returns:
        The pairs in their order; none at all if one of them would leave too little to fit on.
    """
    again = []
    for one in judged:
        rest = [other.labelled for other in everything if not related(one, other)]
        if sum(int(other.linked.sum()) for other in rest) < ENOUGH_LINKS:
            return ()
        model = fit_model(rest, SIGNALS)
        settings = one.block.settings
        scored = accept(one.scored.candidates, model, settings.link_threshold, settings.near_best)
        again.append(replace(one, scored=scored))
    return tuple(again)


def _cells(one: Judged, table: Floats) -> tuple[Floats, Floats]:
    """Scores of a baseline and truth for every pair of items that counts."""
    counted = np.ones(table.shape, dtype=bool)
    truth = np.zeros(table.shape)
    found = one.labelled
    counted[found.candidates.source[found.open], found.candidates.target[found.open]] = False
    truth[found.candidates.source[found.linked], found.candidates.target[found.linked]] = 1
    return table[counted], truth[counted]


def baseline_rows(judged: Sequence[Judged]) -> tuple[tuple[Row, ...], ...]:
    """The figures of each baseline at its own best threshold, for each pair and pooled.

    Only of what a reader saw whole: a baseline scores all pairs of items.
    """
    judged = [one for one in judged if one.whole]
    if not judged:
        return ()
    found = []
    for name, scorer in BASELINES.items():
        cells = [
            _cells(one, scorer(one.block.source.texts, one.block.target.texts)) for one in judged
        ]
        score, truth = (np.concatenate(part) for part in zip(*cells, strict=True))
        named = [(one.name, *cell) for one, cell in zip(judged, cells, strict=True)]
        table = []
        for label, cell, right in (*named, ("pooled", score, truth)):
            threshold, counts = best_threshold(cell, right)
            precision = average_precision(cell, right, counts.wanted)
            table.append(Row(f"{name}, {label}", counts, precision, 1.0, f"at {threshold:.2f}"))
        found.append(tuple(table))
    return tuple(found)
