"""``evolve build``, ``run`` and ``validate`` as a user starts them."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from evolve.cli import main

PLAN = """海州市教育局2021年工作要点
一、推进公平
（一）扩大学位。新建小学5所，新增学位6000个。
（二）发展职业教育。出台《海州市职业教育条例》。
二、保障安全
（一）守护校园。落实校园安全责任制，配备专职保安。
"""
REPORT = """海州市教育局2021年工作总结
一、公平更进一步
（一）学位扩大。新建小学6所，新增学位7000个。
（二）职业教育发展加快。《海州市职业教育条例》正式施行。
"""


def evolve(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_folder_gives_a_valid_timeline(folder: Path) -> None:
    assert evolve("build", folder, "-o", "t.json").exit_code == 0
    checked = evolve("validate", "t.json")
    assert checked.exit_code == 0
    assert checked.stdout.startswith("t.json: valid; 2 documents, 5 items")


def test_a_dash_writes_the_same_bytes_to_standard_output(folder: Path) -> None:
    evolve("build", folder, "-o", "t.json")
    assert evolve("build", folder, "-o", "-").stdout_bytes == Path("t.json").read_bytes()


def test_the_order_of_the_files_does_not_matter(folder: Path) -> None:
    files = [folder / "plan.txt", folder / "report.txt"]
    assert (
        evolve("build", *files, "-o", "-").stdout_bytes
        == evolve("build", *reversed(files), "-o", "-").stdout_bytes
    )


def test_no_absolute_path_stands_in_a_timeline(folder: Path) -> None:
    assert str(folder) not in evolve("build", folder, "-o", "-").stdout


def test_run_without_a_terminal_prints_a_summary_and_writes_the_timeline(folder: Path) -> None:
    result = evolve("run", folder)
    assert result.exit_code == 0
    assert "2 documents of 1 series" in result.stdout
    assert "海州市教育局2021年工作要点" in result.stdout
    assert evolve("validate", "timeline.json").exit_code == 0


@pytest.mark.parametrize("content", [None, b"", b"\x7fELF\x00\x01\x02\x00" * 40])
def test_input_that_cannot_be_read_is_one_sentence_and_leaves_the_output(
    folder: Path, content: bytes | None
) -> None:
    (folder / "t.json").write_text("old")
    bad = folder / "bad.txt"
    if content is not None:
        bad.write_bytes(content)
    result = evolve("build", bad, "-o", "t.json")
    assert result.exit_code == 2
    assert result.stderr.startswith("evolve: ")
    assert "bad.txt" in result.stderr
    assert result.stderr.count("\n") == 1
    assert (folder / "t.json").read_text() == "old"


def test_a_timeline_is_no_document(folder: Path) -> None:
    evolve("build", folder, "-o", "t.json")
    before = (folder / "t.json").read_bytes()
    for command in ("build", "run"):
        result = evolve(command, "t.json")
        assert result.exit_code == 2
        assert result.stderr.startswith("evolve: t.json: is no document; `evolve browse` ")
    assert (folder / "t.json").read_bytes() == before


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    result = evolve("build", tmp_path, "-o", "-")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


def test_one_bad_file_among_good_ones_is_reported_and_the_rest_is_built(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    result = evolve("build", folder, "-o", "t.json")
    assert result.exit_code == 1
    assert "empty.txt" in result.stderr
    assert evolve("validate", "t.json").exit_code == 0


def test_text_in_another_encoding_gives_the_same_items(folder: Path) -> None:
    texts = evolve("build", folder / "plan.txt", "-o", "-").stdout
    (folder / "plan.txt").write_bytes(PLAN.encode("gb18030"))
    assert "扩大学位。新建小学5所" in texts
    assert "扩大学位。新建小学5所" in evolve("build", folder / "plan.txt", "-o", "-").stdout


def test_a_timeline_of_a_newer_version_is_told(folder: Path) -> None:
    (folder / "t.json").write_text('{"schema_version": "2"}')
    result = evolve("validate", "t.json")
    assert result.exit_code == 2
    assert "version 2" in result.stderr


def test_a_broken_reference_is_a_finding(folder: Path) -> None:
    evolve("build", folder, "-o", "t.json")
    broken = Path("t.json").read_text(encoding="utf-8").replace('"series": "', '"series": "x', 1)
    Path("t.json").write_text(broken, encoding="utf-8")
    assert evolve("validate", "t.json").exit_code == 1
