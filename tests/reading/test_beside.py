"""Reading in a copy of the process gives what reading here gives."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from evolve.errors import InputError
from evolve.model import Corpus
from evolve.progress import Progress, quiet
from evolve.reading import beside, read_corpus
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
    with beside.reading_beside([folder], Settings(), lambda *step: there.append(step)) as reading:
        assert reading() == corpus
    assert there == here == [(1, 2, "2021.txt"), (2, 2, "2022.txt")]
    assert are_gone(copies)


def test_an_error_of_reading_is_raised_where_the_corpus_is_asked_for(
    tmp_path: Path, copies: list[int]
) -> None:
    with (
        beside.reading_beside([tmp_path / "none.txt"], Settings(), quiet) as reading,
        pytest.raises(InputError, match=r"none\.txt"),
    ):
        reading()
    assert are_gone(copies)


def test_a_copy_that_breaks_down_is_told_in_one_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch, copies: list[int]
) -> None:
    def killed(_: Sequence[Path], __: Settings, ___: Progress) -> Corpus:
        os._exit(9)

    monkeypatch.setattr(beside, "_read", killed)
    with (
        beside.reading_beside([folder], Settings(), quiet) as reading,
        pytest.raises(InputError, match="give fewer files"),
    ):
        reading()
    assert are_gone(copies)


def test_a_copy_nobody_waits_for_is_ended(folder: Path, copies: list[int]) -> None:
    with beside.reading_beside([folder], Settings(), quiet):
        pass
    assert are_gone(copies)
