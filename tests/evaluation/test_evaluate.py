"""``evolve evaluate`` on the reference readings: the figures that the project promises."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from evolve.cli.group import main
from evolve.evaluation.evaluating import Evaluation, evaluate
from evolve.evaluation.readings import corpus_of, load_pairs, load_readings
from evolve.matching.model import Models, default_models
from evolve.settings import Settings
from evolve.threading.echoes.hearing import SIGNALS

READINGS = Path(__file__).parents[1] / "readings"
TRAINING = Path(__file__).parents[2] / "benchmarks" / "readings"


@pytest.fixture(scope="module")
def made() -> Evaluation:
    readings = load_readings(READINGS)
    training = load_pairs(TRAINING)
    corpus = corpus_of(readings)
    return evaluate(corpus, readings, Settings(), training=training, baselines=False)


def test_links_reach_what_the_issue_asks_for(made: Evaluation) -> None:
    assert made.rows[-1].counts.f1 >= 0.85


def test_weights_that_never_saw_the_pair_reach_it_nearly(made: Evaluation) -> None:
    pooled = {name: rows[-1].counts.f1 for name, rows in made.unseen.items()}
    assert pooled["one pair left out"] >= 0.84
    assert pooled["one series left out"] >= 0.79  # a single pair of another city to fit on


def test_pairs_that_only_serve_to_fit_are_told_as_well_as_unseen(made: Evaluation) -> None:
    assert len(made.trained) > 8
    assert made.trained[-1].counts.f1 >= 0.82
    assert min(row.counts.f1 for row in made.trained) >= 0.75


def test_no_link_of_the_readers_is_lost_before_it_is_scored(made: Evaluation) -> None:
    assert min(row.candidate_recall for row in made.rows) >= 0.98


@pytest.mark.parametrize(("low", "high"), [(0, 0.3), (0.3, 0.7), (0.7, 0.9), (0.9, 1)])
def test_a_probability_means_what_it_says(made: Evaluation, low: float, high: float) -> None:
    sure = [one for one in made.unseen_bins if low <= one.low and one.high <= high]
    pairs = sum(one.pairs for one in sure)
    expected = sum(one.expected * one.pairs for one in sure) / pairs
    observed = sum(one.observed * one.pairs for one in sure) / pairs
    assert observed == pytest.approx(expected, abs=0.05)


def test_no_thread_swallows_the_corpus(made: Evaluation) -> None:
    assert made.threads.precision >= 0.8
    assert made.threads.recall >= 0.8
    assert made.threads.largest <= 8


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


def test_a_report_with_plots(tmp_path: Path) -> None:
    report = tmp_path / "report.md"
    result = _run("--readings", READINGS, "--no-baselines", "--errors", "1", "--report", report)
    assert result.exit_code == 0, result.output
    assert "missed 0." in result.output
    assert "![Calibration](report-calibration.svg)" in report.read_text("utf-8")
    assert (tmp_path / "report-precision-and-recall.svg").read_text("utf-8").startswith("<svg")


def test_two_settings_side_by_side() -> None:
    result = _run("--readings", READINGS, "--no-baselines", "--against", "link_threshold=0.99")
    assert "Against link_threshold=0.99" in result.output


def test_weights_can_be_fitted_by_anyone(tmp_path: Path) -> None:
    weights = tmp_path / "weights.json"
    result = _run("--readings", READINGS, "--no-baselines", "--fit", weights)
    assert result.exit_code == 0, result.output
    fitted = Models.model_validate_json(weights.read_text("utf-8"))
    assert "wording" in fitted.items.signals
    assert fitted.echoes.signals.keys() == set(SIGNALS)
    assert fitted.echoes != default_models().echoes  # fitted on fewer rows
