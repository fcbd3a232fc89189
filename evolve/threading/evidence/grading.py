"""How strongly a sentence says that something was completed.

Grades follow the doctrine of promise trackers that a keyword proves nothing: what counts is role,
tense, polarity and scope together. A number that meets its target is the strongest grade; it is
given by the comparison of figures, never by wording.
"""

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from evolve.model import Role, Span
from evolve.threading.evidence import cues

__all__ = ["Finding", "Grade", "cancelled", "grade"]


class Grade(IntEnum):
    """What a passage proves, weakest first."""

    NOTHING = 0
    """A plan, an intent, a negation, or no word about the work."""
    ACTIVE = 1
    """Going on."""
    EXISTS = 2
    """The deliverable is reported as being there."""
    DONE = 3
    """Perfective, positive, about the whole."""
    MET = 4
    """The number meets the target."""


class Finding(NamedTuple):
    """The grade of a passage and what it rests on."""

    grade: Grade
    cue: str = ""
    """The words that decided, as printed; empty where nothing did."""
    span: Span = (0, 0)
    """Where they stand in the passage."""
    hedged: bool = False
    """Whether a 基本 softens it."""
    veto: str = ""
    """Why a completion word was not believed: ``plan``, ``intent``, ``negation`` ..."""


_WHOLE = ("超额", "提前", "已", "巩固", "保持")
"""What 加快 or 持续 before a cue does not turn into work that is going on."""
_HOPES = frozenset({"有望", "预计"})
"""Said in one clause, they take back what another clause seemed to finish."""
_CLAUSE = re.compile(r"[^,，;；。:：!！?？]+")
_NOTHING = Finding(Grade.NOTHING)


@lru_cache(maxsize=65536)
def grade(text: str, role: Role) -> Finding:
    """Grade a passage: its strongest clause, unless a later one takes it back.

    Args:
        text: A sentence or a part of one.
        role: Role of the document that it stands in; a plan completes nothing.
    """
    if role is not Role.OUTCOME:
        return Finding(Grade.NOTHING, veto="plan")
    found = [_clause(match) for match in _CLAUSE.finditer(text)]
    negative = next((one for one in found if one.veto == "negation"), None)
    if negative:
        return negative
    best = max(found, key=lambda one: one.grade, default=_NOTHING)
    rest = next((one for one in found if one.veto == "partial" or one.cue in _HOPES), None)
    if best.grade >= Grade.EXISTS and rest:
        return Finding(Grade.ACTIVE, rest.cue, rest.span, veto=rest.veto)
    return best


@lru_cache(maxsize=65536)
def cancelled(text: str) -> Span | None:
    """Where a passage says that something ends (取消实施, 予以废止 ...), or None."""
    match = cues.CANCELLED.search(text)
    return match.span() if match else None


def _clause(match: re.Match[str]) -> Finding:
    text, start = match.group(), match.start()
    for level, pattern in _PERFECTIVE:
        for cue in pattern.finditer(text):
            finding = _judge(level, text, cue, start)
            if finding.grade >= Grade.EXISTS or finding.veto in _FINAL:
                return finding
    return _ongoing(text, start)


_PERFECTIVE = (
    (Grade.DONE, cues.HEDGED),
    (Grade.DONE, cues.DONE),
    (Grade.EXISTS, cues.EXISTS),
)
_FINAL = frozenset({"intent", "negation", "partial", "attributive"})


def _judge(level: Grade, text: str, cue: re.Match[str], start: int) -> Finding:
    before, after = text[: cue.start()], text[cue.end() :]
    span = (start + cue.start(), start + cue.end())
    veto = _veto(before, after, cue.group(), text)
    if veto:
        weak = Grade.ACTIVE if veto in {"partial", "progressive"} else Grade.NOTHING
        return Finding(weak, cue.group(), span, veto=veto)
    return Finding(level, cue.group(), span, hedged=cue.re is cues.HEDGED)


def _veto(before: str, after: str, cue: str, clause: str) -> str:
    if cues.NEGATED.search(before + cue):
        return "negation"
    if cues.INTENT.search(before):
        return "intent"
    if cues.ATTRIBUTIVE.search(after):
        return "attributive"
    if cues.PARTIAL.search(clause):
        return "partial"
    if cues.PROGRESSIVE.search(before) and not cue.startswith(_WHOLE):
        return "progressive"
    return ""


def _ongoing(text: str, start: int) -> Finding:
    for veto, pattern in (("negation", cues.NEGATED), ("intent", cues.INTENT)):
        if match := pattern.search(text):
            return Finding(Grade.NOTHING, match.group(), _shifted(match, start), veto=veto)
    veto = "partial" if cues.PARTIAL.search(text) else ""
    active = cues.ACTIVE.search(text)
    if not active:
        return Finding(Grade.ACTIVE if text else Grade.NOTHING, veto=veto)
    return Finding(Grade.ACTIVE, active.group(), _shifted(active, start), veto=veto)


def _shifted(match: re.Match[str], start: int) -> Span:
    return start + match.start(), start + match.end()
