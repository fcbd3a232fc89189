"""Precision, recall, calibration and B-cubed on literal tables."""

import numpy as np
import pytest

from evolve.evaluation.scores import (
    Counts,
    average_precision,
    b_cubed,
    best_threshold,
    brier,
    reliability,
)


def test_f1_is_the_harmonic_mean() -> None:
    counts = Counts(right=6, found=8, wanted=12)
    assert (counts.precision, counts.recall) == (0.75, 0.5)
    assert counts.f1 == pytest.approx(0.6)


def test_nothing_found_and_nothing_wanted_is_perfect() -> None:
    assert Counts(0, 0, 0).f1 == 1


def test_average_precision_counts_lost_links_as_zero() -> None:
    score, truth = np.array([0.9, 0.8, 0.7]), np.array([1.0, 0.0, 1.0])
    assert average_precision(score, truth, 2) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision(score, truth, 4) == pytest.approx((1 + 2 / 3) / 4)


def test_the_best_threshold_never_parts_equal_scores() -> None:
    threshold, counts = best_threshold(np.array([0.9, 0.5, 0.5, 0.1]), np.array([1.0, 1, 0, 0]))
    assert threshold == 0.5
    assert counts == Counts(2, 3, 2)


def test_reliability_leaves_out_empty_bins() -> None:
    bins = reliability(np.array([0.05, 0.95, 1.0]), np.array([0.0, 1.0, 0.0]))
    assert [(one.low, one.pairs, one.observed) for one in bins] == [(0.0, 1, 0.0), (0.9, 2, 0.5)]


def test_brier_score_of_a_coin() -> None:
    assert brier(np.array([0.5, 0.5]), np.array([1.0, 0.0])) == 0.25


def test_b_cubed_of_one_group_torn_in_two() -> None:
    assert b_cubed([{"a", "b"}, {"c"}], [{"a", "b", "c"}]) == pytest.approx((1.0, 5 / 9))


def test_b_cubed_of_two_groups_thrown_together() -> None:
    assert b_cubed([{"a", "b", "c"}], [{"a", "b"}, {"c"}]) == pytest.approx((5 / 9, 1.0))
