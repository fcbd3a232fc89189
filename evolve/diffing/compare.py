"""The difference of two texts: sentences are paired in any order, then words are compared."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import sqrt

from evolve.diffing.model import Block, Diff, Kind, Op, Shared, Verdict
from evolve.diffing.moves import Gap, Moves, gap_ops, moves_between
from evolve.diffing.order import in_reading_order
from evolve.diffing.runs import Run, equal_runs
from evolve.diffing.sentences import Sentences, in_place, pair_sentences
from evolve.diffing.tiles import shared_runs
from evolve.diffing.tokens import Tokens
from evolve.diffing.wording import Wording, wording

__all__ = ["compared", "diff"]

_COMMON_SUBSTANCE = 0.2
_PHRASE = 1.2
_ALIKE_SENTENCES = 0.35
_ALIKE_CLAUSES = 0.45

Range = tuple[int, int]


@lru_cache(maxsize=512)
def diff(old: str, new: str) -> Diff:
    """Compare two wordings.

    Args:
        old: The earlier text.
        new: The later text.

    Returns:
        What stayed, went, came and moved. Swapping the texts swaps added and removed.
    """
    if old == new:
        whole = (0, len(old))
        blocks = (Block(whole, whole, (Op(Kind.EQUAL, whole, whole),)),) if old else ()
        return Diff(old, new, Verdict.SAME, blocks)
    if new < old:
        return _swapped(compared(wording(new), wording(old)))
    return compared(wording(old), wording(new))


def _swapped(found: Diff) -> Diff:
    shared = sorted((Shared(phrase.new, phrase.old) for phrase in found.shared), key=_by_new)
    blocks = in_reading_order(block.swapped for block in found.blocks)
    passages = sorted((block.swapped for block in found.passages), key=_by_new)
    return replace(
        found,
        old=found.new,
        new=found.old,
        blocks=blocks,
        shared=tuple(shared),
        passages=tuple(passages),
    )


def _by_new(part: Block | Op | Shared) -> Range:
    return part.new


def compared(old: Wording, new: Wording) -> Diff:
    """Compare two texts that were made ready for it; see :func:`diff`."""
    texts = old.tokens.text, new.tokens.text
    pairs = list(_pairs(old, new))
    similarity = _similarity(old.tokens, new.tokens, (run for pair in pairs for run in pair.runs))
    if similarity < _COMMON_SUBSTANCE and all(texts):
        return _rewritten(old, new)
    blocks = in_reading_order(_blocks(old, new, pairs))
    return Diff(*texts, Verdict.CHANGED, blocks, similarity=similarity)


def _similarity(old: Tokens, new: Tokens, runs: Iterable[Run]) -> float:
    common = sum(old.weight(run.old, run.old + run.length) for run in runs)
    return min(1.0, common / (sqrt(old.mass[-1] * new.mass[-1]) or 1.0))


def _rewritten(old: Wording, new: Wording) -> Diff:
    """Say which phrases two texts share that have too little in common to compare their words."""
    one, other = old.tokens, new.tokens
    runs = shared_runs(old, new, [(0, len(one.keys))], [(0, len(other.keys))], _PHRASE)
    shared = tuple(
        Shared(one.span(run.old, run.old + run.length), other.span(run.new, run.new + run.length))
        for run in runs
    )
    spans = (0, len(one.text)), (0, len(other.text))
    return Diff(
        one.text,
        other.text,
        Verdict.REWRITTEN,
        (Block(*spans, (Op(Kind.REPLACED, *spans),)),),
        shared,
        tuple(_passages(old, new)),
        _similarity(one, other, runs),
    )


def _passages(old: Wording, new: Wording) -> Iterator[Block]:
    """Compare the clauses that answer each other in two texts which otherwise differ."""
    for pair in _paired(old, new, old.clauses, new.clauses, _ALIKE_CLAUSES):
        if any(True for _ in pair.gaps()):
            yield _block(old.tokens, new.tokens, pair, Moves())


@dataclass(frozen=True, slots=True)
class _Pair:
    """A sentence and its counterpart (ranges of tokens, one of them perhaps empty)."""

    old: Range
    new: Range
    runs: tuple[Run, ...] = ()
    moved: bool = False

    def gaps(self) -> Iterator[Gap]:
        """Give what lies between the equal runs."""
        old, new = self.old[0], self.new[0]
        for run in (*self.runs, Run(self.old[1], self.new[1], 0)):
            if old < run.old or new < run.new:
                yield Gap((old, run.old), (new, run.new))
            old, new = run.old + run.length, run.new + run.length


def _without_end(tokens: Tokens, clause: Range) -> Range:
    """Leave out the punctuation after a clause."""
    start, end = clause
    while end > start + 1 and not any(map(str.isalnum, tokens.keys[end - 1])):
        end -= 1
    return start, end


def _pairs(old: Wording, new: Wording) -> Iterator[_Pair]:
    """Pair the sentences; a sentence without counterpart is a pair with an empty side."""
    pairs = _paired(old, new, old.sentences, new.sentences, _ALIKE_SENTENCES)
    yield from pairs
    olds, news = {pair.old for pair in pairs}, {pair.new for pair in pairs}
    yield from (_Pair(each, (0, 0)) for each in old.sentences.ranges if each not in olds)
    yield from (_Pair((0, 0), each) for each in new.sentences.ranges if each not in news)


def _paired(
    old: Wording, new: Wording, olds: Sentences, news: Sentences, least: float
) -> list[_Pair]:
    found = pair_sentences(olds, news, least)
    standing = in_place(found, [min(olds.masses[a], news.masses[b]) for a, b in found])
    return [
        _Pair(
            olds.ranges[a],
            news.ranges[b],
            tuple(equal_runs(old.tokens, new.tokens, olds.ranges[a], news.ranges[b])),
            not stands,
        )
        for (a, b), stands in zip(found, standing, strict=True)
    ]


def _blocks(old: Wording, new: Wording, pairs: Sequence[_Pair]) -> Iterator[Block]:
    moves = moves_between(old, new, [gap for pair in pairs for gap in pair.gaps()])
    for pair in pairs:
        yield _block(old.tokens, new.tokens, pair, moves)


def _block(old: Tokens, new: Tokens, pair: _Pair, moves: Moves) -> Block:
    ops = tuple(_ops(old, new, pair, moves))
    return Block(old.span(*pair.old), new.span(*pair.new), ops, pair.moved)


def _ops(old: Tokens, new: Tokens, pair: _Pair, moves: Moves) -> Iterator[Op]:
    """Put the equal runs and the gaps of a pair in order."""
    gaps = {gap.new[0]: gap for gap in pair.gaps()}
    for run in (Run(pair.old[0], pair.new[0], 0), *pair.runs):
        if run.length:
            yield from _equal(old, new, run)
        if gap := gaps.get(run.new + run.length):
            yield from gap_ops(old, new, gap, moves)


def _equal(old: Tokens, new: Tokens, run: Run) -> Iterator[Op]:
    """Set apart what is written in other characters."""
    size = run.length
    olds, news = old.span(run.old, run.old + size), new.span(run.new, run.new + size)
    if old.text[slice(*olds)] == new.text[slice(*news)]:
        yield Op(Kind.EQUAL, olds, news)
        return
    same = [
        old.text[slice(*old.span(run.old + k, run.old + k + 1))]
        == new.text[slice(*new.span(run.new + k, run.new + k + 1))]
        for k in range(size)
    ]
    start = 0
    for end in range(1, size + 1):
        if end == size or same[end] != same[start]:
            kind = Kind.EQUAL if same[start] else Kind.RESPELLED
            spans = (
                old.span(run.old + start, run.old + end),
                new.span(run.new + start, run.new + end),
            )
            yield Op(kind, *spans)
            start = end
