"""The table of figures, as rows of text for every format."""

from collections.abc import Iterator, Sequence

from evolve.diffing.figures import FigureChange, Trend, figure_changes
from evolve.diffing.rendering.terms import Terms
from evolve.diffing.subjects import Comparison
from evolve.model import Role

__all__ = ["figure_rows", "figures_of", "lone_figures"]

_PERCENT = "%"


def figures_of(comparison: Comparison) -> tuple[FigureChange, ...]:
    """Compare the figures of both wordings; none where one of them is missing."""
    old, new = comparison.old, comparison.new
    if not old or not new:
        return ()
    return figure_changes(comparison.diff, old.role or Role.PLAN, new.role or Role.PLAN)


def figure_rows(
    figures: Sequence[FigureChange], terms: Terms
) -> list[tuple[str, str, str, str, str]]:
    """Give figure, old, new, change and what it means of the figures that stand in both.

    The heading comes first; there are no rows where there are no such figures.
    """
    rows = [
        (
            each.name or each.unit,
            each.old.text,
            each.new.text,
            _change(each, terms),
            terms[each.trend],
        )
        for each in figures
        if each.old and each.new
    ]
    heading = (terms["figure"], terms["before"], terms["after"], terms["change"], terms["trend"])
    return [heading, *rows] if rows else []


def lone_figures(figures: Sequence[FigureChange], terms: Terms) -> Iterator[str]:
    """List the figures that stand in one wording only, a line for each of the two."""
    for trend in (Trend.ADDED, Trend.REMOVED):
        found = [
            f"{each.name} {figure.text}".strip()
            for each in figures
            if each.trend is trend and (figure := each.new or each.old)
        ]
        if found:
            yield terms[f"figures_{trend}"] + "｜".join(found)


def _change(each: FigureChange, terms: Terms) -> str:
    """Print a change in the unit, and as a share of the old value where that says something."""
    if not each.change or each.old is None or not each.old.value:
        return ""
    if each.unit == _PERCENT:
        return f"{each.change:+.10g} {terms['points']}"
    return f"{each.change:+.10g} ({each.change / each.old.value:+.0%})"
