"""By when something was promised, and documents that are treated as existing.

A document announced for a year is there when a later one applies it (贯彻落实《…》, 按照《…》),
whatever the role of that later one: nobody implements what does not exist.
"""

import re
from functools import lru_cache

from rapidfuzz.distance import Indel

from evolve.model import Document, Role, Span
from evolve.threading.evidence.promises import deliverable

__all__ = ["applies", "deadline", "edition"]

_RANGE = re.compile(r"((?:19|20)\d\d)\s*年?\s*[-—–－~～至到]+\s*((?:19|20)\d\d)\s*年?")
_YEAR = re.compile(
    r"(?:到|至|于|在)?((?:19|20)\d\d)年(?:底|末|前|内|年底|之前|以前|[^，。；]{0,6}(?:底前|前完成))"
)
_BY = re.compile(r"到((?:19|20)\d\d)年")
_WITHIN = re.compile(r"年内|年底前")
_THIS_YEAR = re.compile(r"今年|本年度|当年")

_NAME = re.compile(r"《([^《》]{4,80})》")
_ISSUE = re.compile(r"制[定订]|出台|印发|颁布|编制|起草|拟制|修订|发布|研制|推动.{0,4}立法|立法")
_APPLY = re.compile(
    r"贯彻|落实|实施|执行|按照|根据|依据|依照|遵循|对照|为(?:指引|依据|抓手|契机|遵循)|施行"
)
_LIKE = 0.8
"""Similarity of two names of one document; a later edition may word it a little differently."""


@lru_cache(maxsize=65536)
def _explicit(text: str) -> int | None:
    if "19" not in text and "20" not in text:
        return None
    years = [int(found[2]) for found in _RANGE.finditer(text)]
    years += [int(found[1]) for found in (*_YEAR.finditer(text), *_BY.finditer(text))]
    return max(years, default=None)


def deadline(text: str, document: Document) -> int | None:
    """The last year by which a commitment is due, where its own text or document names one.

    A plan of several years sets its own last year; a yearly plan names a year, or says 年内, or
    今年 of something that can be there or not.
    """
    if document.role is Role.OUTCOME:
        return None
    if (year := _explicit(text)) is not None:
        return year
    whole = document.role is Role.MULTI_YEAR_PLAN or _WITHIN.search(text)
    this = _THIS_YEAR.search(text) and deliverable(text)
    return document.period.end if whole or this else None


def applies(promise: str, text: str) -> bool:
    """Whether a text applies, rather than announces, a document that the promise announced."""
    if "《" not in promise or "《" not in text:
        return False
    if not _ISSUE.search(promise) or not _APPLY.search(text) or _ISSUE.search(_NAME.sub("", text)):
        return False
    pairs = ((old, new) for old in _names(promise) for new in _names(text))
    return any(Indel.normalized_similarity(old, new) >= _LIKE for old, new in pairs)


def edition(text: str) -> Span | None:
    """First and last year in the name of a document, such as (2021—2023), or None."""
    for name in _NAME.findall(text):
        if found := _RANGE.search(name):
            return int(found[1]), int(found[2])
    return None


@lru_cache(maxsize=65536)
def _names(text: str) -> frozenset[str]:
    return frozenset(re.sub(r"[(（][^()（）]*[)）]|\s", "", name) for name in _NAME.findall(text))
