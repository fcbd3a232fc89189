"""What a comparison of two texts gives."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from evolve.model import Span

__all__ = ["Block", "Diff", "Kind", "Op", "Shared", "Verdict", "apply"]


class Kind(StrEnum):
    """What became of a stretch of text."""

    EQUAL = "equal"
    """In both, letter by letter."""
    RESPELLED = "respelled"
    """In both, with other characters (full-width and half-width, capitals) or punctuation."""
    REMOVED = "removed"
    """In the old text only."""
    ADDED = "added"
    """In the new text only."""
    REPLACED = "replaced"
    """Something in the old text, something else in its place in the new one."""

    @property
    def swapped(self) -> "Kind":
        """The same, seen from the other side."""
        return {Kind.REMOVED: Kind.ADDED, Kind.ADDED: Kind.REMOVED}.get(self, self)


class Verdict(StrEnum):
    """The relation of two texts in one word."""

    SAME = "same"
    CHANGED = "changed"
    REWRITTEN = "rewritten"
    """Too little in common for a word by word comparison; see ``Diff.shared``."""


@dataclass(frozen=True, slots=True)
class Op:
    """One operation: a stretch of the old text and what stands for it in the new one."""

    kind: Kind
    old: Span
    """In the old text; empty where something was added."""
    new: Span
    """In the new text; empty where something was removed."""
    move: int | None = None
    """Number of the move: the removed and the added stretch with this number are the same words."""

    @property
    def swapped(self) -> "Op":
        """The same operation from new to old."""
        return Op(self.kind.swapped, self.new, self.old, self.move)


@dataclass(frozen=True, slots=True)
class Block:
    """One or several whole sentences of the old text and their counterpart in the new one."""

    old: Span
    """In the old text; empty where the sentence was added."""
    new: Span
    """In the new text; empty where the sentence was removed."""
    ops: tuple[Op, ...]
    """From its first to its last word, leaving nothing out."""
    moved: bool = False
    """Whether it stands in another place, seen against its neighbours."""

    @property
    def kind(self) -> Kind:
        """What became of the block as a whole; ``replaced`` where only words in it changed."""
        kinds = {op.kind for op in self.ops}
        return kinds.pop() if len(kinds) == 1 else Kind.REPLACED

    @property
    def swapped(self) -> "Block":
        """The same block from new to old."""
        return Block(self.new, self.old, tuple(op.swapped for op in self.ops), self.moved)


@dataclass(frozen=True, slots=True)
class Shared:
    """A phrase that stands in both texts."""

    old: Span
    """In the old text."""
    new: Span
    """In the new text."""


@dataclass(frozen=True, slots=True)
class Diff:
    """The difference of two texts."""

    old: str
    """The earlier text."""
    new: str
    """The later text."""
    verdict: Verdict
    """The relation in one word."""
    blocks: tuple[Block, ...]
    """In reading order: by the new text, what was removed after what it followed."""
    shared: tuple[Shared, ...] = ()
    """Phrases in common, in the order of the new text; only for a rewritten text."""
    passages: tuple[Block, ...] = ()
    """Clauses that answer each other with a change, likewise; only for a rewritten text."""
    similarity: float = 1.0
    """Weight of the common words over the (geometric) mean weight of both texts, 0 to 1."""

    @property
    def ops(self) -> tuple[Op, ...]:
        """All operations in the order of the blocks, adjoining equal ones as one."""
        return tuple(_joined(op for block in self.blocks for op in block.ops))


def _joined(ops: Iterator[Op]) -> Iterator[Op]:
    """Join equal runs that adjoin in both texts."""
    held: Op | None = None
    for op in ops:
        if held and held.kind == op.kind == Kind.EQUAL and _adjoin(held, op):
            held = Op(op.kind, (held.old[0], op.old[1]), (held.new[0], op.new[1]))
            continue
        if held:
            yield held
        held = op
    if held:
        yield held


def _adjoin(left: Op, right: Op) -> bool:
    return left.old[1] == right.old[0] and left.new[1] == right.new[0]


def apply(diff: Diff, old: str) -> str:
    """Carry out all operations on the old text.

    Args:
        diff: A difference.
        old: The text that it starts from; equal runs are taken from here.

    Returns:
        The new text.
    """
    ops = sorted((op for op in diff.ops if op.new[0] < op.new[1]), key=lambda op: op.new)
    return "".join(
        old[slice(*op.old)] if op.kind is Kind.EQUAL else diff.new[slice(*op.new)] for op in ops
    )
