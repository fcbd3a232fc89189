"""The rows of a table of indicators: name, unit, kind, baseline and target."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from evolve.model import QuantityKind, TableRow, TableValue
from evolve.reading.numbers.numbering import label_of
from evolve.reading.numbers.ordinals import unify_years

__all__ = ["Columns", "columns_of", "gives_figures", "indicator_rows"]

_NAME = re.compile(r"指\s*[标標]|名\s*[称稱]|项\s*目|(?i:indicator|name)")
_GROUP = re.compile(r"类\s*[别型]|領域|领域|分类|维度|一级|(?i:category|area)")
_UNIT = re.compile(r"单\s*位|單\s*位|(?i:unit)")
_BINDING = re.compile(r"属\s*性|屬\s*性|性\s*质|指标类型|(?i:type)")
_NUMBER = re.compile(r"^(?:序\s*号|编\s*号|序|(?i:no\.?|#))$")
_TARGET = re.compile(r"目标|目標|规划|計劃|计划|预期|(?i:target)")
_BASELINE = re.compile(r"基准|基準|基期|现状|現狀|基础|(?i:baseline)")
_ACTUAL = re.compile(r"完成|实际|实绩|达到|(?i:actual)")
_YEAR = re.compile(r"((?:19|20)\d\d)")
_FIGURE = re.compile(
    r"(?P<op>>=|<=|[><≥≤＞＜≈~约]|不低于|不少于|不超过|达到|"
    r"以上)?\s*(?P<n>[-+－]?\d[\d,，]*(?:\.\d+)?)\s*(?P<unit>[%％‰]?)\s*(?P<tail>以上|以下|"
    r"以内|左右)?"
)
_IS_FIGURE = re.compile(rf"(?:{_FIGURE.pattern}|[\[［(（]?[-—–/]+)\D{{0,6}}[\]］)）]?$")
_OPERATORS = {
    **dict.fromkeys(["≥", ">=", "不低于", "不少于", "以上"], ">="),
    **dict.fromkeys(["≤", "<=", "不超过", "以下", "以内"], "<="),
    **dict.fromkeys(["≈", "~", "约", "左右"], "~"),
    ">": ">",
    "＞": ">",
    "<": "<",
    "＜": "<",
}
_UNIT_TAIL = re.compile(
    r"[（(]\s*(?P<unit>[%％‰]|(?:每?[万亿千百]?(?:人|个|所|项|名|册|台|家|间|元|年|岁|天|"
    r"次|平方米|公里|公顷|亩|吨|门|户|套|辆|张|床|件|篇|门次|人次)"
    r"(?:[/每·]\S{1,4})?)|㎡|m2|平方公里|平方千米|立方米|千瓦时|比例|倍)\s*[）)]$"
)


class Columns(NamedTuple):
    """Which column of a table holds what."""

    name: int
    """The name of the indicator."""
    group: int | None
    """The group that it belongs to."""
    unit: int | None
    """The unit."""
    binding: int | None
    """约束性 or 预期性."""
    number: int | None
    """The running number."""
    values: tuple[tuple[int, int | None, QuantityKind], ...]
    """Position, year and kind of each column of figures."""


def columns_of(header: Sequence[str]) -> Columns | None:
    """Read the column headings; None if it is no table of indicators."""
    cells = [unify_years(re.sub(r"\s+", "", cell)) for cell in header]
    values = _value_columns(cells)
    taken = {position for position, _, _ in values}
    group, unit, binding, number = (
        _first(cells, pattern, taken) for pattern in (_GROUP, _UNIT, _BINDING, _NUMBER)
    )
    taken |= {position for position in (group, unit, binding, number) if position is not None}
    name = _first(cells, _NAME, taken)
    if name is None or not values:
        return None
    return Columns(name, group, unit, binding, number, values)


def gives_figures(columns: Columns, rows: Iterable[Sequence[str]]) -> bool:
    """Whether the cells in the columns of values are figures, and no sentences."""
    cells = [
        "".join(row[position].split())
        for row in rows
        for position, _, _ in columns.values
        if position < len(row) and row[position].strip()
    ]
    return 2 * sum(_IS_FIGURE.match(cell) is not None for cell in cells) >= len(cells)


def _value_columns(cells: Sequence[str]) -> tuple[tuple[int, int | None, QuantityKind], ...]:
    columns = []
    years = [int(found[1]) for cell in cells if (found := _YEAR.search(cell))]
    for position, cell in enumerate(cells):
        named = _YEAR.search(cell)
        year = int(named[1]) if named else None
        kind = _kind(cell, year, years)
        if kind is not None:
            columns.append((position, year, kind))
    return tuple(columns)


def _kind(cell: str, year: int | None, years: Sequence[int]) -> QuantityKind | None:
    if re.search(r"名称|指标$|属性", cell):
        return None
    if _BASELINE.search(cell):
        return QuantityKind.BASELINE
    if _ACTUAL.search(cell) and year is not None:
        return QuantityKind.ACTUAL
    if _TARGET.search(cell):
        return QuantityKind.TARGET
    if year is None:
        return None
    return QuantityKind.TARGET if year == max(years) and len(years) > 1 else QuantityKind.BASELINE


def _first(cells: Sequence[str], pattern: re.Pattern[str], taken: set[int]) -> int | None:
    return next(
        (i for i, cell in enumerate(cells) if i not in taken and pattern.search(cell)), None
    )


def indicator_rows(
    columns: Columns, rows: Sequence[Sequence[tuple[str, int]]]
) -> tuple[TableRow, ...]:
    """Read the rows below the header.

    Args:
        columns: which column holds what.
        rows: text of each cell and where it begins in the text of the table.
    """
    found: list[TableRow] = []
    group = ""
    for row in rows:
        texts = [text for text, _ in row]
        if len({text for text in texts if text}) == 1:
            group = _plain(texts[columns.name] or next(text for text in texts if text))
        elif texts[columns.name]:
            found.append(_row(columns, row, group))
    return tuple(found)


def _row(columns: Columns, row: Sequence[tuple[str, int]], group: str) -> TableRow:
    words = row[columns.name][0].strip()
    label = label_of(words)
    number = label.printed.strip("().（）、．") if label else _cell(row, columns.number)
    name = (words[label.length :] if label else words).lstrip("*＊★△▲# ")
    unit = _cell(row, columns.unit)
    if not unit and (tail := _UNIT_TAIL.search(name)):
        unit, name = tail["unit"].replace("％", "%"), name[: tail.start()].rstrip()
    return TableRow(
        number=number,
        group=_plain(_cell(row, columns.group)) or group,
        name=name,
        unit=unit,
        binding=_cell(row, columns.binding) or None,
        values=tuple(
            _value(row[at], year, kind) for at, year, kind in columns.values if at < len(row)
        ),
    )


def _cell(row: Sequence[tuple[str, int]], column: int | None) -> str:
    return row[column][0].strip() if column is not None and column < len(row) else ""


def _plain(text: str) -> str:
    label = label_of(text)
    return text[label.length :] if label else text


def _value(cell: tuple[str, int], year: int | None, kind: QuantityKind) -> TableValue:
    text, start = cell
    match = _FIGURE.fullmatch(text.strip())
    value = float(re.sub("[,，]", "", match["n"]).replace("－", "-")) if match else None
    operator = _OPERATORS.get(match["op"] or match["tail"] or "", "=") if match else "="
    return TableValue(
        year=year,
        kind=kind,
        operator=operator,
        value=value,
        text=text,
        span=(start, start + len(text)),
    )
