"""Chinese and Roman numerals, and the years written with them."""

import re

__all__ = ["HAN_DIGITS", "NUMERAL", "number_of", "roman_number", "unify_years"]

HAN_DIGITS = {
    **dict(zip("〇一二三四五六七八九", range(10), strict=True)),
    **dict(zip("零壹贰叁肆伍陆柒捌玖", range(10), strict=True)),
    **dict(zip("零壹貳叁肆伍陸柒捌玖", range(10), strict=True)),
    "○": 0,
    "Ｏ": 0,
    "兩": 2,
    "两": 2,
    "參": 3,
    "叄": 3,
}
"""Value of each ideograph that stands for a digit."""

_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100}
_SCORES = {"廿": "二十", "卅": "三十"}

NUMERAL = "[" + "".join(HAN_DIGITS) + "".join(_UNITS) + "".join(_SCORES) + "]{1,6}"
"""A numeral of ideographs, as a regular expression."""

_YEAR = re.compile(
    r"(?<![〇○零一二三四五六七八九十])([一二][〇○零Ｏ一二三四五六七八九]{3})(?=年|[—－至-])"
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_SHAPE = re.compile(r"C{0,3}(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")


def number_of(numeral: str) -> int | None:
    """Value of a numeral in ideographs or digits of any width, or None if it is none.

    >>> number_of("二十三"), number_of("十"), number_of("一〇二"), number_of("１２")
    (23, 10, 102, 12)
    """
    if numeral.isdecimal():
        return int(numeral)
    for score, digits in _SCORES.items():
        numeral = numeral.replace(score, digits)
    if not any(unit in numeral for unit in _UNITS):
        return _positional(numeral)
    total, digit = 0, None
    for character in numeral:
        if character in _UNITS:
            total += (1 if digit is None else digit) * _UNITS[character]
            digit = 0
        elif character in HAN_DIGITS:
            digit = HAN_DIGITS[character]
        else:
            return None
    return total + (digit or 0)


def _positional(numeral: str) -> int | None:
    digits = [HAN_DIGITS.get(character) for character in numeral]
    if not digits or None in digits:
        return None
    return int("".join(str(digit) for digit in digits))


def roman_number(numeral: str) -> int | None:
    """Value of a Roman numeral below 400 in capitals, or None if it is none."""
    if not numeral or not _ROMAN_SHAPE.fullmatch(numeral):
        return None
    values = [_ROMAN[character] for character in numeral]
    return sum(
        -value if value < after else value
        for value, after in zip(values, [*values[1:], 0], strict=True)
    )


def unify_years(text: str) -> str:
    """Write years of ideographs and of full-width digits with ASCII digits (length is kept).

    >>> unify_years("二〇一三年和２０１４年")
    '2013年和2014年'
    """
    narrow = text.translate(_NARROW)
    return _YEAR.sub(lambda match: str(number_of(match[1])), narrow)


_NARROW = {ord("０") + digit: str(digit) for digit in range(10)}
