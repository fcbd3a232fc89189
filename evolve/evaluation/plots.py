"""Plots of an evaluation, as small SVG files."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

import numpy as np

from evolve.evaluation.scores import Bin
from evolve.matching.vectors import Floats

__all__ = ["precision_recall_plot", "reliability_plot"]

_SIZE, _EDGE = 360, 48


def _place(x: float, y: float) -> tuple[float, float]:
    side = _SIZE - 2 * _EDGE
    return round(_EDGE + x * side, 1), round(_SIZE - _EDGE - y * side, 1)


def _axes(across: str, up: str) -> list[str]:
    lines = []
    for k in range(6):
        share = k / 5
        (x, y), (left, bottom) = _place(share, share), _place(0, 0)
        right, top = _place(1, 1)
        lines += [
            f'<path d="M{x} {bottom}V{top}M{left} {y}H{right}" stroke="#ddd"/>',
            f'<text x="{x}" y="{bottom + 16}" text-anchor="middle">{share:.1f}</text>',
            f'<text x="{left - 6}" y="{y + 4}" text-anchor="end">{share:.1f}</text>',
        ]
    middle = _SIZE / 2
    turned = f'transform="rotate(-90 14 {middle})"'
    return [
        *lines,
        f'<text x="{middle}" y="{_SIZE - 10}" text-anchor="middle">{escape(across)}</text>',
        f'<text x="14" y="{middle}" text-anchor="middle" {turned}>{escape(up)}</text>',
    ]


def _svg(parts: Sequence[str]) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIZE} {_SIZE}" '
        f'width="{_SIZE}" height="{_SIZE}" font-family="sans-serif" font-size="11" fill="none">'
    )
    ground = f'<rect width="{_SIZE}" height="{_SIZE}" fill="#fff"/>'
    return "\n".join([head, ground, '<g fill="#333">', *parts, "</g>", "</svg>"]) + "\n"


def _line(points: Sequence[tuple[float, float]], colour: str) -> str:
    path = " ".join(f"{x},{y}" for x, y in (_place(*point) for point in points))
    return f'<polyline points="{path}" stroke="{colour}" stroke-width="2" fill="none"/>'


def precision_recall_plot(
    score: Floats, truth: Floats, wanted: int, chosen: tuple[float, float]
) -> str:
    """Precision over recall for every threshold; a dot at the settings.

    Args:
        score: Probability of each pair.
        truth: One for each right pair.
        wanted: How many right pairs there are, those without a score too.
        chosen: Recall and precision at the settings.
    """
    right = np.cumsum(truth[np.argsort(-score, kind="stable")])
    precision = right / np.arange(1, len(right) + 1)
    recall = right / max(wanted, 1)
    points = list(zip(recall.tolist(), precision.tolist(), strict=True))
    x, y = _place(*chosen)
    dot = f'<circle cx="{x}" cy="{y}" r="5" fill="#d55e00"/>'
    return _svg([*_axes("recall", "precision"), _line(points, "#0072b2"), dot])


def reliability_plot(bins: Sequence[Bin]) -> str:
    """Observed share over expected probability; the area of a dot is the number of pairs."""
    dots = []
    for one in bins:
        x, y = _place(one.expected, one.observed)
        radius = round(3 + one.pairs**0.5 / 8, 1)
        dots.append(f'<circle cx="{x}" cy="{y}" r="{radius}" fill="#0072b2" fill-opacity="0.7"/>')
    diagonal = _line([(0, 0), (1, 1)], "#999")
    return _svg([*_axes("probability", "share that readers linked"), diagonal, *dots])
