"""Small charts in one line, and the values they are made of."""

from collections.abc import Sequence
from math import isclose

from evolve.model import Indicator, Observation, QuantityKind
from tui.view.glyphs import Glyphs

__all__ = ["number", "series_of", "sparkline"]


def series_of(indicator: Indicator, kind: QuantityKind | None = None) -> list[Observation]:
    """Observations with a year and a value, in time order, of one kind or of all."""
    found = [
        observation
        for observation in indicator.observations
        if observation.value is not None
        and observation.year is not None
        and (kind is None or observation.kind is kind)
    ]
    return sorted(found, key=lambda observation: observation.year or 0)


def sparkline(values: Sequence[float], glyphs: Glyphs) -> str:
    """A bar a value, the lowest value lowest."""
    if not values:
        return ""
    low, high = min(values), max(values)
    steps = len(glyphs.bars) - 1
    if high == low:
        return glyphs.bars[steps // 2] * len(values)
    return "".join(glyphs.bars[round((v - low) / (high - low) * steps)] for v in values)


def number(value: float) -> str:
    """A figure with Chinese multiples where it is round in them."""
    for size, unit in ((100_000_000, "亿"), (10_000, "万")):
        if abs(value) >= size and isclose(round(value / size, 4) * size, value, rel_tol=1e-12):
            return f"{value / size:.10g}{unit}"
    return f"{value:.12g}"
