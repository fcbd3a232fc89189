"""Phrases that two texts share in any order (greedy string tiling, after Michael Wise)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from operator import eq

from evolve.diffing.runs import Run
from evolve.diffing.tokens import Tokens

__all__ = ["shared_runs"]

_TELLING = 0.15


def shared_runs(
    old: Tokens,
    new: Tokens,
    olds: Sequence[tuple[int, int]],
    news: Sequence[tuple[int, int]],
    least: float,
) -> list[Run]:
    """Find the heaviest runs of tokens that stand in both, none of them overlapping another.

    Args:
        old: Tokens of the old text.
        new: Tokens of the new text.
        olds: The stretches of ``old`` to look at; no run reaches over their ends.
        news: The stretches of ``new`` to look at.
        least: Least weight of a run.

    Returns:
        Runs sorted by their place in the new text.
    """
    found = []
    for run in _candidates(old, new, olds, news):
        trimmed = _trimmed(old, run)
        mass = old.weight(trimmed.old, trimmed.old + trimmed.length)
        if mass >= least:
            found.append((-mass, trimmed))
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    kept = []
    for _, run in sorted(found):
        old_span, new_span = (
            range(run.old, run.old + run.length),
            range(run.new, run.new + run.length),
        )
        if taken_old.isdisjoint(old_span) and taken_new.isdisjoint(new_span):
            kept.append(run)
            taken_old.update(old_span)
            taken_new.update(new_span)
    return sorted(kept, key=lambda run: run.new)


def _candidates(
    old: Tokens, new: Tokens, olds: Sequence[tuple[int, int]], news: Sequence[tuple[int, int]]
) -> Iterator[Run]:
    """Give every run that can be made longer on neither side."""
    places: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for start, end in news:
        for at in range(start, end):
            if new.weight(at, at + 1) >= _TELLING:
                places[new.keys[at]].append((at, start, end))
    for start, end in olds:
        for at in range(start, end):
            for place, new_start, new_end in places.get(old.keys[at], ()):
                before = _agreeing(
                    _backward(old.keys, at, start), _backward(new.keys, place, new_start)
                )
                if old.weight(at - before, at) < _TELLING:
                    after = _agreeing(old.keys[at:end], new.keys[place:new_end])
                    yield Run(at, place, after)


def _backward(keys: Sequence[str], at: int, start: int) -> Iterator[str]:
    return (keys[place] for place in range(at - 1, start - 1, -1))


def _agreeing(olds: Iterable[str], news: Iterable[str]) -> int:
    """Count the tokens that agree before the first that does not."""
    return sum(1 for _ in takewhile(bool, map(eq, olds, news)))


def _trimmed(tokens: Tokens, run: Run) -> Run:
    """Leave out function words and punctuation at the end of a run."""
    length = run.length
    while length and tokens.weight(run.old + length - 1, run.old + length) < _TELLING:
        length -= 1
    return run._replace(length=length)
