"""Faults of the numbering, told and never repaired."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from evolve.reading.outline.nodes import Node

__all__ = ["fault", "name_of", "skipped_levels"]


def fault(before: int | None, running: int | None, number: int) -> str:
    """Say what is wrong with a number, or nothing.

    Args:
        before: the number before it on its level, if any.
        running: the number of its style that came last anywhere, if any.
        number: the number.
    """
    if before is None:
        fine = number == 1 or (running is not None and number == running + 1)
        return "" if fine else "is the first of its level"
    if number == before:
        return "is printed twice"
    if number == 1:
        return "starts again"
    if number < before:
        return "goes back"
    return "" if number == before + 1 else "follows a gap"


def name_of(node: Node) -> str:
    """Name a point by its number and first words."""
    words = re.split(r"[。；;：:\s]", node.text, maxsplit=1)[0]
    return f"{node.label}{words[:20]}"


def skipped_levels(root: Node) -> Iterator[str]:
    """Tell of points whose level is finer than that of their cousins."""
    usual: dict[str, Counter[tuple[float, str]]] = defaultdict(Counter)
    parents = [node for node in root.walk() if node.children]
    for node in parents:
        first = node.children[0]
        usual[node.style][first.rank, first.style] += 1
    for node in parents:
        first = node.children[0]
        (rank, style), count = usual[node.style].most_common(1)[0]
        if style != first.style and first.rank > rank and count > 1 and first.number:
            yield f"Under {name_of(node)} a level of the numbering is skipped: {first.label}."
