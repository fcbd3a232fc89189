"""What figures must share to be compared: unit, basis, the years they add up, rise or fall."""

import re
from typing import NamedTuple

from evolve.model import Document, Quantity, QuantityKind, Role, TableRow
from evolve.reading.figures.years import start_of

__all__ = ["Scale", "basis_of_row", "years_of", "years_of_flow"]

_NUMERAL = "[两三四五六七八九十]"
_SEVERAL_YEARS = (
    rf"(?:过去|这|近|今后|未来|前)的?{_NUMERAL}年|{_NUMERAL}年(?:来|间|累计|里|中|共)|“?十[一二三四五]五”?(?:时期|期间|以来|规划确定)|"
    r"(?:19|20)\d\d年?(?:[-—–－~～至到]+)(?:19|20)?\d\d年"
)
_ONE_YEAR = (
    r"今年|去年|全年|年内|上年末?|过去的?一年|一年来|"
    r"(?<![-—–－~～至到从由自比较\d])(?:19|20)\d\d年(?!以来|至|到|的?基础)"
)
_MARKS = re.compile(rf"(?P<several>{_SEVERAL_YEARS})|(?P<one>{_ONE_YEAR})")
_SINCE = re.compile(rf"累计|{_NUMERAL}年(?:累计)?|“十[一二三四五]五”|[比较](?:19|20)\d\d年|翻")
_YEARLY = re.compile(r"年均|每年")
_STOCK = re.compile(
    r"(?:增至|[增提升]\S{0,2}[到至]|[降减]\S?[到至]|由|从)(?:(?:19|20)\d\d年[底末]?的?)?(?:约|近)?$"
    r"|(?:里程|余额|存量|总人口)[^,，。;；]{0,4}$"
)
_REACHED = re.compile(r"(?:达到?|为|有|超过|突破)(?:约|近)?$")
"""How a stock is told: it is what it is at one time, whatever years the text looks back on."""
_PARAGRAPH = 1500
"""How far back in its paragraph a time is looked for."""
_SEVERAL, _AVERAGE = 5, 0
"""Stand for any number of years above one, and for a yearly average of several years."""

_FLOW = re.compile(r"新增|新建|新开|净增|选树|创建|培育|招收")
_RATES = frozenset({"%", "‰", "百分点", "比", "/10万"})
_TOTAL = re.compile(r"累计|总数|总量")
_GROWTH = re.compile(r"增速|增长率|涨幅|增幅|降幅|增长$")


class Scale(NamedTuple):
    """Figures of different scales are never compared."""

    unit: str
    """That of its dimension: 吨 and 斤 are one."""
    basis: str
    years: int
    falls: bool


def years_of_flow(document: Document, basis: str, kind: QuantityKind) -> int:
    """The new places of one year are never compared with those of five."""
    period = document.period
    whole = kind is not QuantityKind.BASELINE and basis in {"new", "cumulative"}
    return period.end - period.start + 1 if whole else 1


def years_of(document: Document, quantity: Quantity, text: str, place: int) -> int:
    """How many years a figure adds up: one, several, or an average of them.

    The last mark of a time in its paragraph decides (过去五年, 去年), else the document's years.
    """
    if quantity.basis != "growth" and quantity.unit in _RATES:
        return 1
    sentence = text[start_of(text, place, "。;；\n") : place]
    if quantity.basis == "growth":
        return _years_of_growth(document, quantity, text, sentence, place)
    lead = re.split(r"\d", quantity.text, maxsplit=1)[0]
    if quantity.basis == "level" and _is_stock(sentence, lead):
        return 1
    told = _told(text, place)
    several = document.period.end > document.period.start and document.role is Role.OUTCOME
    if told == "several" or (several and not told and quantity.kind is QuantityKind.ACTUAL):
        return _SEVERAL
    return 1 if told == "one" else years_of_flow(document, quantity.basis, quantity.kind)


def _is_stock(sentence: str, lead: str) -> bool:
    """从5亿元增至9亿元 is a stock; 投入达9亿元 may be the sum of 2016至2020年."""
    if _STOCK.search(sentence + lead):
        return True
    summed = any(mark.lastgroup == "several" for mark in _MARKS.finditer(sentence))
    return not summed and _REACHED.search(sentence + lead) is not None


def _years_of_growth(
    document: Document, quantity: Quantity, text: str, sentence: str, place: int
) -> int:
    if _YEARLY.search(sentence):
        return _AVERAGE
    if quantity.kind is QuantityKind.TARGET:
        late = quantity.year is not None and quantity.year > document.period.start
        several = late or document.period.end > document.period.start
        return _SEVERAL if several or _SINCE.search(sentence) else 1
    told = "several" if _SINCE.search(sentence) else _told(text, place)
    if not told:
        told = "several" if document.period.end > document.period.start else "one"
    return _SEVERAL if told == "several" else 1


def _told(text: str, place: int) -> str:
    """``several`` or ``one`` by the last time named before a place in its paragraph, or nothing."""
    start = max(text.rfind("\n", 0, place) + 1, place - _PARAGRAPH)
    marks = [mark.lastgroup for mark in _MARKS.finditer(text, start, place)]
    return marks[-1] or "" if marks else ""


def basis_of_row(row: TableRow) -> str:
    """Stock, flow, growth or level of a row of a table, by its name and its baseline."""
    if _TOTAL.search(row.name):
        return "cumulative"
    if _GROWTH.search(row.name):
        return "growth"
    counted = row.unit not in {"%", "‰", ""}
    fresh = all(value.value is None for value in row.values[:1])
    return "new" if counted and fresh and _FLOW.search(row.name) else "level"
