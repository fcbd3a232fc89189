"""Item -> measures: every promise or report in it, as a verbatim clause."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from evolve.duties import without_duties
from evolve.model import Item, Measure, Modality, Period, Quantity, Role, Span
from evolve.reading.figures.quantities import Placed, quantities_of
from evolve.reading.measures.clauses import clauses, masked, sentences
from evolve.reading.measures.coordination import coordinated
from evolve.reading.wording import (
    ADDENDUM,
    AIM,
    CONCRETE,
    CONNECTIVE,
    EFFECT,
    FRAME,
    INTENT,
    PERFECTIVE,
    SLOGAN,
    STATEMENT,
    TIME,
)

__all__ = ["measures_of"]

_BETWEEN = re.compile(r"[,，、\s]*")
_STOP = re.compile(r"[,，;；:：]")
_OBLIGED = re.compile(r"(?:我们)?(?:要|必须|应当?|将)")
_FRAMED = re.compile(r"[【〖〔\[][^【】〖〗〔〕\[\]]{2,28}[】〗〕\]]")
"""A heading in brackets, before the text in the same line."""
_SHORT = 5
_HEADING = 28
_PAIR = 26
_TELLING = 200
"""A slogan shows within so many characters."""


def measures_of(item: Item, role: Role, period: Period | None = None) -> tuple[Measure, ...]:
    """Cut an item into measures: verbatim clauses in the order of the text.

    Frames (围绕…, 以…为抓手) belong to no measure; boilerplate, abstract headings and hoped-for
    effects at the end of a sentence are measures of modality ``slogan``.

    Args:
        item: An item of a document.
        role: Role of the document.
        period: Years of the document, for 去年 and for years that lie before a plan.
    """
    text = item.text
    mask = without_duties(text, masked(text))
    figures = _Figures(quantities_of(text, role, period))
    found: list[Measure] = []
    for span, slogan in _spans(item, text, mask, figures):
        clause = text[slice(*span)]
        modality = Modality.SLOGAN if slogan else _modality(clause, role)
        found.append(
            Measure(
                id=f"{item.id}/m{len(found) + 1}",
                item=item.id,
                text=clause,
                span=span,
                modality=modality,
                quantities=figures.of_measure(span),
            )
        )
    return tuple(found)


class _Figures:
    """The figures of an item, found by their place."""

    def __init__(self, placed: Sequence[Placed]) -> None:
        self.placed = placed
        self.starts = [one.span[0] for one in placed]

    def within(self, span: Span) -> Sequence[Placed]:
        """Figures that begin in a span."""
        start, end = span
        return self.placed[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def of_measure(self, span: Span) -> tuple[Quantity, ...]:
        """Figures inside a measure, with spans in its text."""
        start, end = span
        return tuple(
            replace(one.quantity, span=(one.span[0] - start, one.span[1] - start))
            for one in self.within(span)
            if one.span[1] <= end
        )


def _modality(clause: str, role: Role) -> Modality:
    """Commitment in a plan, report in an outcome, unless the wording says otherwise."""
    if role is Role.OUTCOME:
        return Modality.COMMITMENT if INTENT.search(clause) else Modality.REPORT
    return Modality.REPORT if PERFECTIVE.search(clause) else Modality.COMMITMENT


def _spans(item: Item, text: str, mask: str, figures: _Figures) -> Iterator[tuple[Span, bool]]:
    """Span of each measure, and whether it is a slogan."""
    heading = _heading_end(item, mask)
    bounds = [(0, heading), (heading, len(text))]
    for sentence in (s for start, end in bounds for s in _within(mask, start, end)):
        pieces = _joined(text, mask, list(clauses(text, mask, sentence)), figures)
        for index, clause in enumerate(pieces):
            last = index == len(pieces) - 1 and index > 0
            title = sentence[1] <= min(heading, _HEADING) and heading < len(text) - 1
            slogan = _is_slogan(text[slice(*clause)][:_TELLING], last=last, title=title)
            yield from ((part, slogan) for part in coordinated(mask, clause))


def _within(mask: str, start: int, end: int) -> Iterator[Span]:
    for a, b in sentences(mask[start:end]):
        yield start + a, start + b


def _heading_end(item: Item, mask: str) -> int:
    """Where the item's own heading ends: as reading found it, else its short first sentence."""
    if framed := _FRAMED.match(item.text):
        return framed.end()
    if item.heading and item.text.startswith(item.heading):
        return len(item.heading)
    first = next(sentences(mask), (0, 0))
    bare = not _STOP.search(mask, *first)
    return first[1] if bare and first[1] - first[0] <= _HEADING else 0


def _joined(text: str, mask: str, pieces: list[Span], figures: _Figures) -> list[Span]:
    """Drop frames; join times and scraps with the next clause, addenda with the one before."""
    kept: list[Span] = []
    waiting: Span | None = None
    for piece in pieces:
        start, end = piece
        if waiting and not _near(mask, waiting[1], start):
            kept += [waiting] if _stands(text, waiting) else []
            waiting = None
        begin = waiting[0] if waiting else start
        waiting = None
        last = piece == pieces[-1]
        near = bool(kept) and _near(mask, kept[-1][1], start)
        if _is_frame(text, piece, pieces[-1], figures):
            continue
        if not last and (end - begin <= _SHORT or TIME.fullmatch(text, start, end)):
            waiting = (begin, end)
        elif near and (
            end - start <= _SHORT
            or ADDENDUM.fullmatch(text, start, end)
            or _explains(text, kept[-1], piece)
        ):
            kept[-1] = (kept[-1][0], end)
        else:
            kept.append((begin, end))
    return kept


def _explains(text: str, before: Span, piece: Span) -> bool:
    """加强校医队伍建设,提升校医服务效能: a short aim that names the subject again."""
    if piece[1] - before[0] > _PAIR or not (aim := AIM.match(text, *piece)):
        return False
    rest = text[aim.end() : piece[1]]
    return any(rest[i : i + 2] in text[slice(*before)] for i in range(min(4, len(rest) - 1)))


def _stands(text: str, piece: Span) -> bool:
    """Whether a scrap that has no next clause is more than a time."""
    return TIME.fullmatch(text, *piece) is None


def _is_frame(text: str, clause: Span, last: Span, figures: _Figures) -> bool:
    """围绕…, 以…为抓手: no promise by itself, unless it ends the sentence or holds a figure."""
    if CONNECTIVE.fullmatch(text, *clause):
        return True
    if clause == last or figures.within(clause):
        return False
    obliged = _OBLIGED.match(text, *clause)
    start = obliged.end() if obliged else clause[0]
    return FRAME.match(text, start, clause[1]) is not None


def _near(mask: str, end: int, start: int) -> bool:
    return _BETWEEN.fullmatch(mask, end, start) is not None


def _is_slogan(clause: str, *, last: bool, title: bool) -> bool:
    if SLOGAN.search(clause):
        return True
    if CONCRETE.search(clause):
        return False
    if STATEMENT.fullmatch(clause):
        return True
    return title or (last and EFFECT.fullmatch(clause) is not None)
