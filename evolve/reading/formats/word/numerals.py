"""The number formats of Word (ECMA-376 part 1, 17.18.59 ST_NumberFormat) that China uses."""

from collections.abc import Callable

__all__ = ["BULLET", "numeral"]

BULLET = "bullet"
"""The format whose level text is a sign and not a pattern."""

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def _counting(value: int, digits: str, units: str) -> str:
    """Write up to 9999 in words: 一百零五; the 一 of 十 to 十九 falls away."""
    if value > 9999:  # noqa: PLR2004 - the four digits that the units cover
        return str(value)
    words = ""
    for power, unit in zip((1000, 100, 10, 1), (*reversed(units), ""), strict=True):
        digit = value // power % 10
        if digit:
            words += digits[digit] + unit
        elif words and value % power and not words.endswith("零"):
            words += "零"
    short = f"{digits[1]}{units[0]}"
    return words[1:] if words.startswith(short) and digits == _DIGITS else words or digits[0]


def _roman(value: int) -> str:
    if value > 3999:  # noqa: PLR2004 - beyond it Roman numbers have no letters
        return str(value)
    letters = ""
    for worth, letter in _ROMAN:
        times, value = divmod(value, worth)
        letters += letter * times
    return letters


def _letters(value: int) -> str:
    """A to Z, then AA, BB ... as Word does."""
    times, place = divmod(value - 1, 26)
    return chr(ord("A") + place) * min(times + 1, 9)


def _within(first: str, count: int) -> Callable[[int], str]:
    """The signs of a block of Unicode that begins with 1; beyond it plain digits."""
    return lambda value: chr(ord(first) + value - 1) if value <= count else str(value)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda value: signs[(value - 1) % len(signs)]


def _circled(value: int) -> str:
    blocks = ((1, 20, "①"), (21, 35, "㉑"), (36, 50, "㊱"))
    for low, high, first in blocks:
        if low <= value <= high:
            return chr(ord(first) + value - low)
    return str(value)


def _full_width(value: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(value))


def _by_digit(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value))


def _chinese(value: int) -> str:
    return _counting(value, _DIGITS, "十百千").replace("〇", "零")


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda value: f"{value:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda value: _letters(value).lower(),
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "ideographDigital": _by_digit,
    "japaneseDigitalTenThousand": _by_digit,
    "taiwaneseDigital": _by_digit,
    "chineseLegalSimplified": lambda value: _counting(value, _LEGAL, "拾佰仟"),
    "ideographLegalTraditional": lambda value: _counting(value, "零壹貳參肆伍陸柒捌玖", "拾佰仟"),
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _within("㊀", 10),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _within("⑴", 20),
    "decimalEnclosedFullstop": _within("⒈", 20),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "none": lambda _: "",
}


def numeral(value: int, style: str) -> str:
    """Write a number in one of Word's formats; in decimal digits where the format is unknown.

    >>> numeral(12, "chineseCountingThousand"), numeral(3, "decimalEnclosedCircle")
    ('十二', '③')
    """
    if value <= 0:
        return str(value)
    return _FORMATS.get(style, str)(value)
