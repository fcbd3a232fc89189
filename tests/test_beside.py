"""Work in a copy of the process gives what work here gives."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from evolve import beside
from evolve.errors import InputError
from evolve.model import Corpus
from evolve.pipeline import build
from evolve.progress import Progress, quiet
from evolve.reading import read_corpus
from evolve.settings import Settings

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="only where a process can be copied"),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded"),  # numpy, in the tests
]


@pytest.fixture(autouse=True)
def copies(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Copy the process here too, and note each copy."""
    made: list[int] = []
    fork = os.fork

    def noted() -> int:
        made.append(fork())
        return made[-1]

    monkeypatch.setattr(os, "fork", noted)
    monkeypatch.setattr(beside, "_copies_well", lambda: True)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for year in (2021, 2022):
        text = f"海州市教育局{year}年工作要点\n一、新建小学5所。\n二、新增学位6000个。\n"
        (tmp_path / f"{year}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def reader(path: Path) -> Callable[[Progress], Corpus]:
    return lambda progress: read_corpus([path], Settings(), progress=progress)


def are_gone(copies: list[int]) -> bool:
    """Whether all copies have ended and were waited for."""
    for copy in copies:
        with pytest.raises(ChildProcessError):
            os.waitpid(copy, os.WNOHANG)
    return bool(copies)


def test_the_corpus_and_the_steps_are_the_same(folder: Path, copies: list[int]) -> None:
    here: list[tuple[int, int, str]] = []
    there: list[tuple[int, int, str]] = []
    corpus = read_corpus([folder], Settings(), progress=lambda *step: here.append(step))
    with beside.beside(reader(folder)) as reading:
        assert reading(lambda *step: there.append(step)) == corpus
    assert there == here == [(1, 2, "2021.txt"), (2, 2, "2022.txt")]
    assert are_gone(copies)


def test_an_error_is_raised_where_the_result_is_asked_for(
    tmp_path: Path, copies: list[int]
) -> None:
    with (
        beside.beside(reader(tmp_path / "none.txt")) as reading,
        pytest.raises(InputError, match=r"none\.txt"),
    ):
        reading(quiet)
    assert are_gone(copies)


def test_a_copy_that_breaks_down_is_told_in_one_sentence(copies: list[int]) -> None:
    def killed(_: Progress) -> Corpus:
        os._exit(9)

    with (
        beside.beside(killed) as reading,
        pytest.raises(InputError, match="give fewer files"),
    ):
        reading(quiet)
    assert are_gone(copies)


def test_a_copy_nobody_waits_for_is_ended(folder: Path, copies: list[int]) -> None:
    with beside.beside(reader(folder)):
        pass
    assert are_gone(copies)


def test_a_timeline_is_the_same_where_its_series_are_followed_side_by_side(
    folder: Path, monkeypatch: pytest.MonkeyPatch, copies: list[int]
) -> None:
    for year in (2021, 2022, 2023):
        text = (
            f"佛山市教育局{year}年工作总结\n一、新建小学{year - 2015}所。\n二、开展校园读书节。\n"
        )
        (folder / f"hill{year}.txt").write_text(text, encoding="utf-8")
    side_by_side = build([folder]).timeline
    assert are_gone(copies)
    monkeypatch.setattr(beside, "_copies_well", lambda: False)
    assert build([folder]).timeline == side_by_side
    assert {thread.series for thread in side_by_side.threads} == {"haizhou", "foshan"}
