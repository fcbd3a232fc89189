"""Titles of documents, among the lines of a file."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from evolve.model import Role
from evolve.reading.layout.paragraphs import Paragraph
from evolve.reading.layout.script import glue, is_latin, size
from evolve.reading.layout.variants import simplified
from evolve.reading.numbers.numbering import label_of
from evolve.reading.recognition.periods import Years, years_in
from evolve.reading.recognition.places import place_in
from evolve.reading.recognition.roles import is_mixed, title_role

__all__ = ["Title", "is_notice", "title_at"]

_WORDS = re.compile(
    r"(?:总结|總結|要点|要點|计划|計劃|规划|規劃|纲要|綱要|报告|報告|年报|白皮书|蓝皮书|方案|工作安排|工作思路|打算|谋划|設想|设想|工作展望|工作部署|重点任务|目标任务|"
    r"任务清单|责任清单|任务(?:责任)?(?:分解|分工)|分解表|分工表|任务表|工作台账|工作重点|重点工作|主要工作|完成情况|工作情况|进展情况|情况汇报|情况通报|工作汇报|推进情况|实施意见|行动|草案|回顾|意见|建议|清单|会议纪要|施政計[畫劃]|施政计划|施政[报報]告摘要|讲话|措施|实事(?:项目)?|规划》?)"
    r"(?:(?:一览|统计|汇总|公示|清单)?表)?\s*(?:[（(][^（()）]{1,30}[）)]\s*)*$|"
    r"(?i:\b(?:plan|strategy|report|review|program(?:me)?|priorities|summary|agenda)\b"
    r"(?:\s*(?:for|of|,|:|[—–-])?\s*\(?[\d/—–-]{4,9}\)?(?: to [\d/—–-]{4,9})?)?\s*$)|"
    r"(?i:^(?:[a-z]{3,} ){0,4}(?:work|tasks|achievements|arrangements|priorities)"
    r" (?:in|for) \d{4}$)|"
    r"(?i:^(?:annual |government )*work report of .{3,60}$)"
)
_NOTICE = re.compile(r"(?:通知|通告|公告|公示|函|批复|批復|决定)\s*(?:[（(].{1,12}[）)])?$")
_WORK_REPORT = re.compile(r"(?i)^(?:annual |government )*work report of|^report on the work of")
_ADDED = re.compile(r"^[（(].{1,25}[）)]$")
_SAID = re.compile(r"^[—–-]{1,3}\s*在.{4,60}上的(?:工作)?(?:报告|報告|讲话|講話)$")
"""Below a title of fine words: where the report was given."""
_GIVEN = re.compile(r"[—–-]在.{4,60}上的")
_MOVING = re.compile(
    r"[。；;！!？?]|[:：]$|^(?:现将|附件|来源|发布|[发發]表(?:时间|日期|時間)|作者|当前|您|上一篇|下一篇|•|·|今天是|今日是|当前位置|您(?:所在|现在))|星期[一二三四五六日天]|"
    r"^(?i:executive summary|foreword|preface|introduction|contents)$"
)
_MAX_LINE, _MAX_TITLE, _MAX_LINES = 60, 110, 4
_ENGLISH_WORDS = 14


class Title(NamedTuple):
    """A title and what it says."""

    text: str
    """As printed, lines joined."""
    lines: int
    """How many paragraphs it takes."""
    role: Role | None
    """What it names, or None."""
    mixed: bool
    """Whether it names a report and a plan in one."""
    years: Years | None
    """The years that it names, or None."""
    below: str = ""
    """The lines below it: where and when it was said, by whom."""


def is_notice(text: str) -> bool:
    """Whether a title is that of a covering notice."""
    return _NOTICE.search(text) is not None


def title_at(paragraphs: Sequence[Paragraph], index: int, *, first: bool = False) -> Title | None:
    """The title that begins at a paragraph, over up to four short lines, or None.

    Args:
        paragraphs: those of the file.
        index: where it would begin.
        first: whether nothing stands before it, so that it needs no year.
    """
    found: Title | None = None
    words, lines = "", 0
    for paragraph in paragraphs[index : index + _MAX_LINES]:
        said = lines > 0 and _SAID.match(paragraph.text) is not None
        if not (said or _may_be_title(paragraph)) or size(words) > _MAX_TITLE:
            break
        added = _ADDED.match(paragraph.text)
        if found is not None and not added:
            break
        between = glue(words, paragraph.text) if words else ""
        words, lines = words + between + paragraph.text, lines + 1
        plain = simplified(_plain(words))
        if _WORDS.search(plain) or _NOTICE.search(plain) or (found and added):
            found = _title(words, lines)
    return found if found and _is_one(found, first=first) else None


def _plain(words: str) -> str:
    """Words without the spaces that only spread them (政 府 工 作 报 告), or a table's bars."""
    return re.sub(r"\s+", " " if is_latin(words) else "", words.rstrip("| "))


def _title(words: str, lines: int) -> Title:
    plain = _plain(words)
    return Title(plain, lines, title_role(plain), is_mixed(plain), years_in(plain))


def _may_be_title(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if paragraph.table is not None or size(text) > _MAX_LINE or _MOVING.search(text):
        return False
    label = label_of(text)
    return label is None or label.style in {"bare", "roman", "roman_part", "letter_part", "latin"}


def _is_one(title: Title, *, first: bool) -> bool:
    if is_latin(title.text):
        named = title.years is not None or _WORK_REPORT.search(title.text) is not None
        return named and len(title.text.split()) <= _ENGLISH_WORDS
    if is_notice(title.text):
        return "关于" in title.text or "關於" in title.text
    if title.years is not None or "政府工作报告" in title.text or "政府工作報告" in title.text:
        return True
    if first and title.mixed and _GIVEN.search(title.text):
        return True
    return first and (title.role is not None or title.mixed) and place_in(title.text) != ""
