"""The year that a document calls 今年, from which its other years are counted."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from evolve.model import Role
from evolve.reading.numbers.ordinals import unify_years
from evolve.reading.outline.nodes import Node
from evolve.reading.recognition.periods import Years, covered
from evolve.reading.recognition.titles import Title

__all__ = ["Anchor", "anchor_of"]

_YEAR = re.compile(r"(?<![\d.])((?:19|20)\d\d)(?=\s*年)")
_ENGLISH_YEAR = re.compile(r"\b(?:[Ii]n|[Ff]or|[Oo]f|[Bb]y|[Dd]uring) ((?:19|20)\d\d)\b")
_OPENS = re.compile(r"^(?:在)?((?:19|20)\d\d)年(?P<is>是)?")
_REPORT = re.compile(
    r"(?:政府|人大|常委会|常务委员会|政协|法院|检察院|檢察院)工作(?:报告|報告)|上的(?:讲话|講話|报告|報告)$"
)
"""Reports that are named by the year in which they are given."""
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_SPRING = 6


class Anchor(NamedTuple):
    """This year, as a document means it; its report covers the year before."""

    year: int | None
    """None where nothing tells."""
    guess: str = ""
    """What it was guessed from, in one sentence; empty where words tell it."""


def anchor_of(
    title: Title | None,
    root: Node,
    parts: Sequence[tuple[Role, Years | None]],
    published: date | None,
    name: str,
) -> Anchor:
    """Find the year, from the surest evidence to the weakest.

    Args:
        title: title of the document.
        root: its points.
        parts: role of each part and the years that its heading names.
        published: date of publication.
        name: name of the file.
    """
    report = all(role == Role.OUTCOME for role, _ in parts)
    year = _of_title(title, report=report)
    if year is None:
        year = _of_parts(parts)
    if year is None:
        year = _of_opening(root, report=report)
    if year is not None:
        return Anchor(year)
    if published is not None:
        late = report and published.month > _SPRING
        return Anchor(published.year + late, "The year was taken from the date of publication.")
    counted = Counter(year for text in _texts(root) for year in _named(text))
    if counted:
        often = max(counted, key=lambda each: (counted[each], each))
        return Anchor(int(often) + report, "The year was guessed from the years in the text.")
    if match := _IN_NAME.search(name):
        return Anchor(int(match[1]) + report, "The year was taken from the name of the file.")
    return Anchor(None)


def _named(text: str) -> list[str]:
    return _YEAR.findall(unify_years(text)) or _ENGLISH_YEAR.findall(text)


def _of_title(title: Title | None, *, report: bool) -> int | None:
    if title is None or title.years is None or title.years.relative:
        return None
    named = {int(year) for year in _YEAR.findall(covered(title.text))}
    if _REPORT.search(title.text) or len(named) > 1:
        return max([*named, title.years.end])
    return title.years.end + (report or title.mixed or title.role == Role.OUTCOME)


def _of_parts(parts: Sequence[tuple[Role, Years | None]]) -> int | None:
    for role, years in parts:
        if years is not None and not years.relative and role != Role.MULTI_YEAR_PLAN:
            return years.end + (role == Role.OUTCOME)
    return None


def _of_opening(root: Node, *, report: bool) -> int | None:
    for text in _openings(root):
        if match := _OPENS.match(unify_years(text)):
            return int(match[1]) + (report and not match["is"])
    return None


def _openings(root: Node) -> Iterator[str]:
    """First paragraphs of the document, then those under its headings, the last heading first."""
    yield from (paragraph.text for paragraph in root.paragraphs[:3])
    for node in reversed(root.children):
        yield from (paragraph.text for paragraph in node.paragraphs[:6])


def _texts(root: Node) -> Iterator[str]:
    yield from (paragraph.text for paragraph in root.paragraphs)
    for node in root.walk():
        yield node.text
        yield from (paragraph.text for paragraph in node.paragraphs)
