"""Since when each phrase of a wording has stood there."""

from hypothesis import given
from hypothesis import strategies as st

from evolve.diffing import ages

WORDS = st.lists(st.sampled_from(["推进", "教育", "120所", "，", "。", "《教育法》"]), max_size=12)
TEXTS = st.lists(WORDS.map("".join), min_size=1, max_size=4)


def shown(texts: list[str]) -> list[tuple[int, str]]:
    return [(age.since, texts[-1][slice(*age.span)]) for age in ages(texts)]


def test_each_phrase_is_as_old_as_its_unbroken_stand() -> None:
    texts = [
        "推进集团化办学，新增教育集团10个。",
        "推进集团化办学，新增教育集团12个。",
        "深入推进集团化办学，新增教育集团12个。",
    ]
    assert shown(texts) == [
        (2, "深入"),
        (0, "推进集团化办学，新增教育集团"),
        (1, "12个"),
        (0, "。"),
    ]


def test_a_phrase_that_was_gone_for_a_time_is_new_again() -> None:
    texts = ["加强教师培训。办好老年大学。", "加强教师培训。", "加强教师培训。办好老年大学。"]
    assert shown(texts) == [(0, "加强教师培训。"), (2, "办好老年大学。")]


@given(TEXTS)
def test_the_ages_cover_the_latest_wording(texts: list[str]) -> None:
    assert "".join(text for _, text in shown(texts)) == texts[-1]
    assert all(0 <= since < len(texts) for since, _ in shown(texts))
