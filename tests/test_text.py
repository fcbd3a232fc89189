from hypothesis import given
from hypothesis import strategies as st

from evolve.text import compact, normalize


@given(st.text())
def test_normalizing_twice_changes_nothing(text: str) -> None:
    assert normalize(normalize(text)) == normalize(text)


def test_full_width_letters_case_and_white_space_fold() -> None:
    assert normalize("ＡＢ c　（一） ") == "abc(一)"


def test_compact_keeps_everything_but_white_space() -> None:
    assert compact(" 一、 推进\u3000教育\n公平 ") == "一、推进教育公平"
