"""Points that are not numbered like the outline: 一是 lists, and the subjects of long prose."""

import re
from collections.abc import Sequence
from statistics import fmean

from evolve.reading.headings import is_heading
from evolve.reading.numbering import Label, label_of
from evolve.reading.outline import LIST_STYLES, Content, Node
from evolve.reading.paragraphs import Paragraph

__all__ = ["is_prose", "leads", "listed", "open_lists", "open_prose"]

_LEAD = re.compile(
    r"(?!这|這|此|其|同时|同時|为此|我们|我們|今年|去年)[^。！？；：\d]{3,26}。(?=.)"
)
_OPENS_LIST = re.compile(r"一(?:是|要|则)|首先|第一")
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


def open_lists(nodes: Sequence[Node]) -> None:
    """Make points of 一是、二是 lines where nothing finer is numbered under their headings.

    Args:
        nodes: the outermost points of a part.
    """
    for group in (nodes, *(node.children for top in nodes for node in (top, *top.walk()))):
        open_ = [node for node in group if not node.children and is_heading(node.text)]
        runs = [node for node in open_ if _style_of_list(node.paragraphs)]
        if len(runs) >= _SHARE * len(group):
            for node in runs:
                node.contents = listed(node.contents)


def listed(contents: Sequence[Content]) -> list[Content]:
    """Make points of the listed paragraphs among them; others go on with the point before."""
    style = _style_of_list([each for each in contents if isinstance(each, Paragraph)])
    made: list[Content] = []
    for content in contents:
        label = _list_label(content) if isinstance(content, Paragraph) else None
        if isinstance(content, Paragraph) and label and label.style == style:
            words = content.text[label.length :]
            made.append(Node(content, style, label.printed, label.number, words, _RANK_OF_LIST))
        elif made and isinstance(made[-1], Node) and style:
            made[-1].contents.append(content)
        else:
            made.append(content)
    return made


def _style_of_list(paragraphs: Sequence[Paragraph]) -> str:
    """Style in which at least two paragraphs are listed, the first of them first; or empty."""
    labels = [label for paragraph in paragraphs if (label := _list_label(paragraph))]
    if not labels:
        return ""
    first = labels[0]
    same = sum(label.style == first.style for label in labels)
    return first.style if same >= _MIN_LIST and first.number <= 1 else ""


def _list_label(paragraph: Paragraph) -> Label | None:
    label = label_of(paragraph.text)
    return label if label and label.style in LIST_STYLES else None


def open_prose(nodes: Sequence[Node]) -> None:
    """Make points of paragraphs that begin with a short sentence, as if set in bold."""
    for node in [each for top in nodes for each in (top, *top.walk())]:
        if not node.children and any(leads(paragraph) for paragraph in node.paragraphs):
            _open_leads(node)


def _open_leads(node: Node) -> None:
    contents, node.contents = node.contents, []
    listed = False
    for element in contents:
        if not isinstance(element, Paragraph):
            node.contents.append(element)
            continue
        listed = listed or _OPENS_LIST.match(element.text) is not None
        if leads(element) or (listed and _list_label(element)) or not node.children:
            node.contents.append(_lead(element))
        else:
            node.children[-1].contents.append(element)


def leads(paragraph: Paragraph) -> bool:
    """Whether a paragraph begins with a short sentence that names its subject."""
    label = _list_label(paragraph)
    if label is not None:
        return _OPENS_LIST.match(label.printed) is not None
    return _LEAD.match(paragraph.text) is not None


def _lead(paragraph: Paragraph) -> Node:
    label = _list_label(paragraph)
    printed, length = (label.printed, label.length) if label else ("", 0)
    return Node(paragraph, "lead", printed, 0, paragraph.text[length:], _RANK_OF_LEAD)
