"""``evolve indicators``: what a user sees and what a spreadsheet gets."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from evolve.cells import width
from evolve.cli import main
from evolve.listing.indicators import sparkline
from evolve.model import Direction, Indicator, Observation, QuantityKind

PLAN = """甲市教育局2021年工作要点

一、保障公平
（一）保障入学。适龄残疾儿童少年义务教育入学率达95%以上，新增公办学位5万个。
（二）改善办学条件。推进校舍改造，完善助学制度，规范招生行为。
"""
OUTCOME = """甲市教育局2021年工作总结

一、保障公平
（一）保障入学。义务教育阶段残疾儿童入学率达到97%，新增公办学位4.2万个。
（二）改善办学条件。推进校舍改造，完善助学制度，规范招生行为。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan-2021.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "summary-2021.txt").write_text(OUTCOME, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["indicators", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_table_shows_figures_by_year_and_marks_results(folder: Path) -> None:
    shown = run(str(folder), "--width", "100")
    assert "2 of 2 indicators; 2 targets with an actual figure of their year" in shown
    assert "2021 目标95%以上 +  2021 97%" in shown
    assert "2021 目标5万个 -  2021 4.2万个" in shown
    assert all(width(line) <= 100 for line in shown.splitlines())


@pytest.mark.parametrize("columns", [50, 80, 200])
def test_no_line_is_longer_than_the_screen_and_no_name_is_cut(folder: Path, columns: int) -> None:
    shown = run(str(folder), "--width", str(columns))
    assert all(width(line) <= columns for line in shown.splitlines())
    assert "…" not in shown
    assert shown.count("95%以上") == 1


def test_a_choice_by_name_and_result(folder: Path) -> None:
    assert "公办学位" not in run(str(folder), "--name", "入学率")
    assert "入学率" not in run(str(folder), "--result", "missed")


def test_the_sheet_has_a_mark_of_utf_8_and_no_formula(folder: Path) -> None:
    sheet = run(str(folder), "--format", "csv")
    assert sheet.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(sheet.removeprefix("\ufeff"))))
    assert [row["result"] for row in rows if row["kind"] == "target"] == ["exceeded", "missed"]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_json_and_markdown_cite_every_figure(folder: Path) -> None:
    answer = json.loads(run(str(folder), "--format", "json"))
    assert answer["of"] == 2
    for indicator in answer["indicators"]:
        assert len(indicator["citations"]) == len(indicator["observations"]) == 2
    assert "（一）" in run(str(folder), "--format", "markdown")


def seen(year: int, value: float | None, kind: QuantityKind) -> Observation:
    return Observation(
        document="d", item="i", year=year, kind=kind, operator="=", value=value, low=value,
        high=value, text="", span=(0, 0),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("figures", "bars"),
    [
        ([(2020, 1.0, QuantityKind.ACTUAL), (2023, 8.0, QuantityKind.TARGET)], "▁··█"),
        ([(2020, 5.0, QuantityKind.TARGET), (2020, 9.0, QuantityKind.ACTUAL)], "▅"),
        ([(2020, None, QuantityKind.TARGET)], ""),
    ],
)
def test_a_bar_for_every_year_and_a_dot_for_silence(
    figures: list[tuple[int, float | None, QuantityKind]], bars: str
) -> None:
    indicator = Indicator(
        id="c/x", series="c", name="x", unit="", direction=Direction.UP,
        observations=tuple(seen(*figure) for figure in figures),
    )  # fmt: skip
    assert sparkline(indicator) == bars
