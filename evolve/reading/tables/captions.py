"""Lines that name a table."""

import re

__all__ = ["MAX_CELL", "bare_caption", "is_caption"]

_CAPTION = re.compile(
    r"^(?:附?表|专栏|專欄|(?i:table))\s*[0-9０-９一二三四五六七八九十]*(?:[-－.][0-9]+)?(?=[\s:：.、“\"《]|$|[^\d\s])"
)
_TITLE = re.compile(r"(?:情况|一览表?|表|指标|目标|清单|任务)(?:[（(].{1,20}[）)])?$")
_YEAR = re.compile(r"(?:19|20)\d\d\s*年")
"""What the first line of a file names where it is the title of the document."""
MAX_CELL = 45
"""Characters of the longest cell, or caption."""


def is_caption(text: str, *, first: bool = False) -> bool:
    """Whether a line is the caption of a table; the first of a file may be its title."""
    if len(text) > MAX_CELL or re.search(r"[。；;，,]$", text) or (first and _YEAR.search(text)):
        return False
    return _CAPTION.match(text) is not None or _TITLE.search(text) is not None


def bare_caption(text: str) -> bool:
    """Whether a line is only the number of a table: 表3."""
    return (match := _CAPTION.match(text)) is not None and match.end() == len(text)
