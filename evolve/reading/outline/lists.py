"""Points that are not numbered like the outline: 一是 lists, and the subjects of long prose."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import fmean

from evolve.reading.layout.paragraphs import Paragraph
from evolve.reading.layout.script import size
from evolve.reading.outline.headings import is_heading
from evolve.reading.outline.kinds import is_diagnosis
from evolve.reading.outline.nodes import LIST_STYLES, Content, Node
from evolve.reading.outline.runs import list_label, list_styles, lists_in

__all__ = [
    "is_prose",
    "is_subject",
    "lead",
    "leads",
    "listed",
    "open_lists",
    "open_prose",
    "open_subjects",
]

_LEAD = re.compile(
    r"(?!这|這|此|其|同时|同時|为此|我们|我們|今年|去年|展望|回首|让我们)[^。！？；：\d]{3,26}。(?=.)|"
    r"(?!(?:This|These|It|Such|In addition|Meanwhile|However|Over the past)\b)"
    r"[A-Z][^.!?:;]{10,150}\.\s+(?=[A-Z])"
)
_LOOKS_BACK = re.compile(r"(?:过去|過去)的?[一五]年(?:来|來)?[，,]?|[一五]年[来來][，,]?")
_OPENS_LIST = re.compile(r"一(?:是|要|则)|首先|第一")
_PROSE = 600
_SUBJECT = 150
"""Length from which a paragraph that looks back tells of a subject of its own."""
_ALWAYS = 0.8
_FEW = 3
_RANK_OF_LIST, _RANK_OF_LEAD = 96.0, 97.0
_SHARE = 0.5


def is_prose(nodes: Sequence[Node]) -> bool:
    """Whether the finest points, or those of one list, each hold several subjects.

    They do where they are very long, and those of a list where subjects open paragraphs in them.
    """
    groups: dict[str, list[Node]] = defaultdict(list)
    for node in (each for top in nodes for each in (top, *top.walk())):
        if not node.children:
            groups[node.style if node.style in LIST_STYLES else ""].append(node)
    return any(
        fmean(map(_size, group)) > _PROSE
        or (style and any(leads(each) and not is_subject(each) for each in _paragraphs(group)))
        for style, group in groups.items()
    )


def _size(node: Node) -> int:
    return size(node.text) + sum(size(paragraph.text) for paragraph in node.paragraphs)


def _paragraphs(nodes: Sequence[Node]) -> Iterator[Paragraph]:
    return (paragraph for node in nodes for paragraph in node.paragraphs)


def open_lists(nodes: Sequence[Node]) -> None:
    """Make points of 一是、二是 lines where nothing finer is numbered under their headings.

    Args:
        nodes: the outermost points of a part.
    """
    for group in (nodes, *(node.children for top in nodes for node in (top, *top.walk()))):
        open_ = [node for node in group if not node.children and is_heading(node.text)]
        runs = [node for node in open_ if next(lists_in(node.contents), None)]
        if len(runs) >= _SHARE * len(group):
            for node in runs:
                node.contents = listed(node.contents)


def listed(contents: Sequence[Content]) -> list[Content]:
    """Make points of the listed paragraphs among them; others go on with the point before.

    One list may follow another; what leads over to the next, or sums up the one before, belongs
    to neither.
    """
    style_at = list_styles(contents)
    made: list[Content] = []
    for index, content in enumerate(contents):
        label = list_label(content) if isinstance(content, Paragraph) else None
        style = style_at[index]
        if isinstance(content, Paragraph) and label and label.style == style:
            words = content.text[label.length :]
            made.append(Node(content, style, label.printed, label.number, words, _RANK_OF_LIST))
        elif style and made and isinstance(made[-1], Node):
            made[-1].contents.append(content)
        else:
            made.append(content)
    return made


def is_subject(paragraph: Paragraph) -> bool:
    """Whether a long paragraph looks back on one subject that its first words name."""
    looks_back = _LOOKS_BACK.match(paragraph.text)
    if looks_back is None or len(paragraph.text) < _SUBJECT:
        return False
    return _LEAD.match(paragraph.text, looks_back.end()) is not None


def open_prose(nodes: Sequence[Node]) -> None:
    """Make points of paragraphs that begin with a short sentence, as if set in bold."""
    for node in [each for top in nodes for each in (top, *top.walk())]:
        if not node.children and any(leads(paragraph) for paragraph in node.paragraphs):
            _open_leads(node)


def open_subjects(nodes: Sequence[Node]) -> None:
    """Make points of the paragraphs under headings where nearly all begin with their subject."""
    leaves = [
        node
        for node in (each for top in nodes for each in (top, *top.walk()))
        if not node.children and node.paragraphs and is_heading(node.text)
    ]
    alike = [node for node in leaves if all(map(leads, node.paragraphs))]
    several = [node for node in alike if len(node.paragraphs) > 1]
    if several and len(alike) >= _ALWAYS * len(leaves) and len(list(_paragraphs(alike))) >= _FEW:
        for node in several:
            _open_leads(node)


def _open_leads(node: Node) -> None:
    contents, node.contents = node.contents, []
    listed = False
    for element in contents:
        if not isinstance(element, Paragraph):
            node.contents.append(element)
            continue
        listed = listed or _OPENS_LIST.match(element.text) is not None
        if leads(element) or (listed and list_label(element)) or not node.children:
            node.contents.append(lead(element))
        else:
            node.children[-1].contents.append(element)


def leads(paragraph: Paragraph) -> bool:
    """Whether a paragraph begins with a short sentence that names its subject."""
    label = list_label(paragraph)
    if label is not None:
        return _OPENS_LIST.match(label.printed) is not None
    return _LEAD.match(paragraph.text) is not None and not is_diagnosis(paragraph.text)


def lead(paragraph: Paragraph) -> Node:
    """Make a point of a paragraph."""
    label = list_label(paragraph)
    printed, length = (label.printed, label.length) if label else ("", 0)
    return Node(paragraph, "lead", printed, 0, paragraph.text[length:], _RANK_OF_LEAD)
