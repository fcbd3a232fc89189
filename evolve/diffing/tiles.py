"""Phrases that two texts share in any order (greedy string tiling, after Michael Wise)."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from operator import eq

from evolve.diffing.runs import Run
from evolve.diffing.tokens import Tokens
from evolve.diffing.wording import TELLING, Wording

__all__ = ["shared_runs"]

_OFTEN = 64

Range = tuple[int, int]


def shared_runs(
    old: Wording, new: Wording, olds: Sequence[Range], news: Sequence[Range], least: float
) -> list[Run]:
    """Find the heaviest runs of tokens that stand in both, none of them overlapping another.

    Args:
        old: The old text.
        new: The new text.
        olds: The stretches of ``old`` to look at, sorted; no run reaches over their ends.
        news: The stretches of ``new`` to look at, likewise.
        least: Least weight of a run.

    Returns:
        Runs sorted by their place in the new text.
    """
    found = []
    for run in _candidates(old, new, olds, news, least):
        trimmed = _trimmed(old.tokens, run)
        mass = old.tokens.weight(trimmed.old, trimmed.old + trimmed.length)
        if mass >= least:
            found.append((-mass, trimmed))
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    kept = []
    for _, run in sorted(found):
        in_old = range(run.old, run.old + run.length)
        in_new = range(run.new, run.new + run.length)
        if taken_old.isdisjoint(in_old) and taken_new.isdisjoint(in_new):
            kept.append(run)
            taken_old.update(in_old)
            taken_new.update(in_new)
    return sorted(kept, key=lambda run: run.new)


def _candidates(
    old: Wording, new: Wording, olds: Sequence[Range], news: Sequence[Range], least: float
) -> Iterator[Run]:
    """Give every run that can be made longer on neither side."""
    keys, mass = old.tokens.keys, old.tokens.mass
    for start, end in olds:
        for at in range(start, end):
            follower = keys[at + 1] if at + 1 < end else ""
            alone = mass[at + 1] - mass[at] >= least
            for place, stretch in _within(_places(new, keys[at], follower, alone=alone), news):
                if not _goes_on(old.tokens, new.tokens, (at, start), (place, stretch[0])):
                    after = _agreeing(
                        map(keys.__getitem__, range(at, end)),
                        map(new.tokens.keys.__getitem__, range(place, stretch[1])),
                    )
                    if mass[at + after] - mass[at] >= least:
                        yield Run(at, place, after)


def _places(text: Wording, word: str, follower: str, *, alone: bool) -> Sequence[int]:
    """Find where a telling word stands: so followed, unless it weighs enough alone.

    Of a word that stands often, it is again where it is so followed; and what even then stands
    often is a phrase that says nothing about two texts.
    """
    places = text.places.get(word, ())
    if places and (not alone or len(places) > _OFTEN):
        places = text.followed.get((word, follower), ())
    return places if len(places) <= _OFTEN else ()


def _goes_on(old: Tokens, new: Tokens, here: Range, there: Range) -> bool:
    """Whether the run reaches back to an earlier telling word, and is found from there."""
    (at, start), (place, new_start) = here, there
    while at > start and place > new_start and old.keys[at - 1] == new.keys[place - 1]:
        at, place = at - 1, place - 1
        if old.mass[at + 1] - old.mass[at] >= TELLING:
            return True
    return False


def _within(places: Sequence[int], stretches: Sequence[Range]) -> Iterator[tuple[int, Range]]:
    """Give the places that lie in a stretch, with it."""
    for at in places:
        number = bisect_right(stretches, at, key=_start) - 1
        if number >= 0 and at < stretches[number][1]:
            yield at, stretches[number]


def _start(stretch: Range) -> int:
    return stretch[0]


def _agreeing(olds: Iterable[str], news: Iterable[str]) -> int:
    """Count the tokens that agree before the first that does not."""
    return sum(1 for _ in takewhile(bool, map(eq, olds, news)))


def _trimmed(tokens: Tokens, run: Run) -> Run:
    """Leave out function words, punctuation and an open bracket at the end of a run."""
    keys = tokens.keys[run.old : run.old + run.length]
    length = run.length
    while length and tokens.weight(run.old + length - 1, run.old + length) < TELLING:
        length -= 1
    opened = keys[:length].count("(") - keys[:length].count(")")
    if opened > 0:
        closed = keys[length : length + 1] == [")"]
        length = length + 1 if closed else keys.index("(")
    return Run(run.old, run.new, length)
