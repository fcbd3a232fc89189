"""A comparison as Markdown."""

import re
from collections.abc import Iterable, Iterator, Sequence

from evolve.diffing.layout import Mark, Row, RowKind, Segment, rows, telling_phrases
from evolve.diffing.model import Verdict
from evolve.diffing.rendering.heads import title, verdict
from evolve.diffing.rendering.table import figure_rows, figures_of, lone_figures
from evolve.diffing.rendering.terms import Terms
from evolve.diffing.subjects import Comparison

__all__ = ["as_markdown"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~])")
_AROUND = {
    Mark.SAME: ("", ""),
    Mark.REMOVED: ("~~", "~~"),
    Mark.ADDED: ("**", "**"),
    Mark.MOVED_AWAY: ("~~", "~~ (→{move})"),
    Mark.MOVED_HERE: ("({move}→) **", "**"),
    Mark.SHARED: ("**", "**"),
}


def as_markdown(comparisons: Iterable[Comparison], terms: Terms) -> Iterator[str]:
    """Write comparisons as paragraphs: what went struck through, what came in bold."""
    for comparison in comparisons:
        yield f"### {_escaped(title(comparison))}"
        yield f"*{_escaped(verdict(comparison, terms))}*"
        if comparison.diff.verdict is not Verdict.SAME:
            yield from (
                paragraph for row in rows(comparison.diff) for paragraph in _row(row, terms)
            )
        if phrases := telling_phrases(comparison.diff):
            yield terms["shared"] + "｜".join(map(_escaped, phrases))
        figures = figures_of(comparison)
        if table := figure_rows(figures, terms):
            lines = [f"| {' | '.join(map(_escaped, row))} |" for row in table]
            yield "\n".join([lines[0], "| --- | --- | --- | --- | --- |", *lines[1:]])
        yield from map(_escaped, lone_figures(figures, terms))


def _row(row: Row, terms: Terms) -> Iterator[str]:
    if row.kind is RowKind.REWRITTEN:
        yield f"> − {_joined(row.old)}"
        yield f"> + {_joined(row.new)}"
    else:
        moved = f"({terms['moved']}) " if row.moved else ""
        bullet = "- " if row.kind is RowKind.PASSAGE else ""
        yield f"{bullet}{moved}{_joined(row.inline)}"


def _joined(parts: Sequence[Segment]) -> str:
    return "".join(_segment(part) for part in parts).strip()


def _segment(part: Segment) -> str:
    """Mark a segment up, white space left outside, where the marks would not work."""
    text = part.text.strip()
    if not text or part.mark is Mark.SAME:
        return _escaped(part.text)
    before, after = (mark.format(move=part.move) for mark in _AROUND[part.mark])
    return part.text.replace(text, f"{before}{_escaped(text)}{after}", 1)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text).replace("\n", "  \n")
