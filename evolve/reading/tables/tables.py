"""Tables: those that the format knows, and those whose cells stand one below another."""

import re
from collections.abc import Callable, Sequence

from evolve.model import Span
from evolve.reading.formats.base import RawText
from evolve.reading.layout.paragraphs import Paragraph
from evolve.reading.outline.nodes import TableBlock

__all__ = ["with_tables"]

_CAPTION = re.compile(
    r"^(?:附?表|专栏|專欄|(?i:table))\s*[0-9０-９一二三四五六七八九十]*(?:[-－.][0-9]+)?(?=[\s:：.、“\"《]|$|[^\d\s])"
)
_TITLE = re.compile(r"(?:情况|一览表?|表|指标|目标|清单|任务)(?:[（(].{1,20}[）)])?$")
_NOTE = re.compile(
    r"^(?:注|备注|備註|说明|資料来源|数据来源)\s*[\d①]?\s*[:：]|^(?i:notes?|source)\s*:"
)
_VALUE = re.compile(
    r"[><≥≤＞＜=~约≈]{0,2}\s*[-+－]?\d[\d,.，]*\s*(?:%|％|‰|左右|以上|以下|以内)?|[—－–-]{1,4}|/|无"
)
_YEAR = re.compile(r"(?:19|20)\d\d\s*年")
"""What the first line of a file names where it is the title of the document."""
_RULE = re.compile(r"[|:\s-]+")
_SIGN = re.compile(r"[\t|]")
_GAP = re.compile(r"[ \u3000\xa0]{2,}")
_BETWEEN_GAPS = re.compile(r"[^ \u3000\xa0]+(?:[ \u3000\xa0][^ \u3000\xa0]+)*")
_MAX_CELL = 45
_MIN_CELLS = 9
_MIN_VALUES = 0.2
_WIDTHS = range(2, 10)


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
    return end, _vertical(paragraphs, index, end)


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
        and len(text) <= _MAX_CELL
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
            if isinstance(above, Paragraph) and _is_caption(above.text, first=first):
                found.pop()
                start = above.start
                before = found[-1] if found else None
                if isinstance(before, Paragraph) and _bare_caption(before.text):
                    start = before.start
                    found.pop()
                found.append(
                    TableBlock(start, element.end, above.text, element.rows, element.header)
                )
                continue
        found.append(element)
    return found


def _is_caption(text: str, *, first: bool = False) -> bool:
    """Whether a line is the caption of a table; the first of a file may be its title."""
    if len(text) > _MAX_CELL or re.search(r"[。；;，,]$", text) or (first and _YEAR.search(text)):
        return False
    return _CAPTION.match(text) is not None or _TITLE.search(text) is not None


def _bare_caption(text: str) -> bool:
    return (match := _CAPTION.match(text)) is not None and match.end() == len(text)


def _vertical(paragraphs: Sequence[Paragraph], start: int, end: int) -> TableBlock | None:
    """A table whose cells stand one below another, in a run of short lines."""
    if end - start < _MIN_CELLS:
        return None
    values = [index for index in range(start, end) if _VALUE.fullmatch(paragraphs[index].text)]
    if len(values) < _MIN_VALUES * (end - start):
        return None
    caption = max(
        (i for i in range(start, values[0]) if _is_caption(paragraphs[i].text)), default=start - 1
    )
    cells = paragraphs[caption + 1 : end]
    for width in _WIDTHS:
        for grouped in (True, False):
            rows = _rows(cells[width:], width, grouped=grouped)
            if rows:
                header = tuple((cell.start, cell.end) for cell in cells[:width])
                return TableBlock(cells[0].start, cells[-1].end, "", (header, *rows), 1)
    return None


def _rows(cells: Sequence[Paragraph], width: int, *, grouped: bool) -> list[tuple[Span, ...]]:
    """Rows of a table with a name and values a row, below group names; empty if it is none."""
    after = width - 1 - grouped
    if after < 1:
        return []
    rows: list[tuple[Span, ...]] = []
    group: Span = (cells[0].start, cells[0].start) if cells else (0, 0)
    index = groups = 0
    while index < len(cells):
        row = cells[index : index + 1 + after]
        if _is_row(row, after):
            spans = tuple((cell.start, cell.end) for cell in row)
            rows.append((group, *spans) if grouped else spans)
            index += 1 + after
        elif grouped and not _VALUE.fullmatch(cells[index].text):
            group = (cells[index].start, cells[index].end)
            groups += 1
            index += 1
        else:
            return []
    return rows if groups <= len(rows) and (groups or not grouped) else []


def _is_row(row: Sequence[Paragraph], after: int) -> bool:
    if len(row) <= after or _VALUE.fullmatch(row[0].text):
        return False
    return all(_VALUE.fullmatch(cell.text) for cell in row[-max(1, after - 1) :])
