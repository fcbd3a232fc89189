"""The signs that say what changed, with colours and without them."""

from collections.abc import Iterable

from evolve.diffing.layout import Mark, Row, RowKind, Segment

__all__ = ["line_sign", "signed"]

_AROUND = {
    Mark.SAME: ("", ""),
    Mark.REMOVED: ("[-", "-]"),
    Mark.ADDED: ("{{+", "+}}"),
    Mark.MOVED_AWAY: ("[-", " >{move}-]"),
    Mark.MOVED_HERE: ("{{+{move}> ", "+}}"),
    Mark.SHARED: ("【", "】"),
}
_LINES = {RowKind.REMOVED: "-", RowKind.ADDED: "+", RowKind.CHANGED: "~", RowKind.PASSAGE: "~"}
_WHOLE = {RowKind.REMOVED: Mark.REMOVED, RowKind.ADDED: Mark.ADDED}


def line_sign(row: Row) -> str:
    """What stands before a row: ``-`` removed, ``+`` added, ``~`` changed, ``>`` moved."""
    return ">" if row.moved else _LINES.get(row.kind, " ")


def signed(row: Row, parts: Iterable[Segment]) -> list[Segment]:
    """Put signs around what changed in a row; one that is all lost or new has its own before it."""
    return [_signed(part) if part.mark is not _WHOLE.get(row.kind) else part for part in parts]


def _signed(part: Segment) -> Segment:
    if part.mark is Mark.SAME:
        return part
    before, after = (sign.format(move=part.move) for sign in _AROUND[part.mark])
    return part._replace(text=f"{before}{part.text.rstrip()}{after}")
