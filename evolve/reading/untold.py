"""What a document does not tell itself: its title, its years."""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from evolve.model import Period, QuantityKind, Role
from evolve.reading.formats.base import RawText
from evolve.reading.layout.paragraphs import Paragraph
from evolve.reading.layout.script import is_latin
from evolve.reading.outline.nodes import TableBlock
from evolve.reading.recognition.blocks import Block
from evolve.reading.recognition.parts import Part
from evolve.reading.recognition.titles import title_at
from evolve.reading.tables.indicator_rows import columns_of

__all__ = ["date_by_tables", "lend_years", "name_untitled"]

_ANNOUNCED = re.compile(
    r"《([^《》]{6,60})》(?:全文)?(?:正式|重磅|今日|已)?(?:发布|公布|印发|出台|来了|如下)"
)
"""A title in the words of news: 《教育部2022年工作要点》发布."""
_OPENING = 3


def name_untitled(blocks: Sequence[Block], raw: RawText) -> None:
    """Give the only document of a file the title that announces it, or the name of the file."""
    held = [block for block in blocks if block.elements]
    if len(held) != 1 or held[0].title is not None:
        return
    opening = held[0].elements[:_OPENING]
    announced = [_ANNOUNCED.search(e.text) for e in opening if isinstance(e, Paragraph)]
    names = [(match[1], "the words that announce it") for match in announced if match]
    names.append((Path(raw.file).stem, "the name of the file"))
    for words, source in names:
        title = title_at([Paragraph(0, len(words), words)], 0, first=True)
        if title is not None and not is_latin(words):
            held[0].title, held[0].named_by = title, source
            return


def date_by_tables(part: Part, raw: RawText) -> None:
    """A mere table of indicators plans from its baseline to its targets."""
    headers = [each.rows[0] for _, each in part.contents if isinstance(each, TableBlock)]
    for header in headers if part.period is None else []:
        columns = columns_of([raw.text[start:end] for start, end in header])
        years = {year: kind for _, year, kind in columns.values if year} if columns else {}
        targets = [year for year, kind in years.items() if kind == QuantityKind.TARGET]
        if targets:
            known = [year + 1 for year in years if year < min(targets)]
            part.period = Period(start=max(known, default=min(targets)), end=max(targets))
            several = part.period.end > part.period.start
            part.role = Role.MULTI_YEAR_PLAN if several else Role.PLAN
            return


def lend_years(parts: Sequence[Part]) -> None:
    """A part whose years nothing tells belongs to the one before it, or the first after it."""
    for before, part in pairwise(parts):
        if part.period is None and before.period is not None:
            part.role, part.period = before.role, before.period
    for after, part in pairwise(reversed(parts)):
        if part.period is None and after.period is not None:
            part.role, part.period = after.role, after.period
