"""Lines of a file -> paragraphs: hard-wrapped lines are joined again."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from evolve.model import Span
from evolve.reading.formats.base import Line, RawText
from evolve.reading.numbers.numbering import label_of

__all__ = ["SENTENCE_END", "Paragraph", "paragraphs_of"]

SENTENCE_END = "。；！？;!?…"
"""What ends a sentence; a heading ends with none of them, or with a full stop after few words."""

_CLOSED = re.compile(r"[。；！？;!?：:…][”’」』）)》〉】\"']*$")
_MIN_WRAPPED = 12
_MIN_LINES = 8
_SHARE = 0.6
_SLACK = 4
_MAX_WIDTH = 90


class Paragraph(NamedTuple):
    """A paragraph, or a line that may be a heading, a cell or part of the furniture."""

    start: int
    """First character, in the text of the file."""
    end: int
    """After the last character."""
    text: str
    """Its text; the lines of a wrapped paragraph are joined."""
    depth: int | None = None
    """Depth of the heading, where the format tells."""
    table: int | None = None
    """Table that it is a row of, where the format tells."""
    bold: bool = False
    """Whether it is set in bold."""

    def split(self, source: str, length: int) -> tuple[Span, Span]:
        """Spans of its first ``length`` characters and of the others, without white space."""
        dense = sum(not character.isspace() for character in self.text[:length])
        cut = self.start
        while dense and cut < self.end:
            dense -= not source[cut].isspace()
            cut += 1
        end = cut
        while cut < self.end and source[cut].isspace():
            cut += 1
        return (self.start, end), (cut, self.end)


def paragraphs_of(raw: RawText) -> list[Paragraph]:
    """The paragraphs of a file in order, tables one row a paragraph."""
    width = _wrap_width(raw)
    groups: list[list[Line]] = []
    for line in raw.lines:
        if groups and width and _continues(raw.text, groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_joined(raw.text, group) for group in groups]


def _joined(text: str, lines: Sequence[Line]) -> Paragraph:
    first, last = lines[0], lines[-1]
    words = text[first.start : first.end]
    for line in lines[1:]:
        part = text[line.start : line.end]
        glue = " " if words[-1:].isascii() and part[:1].isascii() and words[-1:] != "-" else ""
        words = words + glue + part
    return Paragraph(first.start, last.end, words, first.depth, first.table, first.bold)


def _wrap_width(raw: RawText) -> int:
    """Width at which the lines of a plain text were broken, or 0 if they were not."""
    if raw.format not in {"txt", "pdf"}:
        return 0
    open_lines = sorted(
        line.end - line.start
        for line in raw.lines
        if line.table is None
        and not _CLOSED.search(raw.text[max(line.start, line.end - 4) : line.end])
    )
    long_lines = [length for length in open_lines if length >= _MIN_WRAPPED]
    if len(long_lines) < _MIN_LINES:
        return 0
    width = long_lines[int(len(long_lines) * 0.9)]
    at_edge = sum(width - _SLACK <= length <= width + _SLACK for length in long_lines)
    longest = max(line.end - line.start for line in raw.lines)
    if at_edge < _SHARE * len(long_lines) or longest > width + 2 * _SLACK or width > _MAX_WIDTH:
        return 0
    return width


def _continues(text: str, before: Line, line: Line, width: int) -> bool:
    """Whether ``line`` goes on with the paragraph of the line before it."""
    if before.end - before.start < width - _SLACK or before.depth or line.depth:
        return False
    if before.table is not None or line.table is not None:
        return False
    gap = text[before.end : line.start]
    if gap.count("\n") > 1 or _indent(gap) > _indent_of(text, before):
        return False
    return label_of(text[line.start : line.end]) is None


def _indent(gap: str) -> int:
    return sum(2 if space == "\u3000" else 1 for space in gap.rpartition("\n")[2])


def _indent_of(text: str, line: Line) -> int:
    start = text.rfind("\n", 0, line.start) + 1
    return _indent("\n" + text[start : line.start])
