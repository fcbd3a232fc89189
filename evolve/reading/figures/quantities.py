"""The figures of a text: value, unit, operator, what they count, year, kind, basis."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from evolve.model import Period, Quantity, QuantityKind, Role, Span
from evolve.reading.figures.bases import Named
from evolve.reading.figures.codes import Part, explained
from evolve.reading.figures.naming import named
from evolve.reading.figures.spotting import Figure, figures_in
from evolve.reading.figures.years import start_of, year_at
from evolve.reading.layout.script import is_latin
from evolve.reading.wording import INTENT, PERFECTIVE

__all__ = ["Placed", "quantities_of"]

_GOAL = re.compile(r"的?(?:工作|年度)?(?:目标|任务|要求|计划|指标)|(?:写入|列入|纳入)")
_GOAL_BEFORE = re.compile(
    r"目标(?:是|为|值)[^,，。;；]{0,16}$|(?:下达|确定|提出|规定)的[^,，。;；]{0,40}$"
)
_GOAL_AFTER = re.compile(r"”?的?(?:工作|年度|任务)?目标")
_FROM = re.compile(r"[由从]([^,，。;；]{0,12})$")
_TO = re.compile(r"[^,，。;；]{0,10}?(?:至|到|为)")
_EXISTING = re.compile(
    r"(?:(?:现有|已有|目前|截至|达到了|对(?:首批)?|等)[^,，。;；“”]{0,2}|[我全][国省市区县校]有[^,，。;；“”]{0,12}|已[^,，。;；]{1,8}的)$"
)
_REVIEW = re.compile(
    r"(?<![^。\n])(?P<past>过去的?一年|一年来|去年)|(?P<next>今年(?!以来)|下一步|今后|新的一年|明年|到20\d\d年)"
)
_BEFORE, _QUOTE = 120, 40
"""How far before and after a figure the mark of a quoted goal is looked for."""


class Placed(NamedTuple):
    """A quantity and its place in the whole text."""

    span: Span
    """In the text that was given."""
    quantity: Quantity
    """Its own ``span`` is the same."""


def quantities_of(text: str, role: Role, period: Period | None = None) -> tuple[Placed, ...]:
    """Find the figures of an item.

    Args:
        text: The item's whole text: a figure's name and year may stand clauses before it.
        role: An outcome reports actuals, a plan sets targets, unless the wording says otherwise.
        period: Years of the document, for 去年 and for years that lie before a plan.

    Returns:
        Figures in the order of the text; ``year`` is null where it is the document's own. The
        parts of a code such as “5080” that its sentence explains are targets of their own.
    """
    if is_latin(text):
        from evolve.reading.figures.english.quantities import english_quantities

        english = english_quantities(text, role, period)
        return tuple(Placed(quantity.span, quantity) for quantity in english)
    found = named(text, figures_in(text, ceilings=role is not Role.OUTCOME))
    goals = [part for _, parts in explained(text, found) for part in parts]
    placed = [_placed(text, figure, role, period) for figure in found]
    placed = [*(_defined(one, goals) for one in placed), *(_goal(text, part) for part in goals)]
    return tuple(sorted(placed, key=lambda one: one.span))


def _defined(placed: Placed, goals: Sequence[Part]) -> Placed:
    """“5080” (即公办园50%以上,普惠园80%以上): what only repeats a part of a code is a target."""
    own = placed.quantity
    if any((part.value, part.name) == (own.value, own.name) for part in goals):
        return Placed(placed.span, replace(own, kind=QuantityKind.TARGET))
    return placed


def _goal(text: str, part: Part) -> Placed:
    """One part of a code: a floor that was set."""
    quantity = Quantity(
        text=text[slice(*part.span)],
        value=part.value,
        low=part.value,
        high=None,
        operator=">=",
        unit="%",
        kind=QuantityKind.TARGET,
        name=part.name,
        span=part.span,
    )
    return Placed(part.span, quantity)


def _placed(text: str, found: Named, role: Role, period: Period | None) -> Placed:
    figure = found.figure
    start, end = figure.span
    origin = _from(text, figure)
    told = role is Role.OUTCOME
    whole, place = (text, start) if origin is None else (origin, len(origin))
    year = year_at(whole, place, period, outcome=told)
    quantity = Quantity(
        text=text[start:end],
        value=figure.value,
        low=figure.low,
        high=figure.high,
        operator=figure.operator,
        unit=figure.unit,
        kind=QuantityKind.BASELINE
        if origin is not None
        else _kind(text, figure, role, year, period),
        name=found.name,
        span=figure.span,
        year=year,
        basis=found.basis,
    )
    return Placed(figure.span, quantity)


def _kind(
    text: str, figure: Figure, role: Role, year: int | None, period: Period | None
) -> QuantityKind:
    """Target or actual by role and wording."""
    clause_start = _clause_start(text, figure)
    clause = text[clause_start : figure.span[1]]
    if role is Role.OUTCOME:
        return QuantityKind.TARGET if _is_goal(text, figure, clause) else QuantityKind.ACTUAL
    past = period is not None and year is not None and year < period.start
    past = past or (year is None and _looks_back(text, figure))
    if past or _EXISTING.search(text[clause_start : figure.span[0]]):
        return QuantityKind.BASELINE
    return QuantityKind.ACTUAL if PERFECTIVE.search(clause) else QuantityKind.TARGET


def _looks_back(text: str, figure: Figure) -> bool:
    """A plan's paragraph may open with what was reached: 过去一年，…。国内生产总值增长10.3%."""
    start = start_of(text, figure.span[0], "\n")
    marks = [match.lastgroup for match in _REVIEW.finditer(text, start, figure.span[0])]
    return bool(marks) and marks[-1] == "past"


def _clause_start(text: str, figure: Figure) -> int:
    return start_of(text, figure.span[0], ",，。;；\n")


def _from(text: str, figure: Figure) -> str | None:
    """What stands between 由 and a figure that a rise or fall starts from; null for all others."""
    origin = _FROM.search(text[_clause_start(text, figure) : figure.span[0]])
    return origin[1] if origin and _TO.match(text, figure.span[1]) else None


def _is_goal(text: str, figure: Figure, clause: str) -> bool:
    """Whether an outcome quotes a goal: 完成“…7万个”的工作目标, 下达的…700个以上任务目标."""
    if INTENT.search(clause):
        return True
    before = text[max(0, figure.span[0] - _BEFORE) : figure.span[0]]
    after = text[figure.span[1] : figure.span[1] + _QUOTE]
    if _GOAL_AFTER.match(after) or _GOAL_BEFORE.search(before):
        return True
    quoted = before.rfind("“") > before.rfind("”")
    closing = after.partition("”")[2]
    return quoted and _GOAL.match(closing) is not None
