"""Points that are not numbered like the outline: 一是 lists, and the subjects of long prose."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import fmean

from evolve.reading.layout.paragraphs import Paragraph
from evolve.reading.layout.script import size
from evolve.reading.numbers.numbering import Label, label_of
from evolve.reading.outline.headings import is_heading
from evolve.reading.outline.kinds import closes, is_diagnosis
from evolve.reading.outline.nodes import LIST_STYLES, Content, Node
from evolve.reading.outline.unnumbered import STOPS

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
_MIN_LIST, _SECOND = 2, 2
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
        runs = [node for node in open_ if next(_lists(node.contents), None)]
        if len(runs) >= _SHARE * len(group):
            for node in runs:
                node.contents = listed(node.contents)


def listed(contents: Sequence[Content]) -> list[Content]:
    """Make points of the listed paragraphs among them; others go on with the point before.

    One list may follow another; what leads over to the next, or sums up the one before, belongs
    to neither.
    """
    style_at = _styles(contents)
    made: list[Content] = []
    for index, content in enumerate(contents):
        label = _list_label(content) if isinstance(content, Paragraph) else None
        style = style_at[index]
        if isinstance(content, Paragraph) and label and label.style == style:
            words = content.text[label.length :]
            made.append(Node(content, style, label.printed, label.number, words, _RANK_OF_LIST))
        elif style and made and isinstance(made[-1], Node):
            made[-1].contents.append(content)
        else:
            made.append(content)
    return made


def _styles(contents: Sequence[Content]) -> list[str]:
    """For each of them, style of the list that it stands in, or empty between two lists."""
    styles = [""] * len(contents)
    lists = list(_lists(contents))
    ends = [start for start, _, _ in lists[1:]] + [len(contents)]
    for (start, last, style), end in zip(lists, ends, strict=False):
        after = range(last + 1, end)
        between = end < len(contents)
        apart = (
            i
            for i in after
            if (between and (i == end - 1 or _sums_up(contents[i])))
            or (style == "dash" and _heads(contents[i : i + 2]))
        )
        for index in range(start, next(apart, end)):
            styles[index] = style
    return styles


def _lists(contents: Sequence[Content]) -> Iterator[tuple[int, int, str]]:
    """First and last index of each list that is not inside another one, and its style."""
    labels = [
        (index, label)
        for index, content in enumerate(contents)
        if isinstance(content, Paragraph) and (label := _list_label(content))
    ]
    at = 0
    while at < len(labels):
        start, first = labels[at]
        own = [i for i in range(at, len(labels)) if labels[i][1].style == first.style]
        if len(own) >= max(_MIN_LIST, first.number + 1) and first.number <= _SECOND:
            yield start, labels[own[-1]][0], first.style
            at = own[-1] + 1
        elif at:
            at += 1
        else:
            return


def _sums_up(content: Content) -> bool:
    return isinstance(content, Paragraph) and closes(content.text, at_end=True)


def _heads(contents: Sequence[Content]) -> bool:
    """Whether a line without a stop stands above a sentence, after a list of mere lines."""
    lines = [each.text for each in contents if isinstance(each, Paragraph)]
    if len(lines) < 2 or label_of(lines[0]):  # noqa: PLR2004 - the line and the sentence
        return False
    return is_heading(lines[0]) and lines[0][-1] not in STOPS and lines[1][-1] in STOPS


def is_subject(paragraph: Paragraph) -> bool:
    """Whether a long paragraph looks back on one subject that its first words name."""
    looks_back = _LOOKS_BACK.match(paragraph.text)
    if looks_back is None or len(paragraph.text) < _SUBJECT:
        return False
    return _LEAD.match(paragraph.text, looks_back.end()) is not None


def _list_label(paragraph: Paragraph) -> Label | None:
    label = label_of(paragraph.text)
    return label if label and label.style in LIST_STYLES else None


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
        if leads(element) or (listed and _list_label(element)) or not node.children:
            node.contents.append(lead(element))
        else:
            node.children[-1].contents.append(element)


def leads(paragraph: Paragraph) -> bool:
    """Whether a paragraph begins with a short sentence that names its subject."""
    label = _list_label(paragraph)
    if label is not None:
        return _OPENS_LIST.match(label.printed) is not None
    return _LEAD.match(paragraph.text) is not None and not is_diagnosis(paragraph.text)


def lead(paragraph: Paragraph) -> Node:
    """Make a point of a paragraph."""
    label = _list_label(paragraph)
    printed, length = (label.printed, label.length) if label else ("", 0)
    return Node(paragraph, "lead", printed, 0, paragraph.text[length:], _RANK_OF_LEAD)
