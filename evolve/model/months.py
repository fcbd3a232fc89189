"""The part of a year that a title names."""

import re

__all__ = ["months_in"]

_HALF = re.compile(r"(?:(上)|下)半年")
_TERM = re.compile(r"(?:第([一二])|([上下]))学期")
_QUARTER = re.compile(r"(前)?第?([一二两三四1-4])个?季度")
_MONTHS = re.compile(r"(?<!\d)(\d{1,2})[—–~～至-](\d{1,2})月")
_MONTH = re.compile(
    r"(?<![\d一二三四五六七八九十])(\d{1,2}|十?[一二三四五六七八九十])月(?=份|工作|重点|主要)"
)
_DIGITS = "零一二三四五六七八九十"
_YEAR = (1, 12)


def months_in(title: str) -> tuple[int, int]:
    """First and last month of the part of a year that a title names; the whole year where none.

    >>> months_in("市商务局2023年第三季度工作总结"), months_in("2023年工作要点")
    ((7, 9), (1, 12))
    """
    if half := _HALF.search(title):
        return (1, 6) if half[1] else (7, 12)
    if term := _TERM.search(title):
        return (1, 6) if {*term.groups()} & {"一", "上"} else (7, 12)
    if quarter := _QUARTER.search(title):
        number = _number(quarter[2])
        return 1 if quarter[1] else 3 * number - 2, 3 * number
    if months := _MONTHS.search(title):
        return _within(int(months[1]), int(months[2]))
    if month := _MONTH.search(title):
        return _within(_number(month[1]), _number(month[1]))
    return _YEAR


def _number(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    return sum(_DIGITS.index("二" if digit == "两" else digit) for digit in numeral)


def _within(first: int, last: int) -> tuple[int, int]:
    return (first, last) if 1 <= first <= last <= _YEAR[1] else _YEAR
