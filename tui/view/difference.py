"""The difference of two wordings as blocks: inline, or old and new side by side."""

from collections.abc import Iterator

from evolve.diffing import Block as Stretch
from evolve.diffing import Diff, Kind, Op, Verdict, diff
from tui.view.scene import Scene
from tui.view.text import Block, Drawn, Line, Pair, Run, lay, marked

__all__ = ["difference_blocks"]

_SIDE_BY_SIDE = 84
"""Cells from which ``auto`` sets the texts side by side."""

_SIGNS = {Kind.ADDED: "+", Kind.REMOVED: "-", Kind.REPLACED: "~"}


def difference_blocks(scene: Scene, old: str, new: str) -> list[Block | Pair | Drawn]:
    """What stayed, went, came and moved between two wordings."""
    found = diff(old, new)
    words = scene.words
    share = words("diff.similar", share=f"{found.similarity:.0%}")
    verdict = words(f"diff.{found.verdict}")
    head = Block((Run(verdict, "strong"), Run(f"  {share}", "muted")))
    if found.verdict is Verdict.REWRITTEN:
        return [head, *_rewritten(found)]
    side, inline = list(_beside(found)), list(_inline(found))
    if scene.diff == "side":
        return [head, *side]
    if scene.diff == "inline":
        return [head, *inline]

    def draw(columns: int) -> list[Line]:
        return lay(side if columns >= _SIDE_BY_SIDE else inline, columns).lines

    return [head, Drawn(draw, change=True)]


def _rewritten(found: Diff) -> Iterator[Block | Pair]:
    """Both texts, with the phrases that they share."""
    old = marked((Run(found.old),), [shared.old for shared in found.shared], "shared")
    new = marked((Run(found.new),), [shared.new for shared in found.shared], "shared")
    yield Pair(Block(old), Block(new), change=True)


def _inline(found: Diff) -> Iterator[Block]:
    for stretch in found.blocks:
        runs = tuple(run for op in stretch.ops for run in _both(found, op, stretch))
        sign = _SIGNS.get(stretch.kind, " ") if not stretch.moved else ">"
        yield Block(runs, 2, margin=(Run(sign, _sign_style(sign)),), change=sign != " ")


def _sign_style(sign: str) -> str:
    return {"+": "plus", "-": "minus", ">": "moved"}.get(sign, "muted")


def _both(found: Diff, op: Op, stretch: Stretch) -> Iterator[Run]:
    old, new = found.old[slice(*op.old)], found.new[slice(*op.new)]
    if op.kind in {Kind.EQUAL, Kind.RESPELLED}:
        yield Run(new, "moved" if stretch.moved else "")
        return
    if old:
        yield Run(old, "moved removed" if op.move is not None else "removed")
    if new:
        yield Run(new, "moved added" if op.move is not None else "added")


def _beside(found: Diff) -> Iterator[Pair]:
    for stretch in found.blocks:
        left = tuple(_one(found.old, op.old, op, "removed", stretch) for op in stretch.ops)
        right = tuple(_one(found.new, op.new, op, "added", stretch) for op in stretch.ops)
        sign = _SIGNS.get(stretch.kind, " ") if not stretch.moved else ">"
        mark = (Run(sign, _sign_style(sign)),)
        yield Pair(
            Block(left, 2, margin=mark if sign != "+" else ()),
            Block(right, 2, margin=mark if sign != "-" else ()),
            change=sign != " ",
        )


def _one(text: str, span: tuple[int, int], op: Op, style: str, stretch: Stretch) -> Run:
    if op.kind in {Kind.EQUAL, Kind.RESPELLED}:
        return Run(text[slice(*span)], "moved" if stretch.moved else "")
    return Run(text[slice(*span)], f"moved {style}" if op.move is not None else style)
