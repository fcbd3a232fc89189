"""What sums up a chapter or a part is no more part of its last point."""

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from evolve.reading.layout.paragraphs import Paragraph
from evolve.reading.outline.headings import is_heading
from evolve.reading.outline.kinds import closes, ends_document
from evolve.reading.outline.lists import is_subject, lead
from evolve.reading.outline.nodes import Content, Node

__all__ = ["settle"]

_MIN_LEAVES = 5
_USUAL = 0.8


def settle(contents: Sequence[tuple[int, Content]]) -> list[tuple[int, Content]]:
    """Move it to the end of its chapter, or behind the last point of the part.

    Args:
        contents: what a part holds, with positions; the points in it are changed.
    """
    nodes = [content for _, content in contents if isinstance(content, Node)]
    usual = _usual_length(nodes)
    settled: list[tuple[int, Content]] = []
    for position, content in contents:
        settled.append((position, content))
        if not isinstance(content, Node):
            continue
        at_end = content is nodes[-1]
        moved = _take_closing(_last_leaf(content), at_end=at_end, usual=usual)
        if at_end:
            subjects = list(takewhile(_is_subject, moved)) if content.children else []
            content.contents += [lead(each) for each in subjects if isinstance(each, Paragraph)]
            settled += [(position, paragraph) for paragraph in moved[len(subjects) :]]
        else:
            content.contents.extend(moved)
    return settled


def _is_subject(content: Content) -> bool:
    return isinstance(content, Paragraph) and is_subject(content)


def _last_leaf(node: Node) -> Node:
    while node.children:
        node = node.children[-1]
    return node


def _usual_length(nodes: Sequence[Node]) -> int | None:
    """Paragraphs below the line of nearly every point, or None where they differ."""
    leaves = [each for top in nodes for each in (top, *top.walk()) if not each.children]
    if len(leaves) < _MIN_LEAVES:
        return None
    usual, times = Counter(len(leaf.paragraphs) for leaf in leaves).most_common(1)[0]
    return usual if times >= _USUAL * len(leaves) else None


def _take_closing(leaf: Node, *, at_end: bool, usual: int | None) -> list[Content]:
    """Take the paragraphs that sum up out of a point, from the first of them on."""
    kept = int(is_heading(leaf.text))
    allowed = max(usual, kept) if at_end and usual is not None else len(leaf.contents)
    seen = 0
    for index, content in enumerate(leaf.contents):
        if not isinstance(content, Paragraph):
            continue
        past = seen >= kept and (seen >= allowed or closes(content.text, at_end=at_end))
        if past or ends_document(content.text):
            moved = leaf.contents[index:]
            del leaf.contents[index:]
            return moved
        seen += 1
    return []
