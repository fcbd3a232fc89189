"""``evolve explain``: the score as a sum, the passages, the rivals."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from evolve.cli.group import main
from evolve.evaluation.readings import corpus_of, load_readings
from evolve.matching import link_corpus
from evolve.matching.explaining import candidates_of, explain
from evolve.matching.prepared import Prepared
from evolve.matching.preparing import prepare
from evolve.model import Corpus, Item
from evolve.settings import Settings

READINGS = Path(__file__).parents[1] / "readings"
SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return corpus_of(load_readings(READINGS))


def test_the_explanation_is_the_link(corpus: Corpus) -> None:
    link = max(link_corpus(corpus, Settings()), key=lambda one: one.score)
    made = explain(corpus, Settings(), link.source, link.target)
    assert made is not None
    assert made.candidate is not None
    assert made.candidate.accepted
    assert dict(made.candidate.parts) == pytest.approx(link.signals)
    assert made.candidate.evidence == link.evidence
    assert made.needed > 0


def test_parts_stand_in_the_order_of_their_size_after_the_prior(corpus: Corpus) -> None:
    for _, found in candidates_of(corpus, Settings(), "gz2021plan-2.6"):
        for one in found:
            sizes = [abs(value) for _, value in one.parts[1:]]
            assert one.parts[0][0] == "prior"
            assert sizes == sorted(sizes, reverse=True)


def test_best_candidates_come_first_linked_or_not(corpus: Corpus) -> None:
    found = dict(candidates_of(corpus, Settings(), "gz2017plan-30"))
    scores = [one.score for one in found["gz2025plan"]]
    assert scores == sorted(scores, reverse=True)
    assert not found["gz2025plan"][0].accepted


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments, "--in", str(SEEDS)])


def test_the_command_sums_to_the_score_and_marks_the_passages() -> None:
    result = _run("guangzhou-2021-plan/3.6", "dongguan-2021-plan/10.3")
    assert result.exit_code == 0
    assert "【爱国卫生运动】" in result.output
    assert "Rivals" in result.output


def test_two_items_without_a_link_give_exit_code_one() -> None:
    assert _run("guangzhou-2021-plan/3.6", "guangzhou-2024-outcome/5.1").exit_code == 1


def test_an_unknown_item_is_told() -> None:
    result = _run("nowhere/1")
    assert result.exit_code == 2
    assert "no item has this id" in result.output


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("guangzhou-2021-plan/2.6/m1",), "is a measure; name its item, guangzhou-2021-plan/2.6"),
        (("guangzhou-2021-plan/2.6",) * 2, "both stand in guangzhou-2021-plan"),
        (("guangzhou-2021-plan/2.6", "guangzhou-2021-plan/2.7"), "both stand in"),
        (
            ("guangzhou-2017-plan/2.2", "dongguan-2021-plan/10.3"),
            "not compared with each other (settings reach and peers)",
        ),
    ],
)
def test_what_cannot_be_explained_is_told(names: tuple[str, ...], told: str) -> None:
    result = _run(*names)
    assert result.exit_code == 2
    assert told in result.stderr


@pytest.mark.parametrize(("near_best", "by"), [("0", "link_threshold"), ("1", "near_best")])
def test_the_setting_that_a_link_fails_by_is_named(near_best: str, by: str) -> None:
    pair = ("guangzhou-2021-plan/3.6", "dongguan-2021-plan/10.1")
    assert f"the setting {by}" in _run(*pair, "--set", f"near_best={near_best}").output


def test_only_the_documents_that_are_asked_for_are_made_ready(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready: list[int] = []

    def watched(items: Sequence[Item], *rest: Any) -> Prepared:
        ready.append(len(items))
        return prepare(items, *rest)

    monkeypatch.setattr("evolve.matching.blocks.prepare", watched)
    explain(corpus, Settings(), "gz2017plan-30", "gz2020out-1.1")
    assert len(ready) == 2


def test_the_distance_from_flipping_is_right(corpus: Corpus) -> None:
    found = dict(candidates_of(corpus, Settings(), "gz2017plan-30"))["gz2025plan"]
    (pair, *_) = found
    for shift, linked in ((-1e-6, True), (1e-6, False)):
        settings = Settings(link_threshold=pair.score + shift, near_best=0)
        made = explain(corpus, settings, pair.source, pair.target)
        assert made is not None
        assert made.candidate is not None
        assert made.candidate.accepted is linked
        assert (made.needed >= 0) is linked
        assert (made.bar, made.by) == (settings.link_threshold, "link_threshold")


def test_a_timeline_is_explained_like_the_documents_it_was_built_from(tmp_path: Path) -> None:
    timeline = tmp_path / "timeline.json"
    names = ("2017-plan.txt", "2024-summary-2025-plan.txt")
    documents = [str(SEEDS / f"guangzhou-{name}") for name in names]
    built = CliRunner().invoke(main, ["build", *documents, "-o", str(timeline)])
    assert built.exit_code == 0, built.output
    pair = ["explain", "guangzhou-2017-plan/2.2", "guangzhou-2025-plan/3.2"]
    told, again = (
        CliRunner().invoke(main, [*pair, *(part for path in paths for part in ("--in", path))])
        for paths in (documents, [str(timeline)])
    )
    assert "  prior" in told.output
    assert again.output == told.output
