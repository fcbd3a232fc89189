"""Points that are not numbered like the outline: 一是 lists, and the subjects of long prose."""

import re
from collections.abc import Sequence
from statistics import fmean

from evolve.reading.headings import is_heading
from evolve.reading.numbering import Label, label_of
from evolve.reading.outline import LIST_STYLES, Node
from evolve.reading.paragraphs import Paragraph

__all__ = ["is_prose", "open_lists", "open_prose"]

_LEAD = re.compile(r"[^。！？；：]{3,30}。(?=.)")
_PROSE = 600
_MIN_LIST = 2
_RANK_OF_LIST, _RANK_OF_LEAD = 96.0, 97.0
_SHARE = 0.5


def is_prose(nodes: Sequence[Node]) -> bool:
    """Whether the finest points are so long that each holds several subjects."""
    sizes = [
        len(node.text) + sum(len(paragraph.text) for paragraph in node.paragraphs)
        for top in nodes
        for node in (top, *top.walk())
        if not node.children
    ]
    return bool(sizes) and fmean(sizes) > _PROSE


def open_lists(root: Node) -> None:
    """Make points of 一是、二是 lines where nothing finer is numbered under their headings."""
    for parent in (root, *root.walk()):
        group = [node for node in parent.children if not node.children]
        listed = [node for node in group if is_heading(node.text) and _runs(node)]
        if listed and len(listed) >= _SHARE * len(parent.children):
            for node in listed:
                _open(node)
    if not root.children and _runs(root):
        _open(root)


def _runs(node: Node) -> bool:
    """Whether at least two paragraphs are listed, in order."""
    labels = [_list_label(paragraph) for paragraph in node.paragraphs]
    found = [label for label in labels if label]
    if not found:
        return False
    same = [label.number for label in found if label.style == found[0].style]
    return len(same) >= _MIN_LIST and (found[0].style == "dash" or same[0] == 1)


def _list_label(paragraph: Paragraph) -> Label | None:
    label = label_of(paragraph.text)
    return label if label and label.style in LIST_STYLES else None


def _open(node: Node) -> None:
    style = next(label.style for p in node.paragraphs if (label := _list_label(p)))
    contents, node.contents = node.contents, []
    for element in contents:
        label = _list_label(element) if isinstance(element, Paragraph) else None
        if isinstance(element, Paragraph) and label and label.style == style:
            words = element.text[label.length :]
            child = Node(element, style, label.printed, label.number, words, _RANK_OF_LIST)
            node.contents.append(child)
        elif isinstance(element, Node) or not node.children:
            node.contents.append(element)
        else:
            node.children[-1].contents.append(element)


def open_prose(nodes: Sequence[Node]) -> None:
    """Make points of paragraphs that begin with a short sentence, as if set in bold."""
    for node in [each for top in nodes for each in (top, *top.walk())]:
        if node.children or not any(_leads(paragraph) for paragraph in node.paragraphs):
            continue
        contents, node.contents = node.contents, []
        for element in contents:
            if not isinstance(element, Paragraph):
                node.contents.append(element)
            elif _leads(element) or not node.children:
                node.contents.append(_lead(element))
            else:
                node.children[-1].contents.append(element)


def _leads(paragraph: Paragraph) -> bool:
    return _LEAD.match(paragraph.text) is not None or _list_label(paragraph) is not None


def _lead(paragraph: Paragraph) -> Node:
    label = _list_label(paragraph)
    printed, length = (label.printed, label.length) if label else ("", 0)
    return Node(paragraph, "lead", printed, 0, paragraph.text[length:], _RANK_OF_LEAD)
