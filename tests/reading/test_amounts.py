import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve.reading.figures.amounts import arabic_value, chinese_value, scale_of

DIGITS = "零一二三四五六七八九"


def in_chinese(number: int) -> str:
    """Write a number below 10**12 as it is spoken."""
    if number >= 10**8:
        return _joined(number, 10**8, "亿")
    if number >= 10**4:
        return _joined(number, 10**4, "万")
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + name
        gap = not digit
    return text


def _joined(number: int, unit: int, name: str) -> str:
    high, low = divmod(number, unit)
    zero = "零" if low and low < unit // 10 else ""
    return in_chinese(high) + name + (zero + in_chinese(low) if low else "")


@given(st.integers(1, 10**12 - 1))
def test_a_spoken_number_is_read_back(number: int) -> None:
    assert chinese_value(in_chinese(number)) == number


@given(st.integers(0, 9999))
def test_a_year_in_digits_is_read_back(number: int) -> None:
    text = "".join(DIGITS[int(digit)] for digit in f"{number:04}")
    assert chinese_value(text) == number


@given(st.integers(0, 10**9), st.sampled_from(["", "千", "万", "亿", "千万", "万亿"]))
def test_digits_with_separators_and_scale_are_read_back(number: int, scale: str) -> None:
    factor = scale_of(scale)
    assert arabic_value(f"{number:,}", factor) == float(number * factor)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10), ("十五", 15), ("两", 2), ("一百二", 120), ("三千五", 3500), ("一万二", 12000),
        ("三亿五千万", 350_000_000), ("一万亿", 10**12), ("十二点五", 12.5), ("两千零三十", 2030),
        ("二〇二五", 2025), ("百千万", None), ("万", None), ("千万", None), ("一一", 11),
    ],
)  # fmt: skip
def test_what_is_a_number(text: str, value: float | None) -> None:
    assert chinese_value(text) == value


def test_full_width_digits_are_digits() -> None:
    assert arabic_value("１，２００．５") == 1200.5


@given(st.text(alphabet="〇零一二两三四五六七八九十百千万亿点", max_size=24))
def test_no_run_of_numerals_breaks_the_reading(text: str) -> None:
    chinese_value(text)
