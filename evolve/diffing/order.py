"""Reading order: by the new text, what was removed after what it followed in the old one."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from evolve.diffing.model import Block, Kind, Op
from evolve.model import Span

__all__ = ["in_reading_order"]


def in_reading_order(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Sort blocks, give the one-sided ones a place in the other text, and join equal neighbours."""
    given = [replace(block, ops=tuple(_settled(block.ops))) for block in blocks]
    anchors = [block for block in given if _two_sided(block) and not block.moved]
    by_old = sorted((block.old[1], block.new[1]) for block in anchors)
    by_new = sorted((block.new[1], block.old[1]) for block in anchors)
    placed = [_placed(block, by_old, by_new) for block in given]
    placed.sort(key=lambda block: (block.new[0], block.new[0] < block.new[1], block.old[0]))
    return tuple(_joined(placed))


def _two_sided(block: Block) -> bool:
    return block.old[0] < block.old[1] and block.new[0] < block.new[1]


def _placed(block: Block, by_old: list[Span], by_new: list[Span]) -> Block:
    """Put the empty side of a one-sided block after the last sentence in place before it."""
    if _two_sided(block):
        return block
    if block.old[0] < block.old[1]:
        at = _counterpart(by_old, block.old[0])
        ops = tuple(replace(op, new=(at, at)) for op in block.ops)
        return replace(block, new=(at, at), ops=ops)
    at = _counterpart(by_new, block.new[0])
    ops = tuple(replace(op, old=(at, at)) for op in block.ops)
    return replace(block, old=(at, at), ops=ops)


def _counterpart(ends: list[Span], at: int) -> int:
    place = bisect_right(ends, (at, at + 1 << 60))
    return ends[place - 1][1] if place else 0


def _settled(ops: Iterable[Op]) -> Iterator[Op]:
    """Let what was removed stand before what was added within each change."""
    change: list[Op] = []
    for op in ops:
        if op.kind in {Kind.REMOVED, Kind.ADDED}:
            change.append(op)
            continue
        yield from _sorted(change)
        change = []
        yield op
    yield from _sorted(change)


def _sorted(change: list[Op]) -> Iterator[Op]:
    if not change:
        return
    start = min(op.new[0] for op in change)
    end = max(op.old[1] for op in change)
    for op in change:
        if op.kind is Kind.REMOVED:
            yield replace(op, new=(start, start))
    for op in change:
        if op.kind is Kind.ADDED:
            yield replace(op, old=(end, end))


def _joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Join unchanged blocks that adjoin in both texts."""
    held: Block | None = None
    for block in blocks:
        if held and _adjoin(held, block):
            old, new = (held.old[0], block.old[1]), (held.new[0], block.new[1])
            held = Block(old, new, (Op(Kind.EQUAL, old, new),), held.moved)
            continue
        if held:
            yield held
        held = block
    if held:
        yield held


def _adjoin(left: Block, right: Block) -> bool:
    return (
        left.kind == right.kind == Kind.EQUAL
        and left.moved == right.moved
        and left.old[1] == right.old[0]
        and left.new[1] == right.new[0]
    )
