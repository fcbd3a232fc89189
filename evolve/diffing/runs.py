"""Equal runs of two token lists: rapidfuzz finds them, the words' weight decides which count."""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from evolve.diffing.tokens import Tokens

__all__ = ["Run", "equal_runs"]

_FLOOR = 0.35
_CEILING = 2.5
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
    base_old, base_new = old_range[0], new_range[0]
    old_keys, new_keys = old.keys[slice(*old_range)], new.keys[slice(*new_range)]
    blocks = Indel.opcodes(old_keys, new_keys).as_matching_blocks()
    runs = [Run(a + base_old, b + base_new, size) for a, b, size in blocks if size]
    end = Run(old_range[1], new_range[1], 0)
    start = Run(base_old, base_new, 0)
    return _slid(_cleaned(runs, end, start, old.mass, new.mass), old.keys, new.keys)


def _cleaned(
    runs: Sequence[Run], end: Run, start: Run, old: Sequence[float], new: Sequence[float]
) -> list[Run]:
    """Give up runs that weigh less than the changes around them."""
    kept = [start]
    for following in (*runs, end):
        while len(kept) > 1:
            before, run = kept[-2], kept[-1]
            limit = min(_gap(before, run, old, new), _gap(run, following, old, new))
            mass = old[run.old + run.length] - old[run.old]
            if not limit or mass >= max(_FLOOR, min(limit, _CEILING)):
                break
            kept.pop()
        kept.append(following)
    return kept[1:-1]


def _gap(left: Run, right: Run, old: Sequence[float], new: Sequence[float]) -> float:
    """Weigh the change between two runs by its heavier side."""
    gone = old[right.old] - old[left.old + left.length]
    come = new[right.new] - new[left.new + left.length]
    return max(gone, come)


def _slid(runs: list[Run], old: Sequence[str], new: Sequence[str]) -> list[Run]:
    """Let an insertion or a removal begin after punctuation where it can begin in several places.

    Between 推进甲，推进丙 and 推进甲，推进乙，推进丙 the words 推进乙， were added, not ，推进乙.
    """
    for at in range(len(runs) - 1):
        left, right = runs[at], runs[at + 1]
        added, removed = right.new - left.new - left.length, right.old - left.old - left.length
        if added and removed:
            continue
        keys, start = (new, left.new) if added else (old, left.old)
        shift = _shift(keys, start, left.length, added or removed)
        runs[at] = left._replace(length=left.length - shift)
        runs[at + 1] = Run(right.old - shift, right.new - shift, right.length + shift)
    return runs


def _shift(keys: Sequence[str], start: int, length: int, size: int) -> int:
    """Say by how many tokens to the left a change of ``size`` after a run should begin."""
    end = start + length
    for shift in range(length):
        if keys[end - shift - 1] in _CLAUSE_ENDS:
            return shift
        if keys[end - shift - 1] != keys[end + size - shift - 1]:
            break
    return 0
