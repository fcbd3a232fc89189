"""Tables: those that the format knows, and those whose cells stand one below another."""

import re
from collections.abc import Callable, Sequence

from evolve.model import Span
from evolve.reading.formats.base import RawText
from evolve.reading.layout.paragraphs import Paragraph
from evolve.reading.outline.nodes import TableBlock
from evolve.reading.tables.captions import MAX_CELL, bare_caption, is_caption
from evolve.reading.tables.vertical import vertical_table

__all__ = ["with_tables"]

_NOTE = re.compile(
    r"^(?:注|备注|備註|说明|資料来源|数据来源)\s*[\d①]?\s*[:：]|^(?i:notes?|source)\s*:"
)
_RULE = re.compile(r"[|:\s-]+")
_SIGN = re.compile(r"[\t|]")
_GAP = re.compile(r"[ \u3000\xa0]{2,}")
_BETWEEN_GAPS = re.compile(r"[^ \u3000\xa0]+(?:[ \u3000\xa0][^ \u3000\xa0]+)*")


def with_tables(raw: RawText, paragraphs: Sequence[Paragraph]) -> list[Paragraph | TableBlock]:
    """Put tables in the place of their lines."""
    found: list[Paragraph | TableBlock] = []
    index = 0
    while index < len(paragraphs):
        end, block = _table_at(raw, paragraphs, index)
        if block is None:
            found.extend(paragraphs[index:end])
            index = end
            continue
        found += [each for each in paragraphs[index:end] if each.start < block.start]
        block, index = _noted(block, paragraphs, end)
        found.append(block)
    return _captioned(found)


def _table_at(
    raw: RawText, paragraphs: Sequence[Paragraph], index: int
) -> tuple[int, TableBlock | None]:
    """The table that begins at a paragraph, and the index after what was looked at."""
    number = paragraphs[index].table
    if number is not None:
        end = _while(paragraphs, index, lambda each: each.table == number)
        return end, _known(raw, paragraphs, index, end)
    cells = len(_cells(raw.text, paragraphs[index]))
    if cells > 1:
        end = _while(paragraphs, index, lambda each: len(_cells(raw.text, each)) == cells)
        fewest = 2 if _SIGN.search(paragraphs[index].text) else 3
        if end >= index + fewest:
            return end, _separated(raw, paragraphs[index:end])
    end = max(index + 1, _while(paragraphs, index, _is_cell))
    return end, vertical_table(paragraphs, index, end)


def _while(paragraphs: Sequence[Paragraph], index: int, test: Callable[[Paragraph], bool]) -> int:
    while index < len(paragraphs) and test(paragraphs[index]):
        index += 1
    return index


def _cells(text: str, paragraph: Paragraph) -> list[Span]:
    """Spans of the cells of a line that separates them by tabs, upright bars or wide gaps."""
    line = text[paragraph.start : paragraph.end]
    if not _SIGN.search(line):
        return _aligned(line, paragraph.start)
    separator = "\t" if "\t" in line else "|"
    if line.count(separator) < 2 or (separator == "|" and line[0] != "|"):  # noqa: PLR2004 - two gaps
        return []
    spans, at = [], paragraph.start
    for cell in line.split(separator):
        left = at + len(cell) - len(cell.lstrip())
        spans.append((left, left + len(cell.strip())))
        at += len(cell) + 1
    return spans[1:-1] if separator == "|" else spans


def _aligned(line: str, start: int) -> list[Span]:
    """Cells that spaces set under each other, as in a text copied from a page."""
    if not _has_columns(line) or "\n" in line:
        return []
    return [(start + cell.start(), start + cell.end()) for cell in _BETWEEN_GAPS.finditer(line)]


def _has_columns(line: str) -> bool:
    """Whether wide gaps part a line into three pieces or more."""
    wide = "  " in line or "\u3000\u3000" in line
    return wide and len(_GAP.split(line, 2)) > 2  # noqa: PLR2004 - three columns


def _separated(raw: RawText, lines: Sequence[Paragraph]) -> TableBlock:
    rows = [tuple(_cells(raw.text, line)) for line in lines if not _RULE.fullmatch(line.text)]
    return TableBlock(lines[0].start, lines[-1].end, "", tuple(rows), 1)


def _is_cell(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return (
        paragraph.table is None
        and len(text) <= MAX_CELL
        and not re.search(r"[。；;\t]|[:：]$|^\|", text)
        and not _NOTE.match(text)
        and not _has_columns(text)
    )


def _known(
    raw: RawText, paragraphs: Sequence[Paragraph], start: int, end: int
) -> TableBlock | None:
    grid = raw.tables[paragraphs[start].table or 0]
    rows = tuple(row for row in grid.rows if any(b > a for a, b in row))
    if len(rows) < 2 or len(rows[0]) < 2:  # noqa: PLR2004 - less is a frame around text
        return None
    return TableBlock(paragraphs[start].start, paragraphs[end - 1].end, grid.title, rows, 1)


def _noted(
    block: TableBlock, paragraphs: Sequence[Paragraph], index: int
) -> tuple[TableBlock, int]:
    """A note right below a table belongs to it."""
    if index < len(paragraphs) and _NOTE.match(paragraphs[index].text):
        end = paragraphs[index].end
        return TableBlock(block.start, end, block.title, block.rows, block.header), index + 1
    return block, index


def _captioned(elements: list[Paragraph | TableBlock]) -> list[Paragraph | TableBlock]:
    """A caption right above a table belongs to it."""
    found: list[Paragraph | TableBlock] = []
    for element in elements:
        if isinstance(element, TableBlock) and found and not element.title:
            above = found[-1]
            first = len(found) == 1
            if isinstance(above, Paragraph) and is_caption(above.text, first=first):
                found.pop()
                start = above.start
                before = found[-1] if found else None
                if isinstance(before, Paragraph) and bare_caption(before.text):
                    start = before.start
                    found.pop()
                found.append(
                    TableBlock(start, element.end, above.text, element.rows, element.header)
                )
                continue
        found.append(element)
    return found
