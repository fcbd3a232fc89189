"""Where lists of 一是, 首先 or dashes begin and end among the paragraphs of a point."""

from collections.abc import Iterator, Sequence

from evolve.reading.layout.paragraphs import Paragraph
from evolve.reading.numbers.numbering import Label, label_of
from evolve.reading.outline.headings import is_heading
from evolve.reading.outline.kinds import closes
from evolve.reading.outline.nodes import LIST_STYLES, Content
from evolve.reading.outline.unnumbered import STOPS

__all__ = ["list_label", "list_styles", "lists_in"]

_MIN_LIST, _SECOND = 2, 2


def list_styles(contents: Sequence[Content]) -> list[str]:
    """For each of them, style of the list that it stands in, or empty between two lists."""
    styles = [""] * len(contents)
    lists = list(lists_in(contents))
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


def lists_in(contents: Sequence[Content]) -> Iterator[tuple[int, int, str]]:
    """First and last index of each list that is not inside another one, and its style."""
    labels = [
        (index, label)
        for index, content in enumerate(contents)
        if isinstance(content, Paragraph) and (label := list_label(content))
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


def list_label(paragraph: Paragraph) -> Label | None:
    """The sign of a list that a paragraph begins with, or None."""
    label = label_of(paragraph.text)
    return label if label and label.style in LIST_STYLES else None
