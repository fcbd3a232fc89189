"""What a reader is told, in Chinese and in English."""

from collections.abc import Sequence
from functools import lru_cache

from evolve.model import Document, Role

__all__ = ["LIMIT", "Told", "answer_told", "bilingual", "named", "names", "quoted"]

LIMIT = 60
"""Longest quotation in a reason, in characters."""

Told = tuple[str, str]
"""The same sentence in Chinese and in English."""

_ROLES = {
    Role.PLAN: ("计划", "plan"),
    Role.OUTCOME: ("总结", "outcome"),
    Role.MULTI_YEAR_PLAN: ("规划", "multi-year plan"),
}


def named(document: Document) -> Told:
    """Short name of a document: its years and its role."""
    return _named(document.period.start, document.period.end, document.role)


@lru_cache(maxsize=4096)
def _named(start: int, end: int, role: Role) -> Told:
    years = str(end) if start == end else f"{start}—{end}"
    chinese, english = _ROLES[role]
    return f"{years}年{chinese}", f"the {years.replace('—', '–')} {english}"


def names(documents: Sequence[Document]) -> Told:
    """Short names of several documents; of many only the first, the last and the number."""
    shown = [named(document) for document in documents]
    if len(shown) > 4:  # noqa: PLR2004 - more names than this are not read
        zh, en = shown[0], shown[-1]
        return (
            f"{zh[0]}至{en[0]}共{len(shown)}份文件",
            f"{len(shown)} documents from {zh[1]} to {en[1]}",
        )
    return "、".join(zh for zh, _ in shown), ", ".join(en for _, en in shown)


def quoted(text: str) -> str:
    """A passage in quotation marks, cut at a length that a reader takes in."""
    text = text.replace("\n", " ")
    cut = text if len(text) <= LIMIT else text[: LIMIT - 1] + "…"
    return f"“{cut}”"


def bilingual(chinese: str, english: str, **parts: Told | str) -> Told:
    """Fill a sentence of both languages with parts of both languages."""
    zh: dict[str, str] = {}
    en: dict[str, str] = {}
    for name, part in parts.items():
        zh[name], en[name] = (part, part) if isinstance(part, str) else part
    told = english.format_map(en)
    return chinese.format_map(zh), told[:1].upper() + told[1:]


_ANSWERS = {
    "met": ("达到", "met"),
    "exceeded": ("超过", "exceeded"),
    "missed": ("未达到", "missed"),
}


def answer_told(verdict: str, target: str, actual: str) -> Told:
    """What became of a target: it was ``met``, ``exceeded`` or ``missed``."""
    return bilingual(
        "目标{target}，实际{actual}，{verdict}目标",
        "the target {target} was {verdict}: {actual}",
        target=quoted(target),
        actual=quoted(actual),
        verdict=_ANSWERS[verdict],
    )
