"""Indicators -> table with sparklines, Markdown, CSV or JSON."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest

from evolve.cells import inert, pad, width, wrap
from evolve.listing.citing import cite
from evolve.listing.escaping import BOM, flat, inactive, markdown
from evolve.model import (
    Direction,
    Indicator,
    Observation,
    QuantityKind,
    TargetResult,
    Timeline,
    json_value,
)

__all__ = ["INDICATOR_FORMATS", "chosen", "render_indicators", "sparkline"]

_BARS = "▁▂▃▄▅▆▇█"
_LONGEST = 24
_NAME = 44
_LEAST = 20
_INDENT = 6
_CELLS = 44
"""Cells that the figures of a row are given before its name is."""
_ARROWS = {Direction.UP: "↑", Direction.DOWN: "↓"}
_MARKS = {"met": "=", "exceeded": "+", "missed": "-"}
_RESULTS = {"met": "达标", "exceeded": "超额", "missed": "未达"}
_KINDS = {QuantityKind.BASELINE: "基准", QuantityKind.ACTUAL: "实际", QuantityKind.TARGET: "目标"}
_BASES = {"level": "", "cumulative": "累计", "new": "新增", "growth": "增幅"}
_FALLS = {"new": "减少", "growth": "降幅"}
_COVERS = {"year": "", "years": "多年合计", "yearly_average": "年均"}
_COLUMNS = (
    "indicator", "series", "name", "unit", "basis", "direction", "year", "kind", "operator",
    "value", "low", "high", "text", "result", "document", "item", "citation", "notes",
)  # fmt: skip


def chosen(
    timeline: Timeline, series: Sequence[str] = (), text: str = "", result: str | None = None
) -> list[Indicator]:
    """Indicators of some series, with a text in their names, with a judged target."""
    return [
        indicator
        for indicator in timeline.indicators
        if (not series or indicator.series in series)
        and text in indicator.name
        and (result is None or result in {judged.result for judged in indicator.results})
    ]


def sparkline(indicator: Indicator) -> str:
    """One bar for every year: actual figures, targets where there is no actual, · for silence."""
    values = {
        seen.year: _number(seen)
        for kind in (QuantityKind.TARGET, QuantityKind.BASELINE, QuantityKind.ACTUAL)
        for seen in indicator.observations
        if seen.kind is kind and seen.year is not None and _number(seen) is not None
    }
    if not values:
        return ""
    years = range(min(filter(None, values)), max(filter(None, values)) + 1)
    shown = years if len(years) <= _LONGEST else sorted(filter(None, values))
    numbers = [number for number in values.values() if number is not None]
    return "".join(_bar(values.get(year), min(numbers), max(numbers)) for year in shown)


def _bar(value: float | None, low: float, high: float) -> str:
    if value is None:
        return "·"
    share = (value - low) / (high - low) if high > low else 0.5
    return _BARS[round(share * (len(_BARS) - 1))]


def _number(seen: Observation) -> float | None:
    if seen.value is not None or seen.low is None or seen.high is None:
        return seen.value
    return (seen.low + seen.high) / 2


def render_indicators(
    timeline: Timeline, indicators: Sequence[Indicator], form: str, columns: int
) -> str:
    """Write indicators.

    Args:
        timeline: What they belong to.
        indicators: Those to write.
        form: One of :data:`INDICATOR_FORMATS`.
        columns: Width of a table in terminal cells.
    """
    return INDICATOR_FORMATS[form](timeline, indicators, columns)


def _summary(timeline: Timeline, indicators: Sequence[Indicator]) -> str:
    judged = [result.result for indicator in indicators for result in indicator.results]
    counts = ", ".join(f"{judged.count(name)} {name}" for name in _MARKS)
    return (
        f"{len(indicators)} of {len(timeline.indicators)} indicators;"
        f" {len(judged)} targets with an actual figure of their year: {counts}"
    )


def _table(timeline: Timeline, indicators: Sequence[Indicator], columns: int) -> str:
    told = inert(_summary(timeline, indicators))
    lines = [told[slice(*span)] for span in wrap(told, columns)]
    sparks = max((width(sparkline(one)) for one in indicators), default=0)
    widest = max((width(flat(_title(one))) for one in indicators), default=0)
    names = min(_NAME, widest, max(_LEAST, columns - sparks - _CELLS))
    for series in timeline.series:
        own = [one for one in indicators if one.series == series.id]
        if own:
            lines += ["", inert(f"{series.id}  {series.issuer}")]
        for one in own:
            lines += _row(one, names, sparks, columns)
    return "\n".join(lines) + "\n"


def _row(one: Indicator, names: int, sparks: int, columns: int) -> Iterator[str]:
    """The lines of an indicator: name, arrow and bars beside its figures, notes below."""
    title = flat(_title(one))
    heads = [title[slice(*span)] for span in wrap(title, names)]
    first = f"  {_ARROWS[one.direction]}  {pad(sparkline(one), sparks)}  "
    rows = list(_filled(dict.fromkeys(_cells(one)), max(_LEAST, columns - names - width(first))))
    for place, (head, row) in enumerate(zip_longest(heads, rows, fillvalue="")):
        middle = first if place == 0 else " " * width(first)
        yield f"{pad(head, names)}{middle}{row}".rstrip()
    for note in map(flat, one.notes):
        for place, span in enumerate(wrap(note, max(_LEAST, columns - _INDENT))):
            yield f"    {'!' if place == 0 else ' '} {note[slice(*span)]}"


def _filled(cells: Iterable[str], room: int) -> Iterator[str]:
    """Put as many cells in a line as fit; the same figure is told once."""
    line = ""
    for cell in map(flat, cells):
        if line and width(line) + width(cell) + 2 > room:
            yield line
            line = ""
        line += ("  " if line else "") + cell
    yield line


def _title(one: Indicator) -> str:
    basis = (one.falls and _FALLS.get(one.basis)) or _BASES[one.basis]
    covers = "" if one.basis == "cumulative" else _COVERS[one.covers]
    parts = (one.unit, basis, covers)
    told = "·".join(part for part in parts if part and part not in one.name)
    return f"{one.name} ({told})" if told else one.name


def _cells(one: Indicator) -> Iterator[str]:
    """One cell for every sighting: 2020 51.11%, 2025 目标≥90 + (exceeded)."""
    for seen in one.observations:
        result = _judged(one, seen)
        mark = f" {_MARKS[result.result]}" if result else ""
        kind = "" if seen.kind is QuantityKind.ACTUAL else _KINDS[seen.kind]
        yield f"{seen.year} {kind}{seen.text}{mark}"


def _judged(one: Indicator, seen: Observation) -> TargetResult | None:
    """The result of a target, where an actual figure of its year exists."""
    return next(
        (
            result
            for result in one.results
            if seen.kind is QuantityKind.TARGET
            and (result.year, result.documents[0], result.target)
            == (seen.year, seen.document, seen.text)
        ),
        None,
    )


def _markdown(timeline: Timeline, indicators: Sequence[Indicator], _: int) -> str:
    lines = [f"**{markdown(_summary(timeline, indicators))}**"]
    for one in indicators:
        lines += ["", f"## {markdown(_title(one))} {_ARROWS[one.direction]}", ""]
        lines += ["| 年 | 类别 | 数 | 结果 | 出处 |", "|---|---|---|---|---|"]
        lines += [_markdown_row(timeline, one, seen) for seen in one.observations]
        lines += ["", *(f"> {markdown(note)}" for note in one.notes)] if one.notes else []
    return "\n".join(lines) + "\n"


def _markdown_row(timeline: Timeline, one: Indicator, seen: Observation) -> str:
    result = _judged(one, seen)
    cells = (
        str(seen.year),
        _KINDS[seen.kind],
        seen.text,
        _RESULTS[result.result] if result else "",
        cite(timeline, timeline.item[seen.item]),
    )
    return f"| {' | '.join(markdown(cell) for cell in cells)} |"


def _csv(timeline: Timeline, indicators: Sequence[Indicator], _: int) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for one in indicators:
        for seen in one.observations:
            values = _values(timeline, one, seen)
            writer.writerow([inactive(values[name]) for name in _COLUMNS])
    return BOM + out.getvalue()


def _values(timeline: Timeline, one: Indicator, seen: Observation) -> dict[str, str | float]:
    result = _judged(one, seen)
    own: dict[str, str | float | None] = {
        "indicator": one.id, "series": one.series, "name": one.name, "unit": one.unit,
        "basis": one.basis, "direction": one.direction.value, "year": seen.year,
        "kind": seen.kind.value, "operator": seen.operator, "value": seen.value,
        "low": seen.low, "high": seen.high, "text": seen.text,
        "result": result.result if result else "", "document": seen.document, "item": seen.item,
        "citation": cite(timeline, timeline.item[seen.item]), "notes": " ".join(one.notes),
    }  # fmt: skip
    return {name: "" if value is None else value for name, value in own.items()}


def _json(timeline: Timeline, indicators: Sequence[Indicator], _: int) -> str:
    answer = {
        "of": len(timeline.indicators),
        "indicators": [
            json_value(one)
            | {"sparkline": sparkline(one)}
            | {"citations": [cite(timeline, timeline.item[o.item]) for o in one.observations]}
            for one in indicators
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


INDICATOR_FORMATS: dict[str, Callable[[Timeline, Sequence[Indicator], int], str]] = {
    "table": _table,
    "markdown": _markdown,
    "csv": _csv,
    "json": _json,
}
"""What indicators can be written as."""
