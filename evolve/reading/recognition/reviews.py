"""What looks back inside the first points of a plan of several years."""

import re
from collections.abc import Iterator

from evolve.model import Role
from evolve.reading.numbers.ordinals import unify_years
from evolve.reading.outline.headings import is_heading
from evolve.reading.outline.nodes import Node
from evolve.reading.recognition.roles import heading_role

__all__ = ["reviews_in"]

_BASIS = re.compile(
    r"(?:[\u4e00-\u9fff]{0,6})(?:基础|基礎|现状|現狀|成就|成效|成绩|成績|历程)[。：:]?"
)
_LOOKS_BACK = re.compile(
    r"(?:[“\"]?[一二三四五六七八九十]{1,2}五[”\"]?(?:规划|規劃)?(?:时期|時期|期间|期間|以来|以來|实施)|"
    r"(?:过去|過去)的?五年|五年[来來])"
)
_FIRST = 30
_FEWEST = 2
"""Paragraphs and points of a review; a single one only leads over to the plan."""


def reviews_in(node: Node) -> list[Node]:
    """Take the points that look back out of a point, where others stay in it.

    Args:
        node: one of the outermost points, without a role of its own.

    Returns:
        Its points, at any depth, whose heading names results (“十三五”发展成就), or names what the
        plan stands on (发展基础) and whose text begins with the years before.
    """
    taken: list[Node] = []
    if is_heading(node.text):
        _take(node, taken)
    return taken


def _take(node: Node, taken: list[Node]) -> None:
    for child in node.children:
        alone = len(node.contents) == 1
        if _looks_back(child) and not alone:
            node.contents.remove(child)
            taken.append(child)
        else:
            _take(child, taken)


def _looks_back(node: Node) -> bool:
    if not is_heading(node.text) or len(list(_texts(node))) < _FEWEST:
        return False
    if heading_role(unify_years(node.text)) == Role.OUTCOME:
        return True
    first = next((text for text in _texts(node) if text), "")
    return bool(_BASIS.fullmatch(node.text) and _LOOKS_BACK.search(first[:_FIRST]))


def _texts(node: Node) -> Iterator[str]:
    yield from (paragraph.text for paragraph in node.paragraphs)
    for child in node.walk():
        yield child.text
        yield from (paragraph.text for paragraph in child.paragraphs)
