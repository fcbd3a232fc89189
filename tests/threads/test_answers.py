"""Targets that are answered where no thread looks."""

from collections.abc import Callable

from evolve.model import Level, Thread
from evolve.threading import Weave

Story = Callable[..., Weave]

TARGET = "粮食产量达到1000万吨以上"
REPORT = "全年粮食产量1020万吨"
ELSEWHERE = {"plan 2020": [TARGET], "outcome 2020": ["其他工作", REPORT]}


def thread_of(woven: Weave, first: str) -> Thread:
    named = (one for one in woven.threads if one.id == f"t/{first}/m1")
    return next(one for one in named if one.level is Level.MEASURE)


def test_an_actual_figure_elsewhere_is_told_of_the_promise(tell: Story) -> None:
    [event] = thread_of(tell(ELSEWHERE), "plan 2020/1").events
    assert (event.type, event.document) == ("exceeded", "outcome 2020")
    assert event.items == ("plan 2020/1/m1", "outcome 2020/2/m1")
    assert event.text == "目标“1000万吨以上”，实际“1020万吨”，超过目标"
    assert event.text_en == "The target “1000万吨以上” was exceeded: “1020万吨”"


def test_a_target_that_was_reached_elsewhere_is_not_overdue(tell: Story) -> None:
    documents = {**ELSEWHERE, "plan 2020": ["年内粮食产量达到1000万吨以上"], "plan 2021": ["甲"]}
    thread = thread_of(tell(documents), "plan 2020/1")
    assert [event.type for event in thread.events] == ["exceeded"]
    assert "deadline_passed" not in {reason.rule for reason in thread.reasons}


def test_what_the_thread_knows_is_not_told_twice(tell: Story) -> None:
    woven = tell(ELSEWHERE, [("plan 2020/1", "outcome 2020/2")])
    events = [event.type for event in thread_of(woven, "plan 2020/1").events]
    assert events == ["exceeded", "completed"]


def test_a_figure_of_another_year_answers_nothing(tell: Story) -> None:
    woven = tell({"plan 2020": [TARGET], "outcome 2021": [REPORT]})
    assert thread_of(woven, "plan 2020/1").events == ()
