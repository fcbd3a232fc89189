"""A printed document -> its parts: what it reports, what it plans, and for which years."""

from collections.abc import Sequence
from datetime import date
from itertools import accumulate

from evolve.model import Period, Role
from evolve.reading.outline.closings import settle
from evolve.reading.outline.lists import is_prose, listed, open_lists, open_prose, open_subjects
from evolve.reading.outline.nodes import Content, Node
from evolve.reading.outline.tree import outline_of
from evolve.reading.recognition.anchors import Anchor, anchor_of
from evolve.reading.recognition.blocks import Block
from evolve.reading.recognition.cutter import Part, cut_by_role
from evolve.reading.recognition.periods import Years

__all__ = ["Part", "parts_of"]


def parts_of(block: Block, published: date | None, name: str) -> list[Part]:
    """Cut one printed document by what its headings report or plan.

    Args:
        block: its title and paragraphs.
        published: date of publication, to count the years from where no words tell.
        name: name of the file, which may tell the year where nothing else does.
    """
    root, faults = outline_of(block.elements)
    parts = cut_by_role(block, root)
    _earlier_is_reported(parts)
    anchor = anchor_of(block.title, root, [(p.role, p.years) for p in parts], published, name)
    planned = block.title.years if block.title and not block.title.mixed else None
    for part in parts:
        _date(part, anchor, planned)
    parts = _merged(parts)
    if not root.children:
        parts[0].contents = _positions(listed(root.contents))
    for part in parts:
        open_lists(part.nodes)
        part.prose = is_prose(part.nodes)
        if part.prose:
            open_prose(part.nodes)
        else:
            open_subjects(part.nodes)
        part.contents = settle(part.contents)
    parts[0].notices.extend(faults)
    return parts


def _positions(contents: Sequence[Content]) -> list[tuple[int, Content]]:
    nodes = accumulate(isinstance(content, Node) for content in contents)
    return list(zip(nodes, contents, strict=True))


def _earlier_is_reported(parts: Sequence[Part]) -> None:
    """Of two headings such as 2023年工作 and 2024年工作 the earlier year is the one reported."""
    plans = [(part, part.years) for part in parts if part.role == Role.PLAN and part.years]
    named = [(part, years.end) for part, years in plans if not years.relative]
    for part, year in named:
        if year < max(other for _, other in named):
            part.role = Role.OUTCOME


def _date(part: Part, anchor: Anchor, planned: Years | None) -> None:
    """Set the years that a part covers; a plan of several years looks back on as many."""
    years, year = part.years, anchor.year
    several = planned is not None and not planned.relative and planned.end > planned.start
    if planned and several and part.role == Role.OUTCOME and (years is None or years.relative):
        length = planned.end - planned.start + 1
        part.period = Period(start=planned.start - length, end=planned.start - 1)
        return
    if years is not None and (not years.relative or (years.end < 0) == (part.role == Role.OUTCOME)):
        part.period = years.at(year)
    elif year is not None:
        covered = year - (part.role == Role.OUTCOME)
        part.period = Period(start=covered, end=covered)
    if part.period and part.role == Role.PLAN and part.period.end > part.period.start:
        part.role = Role.MULTI_YEAR_PLAN
    if anchor.guess and (years is None or years.relative):
        part.notices.append(anchor.guess)


def _merged(parts: Sequence[Part]) -> list[Part]:
    """Parts that turn out to have the same role and years are one."""
    found: dict[tuple[Role, Period | None], Part] = {}
    for part in parts:
        first = found.setdefault((part.role, part.period), part)
        if first is not part:
            first.contents = sorted([*first.contents, *part.contents], key=lambda each: each[0])
            first.notices += [notice for notice in part.notices if notice not in first.notices]
    return list(found.values())
