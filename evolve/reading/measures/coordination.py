"""Coordinated objects that are separate promises: 出台《A》《B》《C》, 认定A10名、B50名."""

import re
from itertools import pairwise

from evolve.model import Span
from evolve.reading.wording import ADVERB, DELIVERABLE, REFERENCE, VERB, VERB_NOT_NOUN

__all__ = ["coordinated"]

_NAMES = re.compile(r"(?:[《“][^《》“”]*[》”](?:、|和|及|以及|与)?){2,}")
_TITLE = re.compile(r"[《“]")
_BARE_TAIL = re.compile(r"等?(?:系列|主题|品牌)?(?:文件|标准文件|活动|系列活动)?$")
_JOIN = re.compile(r"、(?:以及|及|和)?")
_LAST_JOIN = re.compile(r"(?<=.{4})(?:以及|和|及|与)(?=.{5})")
_AND_SO_ON = re.compile(r"等.{0,14}$")
_SHARED_HEAD = re.compile(r"(?:建设|筹建|创建|编制|修订|制定|申报|评选)?(?:工作|任务)?$")
_MIN_NAME = 7
_MIN_PART = 5
_MIN_SHARED = 8
_COUNTED = re.compile(
    r".{2,}?(?:不少于|达到?|约|超过?|至少|近)?[\d.]+[万亿余多]*(?:[个名所项人家对门条座间批篇部套处次台支]|人次|万元|亿元)"
    r"(?:以上|左右|以内)?$"
)
_VERB_FIRST = re.compile(f"{ADVERB}{{0,3}}{VERB}")
_NEW_PROMISE = re.compile(
    f"{ADVERB}{{0,3}}(?:{VERB_NOT_NOUN}|一批|[与对向为将把].{{2,14}}?{VERB_NOT_NOUN}"
    "|与.{2,14}?(?:策划|打造|合作|共建))"
)
_ENDS_AS_DELIVERABLE = re.compile(f"(?:{DELIVERABLE}|》)$")


def coordinated(mask: str, clause: Span) -> list[Span]:
    """Cut a clause of a masked text into its separate promises, usually one.

    The verb stays with the first part only: every part is verbatim.
    """
    return _named(mask, clause) or _listed(mask, clause) or [clause]


def _named(mask: str, clause: Span) -> list[Span]:
    """出台《A》《B》: one part a title. Quoted names only where nothing follows that they name."""
    found = _NAMES.search(mask, *clause)
    if not found or REFERENCE.search(mask, clause[0], found.start()):
        return []
    tail = mask[found.end() : clause[1]]
    names = [m.start() for m in _TITLE.finditer(mask, found.start(), found.end())]
    quoted = mask[names[0]] == "“"
    long = all(b - a >= _MIN_NAME for a, b in pairwise([*names, found.end()]))
    if quoted and not (long and _BARE_TAIL.match(tail)):
        return []
    return _cut(mask, clause, names[1:])


def _listed(mask: str, clause: Span) -> list[Span]:
    """A、B和C where each part is counted, begins with a verb of its own, or is a deliverable."""
    first = [m.end() for m in _JOIN.finditer(mask, *clause)]
    start = first[-1] if first else clause[0]
    last = [m.end() for m in _LAST_JOIN.finditer(mask, start, clause[1])]
    if not (first or last) or not _begins_with_verb(mask, clause):
        return []
    for cuts in ([*first, *last[-1:]], first) if last else (first,):
        spans = _cut(mask, clause, cuts)
        parts = [mask[a:b] for a, b in spans]
        if len(parts) > 1 and (
            _all_counted(parts) or _all_verbal(parts) or _all_deliverable(parts)
        ):
            return spans
    return []


def _begins_with_verb(mask: str, clause: Span) -> bool:
    return bool(_VERB_FIRST.match(mask, *clause) or _NEW_PROMISE.match(mask, *clause))


def _all_counted(parts: list[str]) -> bool:
    return all(_COUNTED.fullmatch(part) for part in parts)


def _all_verbal(parts: list[str]) -> bool:
    return len(parts[0]) > _MIN_PART and all(
        len(part) > _MIN_PART and _NEW_PROMISE.match(part) for part in parts[1:]
    )


def _all_deliverable(parts: list[str]) -> bool:
    bare = _AND_SO_ON.sub("", parts[-1])
    head = _SHARED_HEAD.sub("", bare)
    least = _MIN_PART if head == bare else _MIN_SHARED
    return all(
        len(part) >= least and _ENDS_AS_DELIVERABLE.search(part) for part in [*parts[:-1], head]
    )


def _cut(mask: str, clause: Span, cuts: list[int]) -> list[Span]:
    """Cut at these places, leaving out the conjunctions."""
    spans = []
    for start, end in pairwise([clause[0], *cuts, clause[1]]):
        stop = end
        while stop > start and mask[stop - 1] in "、和及与" and end != clause[1]:
            stop -= 1
        if mask[start:stop].endswith("以") and stop != end:
            stop -= 1
        spans.append((start, stop))
    return spans
