"""Text -> sentences -> clauses, as spans; nothing inside brackets or quotation marks is cut."""

import re
from collections.abc import Iterator

from evolve.model import Span
from evolve.text import HAN

__all__ = ["clauses", "masked", "sentences", "trimmed"]

_ENCLOSED = re.compile(
    r"《[^《》]{1,80}》|“[^“”。;；]{1,60}”|「[^「」。]{1,60}」|‘[^‘’。]{1,40}’"
    r"|[(（][^()（）]{1,80}[)）]|[\[［【][^\[\]［］【】]{1,40}[\]］】]|<[^<>]{1,40}>|\"[^\"\n。]{1,40}\""
)
_FILL = "\ue000"
_SENTENCE = re.compile(r"[^。！!？?\n\r]+")
_LATIN_SENTENCE = re.compile(r"(?:[^.;!?。！？\n\r]|\.(?=\S))+")
_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile(r"[A-Za-z]")
_CLAUSE = re.compile(r"(?:[^,，;；:：。]|(?<=\d)[,，](?=\d{3}(?!\d))|(?<=\d)[:：](?=\d))+")
_ORDINAL = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}(?:是|要)|[一二三四五六七八九十]{1,3}、"
    r"|[(（](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|\d{1,2}[.．、](?!\d)|[①-⑳])\s*"
)


def masked(text: str) -> str:
    """Blank out what stands in brackets or quotation marks, keeping every position.

    The marks themselves stay, so that a quoted name can still be seen as one.
    """
    return _ENCLOSED.sub(lambda m: m[0][0] + _FILL * (len(m[0]) - 2) + m[0][-1], text)


def trimmed(text: str, span: Span) -> Span:
    """Shrink a span by the white space and the separators at its ends."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in "、,，"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "、,，"):
        end -= 1
    return start, end


def sentences(mask: str) -> Iterator[Span]:
    """Sentences of a masked text, without their full stop."""
    latin = _LATIN.search(mask) and not _HAN.search(mask)
    pattern = _LATIN_SENTENCE if latin else _SENTENCE
    for found in pattern.finditer(mask):
        start, end = trimmed(mask, found.span())
        if start < end:
            yield start, end


def clauses(text: str, mask: str, sentence: Span) -> Iterator[Span]:
    """Clauses of a sentence, without 一是, (1) and the like before them.

    A sentence without ideographs is one clause: its commas join what belongs together.
    """
    if _LATIN.search(text, *sentence) and not _HAN.search(text, *sentence):
        yield sentence
        return
    for found in _CLAUSE.finditer(mask, *sentence):
        start, end = found.span()
        start, end = trimmed(mask, (start, end))
        if label := _ORDINAL.match(text, start, end):
            start, end = trimmed(mask, (label.end(), end))
        if start < end:
            yield start, end
