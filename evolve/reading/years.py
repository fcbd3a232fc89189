"""Years that a text speaks of."""

import re

from evolve.model import Period

__all__ = ["deadline_of", "start_of", "year_at"]

_YEAR = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?(?:[-—–~～至]\s?(?P<last>(?:19|20)?\d\d)\s?)?学?年"
    r"(?!的?基础|以来|起|版|为基)"
    r"|(?P<this>今年|本年度?|全年|年内|年底)|(?P<past>去年|上年)|(?P<next>明年)"
)
_FAR = 300
_COMPARED = re.compile(r"(?:比|较|以|自|从)\s*$")
_ASIDE = re.compile(r"《[^《》]{1,120}》|[(（][^()（）]{1,60}[)）]")
_DEADLINE = re.compile(
    r"(?:到|至|于|在|截至|力争|确保|争取|,|，|^)\s?(?P<year>20\d\d)\s?年\s?(?:(?P<month>\d{1,2})月)?(?:底|末|初|上半年|前|之前|以前|内)?"
)


def year_at(text: str, place: int, period: Period | None = None) -> int | None:
    """The year that a figure at a place speaks of: the last one named before it in its sentence.

    A year that only begins a comparison (比2015年增长) is passed over. Without one, null: the year
    of the document.
    """
    head = _bare(text[start_of(text, place, "。\n！!") : place])
    found = None
    for match in _YEAR.finditer(head):
        if not _COMPARED.search(head[: match.start()]):
            found = _last(match) if match["year"] else _relative(match, period)
    return found


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


def _relative(match: re.Match[str], period: Period | None) -> int | None:
    if not period or match["this"]:
        return None
    return period.start - 1 if match["past"] else period.end + 1


def deadline_of(text: str) -> int | None:
    """The latest year by which a measure is to be done, such as 到2025年; null without one."""
    years = [int(match["year"]) for match in _DEADLINE.finditer(_bare(text))]
    return max(years, default=None)
