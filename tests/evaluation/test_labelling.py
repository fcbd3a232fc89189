"""Making readings: a reader's answers, and the agreement of two."""

from itertools import islice
from pathlib import Path

import pytest
from click.testing import CliRunner

from evolve.cli.group import main
from evolve.errors import InputError
from evolve.evaluation.labelling import Answer, Labels, agreement, load_labels, queue, save_labels
from evolve.evaluation.readings import corpus_of, load_pairs, load_readings
from evolve.reading import read_corpus
from evolve.settings import Settings

READINGS = Path(__file__).parents[1] / "readings"
PLAN = (
    "2021年甲市教育局工作要点\n\n一、工作\n\n"
    "（一）建设学校。新建学校10所。\n\n（二）培训教师。培训教师100人。\n"
)
REPORT = (
    "2021年甲市教育局工作总结\n\n一、工作\n\n"
    "（一）学校建设。新建学校12所。\n\n（二）教师培训。培训教师90人。\n"
)


def _labels(*answers: str) -> Labels:
    rows = [
        Answer.model_validate({"a": f"a{k}", "b": "b", "answer": one, "picked": "random"})
        for k, one in enumerate(answers)
    ]
    return Labels(a_document="A", b_document="B", answers=tuple(rows))


def test_kappa_takes_chance_out_of_the_agreement() -> None:
    one = _labels("core", "part", "no", "no", "no", "no", "no", "no", "no", "no")
    other = _labels("part", "no", "core", "no", "no", "no", "no", "no", "no", "no")
    count, observed, kappa = agreement(one, other)
    assert (count, observed) == (10, 0.8)
    assert kappa == pytest.approx(0.375)


def test_unsure_answers_count_neither_for_nor_against() -> None:
    assert agreement(_labels("unsure", "no"), _labels("core", "no"))[0] == 1


def test_informative_and_random_pairs_take_turns_and_none_comes_twice() -> None:
    corpus = corpus_of(load_readings(READINGS))
    shown = list(queue(corpus, Settings(), ("gz2021plan", "gz2024out")))
    assert [why for *_, why in islice(shown, 4)] == ["informative", "random"] * 2
    assert len(shown) == len({(a, b) for a, b, _ in shown}) == 21 * 40


def test_documents_that_are_not_compared_are_told() -> None:
    corpus = corpus_of(load_readings(READINGS))
    with pytest.raises(InputError, match="not compared"):
        queue(corpus, Settings(), ("gz2017plan", "dg2021plan"))


def test_answers_are_saved_one_by_one_and_are_a_reading(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(PLAN, "utf-8")
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    output = tmp_path / "links" / "labels.json"
    output.parent.mkdir()
    names = _documents(tmp_path)
    arguments = ["label", str(tmp_path / "plan.txt"), str(tmp_path / "report.txt")]
    arguments += ["--between", *names, "-o", str(output), "--reader", "me"]
    first = CliRunner().invoke(main, arguments, input="y\nq\n")
    assert first.exit_code == 0, first.output
    assert "p a specific measure in common" in first.stderr
    again = CliRunner().invoke(main, arguments, input="n\nu\nq\n")
    assert again.exit_code == 0, again.output
    assert [one.answer for one in load_labels(output).answers] == ["core", "no", "unsure"]
    (pair,) = load_pairs(tmp_path)
    assert [(one.strength, one.agreed) for one in pair.links] == [("core", True), ("unsure", False)]


def _documents(folder: Path) -> list[str]:
    corpus = read_corpus([folder / "plan.txt", folder / "report.txt"], Settings())
    return [document.id for document in corpus.documents]


def test_answers_of_other_documents_are_not_gone_on_with(tmp_path: Path) -> None:
    output = tmp_path / "labels.json"
    output.write_bytes(save_labels(_labels("core")))
    arguments = ["label", str(tmp_path), "--between", "B", "C", "-o", str(output)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "holds answers on A and B" in result.stderr


def test_a_document_that_is_not_there_is_told() -> None:
    corpus = corpus_of(load_readings(READINGS))
    with pytest.raises(InputError, match="nowhere: no document has this id; there are dg2021plan"):
        queue(corpus, Settings(), ("gz2017plan", "nowhere"))


def test_readers_who_answered_different_pairs_cannot_be_compared(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("mine.json", "yours.json")]
    for path, answer in zip(paths, ("core", "unsure"), strict=True):
        path.write_bytes(save_labels(_labels(answer)))
    result = CliRunner().invoke(main, ["label", "--agreement", *map(str, paths)])
    assert result.exit_code == 2
    assert "no pair was answered in both" in result.stderr


def test_answers_are_measured_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "plan.txt").write_text(PLAN, "utf-8")
    (folder / "report.txt").write_text(REPORT, "utf-8")
    output = tmp_path / "mine" / "links" / "a.json"  # its folders are made
    names = _documents(folder)
    arguments = ["label", str(folder), "--between", *names, "-o", str(output)]
    CliRunner().invoke(main, arguments, input="y\nn\nq\n")
    readings = ["--readings", str(tmp_path / "mine"), "--no-baselines"]
    result = CliRunner().invoke(main, ["evaluate", str(folder), *readings])
    assert result.exit_code == 0, result.output
    assert "pooled" in result.output
