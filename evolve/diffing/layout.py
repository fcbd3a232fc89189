"""A difference as rows of marked text, for every view: terminal, browser, Markdown, HTML."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

from evolve.diffing.model import Block, Diff, Kind, Op, Shared, Verdict

__all__ = ["Mark", "Row", "RowKind", "Segment", "in_columns", "rows", "telling_phrases"]


class Mark(StrEnum):
    """How a stretch of text is shown."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"
    MOVED_AWAY = "moved_away"
    """Removed here, and the same words stand elsewhere in the new text."""
    MOVED_HERE = "moved_here"
    """Added here, and the same words stood elsewhere in the old text."""
    SHARED = "shared"
    """A phrase that a rewritten text kept."""


class Segment(NamedTuple):
    """A stretch of text in one mark."""

    text: str
    mark: Mark = Mark.SAME
    move: int | None = None
    """Number of the move, for the two marks of moving."""


class RowKind(StrEnum):
    """What became of the sentences of a row."""

    SAME = "same"
    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"
    REWRITTEN = "rewritten"
    PASSAGE = "passage"
    """Two clauses of rewritten texts that answer each other."""


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences that stand beside each other."""

    kind: RowKind
    """What became of them."""
    old: tuple[Segment, ...]
    """The old side: everything but what was added."""
    new: tuple[Segment, ...]
    """The new side: everything but what was removed."""
    inline: tuple[Segment, ...]
    """Both in one text."""
    moved: bool = False
    """Whether they stand in another place than before."""

    @property
    def changed(self) -> bool:
        """Whether the keys for the next and the previous change stop here."""
        return self.kind is not RowKind.SAME or self.moved


_KINDS = {
    Kind.EQUAL: RowKind.SAME,
    Kind.RESPELLED: RowKind.SAME,
    Kind.REMOVED: RowKind.REMOVED,
    Kind.ADDED: RowKind.ADDED,
    Kind.REPLACED: RowKind.CHANGED,
}


def rows(diff: Diff) -> tuple[Row, ...]:
    """Lay a difference out, sentence by sentence.

    A rewritten text is one row with its shared phrases marked, followed by the clauses that
    answer each other.
    """
    if diff.verdict is not Verdict.REWRITTEN:
        return tuple(_row(diff, block, _KINDS[_kind(block)]) for block in diff.blocks)
    whole = Row(
        RowKind.REWRITTEN,
        tuple(_kept(diff.old, [phrase.old for phrase in diff.shared])),
        tuple(_kept(diff.new, [phrase.new for phrase in diff.shared])),
        (),
    )
    return whole, *(_row(diff, block, RowKind.PASSAGE) for block in diff.passages)


def _kind(block: Block) -> Kind:
    """Count a block whose words are all there as unchanged, and a lost or new one as such."""
    kinds = {op.kind for op in block.ops}
    if kinds <= {Kind.EQUAL, Kind.RESPELLED}:
        return Kind.EQUAL
    return kinds.pop() if len(kinds) == 1 else Kind.REPLACED


def _row(diff: Diff, block: Block, kind: RowKind) -> Row:
    inline = tuple(part for op in block.ops for part in _segments(diff, op))
    new = tuple(part for part in inline if part.mark not in {Mark.REMOVED, Mark.MOVED_AWAY})
    moved = block.moved and kind is not RowKind.PASSAGE
    return Row(kind, _old_side(diff, block), new, inline, moved)


def _old_side(diff: Diff, block: Block) -> tuple[Segment, ...]:
    """Show the old side in the old text's own characters."""
    return tuple(
        part._replace(text=diff.old[slice(*op.old)]) if part.mark is Mark.SAME else part
        for op in block.ops
        for part in _segments(diff, op)
        if part.mark not in {Mark.ADDED, Mark.MOVED_HERE}
    )


def _segments(diff: Diff, op: Op) -> Iterator[Segment]:
    old, new = diff.old[slice(*op.old)], diff.new[slice(*op.new)]
    if op.kind in {Kind.EQUAL, Kind.RESPELLED}:
        yield Segment(new)
        return
    if old:
        yield Segment(old, Mark.MOVED_AWAY if op.move else Mark.REMOVED, op.move)
    if new:
        yield Segment(new, Mark.MOVED_HERE if op.move else Mark.ADDED, op.move)


def _kept(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Segment]:
    at = 0
    for start, end in sorted(spans):
        if at < start:
            yield Segment(text[at:start])
        yield Segment(text[start:end], Mark.SHARED)
        at = end
    if at < len(text):
        yield Segment(text[at:])


def in_columns(given: Sequence[Row]) -> Iterator[tuple[Row | None, Row | None]]:
    """Put rows into two columns: a run of lost sentences beside the run of new ones after it.

    Yields:
        The rows whose old and whose new side stand beside each other, mostly the same one.
    """
    held: list[Row] = []
    come: list[Row] = []
    for row in given:
        if row.kind is RowKind.REMOVED and not come:
            held.append(row)
        elif row.kind is RowKind.ADDED and held:
            come.append(row)
        else:
            yield from zip_longest(held, come)
            held, come = ([row], []) if row.kind is RowKind.REMOVED else ([], [])
            if not held:
                yield row, row
    yield from zip_longest(held, come)


def telling_phrases(diff: Diff) -> tuple[str, ...]:
    """List the phrases that a rewritten text shares, without those inside another one."""
    phrases = [diff.new[slice(*phrase.new)] for phrase in _heaviest_first(diff.shared)]
    kept: list[str] = []
    for phrase in phrases:
        if not any(phrase in longer for longer in kept):
            kept.append(phrase)
    return tuple(kept)


def _heaviest_first(shared: Iterable[Shared]) -> list[Shared]:
    return sorted(shared, key=lambda phrase: (phrase.new[0] - phrase.new[1], phrase.new))
