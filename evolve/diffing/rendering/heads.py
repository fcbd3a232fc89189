"""What stands above a difference."""

from evolve.diffing.model import Verdict
from evolve.diffing.rendering.terms import Terms
from evolve.diffing.subjects import Comparison

__all__ = ["title", "verdict"]


def title(comparison: Comparison) -> str:
    """Name both sides."""
    labels = [side.label for side in (comparison.old, comparison.new) if side]
    return " → ".join(labels)


def verdict(comparison: Comparison, terms: Terms) -> str:
    """Say in a few words what became of the wording."""
    if comparison.old is None:
        return terms["new"]
    if comparison.new is None:
        return terms["gone"]
    diff = comparison.diff
    if diff.verdict is Verdict.SAME:
        return terms["same"]
    return f"{terms[diff.verdict]}, {terms['alike'].format(share=f'{diff.similarity:.0%}')}"
