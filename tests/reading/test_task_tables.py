"""Tables of tasks, whatever the order of their columns."""

from itertools import pairwise, permutations
from pathlib import Path

import pytest

from evolve.model import ItemKind
from evolve.reading import read_corpus
from evolve.settings import Settings

CELLS = {
    "序号": ("1", "2", "3"),
    "类别": ("资源", "安全", "数字"),
    "重点任务": ("新建学校4所", "加固校舍2万平方米", "建成智慧校园25所"),
    "责任单位": ("规划科", "计财科", "电教馆"),
}


@pytest.mark.parametrize("columns", permutations(CELLS), ids="-".join)
def test_each_row_is_an_item_and_nothing_is_lost(tmp_path: Path, columns: tuple[str, ...]) -> None:
    rows = [columns, *zip(*(CELLS[column] for column in columns), strict=True)]
    lines = ["临川市教育局2024年重点工作任务分解表", *("\t".join(row) for row in rows)]
    (tmp_path / "plan.txt").write_text("\n".join(lines), encoding="utf-8")
    corpus = read_corpus([tmp_path], Settings())
    tasks = [item for item in corpus.items if item.kind is ItemKind.ITEM]
    assert tuple(item.text for item in tasks) == CELLS["重点任务"]
    assert tuple(item.path[-1] for item in tasks) == CELLS["类别"]
    assert not [piece for piece in corpus.discarded if piece.reason == "unassigned"]
    spans = sorted([*(one.span for one in corpus.items), *(one.span for one in corpus.sections)])
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_a_row_longer_than_the_head_and_one_without_a_task_are_kept(tmp_path: Path) -> None:
    rows = ("序号\t重点任务\t责任单位", "1\t新建学校4所\t规划科", "2\t\t计财科")
    text = "\n".join(("临川市教育局2024年重点工作任务分解表", *rows))
    (tmp_path / "plan.txt").write_text(text, encoding="utf-8")
    corpus = read_corpus([tmp_path], Settings())
    assert [item.text for item in corpus.items] == [rows[0], "新建学校4所", "规划科", "2\t计财科"]
    assert not [piece for piece in corpus.discarded if piece.reason == "unassigned"]


@pytest.mark.parametrize(
    "columns",
    [
        ("序号", "项目", "目标任务", "完成情况"),
        ("项目名称", "年度目标", "牵头单位"),
        ("序号", "工作任务", "进展情况", "完成率"),
    ],
    ids="-".join,
)
def test_a_target_in_words_makes_no_table_of_indicators(
    tmp_path: Path, columns: tuple[str, ...]
) -> None:
    cells = {"序号": "1", "完成率": "100%", "牵头单位": "市教育局"}
    row = [cells.get(column, f"{column}：新建5所") for column in columns]
    text = "\n".join(("临川市2024年民生实事表", "\t".join(columns), "\t".join(row)))
    (tmp_path / "plan.txt").write_text(text, encoding="utf-8")
    corpus = read_corpus([tmp_path], Settings())
    (item,) = [item for item in corpus.items if item.kind is ItemKind.ITEM]
    assert item.text.startswith(next(cell for cell in row if "新建" in cell))


def test_columns_that_spaces_set_under_each_other_are_a_table(tmp_path: Path) -> None:
    rows = (
        "序号  项目名称      建设内容             责任单位",
        "1     城北快速路    完成主体工程         市住建局",
        "2     滨江公园      新增绿地20公顷       市园林局",
    )
    text = "\n".join(("临川市2024年重点项目清单", "", *rows))
    (tmp_path / "plan.txt").write_text(text, encoding="utf-8")
    corpus = read_corpus([tmp_path], Settings())
    tasks = [item.text for item in corpus.items if item.kind is ItemKind.ITEM]
    assert tasks == ["城北快速路\n完成主体工程", "滨江公园\n新增绿地20公顷"]
