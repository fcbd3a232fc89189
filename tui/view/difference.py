"""The difference of two wordings as blocks: inline, or old and new side by side."""

from collections.abc import Iterator, Sequence
from functools import partial

from evolve.diffing import (
    Diff,
    FigureChange,
    Mark,
    Row,
    RowKind,
    Segment,
    Trend,
    Verdict,
    diff,
    figure_changes,
    in_columns,
    line_sign,
    rows,
    signed,
    telling_phrases,
)
from evolve.diffing.rendering import terms_in
from evolve.diffing.rendering.table import figure_rows, lone_figures
from evolve.model import Role
from tui.view.scene import Scene
from tui.view.text import Block, Drawn, Line, Pair, Run, lay

__all__ = ["difference_blocks"]

_SIDE_BY_SIDE = 84
"""Cells from which ``auto`` sets the texts side by side."""

_SIGN_STYLES = {"+": "plus", "-": "minus", ">": "moved"}
_STYLES = {
    Mark.SAME: "",
    Mark.REMOVED: "removed",
    Mark.ADDED: "added",
    Mark.MOVED_AWAY: "moved removed",
    Mark.MOVED_HERE: "moved added",
    Mark.SHARED: "shared",
}
_TRENDS = {
    **dict.fromkeys((Trend.STRONGER, Trend.EXCEEDED, Trend.MET), "better"),
    **dict.fromkeys((Trend.WEAKER, Trend.MISSED), "worse"),
}

_Blocks = Iterator[Block | Pair | Drawn]


def difference_blocks(
    scene: Scene, old: str, new: str, roles: tuple[Role, Role] = (Role.PLAN, Role.PLAN)
) -> list[Block | Pair | Drawn]:
    """What stayed, went, came and moved between two wordings, and what became of their figures.

    Args:
        scene: What views are drawn with.
        old: The earlier wording.
        new: The later one.
        roles: Roles of the documents of both, which say what their figures are.
    """
    found = diff(old, new)
    words = scene.words
    share = words("diff.similar", share=f"{found.similarity:.0%}")
    head = Block((Run(words(f"diff.{found.verdict}"), "strong"), Run(f"  {share}", "muted")))
    return [head, *_body(scene, found), *_figures(scene, figure_changes(found, *roles))]


def _body(scene: Scene, found: Diff) -> _Blocks:
    given = rows(found)
    if found.verdict is not Verdict.REWRITTEN:
        yield from _rows(scene, given)
        return
    terms = terms_in(scene.words.language)
    yield from _rows(scene, given[:1])
    if given[1:]:
        yield Block((Run(terms["passages"], "muted"),))
        yield from _rows(scene, given[1:])
    if phrases := telling_phrases(found):
        yield Block((Run(terms["shared"], "muted"), Run("｜".join(phrases), "shared")), hang=2)


def _rows(scene: Scene, given: Sequence[Row]) -> _Blocks:
    """One stop for the keys of the next and the previous change for each row that changed."""
    for left, right in in_columns(given):
        changed = any(row and row.changed for row in (left, right))
        side = [Pair(_block(left, old=True), _block(right, old=False), change=changed)]
        inline = list(_inline(left, right))
        if scene.diff == "side":
            yield from side
        elif scene.diff == "inline":
            yield from inline
        else:
            yield Drawn(partial(_by_width, side, inline), change=changed)


def _by_width(side: Sequence[Pair], inline: Sequence[Block], columns: int) -> Sequence[Line]:
    return lay(side if columns >= _SIDE_BY_SIDE else inline, columns).lines


def _inline(left: Row | None, right: Row | None) -> Iterator[Block]:
    if left is right and left is not None and left.kind is not RowKind.REWRITTEN:
        yield _marked(left, left.inline, line_sign(left))
        return
    if left is not None:
        yield _marked(left, left.old, "-")
    if right is not None:
        yield _marked(right, right.new, "+")


def _block(row: Row | None, *, old: bool) -> Block:
    parts = (row.old if old else row.new) if row else ()
    return _marked(row, parts, line_sign(row)) if row and parts else Block()


def _marked(row: Row, parts: Sequence[Segment], sign: str) -> Block:
    """The parts of a row with signs around what changed, and one before all of it."""
    runs = tuple(Run(part.text, _STYLES[part.mark]) for part in signed(row, parts))
    margin = (Run(sign, _SIGN_STYLES.get(sign, "muted")),)
    return Block(runs, 2, margin=margin, change=row.changed)


def _figures(scene: Scene, figures: Sequence[FigureChange]) -> Iterator[Block]:
    """The figures of both wordings, a line each; those of one wording only, in two lists."""
    terms = terms_in(scene.words.language)
    both = [each for each in figures if each.old and each.new]
    for each, row in zip(both, figure_rows(figures, terms)[1:], strict=True):
        name, old, new, change, trend = row
        runs = (
            Run(f"{name}  ", "muted"),
            Run(f"{old} → {new}"),
            Run(f"  {change}" if change else "", "muted"),
            Run(f"  {trend}", _TRENDS.get(each.trend, "muted")),
        )
        yield Block(runs, 2, 2, margin=(Run("#", "muted"),))
    for line in lone_figures(figures, terms):
        yield Block((Run(line, "muted"),), 2, 2)
