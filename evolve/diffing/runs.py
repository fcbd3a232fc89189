"""Equal runs of two token lists: rapidfuzz finds them, the words' weight decides which count."""

from collections.abc import Sequence
from itertools import starmap
from typing import NamedTuple, cast

from rapidfuzz.distance import Indel

from evolve.diffing.tokens import Tokens

__all__ = ["Run", "equal_runs"]

_FLOOR = 0.35
_CEILING = 2.5
_SLIGHT = 3.0
_PARTED = 3
_Run = tuple[int, int, int]
_Opcode = tuple[str, int, int, int, int]
_CLAUSE_ENDS = frozenset(",;:。、")


class Run(NamedTuple):
    """``length`` equal tokens from ``old`` and from ``new`` on (indices of tokens)."""

    old: int
    new: int
    length: int


def equal_runs(
    old: Tokens, new: Tokens, old_range: tuple[int, int], new_range: tuple[int, int]
) -> list[Run]:
    """Align two stretches of tokens, without crumbs.

    The runs of a shortest edit script (Hyyrö's bit-parallel longest common subsequence, by
    rapidfuzz) fall into crumbs where a text was rewritten. A run that weighs less than the
    changes on both its sides is therefore given up, and its words join these changes
    ("semantic clean-up", after Neil Fraser, with words' weights instead of lengths).

    Returns:
        Runs in order, which cross nowhere.
    """
    (a0, a1), (b0, b1) = old_range, new_range
    script = Indel.opcodes(old.keys[a0:a1], new.keys[b0:b1])
    opcodes = cast("list[_Opcode]", script.as_list())
    mass = old.mass
    found = [
        (a0 + start, b0 + place, end - start)
        for tag, start, end, place, _ in opcodes
        if tag == "equal" and mass[a0 + end] - mass[a0 + start] >= _FLOOR
    ]
    _keep_edges(found, opcodes, a0, b0)
    kept = _cleaned(found, (a0, b0, 0), (a1, b1, 0), mass, new.mass)
    _slide(kept, old.keys, new.keys)
    _part(kept, (a0, b0, 0), (a1, b1, 0), old, new)
    return list(starmap(Run, kept))


def _keep_edges(found: list[_Run], opcodes: Sequence[_Opcode], a0: int, b0: int) -> None:
    """Keep light runs at the start and the end, where they are no crumbs between changes."""
    for place, opcode in ((0, opcodes[0]), (len(found), opcodes[-1])) if opcodes else ():
        tag, start, end, other, _ = opcode
        run = (a0 + start, b0 + other, end - start)
        if tag == "equal" and run not in found[:1] + found[-1:]:
            found.insert(place and len(found), run)


def _cleaned(
    runs: Sequence[_Run], start: _Run, end: _Run, old: Sequence[float], new: Sequence[float]
) -> list[_Run]:
    """Give up runs that weigh less than the changes on both their sides."""
    kept, gaps = [start], [0.0]  # the start weighs as much as the gap before it: it stays
    for run in (*runs, end):
        a, b, _ = run
        while True:
            at, place, size = kept[-1]
            end_mass = old[at + size]
            gap = max(old[a] - end_mass, new[b] - new[place + size])
            mass = end_mass - old[at]
            if mass >= gap or mass >= _CEILING or mass >= gaps[-1]:
                break
            kept.pop()
            gaps.pop()
        kept.append(run)
        gaps.append(gap)
    return kept[1:-1]


def _slide(runs: list[_Run], old: Sequence[str], new: Sequence[str]) -> None:
    """Let an insertion or a removal begin after punctuation where it can begin in several places.

    Between 推进甲，推进丙 and 推进甲，推进乙，推进丙 the words 推进乙， were added, not ，推进乙.
    """
    for at in range(len(runs) - 1):
        (a, b, length), (c, d, more) = runs[at], runs[at + 1]
        removed, added = c - a - length, d - b - length
        if removed and added:
            continue
        if added:
            shift = _shift(new, b + length, length, added)
        else:
            shift = _shift(old, a + length, length, removed)
        if shift:
            runs[at] = (a, b, length - shift)
            runs[at + 1] = (c - shift, d - shift, more + shift)


def _shift(keys: Sequence[str], end: int, length: int, size: int) -> int:
    """Say by how many tokens to the left a change of ``size`` after a run should begin."""
    for shift in range(length):
        if keys[end - shift - 1] in _CLAUSE_ENDS:
            return shift
        if keys[end - shift - 1] != keys[end + size - shift - 1]:
            break
    return 0


def _part(runs: list[_Run], start: _Run, end: _Run, old: Tokens, new: Tokens) -> None:
    """Let a comma stand that parts two slight changes: 10个，制定 to 12个，完善 are two."""
    a, b, _ = start
    commas = []
    for c, d, length in (*runs, end):
        if c - a >= _PARTED <= d - b and _is_slight(old, a, c) and _is_slight(new, b, d):
            one, other = _comma(old.keys, a, c), _comma(new.keys, b, d)
            if one and other and old.keys[one] == new.keys[other]:
                commas.append((one, other, 1))
        a, b = c + length, d + length
    if commas:
        runs[:] = sorted([*runs, *commas])


def _is_slight(tokens: Tokens, start: int, end: int) -> bool:
    return tokens.mass[end] - tokens.mass[start] < _SLIGHT


def _comma(keys: Sequence[str], start: int, end: int) -> int:
    """Find the punctuation inside a stretch, not at its ends; 0 where there is none."""
    return next((at for at in range(start + 1, end - 1) if keys[at] in _CLAUSE_ENDS), 0)
