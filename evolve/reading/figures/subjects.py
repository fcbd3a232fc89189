"""Names of shares that lack their subject: 占国内生产总值比例达到4%, 为年初预算的101%."""

import re

from evolve.reading.wording import ADVERB, VERB

__all__ = ["with_subject"]

_SHARE = re.compile(r"占(?!比|地).+")
_BUDGET = re.compile(r"(?:年初|年度|全年|调整)?(?:预算|计划|任务|目标)数?")
_HEADING = re.compile(
    rf"(?<![^,，。;；:：\n])(?!{ADVERB}?{VERB})"
    r"([^,，。;；:：\n\d]{2,24}(?:率|比例|占比|比重|覆盖面|指数|满意度))[,，:：]\s*$"
)
"""A clause that only names a share; one with a verb is a promise of its own."""
_RATE = re.compile(r"(?:率|比例|占比|比重|覆盖面|指数|度|进度)$")
_HEAD = 40


def with_subject(name: str, head: str, before: str) -> str:
    """Put before the name of a share what it is a share of.

    Args:
        name: As its own clause has it.
        head: The text before that clause.
        before: Name of the figure before it in the sentence; empty without one.
    """
    if before and before != name and _SHARE.fullmatch(name) and not _SHARE.search(before):
        return before + name
    if before and _BUDGET.fullmatch(name):
        return f"{before}为{name}"
    heading = _HEADING.search(head[-_HEAD:])
    return heading[1] + name if heading and name and not _RATE.search(name) else name
