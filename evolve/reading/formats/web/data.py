"""What a page says of itself: title, day of publication, document number."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from evolve.reading.formats.web.blocks import Block

__all__ = ["number_of", "published_on", "title_of"]

_TITLES = ("articletitle", "og:title", "dc.title", "title")
_DATES = ("pubdate", "publishdate", "article:published_time", "publish_time", "dc.date", "date")
_DATE = re.compile(r"((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")
_PUBLISHED = re.compile(
    r"(?:发布|发文|公开|公布|更新)\s*(?:日期|时间)?\s*[:：]\s*(?=(?:19|20)\d\d)|[Pp]ublished\s*:?\s*"
)
_NUMBER = re.compile(
    r"(?:文\s*号|发文字号)\s*[:：]?\s*([\u4e00-\u9fff]{1,12}[〔\[（(【]\s*\d{4}\s*[〕\]）)】]\s*\d{1,5}\s*号)"
)
_SITE = re.compile(r"\s*[-_|–—]+\s*")


def title_of(tree: Any, blocks: Iterable[Block]) -> str:
    """Title by the page's data, its one first heading, or its ``title`` without the site's name."""
    meta = _meta(tree)
    for name in _TITLES:
        if text := " ".join(meta.get(name, "").split()):
            return text
    headings = [block.text for block in blocks if block.depth == 1]
    if len(headings) == 1:
        return " ".join(headings[0].split())
    text = " ".join((tree.findtext(".//title") or "").split())
    return max(_SITE.split(text), key=len, default="")


def published_on(tree: Any, blocks: Iterable[Block]) -> date | None:
    """Day of publication by the page's data, or by the line that names it."""
    meta = _meta(tree)
    for name in _DATES:
        if found := _date(meta.get(name, "")):
            return found
    for block in blocks:
        if (named := _PUBLISHED.search(block.text)) and (
            found := _date(block.text[named.end() : named.end() + 24])
        ):
            return found
    return None


def number_of(blocks: Iterable[Block]) -> str | None:
    """Document number (文号) where the page names it as such."""
    for block in blocks:
        if named := _NUMBER.search(block.text):
            return "".join(named[1].split())
    return None


def _meta(tree: Any) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("name") or element.get("property") or "").strip().lower()
        found.setdefault(name, element.get("content") or "")
    return found


def _date(text: str) -> date | None:
    match = _DATE.search(text)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
