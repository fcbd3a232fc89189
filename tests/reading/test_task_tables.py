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
