"""Phrases that left one sentence and came back in another."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evolve.diffing.model import Kind, Op
from evolve.diffing.tiles import shared_runs
from evolve.diffing.tokens import Tokens
from evolve.diffing.wording import Wording

__all__ = ["Gap", "Moves", "gap_ops", "moves_between"]

_LEAST = 2.4

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gap:
    """A change: tokens of the old text (perhaps none) and those that stand in their place."""

    old: Range
    new: Range


_Phrase = tuple[int, int, int]
"""First token, number of tokens, number of the move."""


@dataclass(frozen=True, slots=True)
class Moves:
    """The same tokens, removed in one gap and added in another; numbered from 1."""

    away: Sequence[_Phrase] = ()
    """In the old text, sorted."""
    here: Sequence[_Phrase] = ()
    """In the new text, sorted."""


def moves_between(old: Wording, new: Wording, gaps: Sequence[Gap]) -> Moves:
    """Find phrases that one gap lost and another one won."""
    olds = sorted(gap.old for gap in gaps if gap.old[0] < gap.old[1])
    news = sorted(gap.new for gap in gaps if gap.new[0] < gap.new[1])
    partner = {gap.old: gap.new for gap in gaps}
    runs = [
        run
        for run in shared_runs(old, new, olds, news, _LEAST)
        if not _inside(
            run.new, partner[olds[bisect_right(olds, (run.old, len(old.tokens.keys))) - 1]]
        )
    ]
    numbered = list(enumerate(runs, start=1))
    return Moves(
        sorted((run.old, run.length, number) for number, run in numbered),
        sorted((run.new, run.length, number) for number, run in numbered),
    )


def _inside(at: int, stretch: Range) -> bool:
    return stretch[0] <= at < stretch[1]


def gap_ops(old: Tokens, new: Tokens, gap: Gap, moves: Moves) -> Iterator[Op]:
    """Turn a gap into operations: what was removed, then what was added."""
    gone = list(_cut(gap.old, moves.away))
    come = list(_cut(gap.new, moves.here))
    if len(gone) == len(come) == 1 and gone[0][1] is None and come[0][1] is None:
        bare = not _says(old, gap.old) and not _says(new, gap.new)
        kind = Kind.RESPELLED if bare else Kind.REPLACED
        yield Op(kind, old.span(*gap.old), new.span(*gap.new))
        return
    before, after = new.bounds[gap.new[0]], old.bounds[gap.old[1]]
    for stretch, number in gone:
        yield Op(Kind.REMOVED, old.span(*stretch), (before, before), number)
    for stretch, number in come:
        yield Op(Kind.ADDED, (after, after), new.span(*stretch), number)


def _says(tokens: Tokens, stretch: Range) -> bool:
    """Whether there is more than punctuation."""
    return any(char.isalnum() for char in tokens.text[slice(*tokens.span(*stretch))])


def _cut(stretch: Range, moved: Sequence[_Phrase]) -> Iterator[tuple[Range, int | None]]:
    """Cut a stretch where moved phrases begin and end."""
    at, end = stretch
    for start, length, number in moved[bisect_left(moved, (at,)) : bisect_left(moved, (end,))]:
        if at < start:
            yield (at, start), None
        yield (start, start + length), number
        at = start + length
    if at < end:
        yield (at, end), None
