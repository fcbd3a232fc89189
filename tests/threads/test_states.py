"""The four states, each with the rule that fired and what speaks against it."""

from collections.abc import Callable

import pytest

from evolve.model import Caveat, Certainty, Level, State, Thread
from evolve.settings import Settings
from evolve.threading import Weave

Story = Callable[..., Weave]

BUILD = "建设市少年宫新馆"
BUILT = "市少年宫新馆建成投用"
PALACE = "建设市少年宫"
FIELD = "做好市少年宫安全保卫"
"""Its field, but not the promise."""
GOING_ON = "稳步推进市少年宫新馆工程"


def measure_thread(woven: Weave, first: str) -> Thread:
    return next(
        thread
        for thread in woven.threads
        if thread.level is Level.MEASURE and thread.id == f"t/{first}/m1"
    )


def summary(thread: Thread) -> tuple[str, str, list[str], str]:
    return (
        thread.state.value,
        thread.certainty.value,
        [caveat.value for caveat in thread.caveats],
        thread.reasons[0].rule,
    )


CASES = {
    "first seen in the latest plan, in none before": (
        {"plan 2020": ["其他工作"], "plan 2021": [BUILD]},
        [],
        "plan 2021/1",
        ("new", "settled", [], "first_seen"),
    ),
    "the first document of a series cannot tell what is new": (
        {"plan 2021": [BUILD]},
        [],
        "plan 2021/1",
        ("new", "provisional", ["no_earlier_document"], "first_seen"),
    ),
    "a plan of several years that only begins with it cannot tell what is new either": (
        {"outcome 2020": ["其他工作"], "multi_year_plan 2021-2025": [FIELD], "plan 2021": [BUILD]},
        [],
        "plan 2021/1",
        ("new", "provisional", ["no_earlier_document"], "first_seen"),
    ),
    "years without any document before it": (
        {"plan 2017": ["其他工作"], "plan 2021": [BUILD]},
        [],
        "plan 2021/1",
        ("new", "provisional", ["gap"], "first_seen"),
    ),
    "carried on by the next plan": (
        {"plan 2020": [BUILD], "plan 2021": [BUILD]},
        [("plan 2020/1", "plan 2021/1")],
        "plan 2020/1",
        ("continued", "settled", [], "in_latest_plan"),
    ),
    "the link that decides lies near the threshold": (
        {"plan 2020": [BUILD], "plan 2021": [BUILD]},
        [("plan 2020/1", "plan 2021/1", 0.55)],
        "plan 2020/1",
        ("continued", "provisional", ["weak_link"], "in_latest_plan"),
    ),
    "reported going on, though the next plan is silent": (
        {"plan 2020": [BUILD], "outcome 2020": [GOING_ON], "plan 2021": ["其他工作"]},
        [("plan 2020/1", "outcome 2020/1")],
        "plan 2020/1",
        ("continued", "provisional", ["absent_once"], "in_latest_outcome"),
    ),
    "reported done": (
        {"plan 2020": [BUILD], "outcome 2020": [BUILT], "plan 2021": ["其他工作"]},
        [("plan 2020/1", "outcome 2020/1")],
        "plan 2020/1",
        ("completed", "settled", ["self_reported"], "reported_done"),
    ),
    "reported done but for a rest": (
        {"plan 2020": [BUILD], "outcome 2020": ["市少年宫新馆基本建成"]},
        [("plan 2020/1", "outcome 2020/1")],
        "plan 2020/1",
        ("completed", "provisional", ["self_reported", "hedged"], "reported_done"),
    ),
    "a plan sentence never completes": (
        {"plan 2020": [BUILD], "plan 2021": [BUILT]},
        [("plan 2020/1", "plan 2021/1")],
        "plan 2020/1",
        ("continued", "settled", [], "in_latest_plan"),
    ),
    "done, and kept up": (
        {"plan 2020": [BUILD], "outcome 2020": [BUILT], "plan 2021": ["巩固市少年宫新馆成果"]},
        [("plan 2020/1", "outcome 2020/1"), ("outcome 2020/1", "plan 2021/1")],
        "plan 2020/1",
        ("completed", "settled", ["self_reported"], "reported_done"),
    ),
    "done, and begun anew": (
        {"plan 2020": [BUILD], "outcome 2020": [BUILT], "plan 2021": ["建设市少年宫新馆二期"]},
        [("plan 2020/1", "outcome 2020/1"), ("outcome 2020/1", "plan 2021/1")],
        "plan 2020/1",
        ("continued", "settled", [], "in_latest_plan"),
    ),
    "gone from two full plans and the outcome between them": (
        {
            "plan 2020": [PALACE],
            "outcome 2020": [FIELD],
            "plan 2021": [FIELD],
            "outcome 2021": [FIELD],
            "plan 2022": [FIELD],
        },
        [],
        "plan 2020/1",
        ("dropped", "settled", [], "silent"),
    ),
    "gone from one plan only": (
        {"plan 2020": [PALACE], "outcome 2020": [FIELD], "plan 2021": [FIELD]},
        [],
        "plan 2020/1",
        ("dropped", "provisional", ["absent_once"], "silent"),
    ),
    "gone, with years missing between": (
        {"plan 2017": [PALACE], "outcome 2020": [FIELD], "plan 2021": [FIELD]},
        [],
        "plan 2017/1",
        ("dropped", "provisional", ["absent_once", "gap"], "silent"),
    ),
    "gone from plans, but no outcome could have reported it": (
        {"plan 2020": [PALACE], "plan 2021": [FIELD], "plan 2022": [FIELD]},
        [],
        "plan 2020/1",
        ("dropped", "provisional", ["no_later_document"], "silent"),
    ),
    "gone from a document that was not there in full": (
        {
            "plan 2020": [PALACE],
            "outcome 2020": [FIELD],
            "plan 2021": [FIELD],
            "plan 2022 partial": [FIELD],
        },
        [],
        "plan 2020/1",
        ("dropped", "provisional", ["partial_document"], "silent"),
    ),
    "gone from documents that have no part on its field": (
        {
            "plan 2020": [PALACE],
            "outcome 2020": ["其他工作"],
            "plan 2021": ["其他工作"],
            "outcome 2021": [FIELD],
            "plan 2022": ["其他工作"],
        },
        [],
        "plan 2020/1",
        ("dropped", "provisional", ["field_not_covered"], "silent"),
    ),
    "said to end": (
        {"plan 2020": ["实施暂住证制度"], "plan 2021": ["不再实施暂住证制度"]},
        [("plan 2020/1", "plan 2021/1")],
        "plan 2020/1",
        ("dropped", "settled", [], "said_to_end"),
    ),
    "a document announced, and applied by a later plan": (
        {"plan 2020": ["出台《校园安全管理办法》"], "plan 2021": ["贯彻落实《校园安全管理办法》"]},
        [("plan 2020/1", "plan 2021/1")],
        "plan 2020/1",
        ("completed", "settled", ["self_reported"], "deliverable_exists"),
    ),
    "a document announced, and its later edition applied": (
        {
            "plan 2020": ["出台《校园安全行动计划(2020—2022年)》"],
            "plan 2023": ["落实《校园安全行动计划(2023—2025年)》"],
        },
        [("plan 2020/1", "plan 2023/1")],
        "plan 2020/1",
        ("continued", "settled", [], "in_latest_plan"),
    ),
    "standing work is not done because some of it is reported": (
        {"plan 2020": ["加强教师培训"], "outcome 2020": ["新增培训基地3个"]},
        [("plan 2020/1", "outcome 2020/1")],
        "plan 2020/1",
        ("continued", "settled", [], "in_latest_outcome"),
    ),
    "the number meets the target": (
        {"plan 2020": ["城镇新增就业1100万人以上"], "outcome 2020": ["城镇新增就业1361万人"]},
        [("plan 2020/1", "outcome 2020/1")],
        "plan 2020/1",
        ("completed", "settled", ["self_reported"], "number_meets_target"),
    ),
    "the number meets the target, and a later plan sets no other": (
        {
            "plan 2020": ["农村贫困人口减少1000万人以上"],
            "outcome 2020": ["农村贫困人口减少1442万人"],
            "plan 2021": ["帮扶农村低收入人口"],
        },
        [("plan 2020/1", "outcome 2020/1"), ("outcome 2020/1", "plan 2021/1")],
        "plan 2020/1",
        ("completed", "settled", ["self_reported"], "number_meets_target"),
    ),
    "the number misses the target": (
        {"plan 2020": ["城镇新增就业1100万人以上"], "outcome 2020": ["城镇新增就业900万人"]},
        [("plan 2020/1", "outcome 2020/1")],
        "plan 2020/1",
        ("continued", "settled", [], "in_latest_outcome"),
    ),
    "a quota met, and the next year's quota set": (
        {
            "plan 2020": ["城镇新增就业1100万人以上"],
            "outcome 2020": ["城镇新增就业1361万人"],
            "plan 2021": ["城镇新增就业1000万人以上"],
        },
        [("plan 2020/1", "outcome 2020/1"), ("outcome 2020/1", "plan 2021/1")],
        "plan 2020/1",
        ("continued", "settled", [], "in_latest_plan"),
    ),
    "silent in the annual plan, but a plan of several years is running": (
        {
            "multi_year_plan 2021-2025": [BUILD],
            "plan 2021": [GOING_ON],
            "outcome 2021": ["其他工作"],
            "plan 2022": ["其他工作"],
        },
        [("multi_year_plan 2021-2025/1", "plan 2021/1")],
        "multi_year_plan 2021-2025/1",
        ("continued", "settled", [], "in_live_plan"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_state_certainty_caveats_and_rule(tell: Story, case: str) -> None:
    documents, ties, first, expected = CASES[case]
    assert summary(measure_thread(tell(documents, ties), first)) == expected


def test_every_entry_carries_the_state_as_of_its_document(tell: Story) -> None:
    woven = tell(
        {
            "plan 2019": ["其他工作"],
            "plan 2020": [BUILD],
            "outcome 2020": [GOING_ON],
            "plan 2021": [BUILD],
            "outcome 2021": [BUILT],
        },
        [
            ("plan 2020/1", "outcome 2020/1"),
            ("outcome 2020/1", "plan 2021/1"),
            ("plan 2021/1", "outcome 2021/1"),
        ],
    )
    thread = measure_thread(woven, "plan 2020/1")
    assert [entry.state.value for entry in thread.entries] == [
        "new",
        "continued",
        "continued",
        "completed",
    ]


def test_as_of_a_year_later_documents_are_not_there(tell: Story) -> None:
    documents = {"plan 2020": [BUILD], "outcome 2020": [GOING_ON], "plan 2021": ["其他工作"]}
    ties = [("plan 2020/1", "outcome 2020/1")]
    thread = measure_thread(tell(documents, ties, Settings(as_of=2020)), "plan 2020/1")
    assert (thread.state, thread.certainty) == (State.CONTINUED, Certainty.SETTLED)


def test_a_reason_quotes_the_passage_that_it_rests_on(tell: Story) -> None:
    documents = {"plan 2020": [BUILD], "outcome 2020": [BUILT]}
    woven = tell(documents, [("plan 2020/1", "outcome 2020/1")])
    reason = measure_thread(woven, "plan 2020/1").reasons[0]
    assert reason.text == "2020年总结报告已完成：“市少年宫新馆建成投用”"
    assert reason.text_en == "The 2020 outcome reports it done: “市少年宫新馆建成投用”"
    assert reason.items == ("outcome 2020/1/m1",)
    assert reason.spans == ((0, len(BUILT)),)


def test_a_report_keeps_no_promise_that_was_made_after_it(tell: Story) -> None:
    documents = {"plan 2020": ["甲"], "outcome 2020": [BUILT], "plan 2021": ["建成市少年宫新馆"]}
    thread = measure_thread(
        tell(documents, [("outcome 2020/1", "plan 2021/1", 0.9, False)]), "plan 2021/1"
    )
    assert thread.state is State.CONTINUED
    assert [reason.text for reason in thread.reasons] == [
        "此前已有，2021年计划继续部署：“建成市少年宫新馆”",
        f"2020年总结报告了相关工作：“{BUILT}”",
    ]


def test_a_target_of_related_work_is_none_of_the_thread(tell: Story) -> None:
    documents = {
        "plan 2020": ["加强特殊教育人才培养"],
        "plan 2021": ["残疾儿童入学率达到95%以上"],
        "outcome 2021": ["残疾儿童入学率达到97%"],
        "plan 2022": ["其他工作"],
    }
    ties = [
        ("plan 2020/1", "plan 2021/1", 0.9, False),
        ("plan 2020/1", "outcome 2021/1", 0.9, False),
        ("plan 2021/1", "outcome 2021/1"),
    ]
    woven = tell(documents, ties)
    assert measure_thread(woven, "plan 2020/1").state is not State.COMPLETED
    assert measure_thread(woven, "plan 2021/1").state is State.COMPLETED


def test_the_first_report_of_its_grade_completes(tell: Story) -> None:
    documents = {"plan 2020": [BUILD], "outcome 2020": [BUILT], "outcome 2021": [BUILT]}
    ties = [("plan 2020/1", "outcome 2020/1"), ("outcome 2020/1", "outcome 2021/1")]
    thread = measure_thread(tell(documents, ties), "plan 2020/1")
    assert thread.reasons[0].text == f"2020年总结报告已完成：“{BUILT}”"


def test_what_is_only_related_is_not_called_the_same(tell: Story) -> None:
    documents = {"plan 2020": [BUILD], "plan 2021": [FIELD, GOING_ON]}
    ties = [("plan 2020/1", f"plan 2021/{number}", 0.9, False) for number in (1, 2)]
    thread = measure_thread(tell(documents, ties), "plan 2020/1")
    assert [reason.text for reason in thread.reasons] == [
        f"此前已有，2021年计划有相关内容：“{GOING_ON}”",
    ]
    assert thread.entries[1].also == ("plan 2021/1/m1", "plan 2021/2/m1")


def test_what_a_plan_keeps_up_without_saying_so_is_no_event(tell: Story) -> None:
    documents = {"plan 2020": ["建成少年宫"], "outcome 2020": ["少年宫建成"], "plan 2021": [FIELD]}
    ties = [("plan 2020/1", "outcome 2020/1"), ("outcome 2020/1", "plan 2021/1", 0.9, False)]
    thread = measure_thread(tell(documents, ties), "plan 2020/1")
    assert thread.state is State.COMPLETED
    assert thread.reasons[1].text == f"2021年计划有相关内容：“{FIELD}”"
    assert [event.type for event in thread.events] == ["completed"]


def test_a_passage_is_quoted_once(tell: Story) -> None:
    documents = {
        "plan 2020": ["城镇新增就业1100万人以上"],
        "outcome 2020": ["城镇新增就业1361万人"],
        "plan 2021": ["城镇新增就业1000万人以上"],
    }
    ties = [("plan 2020/1", "outcome 2020/1"), ("outcome 2020/1", "plan 2021/1")]
    assert [
        reason.text for reason in measure_thread(tell(documents, ties), "plan 2020/1").reasons
    ] == [
        "此前已有，2021年计划继续部署：“城镇新增就业1000万人以上”",
        "2021年计划开始新一轮",
        "2020年总结报告的数字达到目标：“城镇新增就业1361万人”",
    ]


def test_related_work_after_a_silent_plan_resumes_nothing(tell: Story) -> None:
    documents = {"plan 2020": [BUILD], "plan 2021": ["其他工作"], "plan 2022": [GOING_ON]}
    for primary in (True, False):
        woven = tell(documents, [("plan 2020/1", "plan 2022/1", 0.99, primary)])
        events = [event.type for event in measure_thread(woven, "plan 2020/1").events]
        assert events == (["resumed"] if primary else [])


def test_a_provisional_state_always_says_why(tell: Story) -> None:
    for documents, ties, *_ in CASES.values():
        for thread in tell(documents, ties).threads:
            doubts = set(thread.caveats) - {Caveat.SELF_REPORTED}
            assert (thread.certainty is Certainty.PROVISIONAL) == bool(doubts)
            assert thread.reasons


def test_a_silent_item_goes_on_where_one_of_its_measures_does(tell: Story) -> None:
    woven = tell(
        {"plan 2020": ["甲"], "outcome 2020": ["乙"], "plan 2021": ["丙"]},
        [],
        measure_ties=[("plan 2020/1", "plan 2021/1")],
    )
    item = next(thread for thread in woven.threads if thread.id == "t/plan 2020/1")
    assert item.state is State.CONTINUED
    assert item.reasons[0].text == "1项措施：延续1"


def test_a_deadline_that_is_over_is_said(tell: Story) -> None:
    woven = tell(
        {"plan 2020": ["实施少年宫行动计划(2020—2021年)"], "plan 2021": ["甲"], "plan 2022": ["乙"]}
    )
    thread = measure_thread(woven, "plan 2020/1")
    assert [(event.type, event.document) for event in thread.events] == [
        ("deadline_passed", "plan 2022")
    ]
    assert thread.reasons[-1].text == (
        "2020年计划所定期限为2021年，期限已过，文件未报告完成：“实施少年宫行动计划(2020—2021年)”"
    )


@pytest.mark.parametrize(
    ("promise", "due"),
    [("今年建成少年宫", True), ("年内改善少年宫环境", True), ("今年压力仍然很大", False)],
)
def test_this_year_is_a_deadline_of_what_can_be_there(
    tell: Story, promise: str, *, due: bool
) -> None:
    woven = tell({"plan 2020": [promise], "outcome 2020": ["甲"], "plan 2021": ["乙"]})
    events = [event.type for event in measure_thread(woven, "plan 2020/1").events]
    assert events == (["deadline_passed"] if due else [])


def test_what_becomes_of_a_target_is_told(tell: Story) -> None:
    woven = tell(
        {
            "plan 2020": ["城镇新增就业1100万人以上"],
            "outcome 2020": ["城镇新增就业1361万人"],
            "plan 2021": ["城镇新增就业1000万人以上"],
        },
        [("plan 2020/1", "outcome 2020/1"), ("outcome 2020/1", "plan 2021/1")],
    )
    events = measure_thread(woven, "plan 2020/1").events
    assert [(event.type, event.document) for event in events] == [
        ("exceeded", "outcome 2020"),
        ("completed", "outcome 2020"),
        ("weakened", "plan 2021"),
        ("new_cycle", "plan 2021"),
    ]
    assert events[0].text == "目标“1100万人以上”，实际“1361万人”，超过目标"


def test_a_year_names_the_fields_that_it_is_silent_on(tell: Story) -> None:
    woven = tell({"plan 2020": [PALACE, "加强语言文字工作"], "plan 2021": [FIELD]}, [])
    silent = {cell.year: cell.silent_on for cell in woven.coverage}
    assert silent == {2020: (), 2021: ("加强语言文字工作",)}


def test_a_line_of_work_is_followed_to_the_fields_of_other_documents(tell: Story) -> None:
    documents = {
        "plan 2020": ["发展特色农业"],
        "outcome 2020": ["产业提质增效"],
        "plan 2021": ["做强柑橘品牌"],
    }
    ties = [("plan 2020/1", "outcome 2020/1"), ("outcome 2020/1", "plan 2021/1")]
    assert tell(documents, ties).coverage[-1].silent_on == ()
    assert tell(documents, ties[:1]).coverage[-1].silent_on == ("发展特色农业", "产业提质增效")


def test_a_reason_names_the_field_that_a_document_has_no_part_on(tell: Story) -> None:
    woven = tell({"plan 2020": [PALACE], "outcome 2020": ["其他工作"], "plan 2021": [FIELD]}, [])
    reasons = {one.rule: one for one in measure_thread(woven, "plan 2020/1").reasons}
    told = reasons["field_not_covered"]
    assert told.text == "2020年总结没有关于“建设市少年宫”的部分，未提及不足为凭"
    assert told.text_en.startswith("The 2020 outcome has no part on “建设市少年宫”")


FAR = {
    "plan 2000": [BUILD],
    "plan 2001": [FIELD],
    "outcome 2001": [FIELD],
    "plan 2002": ["少年宫新馆加快建设、少年宫老馆大修"],
    "plan 2003": [FIELD],
    "plan 2004": [FIELD],
}


def test_silence_beyond_reach_proves_nothing(tell: Story) -> None:
    ties = [("plan 2000/1", "plan 2002/1", 0.9, False)]
    near = measure_thread(tell(FAR, ties, Settings(reach=2)), "plan 2000/1")
    assert summary(near)[0] == "continued"
    assert Caveat.OUT_OF_REACH in near.caveats
    every = measure_thread(tell(FAR, ties), "plan 2000/1")
    assert summary(every)[0] == "dropped"
    assert Caveat.OUT_OF_REACH not in every.caveats


def test_only_documents_within_reach_are_called_silent(tell: Story) -> None:
    thread = measure_thread(tell(FAR, [], Settings(reach=1)), "plan 2000/1")
    assert summary(thread)[0] == "dropped"
    assert "2001" in thread.reasons[0].text_en
    assert "2003" not in thread.reasons[0].text_en
