"""What stands around a figure."""

import re
from collections.abc import Sequence

from evolve.reading.figures.spotting import Figure

__all__ = ["around"]


def around(
    text: str, figures: Sequence[Figure], index: int, stop: re.Pattern[str], reach: int
) -> tuple[str, str]:
    """Text before a figure and after it, up to its neighbours.

    Args:
        text: What the figures stand in.
        figures: All of them, in order.
        index: Which of them.
        stop: What neither side goes beyond.
        reach: Characters that each side has at most.
    """
    figure = figures[index]
    begin = figures[index - 1].span[1] if index else 0
    end = figures[index + 1].span[0] if index + 1 < len(figures) else len(text)
    left = text[max(begin, figure.span[0] - reach) : figure.span[0]]
    right = text[figure.span[1] : min(end, figure.span[1] + reach)]
    left = left[max((match.end() for match in stop.finditer(left)), default=0) :]
    ends = stop.search(right)
    return left, right[: ends.start()] if ends else right
