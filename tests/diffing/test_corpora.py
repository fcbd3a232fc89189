"""``evolve diff`` in a corpus: documents, items, threads."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from evolve.cli import main

HEAD = "江海市教育局{year}年工作要点\n一、推进教育公平\n"
PLANS = {
    2021: "（一）推进集团化办学。新增教育集团10个，制定集团化办学实施意见。\n"
    "（二）加强乡村教师培训。全年培训乡村教师2000人次。\n"
    "（三）办好老年教育。建设社区老年学堂20个。\n",
    2022: "（一）深化集团化办学。新增教育集团12个，完善集团化办学实施意见。\n"
    "（二）加强乡村教师培训。全年培训乡村教师2500人次。\n"
    "（三）建设智慧校园。建成智慧校园示范校30所。\n",
}


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    for year, text in PLANS.items():
        (tmp_path / f"{year}.txt").write_text(HEAD.format(year=year) + text, encoding="utf-8")
    return [str(tmp_path / f"{year}.txt") for year in PLANS]


@pytest.fixture
def timeline(files: list[str], tmp_path: Path) -> Path:
    path = tmp_path / "timeline.json"
    assert run("build", *files, "-o", str(path)).exit_code == 0
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_two_files_are_compared_item_by_item(files: list[str]) -> None:
    output = run("diff", *files, "--inline", "--lang", "zh").output
    assert "新增教育集团[-10个-]{+12个+}" in output
    assert "[-2000人次-]{+2500人次+}" in output
    assert "2000人次  2500人次  +500 (+25%)  加强" in output
    gone, new = output.index("办好老年教育"), output.index("建设智慧校园")
    assert new < gone
    assert "不再出现" in output[gone:]


def test_items_are_named_by_their_ids(timeline: Path) -> None:
    items = [item["id"] for item in json.loads(timeline.read_text("utf-8"))["items"]]
    old, new = (next(key for key in items if f"{year}" in key) for year in PLANS)
    output = run("diff", old, new, "--in", str(timeline), "--lang", "en").output
    assert "[-10个-]" in output
    assert "stronger" in output


def test_a_thread_is_shown_through_the_years(timeline: Path) -> None:
    threads = json.loads(timeline.read_text("utf-8"))["threads"]
    thread = next(each for each in threads if each["level"] == "item" and len(each["entries"]) == 2)
    output = run("diff", thread["id"], "--in", str(timeline), "--lang", "zh").output
    assert "2021计划" in output
    assert "现行表述各部分最早见于" in output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "nowhere is no thread of the timeline"),
        (["nowhere", "nothing"], "nowhere is no item, measure, thread or document"),
    ],
)
def test_an_unknown_id_is_told_in_one_sentence(
    timeline: Path, arguments: list[str], message: str
) -> None:
    result = run("diff", *arguments, "--in", str(timeline))
    assert result.exit_code == 2
    assert message in result.output
    assert len(result.output.strip().splitlines()) == 1
