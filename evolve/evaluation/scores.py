"""Precision, recall and calibration of scored pairs."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from evolve.matching.vectors import Floats

__all__ = [
    "Bin",
    "Counts",
    "average_precision",
    "b_cubed",
    "best_threshold",
    "brier",
    "reliability",
]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many links were right."""

    right: int
    """Found, and a reader drew them."""
    found: int
    """Found, those that count neither for nor against left out."""
    wanted: int
    """Drawn by the readers."""

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.right + other.right, self.found + other.found, self.wanted + other.wanted
        )

    @property
    def precision(self) -> float:
        """Share of the found that is right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the wanted that was found; 1 where nothing was wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.found + self.wanted
        return 2 * self.right / both if both else 1.0


def average_precision(score: Floats, truth: Floats, wanted: int) -> float:
    """Mean of the precision at each right pair in the order of the scores; a lost pair gives 0."""
    right = truth[np.argsort(-score, kind="stable")]
    precision = np.cumsum(right) / np.arange(1, len(right) + 1)
    return float((precision * right).sum() / wanted) if wanted else 1.0


def best_threshold(score: Floats, truth: Floats) -> tuple[float, Counts]:
    """The threshold that gives the best F1, chosen with the answers in sight."""
    order = np.argsort(-score, kind="stable")
    ends = np.flatnonzero(np.diff(score[order], append=-np.inf))
    right = np.cumsum(truth[order])[ends]
    f1 = 2 * right / (ends + 1 + truth.sum())
    best = int(np.argmax(f1))
    counts = Counts(int(right[best]), int(ends[best]) + 1, int(truth.sum()))
    return float(score[order][ends[best]]), counts


@dataclass(frozen=True, slots=True)
class Bin:
    """Pairs with about the same probability."""

    low: float
    high: float
    pairs: int
    expected: float
    """Mean probability."""
    observed: float
    """Share that the readers linked."""


def reliability(score: Floats, truth: Floats, bins: int = 10) -> tuple[Bin, ...]:
    """Compare probabilities with what came true, in bins of the same width; empty ones left out."""
    place = np.minimum((score * bins).astype(int), bins - 1)
    return tuple(
        Bin(
            k / bins,
            (k + 1) / bins,
            int(inside.sum()),
            float(score[inside].mean()),
            float(truth[inside].mean()),
        )
        for k in range(bins)
        if (inside := place == k).any()
    )


def brier(score: Floats, truth: Floats) -> float:
    """Mean squared difference of probability and outcome (Brier 1950)."""
    return float(np.mean((score - truth) ** 2)) if len(score) else 0.0


def b_cubed(
    ours: Sequence[Collection[str]], theirs: Sequence[Collection[str]]
) -> tuple[float, float]:
    """Precision and recall of a clustering against another (Bagga & Baldwin 1998).

    Args:
        ours: Groups to judge; no element stands in two.
        theirs: Groups of the reference.

    Returns:
        The means, over the elements that both have, of the share of its group that belongs there
        and of the share of its reference group that is there.
    """
    places = [_places(groups) for groups in (ours, theirs)]
    known = sorted(places[0].keys() & places[1].keys())
    if not known:
        return 1.0, 1.0
    both: dict[tuple[int, int], int] = {}
    for one in known:
        key = places[0][one], places[1][one]
        both[key] = both.get(key, 0) + 1
    sizes = [_sizes(place[one] for one in known) for place in places]
    precision = sum(both[places[0][e], places[1][e]] / sizes[0][places[0][e]] for e in known)
    recall = sum(both[places[0][e], places[1][e]] / sizes[1][places[1][e]] for e in known)
    return precision / len(known), recall / len(known)


def _places(groups: Sequence[Collection[str]]) -> dict[str, int]:
    return {one: k for k, group in enumerate(groups) for one in group}


def _sizes(places: Iterable[int]) -> Mapping[int, int]:
    return Counter(places)
