"""Years that a text speaks of."""

import re

from evolve.model import Period

__all__ = ["deadline_of", "start_of", "year_at"]

_YEAR = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?(?:[-—–~～至]\s?(?P<last>(?:19|20)?\d\d)\s?)?学?年"
    r"(?!的?基础|以来|起|版|为基)"
    r"|(?P<this>今年|本年度?|全年|年内|年底)|(?P<last_year>去年|过去的?一年)|(?P<past>上年)|(?P<next>明年)"
)
_FAR = 300
_COMPARED = re.compile(r"(?:比|较|以|自|从|恢复[至到]|相当于|控制在|不超过|不高于|不低于)\s*$")
_MULTIPLE = re.compile(r"(?:是|为)\s*$")
"""是2010年的2.2倍: a year that is only compared with."""
_ASIDE = re.compile(r"《[^《》]{1,120}》|[(（][^()（）]{1,60}[)）]")
_DEADLINE = re.compile(
    r"(?:到|至|于|在|截至|力争|确保|争取|,|，|^)\s?(?P<year>20\d\d)\s?年\s?(?:(?P<month>\d{1,2})月)?(?:底|末|初|上半年|前|之前|以前|内)?"
)


def year_at(
    text: str, place: int, period: Period | None = None, *, outcome: bool = False
) -> int | None:
    """The year that a figure at a place speaks of: the last one named before it in its sentence.

    A year that only begins a comparison (比2015年增长) is passed over. Without one, null: the year
    of the document.

    Args:
        text: Where the figure stands.
        place: Its place.
        period: Years of the document.
        outcome: Whether it reports: a report that is given in spring calls its own year 去年.
    """
    head = _bare(text[start_of(text, place, "。\n！!") : place])
    found = None
    for match in _YEAR.finditer(head):
        if not _compared(head, match):
            found = _last(match) if match["year"] else _relative(match, period, outcome=outcome)
    return found


def _compared(head: str, year: re.Match[str]) -> bool:
    before = head[: year.start()]
    multiple = head.startswith("的", year.end()) and _MULTIPLE.search(before)
    return bool(multiple or _COMPARED.search(before))


def start_of(text: str, place: int, marks: str) -> int:
    """Where the sentence or clause of a place begins, looking back no further than 300 signs."""
    far = max(0, place - _FAR)
    return max(max(text.rfind(mark, far, place) for mark in marks) + 1, far)


def _bare(text: str) -> str:
    """Blank out titles and asides: the years of 三年行动计划(2021-2023年) are part of a name."""
    return _ASIDE.sub(lambda match: " " * len(match[0]), text)


def _last(match: re.Match[str]) -> int:
    first, last = match["year"], match["last"]
    return int(first[: 4 - len(last)] + last) if last else int(first)


def _relative(match: re.Match[str], period: Period | None, *, outcome: bool) -> int | None:
    if not period or match["this"]:
        return None
    if match["last_year"] and outcome:
        return period.end
    return period.end + 1 if match["next"] else period.start - 1


def deadline_of(text: str) -> int | None:
    """The latest year by which a measure is to be done, such as 到2025年; null without one."""
    years = [int(match["year"]) for match in _DEADLINE.finditer(_bare(text))]
    return max(years, default=None)
