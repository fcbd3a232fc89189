"""What figures must share to be compared: unit, basis, the years they add up, rise or fall."""

import re
from typing import NamedTuple

from evolve.model import Document, Quantity, QuantityKind, Role, TableRow
from evolve.reading.years import start_of

__all__ = ["Scale", "basis_of_row", "years_of", "years_of_flow"]

_FLOW = re.compile(r"新增|新建|新开|净增|选树|创建|培育|招收")
_LONG = re.compile(
    r"[两三四五]年(?:来|间|累计|里)?|累计|“十[一二三四五]五”|[比较](?:19|20)\d\d年|翻"
)
_FIVE = re.compile(
    r"(?:过去|这|近|今后|未来|[三四五])[三四五]?年(?:来|间|里|中|共)|“十[一二三四五]五”(?:时期|期间)"
)
_YEARLY = re.compile(r"年均|每年")
_STOCK = re.compile(r"(?:达到?|增至|[增提]\S?到|为|有|超过|突破)(?:约|近)?$")
_SEVERAL, _AVERAGE = 5, 0
"""Stand for any number of years above one, and for a yearly average of several years."""

_RATES = frozenset({"%", "‰", "百分点", "比"})
_TOTAL = re.compile(r"累计|总数|总量")
_GROWTH = re.compile(r"增速|增长率|涨幅|增幅|降幅|增长$")


class Scale(NamedTuple):
    """Figures of different scales are never compared."""

    unit: str
    basis: str
    years: int
    falls: bool


def years_of_flow(document: Document, basis: str, kind: QuantityKind) -> int:
    """The new places of one year are never compared with those of five."""
    period = document.period
    whole = kind is not QuantityKind.BASELINE and basis in {"new", "cumulative"}
    return period.end - period.start + 1 if whole else 1


def years_of(document: Document, quantity: Quantity, text: str, place: int) -> int:
    """How many years a figure adds up: one, several, or an average of them."""
    sentence = text[start_of(text, place, "。;；\n") : place]
    several = document.period.end > document.period.start
    if quantity.basis == "growth":
        late = quantity.year is not None and quantity.year > document.period.start
        if _YEARLY.search(sentence):
            return _AVERAGE
        return _SEVERAL if several or late or _LONG.search(sentence) else 1
    if quantity.unit in _RATES:
        return 1
    total = several and document.role is Role.OUTCOME and not _STOCK.search(sentence)
    if _FIVE.search(sentence) or (total and quantity.kind is QuantityKind.ACTUAL):
        return _SEVERAL
    return years_of_flow(document, quantity.basis, quantity.kind)


def basis_of_row(row: TableRow) -> str:
    """Stock, flow, growth or level of a row of a table, by its name and its baseline."""
    if _TOTAL.search(row.name):
        return "cumulative"
    if _GROWTH.search(row.name):
        return "growth"
    counted = row.unit not in {"%", "‰", ""}
    fresh = all(value.value is None for value in row.values[:1])
    return "new" if counted and fresh and _FLOW.search(row.name) else "level"
