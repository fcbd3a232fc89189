"""Text in terminal cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve.cells import cut, inert, pad, width, wrap

PROSE = st.text(alphabet="的学校教育，。；”）“《》、120%abc \n—…①", max_size=80)
COLUMNS = st.integers(min_value=1, max_value=120)


def lines(text: str, columns: int, *, wide: bool = False) -> list[str]:
    return [text[start:end] for start, end in wrap(text, columns, wide=wide)]


@pytest.mark.parametrize(
    ("text", "cells"),
    [("", 0), ("abc", 3), ("教育", 4), ("《办法》", 8), ("“双减”", 6), ("①", 1), ("𠀀", 2)],
)
def test_an_ideograph_is_two_cells_wide(text: str, cells: int) -> None:
    assert width(text) == cells


def test_ambiguous_characters_are_two_cells_wide_where_the_terminal_says_so() -> None:
    assert width("“双减”…", wide=True) == width("“双减”…") + 3
    assert width("e\u0301", wide=True) == 1


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("", 10, [""]),
        ("推进教育公平。", 14, ["推进教育公平。"]),
        ("推进教育公平。", 12, ["推进教育公", "平。"]),
        ("推进“双减”工作", 5, ["推进", "“双", "减”工", "作"]),
        ("落实《条例》要求", 7, ["落实", "《条", "例》要", "求"]),
        ("新增学位120000个", 12, ["新增学位", "120000个"]),
        ("达到98.5%以上", 8, ["达到", "98.5%以", "上"]),
        ("第一行\n第二行", 40, ["第一行", "第二行"]),
        ("ab cd ef", 5, ["ab cd", "ef"]),
        ("ab    cd", 3, ["ab", "cd"]),
        ("末行\n", 40, ["末行", ""]),
        ("教育", 1, ["教", "育"]),
    ],
)
def test_lines_break_as_chinese_lines_do(text: str, columns: int, expected: list[str]) -> None:
    assert lines(text, columns) == expected


@given(PROSE, COLUMNS, st.booleans())
def test_no_line_is_too_wide_and_no_character_is_lost(text: str, columns: int, wide: bool) -> None:  # noqa: FBT001 - given by hypothesis
    shown = lines(text, columns, wide=wide)
    assert all(width(line, wide=wide) <= columns or len(line) == 1 for line in shown)
    assert "".join("".join(shown).split()) == "".join(text.split())


PHRASES = st.tuples(
    st.text("学校（《“", min_size=1, max_size=9), st.text("，。；”）、", max_size=3)
)


@given(st.lists(PHRASES.map("学".join), max_size=9).map("".join), st.integers(30, 120))
def test_no_line_begins_with_closing_or_ends_with_opening_punctuation(
    text: str, columns: int
) -> None:
    shown = lines(text, columns)
    assert not any(line.startswith(tuple("，。；”）、")) for line in shown)
    assert not any(line.endswith(tuple("（《“")) for line in shown[:-1])


@given(st.text(max_size=40), COLUMNS)
def test_cut_text_fits_and_shows_that_it_was_cut(text: str, columns: int) -> None:
    text = inert(text).replace("\n", " ")
    shown = cut(text, columns)
    assert width(shown) <= columns
    assert shown == text or shown.endswith("…")


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("教育", 6, "教育  "),
        ("教育公平", 6, "教育… "),
        ("教育公平", 7, "教育公…"),
        ("教", 1, "…"),
        ("教", 0, ""),
    ],
)
def test_padding_gives_the_exact_width(text: str, columns: int, expected: str) -> None:
    assert pad(text, columns) == expected


@given(st.text())
def test_nothing_that_steers_a_terminal_remains(text: str) -> None:
    shown = inert(text)
    assert len(shown) == len(text)
    assert not set(shown) & {chr(code) for code in (*range(10), *range(11, 32), 127, 155, 0x202E)}


def test_an_escape_becomes_a_visible_sign() -> None:
    assert inert("\x1b[31m红\t\n") == "␛[31m红 \n"
