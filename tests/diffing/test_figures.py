"""The table of figures."""

import pytest

from evolve.diffing import Trend, diff, figure_changes
from evolve.model import Role

PLAN, OUTCOME = Role.PLAN, Role.OUTCOME


@pytest.mark.parametrize(
    ("old", "new", "roles", "expected"),
    [
        (
            "新增公办学位7万个。",
            "新增公办学位8万个。",
            (PLAN, PLAN),
            [("公办学位", 70000, 80000, Trend.STRONGER)],
        ),
        (
            "义务教育巩固率达到97%以上。",
            "义务教育巩固率达到95%以上。",
            (PLAN, PLAN),
            [("义务教育巩固率", 97, 95, Trend.WEAKER)],
        ),
        (
            "小学生近视率控制在40%以内。",
            "小学生近视率控制在38%以内。",
            (PLAN, PLAN),
            [("小学生近视率", 40, 38, Trend.STRONGER)],
        ),
        (
            "新增公办学位7万个。",
            "新增公办学位7.92万个。",
            (PLAN, OUTCOME),
            [("公办学位", 70000, 79200, Trend.EXCEEDED)],
        ),
        (
            "新增公办学位7万个。",
            "新增公办学位6万个。",
            (PLAN, OUTCOME),
            [("公办学位", 70000, 60000, Trend.MISSED)],
        ),
        (
            "培训教师2000人次。",
            "培训教师1500人次。",
            (OUTCOME, OUTCOME),
            [("教师", 2000, 1500, Trend.FALLEN)],
        ),
        (
            "建设社区学堂20个，加强管理。",
            "加强管理，培育教育集团10个。",
            (PLAN, PLAN),
            [("教育集团", None, 10, Trend.ADDED), ("社区学堂", 20, None, Trend.REMOVED)],
        ),
    ],
)
def test_a_figure_is_compared_with_the_one_that_counts_the_same(
    old: str,
    new: str,
    roles: tuple[Role, Role],
    expected: list[tuple[str, float | None, float | None, Trend]],
) -> None:
    found = figure_changes(diff(old, new), *roles)
    shown = [
        (each.name, each.old and each.old.value, each.new and each.new.value, each.trend)
        for each in found
    ]
    assert [(name[-7:], *rest) for name, *rest in shown] == [
        (name[-7:], *rest) for name, *rest in expected
    ]


def test_years_and_other_units_are_not_compared() -> None:
    found = figure_changes(diff("2021年新建学校12所。", "2022年新建教学楼15栋。"))
    assert {each.trend for each in found} == {Trend.ADDED, Trend.REMOVED}
