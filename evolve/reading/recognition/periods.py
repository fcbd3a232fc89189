"""The years that a document covers, from the words of its title, headings and first lines."""

import re
from typing import NamedTuple

from evolve.model import Period
from evolve.reading.numbers.ordinals import NUMERAL, number_of, unify_years

__all__ = ["Years", "covered", "five_year_plan", "years_in"]

_EARLY_PLANS = {1: (1953, 1957), 2: (1958, 1962), 3: (1966, 1970), 4: (1971, 1975), 5: (1976, 1980)}
_EARLIEST, _LATEST = 1949, 2099
_Y = r"(?P<%s>(?:19|20)\d\d)"
_DASH = r"\s*(?:年度?)?\s*(?:[—－–~～至到-]{1,2}|to)\s*"
_RANGE = re.compile((_Y % "a") + _DASH + r"(?P<b>(?:19|20)\d\d|\d\d)(?!\d|年?[.\-—]?\d{1,2}月)")
_FROM_TO = re.compile(
    r"((?:19|20)\d\d)[—–/-]\d\d\s*(?:to|至|到|[—–-])\s*((?:19|20)\d\d)[—–/-]\d\d(?!\d)"
)
"""From one fiscal year to another: 2023–24 to 2026–27."""
_MIDTERM = re.compile(r"中期(?:评估|评价|评審)|(?i:mid-?term)")
_MIDDLE = 2
"""Years after the first of a plan of five that its evaluation in the middle looks back from."""
_ONE_YEAR = re.compile(
    r"(?P<a>(?:19|20)\d\d)\s*年?\s*[—－–~～至到/-]{1,2}\s*(?P<b>(?:19|20)?\d\d)(?!\d)\s*年?度?"
    r"(?P<named>[学學财財]年|(?:财政|財政|会计)年|(?i:(?:fiscal|financial|school|academic) year))?"
)
"""A school or fiscal year, named by two years: 2023—2024学年, 2023-24年度, 2023/24."""
_YEAR = re.compile(r"(?<![\d.])" + (_Y % "y") + r"(?!\d)(?:\s*年|(?=\s|[^\d年]|$))")
_FIVE = re.compile(
    rf"[“\"「『‘]?\s*({NUMERAL})\s*五\s*[”\"」』’]?(?=规划|計劃|计划|規劃|期间|時期|时期|[”\"」』’])"
)
_ENGLISH_FIVE = re.compile(r"(?i)\b(\d{1,2})(?:st|nd|rd|th) five-year plan")
_ORDINAL_FIVE = re.compile(rf"第({NUMERAL})个五年|第({NUMERAL})個五年")
_LAST_YEARS = re.compile(
    rf"(?:过去|過去|近|最近|本届政府|本屆政府)?的?({NUMERAL})年(?:来|來|工作|的?主要工作)|(?:过去|過去|近|最近)的?({NUMERAL})年|本[届屆]政府(?:以来)?(?:的)?工作"
)
_NEXT_YEARS = re.compile(
    rf"(?:今后|未来|未來|今後)的?({NUMERAL})年|({NUMERAL})年(?:行动|行動|提升|攻坚)?(?:行动|工作)?(?:计划|規劃|规划|計劃)"
)
_LAST = re.compile(r"(?:去年|过去(?:的)?一年|過去(?:的)?一年|上年|一年来|一年來)")
_THIS = re.compile(r"(?:今年|本年|新的一年|当年)")
_REPUBLIC = re.compile(rf"民[國国]\s*({NUMERAL}|\d{{1,3}})\s*年")
_REPUBLIC_SHORT = re.compile(r"(?<!\d)(?P<year>1[0-4]\d|[4-9]\d)\s*年(?=.*(?:計畫|施政|預算|概算))")
"""A year of the Republic of China in a title of Taiwan: 113年度施政計畫."""
_BESIDE = re.compile(
    r"(?:19|20)\d\d\s*年?(?:基本实现\w{2,8})?(?:远景|遠景|长远|中长期)(?:目标|目標|规划|展望)|"
    r"[（(](?:19|20)\d\d\s*年(?:\d{1,2}\s*月(?:\d{1,2}\s*日)?)?[^（()）]{0,24}"
    r"(?:更新|修订|修正|修改|印发|发布|公布|通过|批准|版)[）)]"
)
"""Years beside those that a document covers: 和2035年远景目标纲要, （2022年修订）."""
_FOUNDED = 1911
_TERM = 5


