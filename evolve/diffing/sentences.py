"""Sentences of two texts and which of them belong together, in any order."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import sqrt

from evolve.diffing.tokens import Tokens

__all__ = ["CLAUSE_ENDS", "SENTENCE_ENDS", "in_place", "pair_sentences", "sentences"]

SENTENCE_ENDS = frozenset("。!?;")
CLAUSE_ENDS = SENTENCE_ENDS | frozenset(",:")
_CLOSERS = frozenset("”’」』)》 ")
_TELLING = 0.25
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def sentences(tokens: Tokens, ends: frozenset[str] = SENTENCE_ENDS) -> list[tuple[int, int]]:
    """Cut tokens into sentences (ranges of tokens); together they are the whole text.

    Args:
        tokens: Tokens of a text.
        ends: What ends a sentence; so does a line feed. Closing quotes, brackets and white
            space after it belong to it.
    """
    found, start, ended = [], 0, False
    for at, key in enumerate(tokens.keys):
        ending = key in ends or "\n" in tokens.text[slice(*tokens.span(at, at + 1))]
        if ended and not ending and key not in _CLOSERS:
            found.append((start, at))
            start, ended = at, False
        ended = ended or ending
    return [*found, (start, len(tokens.keys))] if tokens.keys else []


def pair_sentences(
    old: Tokens,
    new: Tokens,
    olds: Sequence[tuple[int, int]],
    news: Sequence[tuple[int, int]],
    least: float,
) -> list[tuple[int, int]]:
    """Pair sentences one to one by the weight of their common words, the most alike first.

    Args:
        old: Tokens of the old text.
        new: Tokens of the new text.
        olds: Its sentences, as ranges of tokens.
        news: Likewise.
        least: Least weight of the common words over the geometric mean of both, 0 to 1.

    Returns:
        Indices into ``olds`` and ``news``, sorted by the latter.
    """
    common = _common(old, new, olds, news)
    scored = [
        (-mass / sqrt(old.weight(*olds[a]) * new.weight(*news[b])), abs(a - b), a, b)
        for (a, b), mass in common.items()
    ]
    pairs, old_left, new_left = [], set(range(len(olds))), set(range(len(news)))
    for score, _, a, b in sorted(scored):
        if -score < least:
            break
        if a in old_left and b in new_left:
            pairs.append((a, b))
            old_left.remove(a)
            new_left.remove(b)
    return sorted(pairs, key=lambda pair: pair[1])


def _common(
    old: Tokens, new: Tokens, olds: Sequence[tuple[int, int]], news: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], float]:
    """Weigh the telling words that each old and new sentence share."""
    postings: defaultdict[str, list[tuple[int, int, float]]] = defaultdict(list)
    for a, (start, end) in enumerate(olds):
        for key, (count, weight) in _telling(old, start, end).items():
            postings[key].append((a, count, weight))
    common: defaultdict[tuple[int, int], float] = defaultdict(float)
    for b, (start, end) in enumerate(news):
        for key, (count, _) in _telling(new, start, end).items():
            for a, other, weight in postings.get(key, ()):
                common[a, b] += weight * min(count, other)
    return common


def _telling(tokens: Tokens, start: int, end: int) -> dict[str, tuple[int, float]]:
    """Count and weigh the words of a sentence that tell what it is about.

    Figures count little and names of documents as they are, both whatever their digits:
    a plan for 2021-2023 has a successor for 2024-2026.
    """
    weight: dict[str, float] = {}
    counts: Counter[str] = Counter()
    for at in range(start, end):
        key = _DIGITS.sub("#", tokens.keys[at])
        weight[key] = _TELLING if key.startswith("#") else tokens.weight(at, at + 1)
        counts[key] += 1
    return {key: (count, weight[key]) for key, count in counts.items() if weight[key] >= _TELLING}


def in_place(pairs: Sequence[tuple[int, int]], weights: Sequence[float]) -> list[bool]:
    """Find the heaviest choice of pairs that cross nowhere; the others were moved.

    Args:
        pairs: Old and new position, sorted by the latter.
        weights: Weight of each pair.

    Returns:
        Whether each pair stands in place.
    """
    heads: list[tuple[int, float, int]] = []
    previous: list[int] = []
    for at, (position, _) in enumerate(pairs):
        place = bisect_left(heads, (position,))
        best = heads[place - 1] if place else (-1, 0.0, -1)
        previous.append(best[2])
        mass = best[1] + weights[at]
        while place < len(heads) and heads[place][1] <= mass:
            heads.pop(place)
        heads.insert(place, (position, mass, at))
    standing = [False] * len(pairs)
    at = heads[-1][2] if heads else -1
    while at >= 0:
        standing[at] = True
        at = previous[at]
    return standing
