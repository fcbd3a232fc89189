"""The covering letter of a document: from its title to the title of what it brings."""

import re
from collections.abc import Sequence

from evolve.reading.layout.aside import Furniture, day_in
from evolve.reading.layout.paragraphs import Paragraph
from evolve.reading.numbers.numbering import Label
from evolve.reading.recognition.titles import is_notice, title_at

__all__ = ["ADDRESSEE", "BODY", "FEW", "LONG", "NUMBER", "mark_letter"]

ADDRESSEE = re.compile(r"^[^。；]{2,120}[:：]$")
"""A line to whom a letter goes, as 各区教育局:"""
NUMBER = re.compile(
    r"^[\u4e00-\u9fff（）()]{0,12}[〔［\[【（(]\s*((?:19|20)\d\d)\s*[〕］\]】）)]\s*第?\s*\d{1,4}\s*号$"
)
"""The number of a document: 穗教〔2021〕3号."""
BODY = re.compile(
    r"^[\u4e00-\u9fff、\s]{3,30}(?:局|厅|廳|委员会|委員會|委|办公室|辦公室|政府|部|院|办|中心|国务院)$"
)
"""A body that signs."""
_LETTER = re.compile(
    r"现将.{0,90}印发|现印发|印发给(?:你们|你單位|你单位|各)|现予(?:印发|公布|发布)|请.{0,14}(?:贯彻|遵照)(?:落实|执行)|同意印发|现将《"
)
LONG = 60
"""Characters of a line above which it is no mere line."""
FEW = 15
"""So few characters, or lines, are few."""
_MAX_LETTER = 60
"""Paragraphs that a letter has at most."""


def mark_letter(
    paragraphs: Sequence[Paragraph], labels: Sequence[Label | None], found: Furniture
) -> None:
    """A covering notice, from its title to the title of the document that it brings."""
    cue = next(
        (
            i
            for i, p in enumerate(paragraphs)
            if i not in found.reasons and labels[i] is None and _LETTER.search(p.text)
        ),
        None,
    )
    if cue is None or sum(label is not None for label in labels[:cue]) > FEW:
        return
    end = _end_of_letter(paragraphs, labels, cue, found)
    if end is None:
        return
    start = _start_of_letter(paragraphs, cue, found)
    for index in range(start, end):
        found.mark(index, "covering letter")
        text = paragraphs[index].text
        if BODY.match(text) and index > cue:
            found.bodies.append((text.replace(" ", ""), "signature"))
        if index > cue and len(text) < LONG:
            found.dated(text, "signature")


def _end_of_letter(
    paragraphs: Sequence[Paragraph],
    labels: Sequence[Label | None],
    cue: int,
    found: Furniture,
) -> int | None:
    """Index after the letter, at what it brings; None if it is the document itself."""
    for index in range(cue + 1, min(len(paragraphs), cue + _MAX_LETTER)):
        text = paragraphs[index].text
        if index in found.reasons:
            return index
        title = title_at(paragraphs, index)
        if title is not None and not is_notice(title.text):
            return index
        if labels[index] is not None and len(text) > 1 and not text.startswith("附"):
            return None if index > cue + 1 and not _signed(paragraphs, cue, index) else index
        if len(text) > LONG and index > cue + 1 and _signed(paragraphs, cue, index):
            return index
    return None


def _signed(paragraphs: Sequence[Paragraph], start: int, end: int) -> bool:
    return any(day_in(p.text) and len(p.text) < LONG for p in paragraphs[start:end])


def _start_of_letter(paragraphs: Sequence[Paragraph], cue: int, found: Furniture) -> int:
    for index in range(cue + 1):
        if index in found.reasons:
            continue
        title = title_at(paragraphs, index)
        if title is not None and is_notice(title.text) and index + title.lines <= cue + 1:
            found.notice = found.notice or title.text
            return index
    start = cue
    while start and len(paragraphs[start - 1].text) <= LONG and start - 1 not in found.reasons:
        if NUMBER.match(paragraphs[start - 1].text) or ADDRESSEE.match(paragraphs[start - 1].text):
            start -= 1
        else:
            break
    return start
