"""Whether a figure is a stock, a flow, a growth or just a level."""

import re
from typing import NamedTuple

from evolve.reading.figures.spotting import BEFORE, Figure
from evolve.reading.wording import ADVERB, VERB

__all__ = ["EARLIER", "RATES", "Named", "basis_of"]

RATES = frozenset({"%", "‰", "百分点", "倍", "比", "/10万"})
"""Units of what is no count."""
EARLIER = r"[较比](?:上年|去年|同期|上一年|年初|上月|(?:19|20)\d\d年)"
"""With what an amount is compared."""

_NEW = re.compile(
    r"新增|净增|新建|新安排|(?<![创更革刷])新[开办组建立认选签创培改扩设评招聘缔]|增加(?![到至])|增开|减少(?![到至])|扩招|招录|"
    r"[减退免]税|减免"
)
_TOTAL = re.compile(r"累计|总数|总计|合计|总量|已达(?!标)|现有|共有|存量")
_SUM = re.compile(r"(?:^|[^一公])共(?:有)?$")
_GROWTH = re.compile(
    r"(?:增长|提高|提升|上升|上涨|增加|下降|降低|减少|回落|压减|缩减|缩短|压缩|削减|超额|超出|增幅|降幅|涨幅)了?(?:预期)?$"
)
_COUNTS = re.compile(r"(?:增加|减少)了?$")
_GROWTH_NAME = re.compile(r"(?:增速|涨幅|增幅|降幅|增长率|增长速度|增长(?:预期)?目标)$")
_AMOUNT = re.compile(rf"(?:同比|环比|{EARLIER})[^,，]{{0,8}}$")
_ALSO = re.compile(r"、|和|与|以及|及")
_ANEW = re.compile(rf"(?:{_ALSO.pattern}){ADVERB}?{VERB}")
"""新建公路12公里、改造危桥4座: a verb of its own ends the list of what is new."""


class Named(NamedTuple):
    """A figure with what it counts."""

    figure: Figure
    name: str
    """In the text's own words; empty where the text does not tell."""
    basis: str
    """``level``, ``cumulative``, ``new`` or ``growth``."""


def basis_of(
    figure: Figure, left: str, name: str, before: Named | None, chained: Named | None
) -> str:
    """Growth, stock or flow, from the words before a figure.

    Args:
        figure: The figure.
        left: Its clause before it, up to the figure before.
        name: What it counts.
        before: The figure before it in its sentence.
        chained: The same, if both stand in one list.
    """
    head = _without_operator(left)
    rises = bool(_GROWTH.search(head)) or _goes_on_rising(figure, left, chained)
    if figure.unit in RATES:
        return "growth" if rises or figure.unit == "倍" or _GROWTH_NAME.search(name) else "level"
    if rises and (_AMOUNT.search(head) or not _COUNTS.search(head)):
        return "growth"
    if _TOTAL.search(left):
        return "cumulative"
    if _NEW.search(left):
        return "new"
    if before and before.basis == "new" and (_SUM.search(head) or _reached(before, name, left)):
        return "cumulative"
    goes_on = chained and chained.basis in {"new", "cumulative"} and not _ANEW.match(left)
    return chained.basis if chained and goes_on else "level"


def _goes_on_rising(figure: Figure, left: str, chained: Named | None) -> bool:
    """分别提高13.1%和17.7%: the second is a growth as well."""
    if not chained or chained.basis != "growth" or chained.figure.unit != figure.unit:
        return False
    return _ALSO.fullmatch(left) is not None


def _reached(before: Named, name: str, left: str) -> bool:
    """新组建教育集团27个,全市达86个: the second is the stock."""
    return before.name == name and "达" in left


def _without_operator(left: str) -> str:
    head = left.rstrip()
    for pattern in BEFORE.values():
        head = pattern.sub("", head)
    return re.sub(r"(?:约|近|要|将|预计|实际|至少)$", "", head)
