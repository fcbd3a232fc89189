"""Lines of a file -> paragraphs: hard-wrapped lines are joined again."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from evolve.model import Span
from evolve.reading.formats.base import Line, RawText
from evolve.reading.layout.script import glue
from evolve.reading.numbers.numbering import label_of

__all__ = ["SENTENCE_END", "Paragraph", "paragraphs_of"]

SENTENCE_END = "。；！？;!?…"
"""What ends a sentence; a heading ends with none of them, or with a full stop after few words."""

_CLOSED = re.compile(r"[。；！？;!?：:…][”’」』）)》〉】\"']*$")
_PROSE = re.compile(r"[，。；、,;]|\. ")
_FIRST_WORD = re.compile(r"[!-~]+|.")
_MIN_WRAPPED = 24
_MIN_LINES = 5
_SHARE = 0.6
_LONGER = 0.05
"""Share of the lines that may be longer than the others, such as the title of a web page."""
_SLACK = 8
_INDENT = 2
"""Cells by which a line that begins a paragraph is indented at least."""
_WIDTHS = range(40, 181)


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
    indented = bool(width) and _indents_first(raw, width)
    groups: list[list[Line]] = []
    for line in raw.lines:
        opens = indented and _indent_of(raw.text, line) >= _INDENT
        if groups and width and not opens and _continues(raw.text, groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_joined(raw.text, group) for group in groups]


def _joined(text: str, lines: Sequence[Line]) -> Paragraph:
    first, last = lines[0], lines[-1]
    words = text[first.start : first.end]
    for line in lines[1:]:
        part = text[line.start : line.end]
        words += glue(words, part) + part
    return Paragraph(first.start, last.end, words, first.depth, first.table, first.bold)


def _wrap_width(raw: RawText) -> int:
    """Width in cells at which the lines of a plain text were broken, or 0 if they were not."""
    if raw.format not in {"txt", "pdf"}:
        return 0
    lines = [raw.text[line.start : line.end] for line in raw.lines if line.table is None]
    widths = [_cells(line) for line in lines]
    unfinished = [
        (own, after)
        for own, line, after in zip(widths, lines, [*lines[1:], ""], strict=False)
        if own >= _MIN_WRAPPED and _PROSE.search(line) and not _closed(line)
    ]
    if len(unfinished) < _MIN_LINES:
        return 0
    width = sorted(own for own, _ in unfinished)[int(len(unfinished) * 0.9)]
    full = sum(_is_full(own, after, width) for own, after in unfinished)
    longer = sum(own > width + _SLACK for own in widths)
    broken = full >= _SHARE * len(unfinished) and longer <= _LONGER * len(lines)
    return width if broken and width in _WIDTHS else 0


def _indents_first(raw: RawText, width: int) -> bool:
    """Whether only the first line of a paragraph is indented, so that an indent begins one."""
    goes_on: list[bool] = []
    for before, line in pairwise(raw.lines):
        words, after = raw.text[before.start : before.end], raw.text[line.start : line.end]
        if not _closed(words) and _is_full(_cells(words), after, width):
            goes_on.append(_indent_of(raw.text, line) < _INDENT)
    return sum(goes_on) >= _SHARE * len(goes_on)


def _cells(line: str) -> int:
    """Cells of a line: one for a letter (one byte of UTF-8), two for an ideograph (three)."""
    return (len(line) + len(line.encode())) // 2


def _is_full(cells: int, after: str, width: int) -> bool:
    """Whether a line was broken because the first word of the next would not have fitted."""
    word = _FIRST_WORD.match(after)
    needed = cells + (_cells(word[0]) if word else 0)
    return needed > width - _SLACK and cells <= width + _SLACK


def _continues(text: str, before: Line, line: Line, width: int) -> bool:
    """Whether ``line`` goes on with the paragraph of the line before it."""
    words, after = text[before.start : before.end], text[line.start : line.end]
    if before.depth or line.depth or not _is_full(_cells(words), after, width):
        return False
    if before.table is not None or line.table is not None:
        return False
    gap = text[before.end : line.start]
    over_page = gap.strip() != ""
    if (gap.count("\n") > 1 and not over_page) or _indent(gap) > _indent_of(text, before):
        return False
    heads = _closed(words) and not _closed(after) and _cells(after) < width - 2 * _SLACK
    return not heads and label_of(after) is None


def _closed(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return _CLOSED.search(line[-4:]) is not None


def _indent(gap: str) -> int:
    return sum(2 if space == "\u3000" else 1 for space in gap.rpartition("\n")[2])


def _indent_of(text: str, line: Line) -> int:
    start = text.rfind("\n", 0, line.start) + 1
    return _indent("\n" + text[start : line.start])