class Years(NamedTuple):
    """A period, or one that needs a year to count from."""

    start: int
    """First year, or the distance from the year of the document where ``relative``."""
    end: int
    """Last year, likewise."""
    relative: bool = False
    """Whether the words count from the year of the document (去年, 五年来)."""

    def at(self, anchor: int | None) -> Period | None:
        """The period for a document of the year ``anchor``; None where that is unknown."""
        if not self.relative:
            return Period(start=self.start, end=self.end)
        if anchor is None:
            return None
        return Period(start=anchor + self.start, end=anchor + self.end)


def five_year_plan(number: int) -> Years | None:
    """Years of the n-th five-year plan of the People's Republic.

    >>> five_year_plan(14)
    Years(start=2021, end=2025, relative=False)
    """
    if number in _EARLY_PLANS:
        return Years(*_EARLY_PLANS[number])
    start = 1951 + _TERM * number
    return Years(start, start + _TERM - 1) if number > _TERM and start <= _LATEST else None


def years_in(words: str) -> Years | None:
    """The years that a title, a heading or an opening speaks of, or None.

    >>> years_in("海珠区教育事业发展“十四五”规划")
    Years(start=2021, end=2025, relative=False)
    >>> years_in("过去五年工作回顾")
    Years(start=-5, end=-1, relative=True)
    >>> years_in("广州市国民经济和社会发展第十四个五年规划和2035年远景目标纲要")
    Years(start=2021, end=2025, relative=False)
    """
    text = covered(words)
    return (
        _one_year(text)
        or _range(text)
        or _single(text)
        or _plan(text)
        or _republic(text)
        or _counted(text)
    )


def covered(words: str) -> str:
    """Words with years in digits, without those beside the years that they cover."""
    text = unify_years(words)
    return _BESIDE.sub("", text) if "19" in text or "20" in text else text


def _one_year(text: str) -> Years | None:
    """A year that begins in one year and ends in the next is named by the first."""
    if several := _FROM_TO.search(text):
        return Years(int(several[1]), int(several[2]))
    for match in _ONE_YEAR.finditer(text):
        start, end = int(match["a"]), match["b"]
        follows = (start + 1) % 100 == int(end[-2:])
        if follows and (match["named"] or len(end) == 2):  # noqa: PLR2004 - two digits
            return Years(start, start)
    return None


def _range(text: str) -> Years | None:
    match = _RANGE.search(text)
    if match is None:
        return None
    start = int(match["a"])
    end = int(match["b"]) if len(match["b"]) > 2 else start - start % 100 + int(match["b"])  # noqa: PLR2004 - two digits
    return Years(start, end) if start <= end else None


def _single(text: str) -> Years | None:
    for match in _YEAR.finditer(text):
        year = int(match["y"])
        if _EARLIEST <= year <= _LATEST:
            return Years(year, year)
    return None


def _republic(text: str) -> Years | None:
    """A year counted from the founding of the Republic of China: 民國七十五年 is 1986."""
    match = _REPUBLIC.search(text) or _REPUBLIC_SHORT.search(text)
    year = _FOUNDED + (number_of(match[1]) or 0) if match else 0
    return Years(year, year) if _EARLIEST <= year <= _LATEST else None


def _plan(text: str) -> Years | None:
    if english := _ENGLISH_FIVE.search(text):
        return five_year_plan(int(english[1]))
    match = _FIVE.search(text) or _ORDINAL_FIVE.search(text)
    if match is None:
        return None
    number = number_of(next(group for group in match.groups() if group))
    years = five_year_plan(number) if number else None
    if years and _MIDTERM.search(text):
        return years._replace(end=years.start + _MIDDLE)
    return years


def _counted(text: str) -> Years | None:
    if _LAST.search(text):
        return Years(-1, -1, relative=True)
    if match := _LAST_YEARS.search(text):
        count = number_of(match[1] or match[2] or "五") or _TERM
        return Years(-count, -1, relative=True)
    if match := _NEXT_YEARS.search(text):
        count = number_of(match[1] or match[2]) or _TERM
        return Years(0, count - 1, relative=True)
    return Years(0, 0, relative=True) if _THIS.search(text) else None
