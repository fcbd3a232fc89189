"""Ctrl-C, as a user presses it in the middle of a long build."""

import os
import pty
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from evolve.__main__ import main

YEARS, CITIES = (
    range(2001, 2021),
    ("广州", "深圳", "佛山", "东莞", "珠海", "中山", "惠州", "江门", "肇庆", "汕头"),
)


@pytest.fixture(autouse=True)
def _heard() -> Iterator[None]:
    """A program started in the background inherits that Ctrl-C is ignored; not here."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def corpus(folder: Path) -> Path:
    """Two hundred documents, which take longer to read than the bar waits."""
    folder.mkdir()
    for year in YEARS:
        for city in CITIES:
            points = (f"{at}.新增{at}类学位{at * year}个，改造学校{at}所。" for at in range(1, 90))
            text = "\n".join((f"{year}年{city}市教育局工作要点", *points))
            (folder / f"{city}-{year}.txt").write_text(text, encoding="utf-8")
    return folder


def read_until(terminal: int, wanted: bytes) -> bytes:
    """What a program tells the terminal until it tells what is wanted."""
    told = b""
    while wanted not in told:
        told += os.read(terminal, 4096)
    return told


def rest_of(terminal: int) -> bytes:
    told = b""
    try:
        while piece := os.read(terminal, 4096):
            told += piece
    except OSError:  # how Linux tells that the other end of a terminal is closed
        pass
    return told


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_build_of_200_documents_shows_its_progress_and_can_be_interrupted(
    jobs: str, tmp_path: Path
) -> None:
    folder, output = corpus(tmp_path / "plans"), tmp_path / "timeline.json"
    output.write_text("{}")
    terminal, own = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "evolve", "build", folder, "-o", output, "--jobs", jobs],
        stdout=own,
        stderr=own,
        start_new_session=True,
    )
    os.close(own)
    read_until(terminal, b"-] ")
    os.killpg(program.pid, signal.SIGINT)  # a terminal tells all processes of the program
    told = rest_of(terminal).decode()
    os.close(terminal)
    assert program.wait(10) == 130
    assert "evolve: interrupted" in told
    assert "Traceback" not in told
    assert output.read_text() == "{}"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plans", "timeline.json"]


def test_ctrl_c_while_the_program_is_loading_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "evolve.cli", SimpleNamespace(main=interrupted))
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 130
    assert capsys.readouterr().err == "evolve: interrupted\n"
