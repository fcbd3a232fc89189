"""A comparison on a terminal: inline or side by side, by signs, with colour where allowed.

Colours are blue for what came and orange for what went, which colour-blind people tell
apart; the signs stand there with and without them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from evolve.cells import cut, inert, pad, width, wrap
from evolve.diffing.history import ages
from evolve.diffing.layout import Mark, Row, RowKind, Segment, in_columns, rows, telling_phrases
from evolve.diffing.model import Verdict
from evolve.diffing.rendering.heads import title, verdict
from evolve.diffing.rendering.table import figure_rows, figures_of, lone_figures
from evolve.diffing.rendering.terms import Terms
from evolve.diffing.signs import line_sign, signed
from evolve.diffing.subjects import Comparison

__all__ = ["SPLIT_FROM", "Look", "ages_as_text", "as_text"]

SPLIT_FROM = 100
"""Columns from which on the two sides stand beside each other."""

_RESET = "\x1b[0m"
_STYLES = {
    Mark.REMOVED: "\x1b[38;5;208m",
    Mark.MOVED_AWAY: "\x1b[38;5;208;3m",
    Mark.ADDED: "\x1b[38;5;75m",
    Mark.MOVED_HERE: "\x1b[38;5;75;3m",
    Mark.SHARED: "\x1b[1m",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How comparisons are drawn."""

    columns: int
    """Width of the terminal, in cells."""
    split: bool | None = None
    """Whether the sides stand beside each other; None decides by the width."""
    color: bool = False
    """Whether terminal escapes for colours may be used."""
    figures: bool = True
    """Whether the table of figures follows each comparison."""


def as_text(comparisons: Iterable[Comparison], terms: Terms, look: Look) -> Iterator[str]:
    """Draw comparisons.

    Args:
        comparisons: What to draw.
        terms: Words in the reader's language.
        look: How to draw it.

    Yields:
        Lines without line feeds.
    """
    columns, color = look.columns, look.color
    side_by_side = columns >= SPLIT_FROM if look.split is None else look.split
    for comparison in comparisons:
        yield _strong(cut(inert(title(comparison)).replace("\n", " "), columns), color=color)
        yield from _listed(verdict(comparison, terms), columns)
        if comparison.diff.verdict is not Verdict.SAME:
            beside = side_by_side and bool(comparison.old and comparison.new)
            drawn = _body(rows(comparison.diff), terms, columns, beside=beside)
            yield from (_painted(line, color=color) for line in drawn)
        if phrases := telling_phrases(comparison.diff):
            yield from _listed(terms["shared"] + "｜".join(phrases), columns)
        if look.figures:
            yield from _figures(comparison, terms, columns)
        yield ""
    yield from _listed(terms["legend"], columns)


def ages_as_text(comparisons: Sequence[Comparison], terms: Terms, columns: int) -> Iterator[str]:
    """Draw the latest wording of a thread, every phrase with the document that had it first."""
    wordings = [each.new for each in comparisons if each.new]
    if len(wordings) <= 1:
        return
    latest = wordings[-1].text
    yield from _listed(terms["ages"], columns)
    names = [wording.label.split(" · ")[0] for wording in wordings]
    room = min(max(map(width, names)), columns // 3) + 2
    for age in ages([wording.text for wording in wordings]):
        text = inert(latest[slice(*age.span)]).strip()
        for number, (start, end) in enumerate(wrap(text, max(2, columns - room)) if text else ()):
            yield pad("" if number else names[age.since], room) + text[start:end]


def _strong(text: str, *, color: bool) -> str:
    return f"\x1b[1m{text}{_RESET}" if color else text


def _listed(text: str, columns: int) -> Iterator[str]:
    shown = inert(text)
    for number, (start, end) in enumerate(wrap(shown, columns - 2)):
        yield ("  " if number else "") + shown[start:end]


def _figures(comparison: Comparison, terms: Terms, columns: int) -> Iterator[str]:
    figures = figures_of(comparison)
    yield from _table(figure_rows(figures, terms), columns)
    for line in lone_figures(figures, terms):
        yield from _listed(line, columns)


def _table(given: Sequence[Sequence[str]], columns: int) -> Iterator[str]:
    """Draw a table; the first column gives way where the width is short."""
    if not given:
        return
    widths = [max(width(cell) for cell in column) for column in zip(*given, strict=True)]
    room = columns - sum(widths[1:]) - 2 * len(widths)
    widths[0] = max(8, min(widths[0], room))
    for row in given:
        cells = (pad(inert(cell), size) for cell, size in zip(row, widths, strict=True))
        yield cut("  ".join(cells).rstrip(), columns)


def _body(
    given: Sequence[Row], terms: Terms, columns: int, *, beside: bool
) -> Iterator[list[Segment]]:
    draw = _split if beside else _inline
    passages = [row for row in given if row.kind is RowKind.PASSAGE]
    yield from draw([row for row in given if row.kind is not RowKind.PASSAGE], columns)
    if passages:
        yield from ([Segment(line)] for line in _listed(terms["passages"], columns))
        yield from draw(passages, columns)


def _inline(given: Sequence[Row], columns: int) -> Iterator[list[Segment]]:
    for row in given:
        if row.kind is RowKind.REWRITTEN:
            yield from _hung("-", signed(row, row.old), columns)
            yield from _hung("+", signed(row, row.new), columns)
        else:
            yield from _hung(line_sign(row), signed(row, row.inline), columns)


def _split(given: Sequence[Row], columns: int) -> Iterator[list[Segment]]:
    half = (columns - 3) // 2
    for left, right in in_columns(given):
        olds = _side(left, left.old if left else (), half)
        news = _side(right, right.new if right else (), half)
        for before, after in zip_longest(olds, news, fillvalue=()):
            room = half - sum(width(part.text) for part in before)
            yield [*before, Segment(" " * room + " | "), *after]


def _side(row: Row | None, parts: Sequence[Segment], columns: int) -> Sequence[Sequence[Segment]]:
    if row is None or not parts:
        return ()
    return list(_hung(line_sign(row), signed(row, parts), columns))


def _hung(sign: str, parts: Sequence[Segment], columns: int) -> Iterator[list[Segment]]:
    """Wrap segments to lines, the sign before the first."""
    text = inert("".join(part.text for part in parts)).rstrip()
    for number, (start, end) in enumerate(wrap(text, max(2, columns - 2))):
        yield [Segment(pad("" if number else sign, 2)), *_between(parts, text, start, end)]


def _between(parts: Sequence[Segment], text: str, start: int, end: int) -> Iterator[Segment]:
    at = 0
    for part in parts:
        low, high = max(start, at), min(end, at + len(part.text))
        at += len(part.text)
        if low < high:
            yield part._replace(text=text[low:high])


def _painted(line: Sequence[Segment], *, color: bool) -> str:
    if not color:
        return "".join(part.text for part in line).rstrip()
    return "".join(
        f"{_STYLES[part.mark]}{part.text}{_RESET}" if part.mark in _STYLES else part.text
        for part in line
    )
