"""The figures of a text in English: value, unit, operator, what they count, year, kind, basis."""

import re

from evolve.model import Period, Quantity, QuantityKind, Role
from evolve.reading.figures.bases import Named
from evolve.reading.figures.english.naming import named
from evolve.reading.figures.english.spotting import figures_in

__all__ = ["english_quantities"]

_SENTENCE_END = re.compile(r"[.!?;](?=\s)|\n")
_YEAR = re.compile(
    r"\b(?:by|in|for|until|before|during|of|through)\s(?:(?:the\s)?(?:end|start|close|fiscal|calendar|whole|full)\s(?:of\s)?|"
    r"(?:the\s)?(?:financial\s|school\s|academic\s)?year\s|mid-|early\s|late\s)?(?P<year>(?:19|20)\d\d)(?![\d-]|\s(?:levels?|budget|figures?|baseline))"
    r"|(?P<last>\blast\syear)|(?P<next>\bnext\syear)",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:compared\s(?:with|to)|than|over|from|since|relative\sto|against|above|below|on|more\sthan)(?:\sthat)?\s(?:the\s)?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|compared\s(?:with|to)|up\son|down\son)\s$", re.IGNORECASE)
_EXISTING = re.compile(
    r"\b(?:current(?:ly)?|already|so\sfar|to\sdate|at\spresent|last\syear|today|existing)\b|\b(?:has|have)\s(?:been\s)?(?!set\b|decided|planned|proposed|agreed|earmarked|committed|targeted)\w+(?:ed|en|t)\b",
    re.IGNORECASE,
)
_INTENT = re.compile(
    r"\b(?:we|it)\s(?:will|shall|aim|plan|intend)\b|\b(?:aims?|plans?|intends?|expected|set)\sto\b|\btargets?\s(?:of|was|is|for)\b|"
    r"\bwill\s(?:be|rise|reach|fall|grow|open|build|provide)\b|\bgoal\sof\b",
    re.IGNORECASE,
)
_GOAL_AFTER = re.compile(r"\s(?:\w+\s)?target\b|\sthat\swas\s(?:planned|promised)", re.IGNORECASE)

_REACH = 400
"""How far before and after a figure its sentence is looked at."""


def english_quantities(text: str, role: Role, period: Period | None) -> tuple[Quantity, ...]:
    """Find the figures of an item in English, as :func:`quantities_of` does of one in Chinese."""
    return tuple(_quantity(text, found, role, period) for found in named(text, figures_in(text)))


def _quantity(text: str, found: Named, role: Role, period: Period | None) -> Quantity:
    figure = found.figure
    start, end = figure.span
    year = _year(text, start, end, period, role)
    return Quantity(
        text=text[start:end],
        value=figure.value,
        low=figure.low,
        high=figure.high,
        operator=figure.operator,
        unit=figure.unit,
        kind=_kind(text, found, role, year, period),
        name=found.name,
        span=figure.span,
        year=year,
        basis=found.basis,
    )


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """The sentence of a figure, before it and after it."""
    head = text[max(0, start - _REACH) : start]
    head = head[max((m.end() for m in _SENTENCE_END.finditer(head)), default=0) :]
    tail = text[end : end + _REACH]
    ends = _SENTENCE_END.search(tail)
    return head, tail[: ends.start()] if ends else tail


def _year(text: str, start: int, end: int, period: Period | None, role: Role) -> int | None:
    """The year named behind a figure in its clause, else the last one before it in its sentence."""
    head, tail = _sentence(text, start, end)
    own = re.split(r",|\band\b|\d{1,3}(?:,\d{3})+|(?<!20)\b\d+(?:\.\d+)?\s?%", tail, maxsplit=1)[0]
    after = [one for one in _YEAR.finditer(own) if not _COMPARED.search(own[: one.start()])]
    before = [
        match for match in _YEAR.finditer(head) if not _COMPARED.search(head[: match.start()])
    ]
    nearest = after[:1] or before[-1:]
    return _told(nearest[0], period, role) if nearest else None


def _told(match: re.Match[str], period: Period | None, role: Role) -> int | None:
    """A report calls its own year last year."""
    if match["year"]:
        return int(match["year"])
    if period is None:
        return None
    if match["last"]:
        return period.end if role is Role.OUTCOME else period.start - 1
    return period.end + 1


def _kind(
    text: str, found: Named, role: Role, year: int | None, period: Period | None
) -> QuantityKind:
    """Target or actual by role and wording."""
    start, end = found.figure.span
    head, tail = _sentence(text, start, end)
    if _FROM.search(head) and found.figure.operator != "..":
        return QuantityKind.BASELINE
    if role is Role.OUTCOME:
        aimed = _INTENT.search(head) or _GOAL_AFTER.match(tail)
        return QuantityKind.TARGET if aimed else QuantityKind.ACTUAL
    past = period is not None and year is not None and year < period.start
    clause = re.split(r"[,;:]\s", head)[-1]
    return QuantityKind.BASELINE if past or _EXISTING.search(clause) else QuantityKind.TARGET
