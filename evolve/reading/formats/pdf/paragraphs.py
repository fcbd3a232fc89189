"""Printed lines -> paragraphs, over line and page breaks."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from evolve.reading.formats.pdf.page import PageLine

__all__ = ["TypeArea", "joined", "type_area"]

_INDENT = 0.8
"""Indent of a first line, in heights of the line."""
_SLACK = 2.3
"""Heights by which a full line may end before the right edge: a punctuation mark and a character
that did not fit, or a number that is not broken."""
_EDGE = 8.0
"""Points within which the right ends of lines count as one edge."""
_LEADING = 1.45
"""Distance to the line above, in usual distances, that separates paragraphs."""
_SIZE = 1.2
"""Ratio of heights of two lines of one paragraph."""
_LATIN = 0.6
"""Width of a Latin letter or digit, in heights of the line."""
_UNBROKEN = re.compile(r"(?:\S?[\x21-\x7e“”‘’、。，；：！？）》…—]+)?")
"""What went to a line as a whole, such as 委“1310”: the line above is short by as much."""
_SHORT = 0.3
"""Share of the type area by which a line may be short where an indent tells a new paragraph."""
_LABEL = re.compile(
    r"第[一二三四五六七八九十百零〇\d]{1,4}[编章节条]|[（(][一二三四五六七八九十百\d]{1,3}[）)]"
    r"|[一二三四五六七八九十百]{1,3}[、.．]|\d{1,3}(?:[、)）]|[.．](?!\d))|[①-⑳]|[●•■◆]|——"
)
_END = re.compile(r"[。；：！？;:!?]['”’」』)）]*$")
_POINT = re.compile(r"[一二三四五六七八九十]{1,2}是")
_SENTENCE_END = re.compile(r"[。！？!?]['”’」』)）]*$")


class TypeArea(NamedTuple):
    """The type area of a document, in points."""

    left: float
    """Where a line that is not indented begins."""
    right: float
    """Where a full line ends."""
    leading: float
    """Usual distance between two lines of a paragraph."""
    indented: bool
    """Whether paragraphs begin with an indent."""

    @property
    def slack(self) -> float:
        """How short a line may be that another one follows, as an indent tells where it does."""
        return _SHORT * (self.right - self.left) if self.indented else 0.0


def type_area(pages: Sequence[Sequence[PageLine]]) -> TypeArea:
    """Find the type area: the commonest left edge, the right edge of long lines, the leading."""
    lines = [line for page in pages for line in page]
    lefts = Counter(round(line.left / 2) * 2 for line in lines)
    rights = Counter(round(line.right / _EDGE) for line in lines)
    steps = Counter(
        round(above.base - below.base)
        for page in pages
        for above, below in pairwise(page)
        if above.base > below.base
    )
    often = [left for left, count in lefts.items() if count >= max(2, len(lines) * 0.1)]
    left = min(often, default=min(lefts, default=0))
    full = [edge for edge, count in rights.items() if count >= max(2, len(lines) * 0.03)]
    right = max(full, default=max(rights, default=0)) * _EDGE
    starts = [
        below.left > left + _INDENT * below.height
        for page in pages
        for above, below in pairwise(page)
        if above.right < right - _SLACK * above.height
    ]
    return TypeArea(
        left=left,
        right=right,
        leading=steps.most_common(1)[0][0] if steps else 0.0,
        indented=sum(starts) > len(starts) / 2,
    )


def joined(
    lines: Iterable[tuple[int, PageLine]], area: TypeArea
) -> Iterator[tuple[int, list[PageLine]]]:
    """Group lines into paragraphs.

    Args:
        lines: page number and line, in the order of reading, margins and tables left out.
        area: the type area.

    Yields:
        Page on which the paragraph starts, and its lines.
    """
    paragraph: list[PageLine] = []
    first = last = 0
    for page, line in lines:
        if paragraph and not _goes_on(paragraph[-1], line, area, same_page=page == last):
            yield first, paragraph
            paragraph = []
        if not paragraph:
            first = page
        paragraph.append(line)
        last = page
    if paragraph:
        yield first, paragraph


def _goes_on(last: PageLine, line: PageLine, area: TypeArea, *, same_page: bool) -> bool:
    height = max(last.height, line.height)
    if height > _SIZE * min(last.height, line.height):
        return False
    if area.right - last.right > max(area.slack, _SLACK * height + _whole(line)):
        return False
    if line.left > area.left + _INDENT * height:
        return False
    if same_page and last.base - line.base > max(_LEADING * area.leading, 1.2 * height):
        return False
    return area.indented or not _opens(last.text, line.text)


def _whole(line: PageLine) -> float:
    """Width of what could not be broken at the start of a line."""
    found = _UNBROKEN.match(line.text)
    return len(found[0]) * _LATIN * line.height if found else 0.0


def _opens(last: str, text: str) -> bool:
    """Whether a line opens a paragraph, by its number; where no indent tells."""
    if _LABEL.match(text):
        return _END.search(last) is not None
    return _POINT.match(text) is not None and _SENTENCE_END.search(last) is not None
