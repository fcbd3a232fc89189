"""Numerals as Chinese documents print them: 12.5, 1,200, １２, 一百零五, 二〇二五, 1.35万."""

import re
from decimal import Decimal

__all__ = ["ARABIC", "CHINESE", "arabic_value", "chinese_value", "scale_of"]

_DIGITS = {
    d: i
    for digits in ("〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖")
    for i, d in enumerate(digits)
}
_DIGITS |= {"两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")

ARABIC = r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:[.．]\d+)?"
"""Digits, half or full width, with separators of thousands and a fraction."""

CHINESE = r"[〇零一二两三四五六七八九十百千万亿]{1,16}(?:点[〇零一二三四五六七八九]{1,8})?"
"""A run of Chinese numerals; not every run is a number (see :func:`chinese_value`)."""

_WELL_FORMED = re.compile(
    r"(?:(?:[一二两三四五六七八九]?千)?(?:零?[一二两三四五六七八九]?百)?"
    r"(?:零?[一二两三四五六七八九]?十)?(?:零?[一二两三四五六七八九])?(?:万亿|亿|万)?)+"
)


def arabic_value(text: str, scale: int = 1) -> float:
    """Value of a match of :data:`ARABIC` times a scale, exact in decimals (8.13, 10**8).

    Raises:
        decimal.InvalidOperation: the text is no such match.
    """
    return float(Decimal(text.translate(_HALF_WIDTH).replace(",", "")) * scale)


def chinese_value(text: str) -> float | None:
    """Value of a Chinese numeral, or None for a run that is no number, such as 百千万."""
    whole, _, fraction = text.partition("点")
    value = _positional(whole) if len(whole) > 1 and _all_digits(whole) else _multiplied(whole)
    if value is None or not _all_digits(fraction):
        return None
    return float(f"{value}.{_read(fraction)}") if fraction else float(value)


def scale_of(text: str) -> int:
    """What 万, 亿, 千万 ... after a number multiply it by; 1 for the empty string."""
    factor = 1
    for character in text:
        factor *= _SMALL.get(character) or _LARGE.get(character) or 1
    return factor


def _all_digits(text: str) -> bool:
    return all(_DIGITS.get(character, 10) < 10 for character in text)  # noqa: PLR2004 - one digit


def _read(text: str) -> str:
    return "".join(str(_DIGITS[character]) for character in text)


def _positional(text: str) -> int:
    """二〇二五 is 2025."""
    return int(_read(text))


def _multiplied(text: str) -> int | None:
    """一百零五 is 105 and 三千五 is 3500; None for 百千万 and other runs without sense."""
    if not text or text[0] in "百千万亿" or not _WELL_FORMED.fullmatch(text):
        return None
    total = part = digit = 0
    place = 1
    for character in text:
        if character in _SMALL:
            place = _SMALL[character]
            part, digit = part + (digit or 1) * place, 0
        elif character == "万":
            total, part, digit, place = total + (part + digit) * 10**4, 0, 0, 10**4
        elif character == "亿":
            total, part, digit, place = (total + part + digit) * 10**8, 0, 0, 10**8
        else:
            digit = _DIGITS[character]
            place = place if digit else 10
    return total + part + digit * (place // 10 if place > 10 else 1)  # noqa: PLR2004 - tens
