"""``evolve diff``."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from evolve.cli import main

OLD = "推进集团化办学，新增教育集团10个。加强教师培训。\n办好老年大学\x1b[31m。"
NEW = "推进集团化办学，新增教育集团12个。加强教师培训。\n办好<b>老年大学</b>，取消考试。"


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    for name, text in (("old.txt", OLD), ("new.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / "old.txt"), str(tmp_path / "new.txt")]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", *arguments], catch_exceptions=False)


def test_changes_stand_between_signs(files: list[str]) -> None:
    output = run(*files, "--inline").output
    assert "~ 推进集团化办学，新增教育集团[-10个-]{+12个+}。" in output
    assert "  加强教师培训。" in output


def test_both_sides_stand_beside_each_other_on_a_wide_terminal(files: list[str]) -> None:
    lines = run(*files, "--width", "120").output.splitlines()
    line = next(line for line in lines if "10个" in line)
    old, new = line.split(" | ")
    assert "[-10个-]" in old
    assert "{+12个+}" in new


def test_no_line_is_wider_than_asked_for(files: list[str]) -> None:
    from evolve.cells import width

    for columns in (20, 41, 80, 120):
        output = run(*files, "--width", str(columns)).output
        assert max(map(width, output.splitlines())) <= columns


def test_colour_repeats_the_signs_and_can_be_turned_off(files: list[str]) -> None:
    plain = run(*files, "--inline").output
    colored = run(*files, "--inline", "--color", "always").output
    assert "\x1b[38;5;75m" in colored
    assert "{+12个+}" in colored
    assert "\x1b" not in plain


def test_escapes_in_a_document_stay_inert(files: list[str]) -> None:
    for kind in ("text", "markdown", "html", "json"):
        assert "\x1b" not in run(*files, "--format", kind).output


def test_html_escapes_the_text_and_loads_nothing(files: list[str]) -> None:
    output = run(*files, "--format", "html").output
    assert "&lt;b&gt;" in output
    assert "<del>10个</del><" not in output
    assert "<del>10个</del>" in output
    assert "<ins>12个</ins>" in output
    assert "http" not in output.replace("http-equiv", "")


def test_markdown_strikes_through_what_went(files: list[str]) -> None:
    assert "~~10个~~" in run(*files, "--format", "markdown").output


def test_json_gives_the_operations_with_their_spans(files: list[str]) -> None:
    (comparison,) = json.loads(run(*files, "--format", "json").output)
    old, new = comparison["old"]["text"], comparison["new"]["text"]
    replaced = [
        op for block in comparison["blocks"] for op in block["ops"] if op["kind"] == "replaced"
    ]
    assert (replaced[0]["old_text"], replaced[0]["new_text"]) == ("10个", "12个")
    for op in replaced:
        assert old[slice(*op["old"])] == op["old_text"]
        assert new[slice(*op["new"])] == op["new_text"]


def test_the_words_around_are_chinese_where_asked_for(files: list[str]) -> None:
    assert "有改动" in run(*files, "--lang", "zh").output
    assert "changed" in run(*files, "--lang", "en").output


def test_a_missing_file_is_told_in_one_sentence() -> None:
    result = CliRunner().invoke(main, ["diff", "nowhere.txt", "nothing.txt"])
    assert result.exit_code == 2
    assert "nowhere.txt: no such file" in result.output
