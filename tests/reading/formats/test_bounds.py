"""No file holds up, brings down or fills the program."""

import os
import pickle
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from evolve.errors import InputError
from evolve.reading import read_corpus
from evolve.reading.bound import within
from evolve.reading.formats import apart, limits, read_file
from evolve.reading.formats.base import Grid
from evolve.settings import Settings
from tests.writers import as_docx

LINES = ["2025年广州市教育局工作要点", "一、推进教育公平", "二、新增学位三万个，办好教育。"]


def forms_in_forms(depth: int) -> bytes:
    """A PDF of a few kilobytes whose only page draws 2 ** depth boxes."""
    inside = "/Resources<</XObject<</F {} 0 R>>>>>>"
    form = "<</Length 11/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + inside
    twice = "stream\n/F Do /F Do\nendstream"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R" + inside.format(5),
        f"<</Length 11>>{twice}",
        *(form.format(number) + twice for number in range(6, 6 + depth)),
        form.format(4) + "stream\n0 0 9 9 re \nendstream",
    ]
    body = "".join(f"{number} 0 obj\n{each}\nendobj\n" for number, each in enumerate(objects, 1))
    return f"%PDF-1.7\n{body}trailer<</Root 1 0 R>>\n%%EOF".encode()


def test_an_answer_holds_a_text_with_its_lines_tables_and_date() -> None:
    text = apart.read_apart("word:read_docx", as_docx(LINES), file="a.docx", encoding=None)
    whole = replace(text, published=date(2025, 3, 1), tables=(Grid(rows=(((0, 4), (5, 9)),)),))
    assert apart._Answers(BytesIO(pickle.dumps(whole))).load() == whole


@pytest.mark.parametrize("hostile", [os.system, subprocess.Popen, eval, Path])
def test_an_answer_that_names_anything_else_is_refused(hostile: object) -> None:
    with pytest.raises(pickle.UnpicklingError, match="is no part of an answer"):
        apart._Answers(BytesIO(pickle.dumps(hostile))).load()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bomb.pdf").write_bytes(forms_in_forms(28))
    (tmp_path / "plan.docx").write_bytes(as_docx(LINES))
    return tmp_path


def test_a_reader_that_takes_too_long_is_ended_and_the_next_file_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_file(folder / "plan.docx")
    before = apart._PROCESS._process
    monkeypatch.setattr(limits, "SECONDS", 0.3)
    with pytest.raises(InputError, match=r"^bomb\.pdf: not read within 0\.3 seconds; split it"):
        read_file(folder / "bomb.pdf")
    assert before is not None
    assert before.poll() is not None
    monkeypatch.undo()
    assert read_corpus([folder / "plan.docx"], Settings()).documents


def test_a_reader_that_takes_too_much_memory_is_ended(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MEMORY_BYTES", 300 * 2**20)
    with pytest.raises(InputError, match=r"^bomb\.pdf: .* memory"):
        read_file(folder / "bomb.pdf")


def _work_for(seconds: float, file: str) -> None:
    begun = time.monotonic()
    with within(0.1, file):
        while time.monotonic() < begun + seconds:
            pass


def test_what_takes_too_long_after_that_is_given_up() -> None:
    begun = time.monotonic()
    with pytest.raises(InputError, match=r"^plan\.txt: not read within 0\.1 seconds; split it"):
        _work_for(10, "plan.txt")
    assert time.monotonic() < begun + 5


def test_the_process_of_the_readers_takes_no_module_from_the_folder_it_runs_in(
    folder: Path,
) -> None:
    (folder / "docx.py").write_text("raise SystemExit(3)")
    code = "import sys; from evolve.cli import main; main(['documents', 'plan.docx'])"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=folder, capture_output=True, check=False
    )
    assert done.returncode == 0
    assert "2025年广州市教育局工作要点" in done.stdout.decode()


def test_a_process_that_cannot_be_started_is_one_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart._PROCESS.end()
    monkeypatch.setattr(sys, "executable", str(folder / "no-python"))
    with pytest.raises(InputError, match=r"^plan\.docx: no process to read it could be started"):
        read_file(folder / "plan.docx")
