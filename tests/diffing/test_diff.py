"""The difference of two wordings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evolve.diffing import Diff, Kind, Verdict, apply, diff

SAMPLES = (
    "推进 教育 学校 新增 120所 7万个 《义务教育法》 “双减” 的 办学 ， 。 ； 、 , abc ＡＢＣ （ ）"
)
WORDS = st.sampled_from([*SAMPLES.split(), " ", "\n", "2021年"])
TEXTS = st.one_of(st.lists(WORDS, max_size=40).map("".join), st.text(max_size=30))


def inline(found: Diff) -> str:
    """Show a difference in the way of wdiff, a moved sentence after an arrow."""
    marks = {
        Kind.EQUAL: "{new}",
        Kind.RESPELLED: "{new}",
        Kind.REMOVED: "[-{old}-]",
        Kind.ADDED: "{{+{new}+}}",
        Kind.REPLACED: "[-{old}-]{{+{new}+}}",
    }
    return "|".join(
        "→" * block.moved
        + "".join(
            marks[op.kind].format(old=found.old[slice(*op.old)], new=found.new[slice(*op.new)])
            for op in block.ops
        )
        for block in found.blocks
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("推进教育公平。", "推进教育公平。", "推进教育公平。"),
        ("", "推进教育公平。", "{+推进教育公平。+}"),
        ("推进教育公平。", "", "[-推进教育公平。-]"),
        (
            "新建中小学120所，增加学位。",
            "新建中小学150所，增加学位。",
            "新建中小学[-120所-]{+150所+}，增加学位。",
        ),
        (
            "全年新增公办学位7万个。",
            "全年新增公办学位6万个。",
            "全年新增公办学位[-7万个-]{+6万个+}。",
        ),
        (
            "民办学校占比达98.5%以上。",
            "民办学校占比达99%以上。",
            "民办学校占比达[-98.5%-]{+99%+}以上。",
        ),
        (
            "落实《心理健康行动计划（2021—2023）》要求。",
            "落实《心理健康行动计划（2024—2026）》要求。",
            "落实[-《心理健康行动计划（2021—2023）》-]{+《心理健康行动计划（2024—2026）》+}要求。",
        ),
        (
            "推进甲项目建设，推进丙项目建设。",
            "推进甲项目建设，推进乙项目建设，推进丙项目建设。",
            "推进甲项目建设，{+推进乙项目建设，+}推进丙项目建设。",
        ),
        (
            "加强教师培训(含班主任),提高水平。",
            "加强教师培训（含班主任），提高水平。",
            "加强教师培训（含班主任），提高水平。",
        ),
        (
            "加强乡村教师培训。办好老年开放大学。推进集团化办学，新增集团10个。",
            "推进集团化办学，新增集团12个。加强乡村教师培训。办好老年开放大学。",
            "→推进集团化办学，新增集团[-10个-]{+12个+}。|加强乡村教师培训。办好老年开放大学。",
        ),
        (
            "加强教师培训。取消中考特长生招生。办好老年大学。",
            "加强教师培训。办好老年大学。",
            "加强教师培训。|[-取消中考特长生招生。-]|办好老年大学。",
        ),
    ],
)
def test_changes_are_words_figures_names_and_sentences(old: str, new: str, expected: str) -> None:
    assert inline(diff(old, new)) == expected


def test_small_equal_runs_in_a_rewritten_sentence_join_the_change() -> None:
    old = "召开市产教对接会、市职业教育发展联席会，建立健全政校行企常态化沟通交流机制。"
    new = "召开市产教对接会和市职业教育发展联席会议，进一步健全政校行企常态化沟通交流机制。"
    assert len(diff(old, new).ops) <= 7


def test_a_phrase_that_goes_to_another_sentence_is_a_move() -> None:
    old = (
        "推进集团化办学，加快清华附中湾区学校建设，促进城乡义务教育优质均衡发展。"
        "加强乡村教师培训，落实教师待遇，完善职称评审办法。"
    )
    new = (
        "推进集团化办学，促进城乡义务教育优质均衡发展。"
        "加强乡村教师培训，落实教师待遇，完善职称评审办法，加快清华附中湾区学校建设。"
    )
    found = diff(old, new)
    moved = [op for op in found.ops if op.move]
    assert [op.kind for op in moved] == [Kind.REMOVED, Kind.ADDED]
    assert old[slice(*moved[0].old)] == new[slice(*moved[1].new)]
    assert "清华附中湾区学校" in old[slice(*moved[0].old)]


def test_texts_with_little_in_common_are_rewritten_with_their_shared_phrases() -> None:
    old = (
        "学位建设提档升级。实施五个一批，多渠道加快普通高中学位供给，新开办51所基础教育学校，"
        "全年全市新增基础教育公办学位7.92万个。全力争取上级资金，获批第二批超长期国债8.13亿元。"
    )
    new = (
        "全力办好民生实事，满足人民群众上好学的需求。全年新增基础教育公办学位6万个。"
        "指导各区开展潮汐使用机制前瞻性研究，加快建立同学龄人口变化相协调的供给机制。"
    )
    found = diff(old, new)
    assert found.verdict is Verdict.REWRITTEN
    assert [new[slice(*phrase.new)] for phrase in found.shared] == ["新增基础教育公办学位"]
    (passage,) = found.passages
    changed = [op for op in passage.ops if op.kind is Kind.REPLACED]
    assert [(old[slice(*op.old)], new[slice(*op.new)]) for op in changed] == [("7.92万个", "6万个")]


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_applying_the_operations_to_the_old_text_gives_the_new_one(old: str, new: str) -> None:
    assert apply(diff(old, new), old) == new


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_the_operations_leave_nothing_of_the_old_text_out(old: str, new: str) -> None:
    spans = sorted(op.old for op in diff(old, new).ops if op.old[0] < op.old[1])
    assert "".join(old[slice(*span)] for span in spans) == old


@given(TEXTS.filter(bool))
def test_a_text_and_itself_are_one_equal_run(text: str) -> None:
    (op,) = diff(text, text).ops
    assert (op.kind, op.old, op.new) == (Kind.EQUAL, (0, len(text)), (0, len(text)))
    assert diff(text, text).verdict is Verdict.SAME


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_swapping_the_texts_swaps_added_and_removed(old: str, new: str) -> None:
    there, back = diff(old, new), diff(new, old)
    assert (there.verdict, there.similarity) == (back.verdict, back.similarity)
    assert {(op.kind, op.old, op.new) for op in there.ops if op.kind is Kind.EQUAL} == {
        (op.kind, op.new, op.old) for op in back.ops if op.kind is Kind.EQUAL
    }
    for text, one, other in ((old, Kind.REMOVED, Kind.ADDED), (new, Kind.ADDED, Kind.REMOVED)):
        side = "old" if text is old else "new"
        swapped = "new" if side == "old" else "old"
        assert sorted(getattr(op, side) for op in there.ops if op.kind in {one, Kind.REPLACED}) == (
            sorted(getattr(op, swapped) for op in back.ops if op.kind in {other, Kind.REPLACED})
        )


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_a_move_is_one_removal_and_one_addition_of_the_same_words(old: str, new: str) -> None:
    moves: dict[int, list[Kind]] = {}
    for op in diff(old, new).ops:
        if op.move:
            moves.setdefault(op.move, []).append(op.kind)
    assert all(sorted(kinds) == [Kind.ADDED, Kind.REMOVED] for kinds in moves.values())
