"""A plot of an indicator: what was aimed at and what was reached, by year."""

from collections.abc import Sequence

from evolve.cells import width
from evolve.model import Indicator, QuantityKind
from tui.view.glyphs import Glyphs
from tui.view.spark import number, series_of
from tui.view.text import Line, Run

__all__ = ["plot"]

_HEIGHT = 12
_FILLER = "\ue000"
_SHORTEST, _LONGEST = 24, 72
_MARKS = {QuantityKind.BASELINE: "b", QuantityKind.TARGET: "o", QuantityKind.ACTUAL: "*"}
_STYLES = {"o": "target", "*": "actual", "b": "baseline"}


def plot(indicator: Indicator, columns: int, glyphs: Glyphs) -> list[Line]:
    """Draw the values of an indicator over the years.

    Args:
        indicator: At least one observation with a year and a value is needed.
        columns: Cells that there are.
        glyphs: Signs of targets and of actual values.

    Returns:
        Lines no wider than ``columns``; none without values.
    """
    points = [
        (float(o.year or 0), float(o.value or 0.0), _MARKS[o.kind]) for o in series_of(indicator)
    ]
    if not points or columns < _SHORTEST:
        return []
    text = _canvas(points, min(columns, _LONGEST))
    signs = {"o": glyphs.target, "*": glyphs.actual, "b": glyphs.baseline}
    return [_styled(line, signs) for line in text.rstrip("\n").splitlines()]


def _canvas(points: Sequence[tuple[float, float, str]], columns: int) -> str:
    """The plot as plain text, drawn by plotext."""
    import plotext

    years = sorted({x for x, _, _ in points})
    values = sorted({y for _, y, _ in points})
    plotext.clear_figure()
    plotext.theme("clear")
    plotext.plotsize(columns, _HEIGHT)
    for mark in ("b", "o", "*"):
        own = [(x, y) for x, y, sign in points if sign == mark]
        if own:
            plotext.scatter([x for x, _ in own], [y for _, y in own], marker=mark)
    plotext.xlim(years[0] - 0.5, years[-1] + 0.5)
    plotext.xticks(years, [f"{year:.0f}" for year in years])
    shown = values if len(values) <= _HEIGHT // 2 else [values[0], values[-1]]
    plotext.yticks(shown, [_label(value) for value in shown])
    return str(plotext.uncolorize(plotext.build())).replace(_FILLER, "")


def _label(value: float) -> str:
    """A figure, with a filler for every ideograph: plotext counts characters, not cells."""
    told = number(value)
    return told + _FILLER * (width(told) - len(told))


def _styled(line: str, signs: dict[str, str]) -> Line:
    """Give the marks their signs and colours; the labels stay as they are."""
    left, bar, right = line.partition("┤")
    if not bar:
        left, bar, right = line.partition("│")
    if not bar or not (set(right) & set(signs)):
        return (Run(line, "muted"),)
    runs = [Run(left + bar, "muted")]
    runs += [Run(signs.get(char, char), _STYLES.get(char, "muted")) for char in right]
    return tuple(runs) if width(line) else ()
