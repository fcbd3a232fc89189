"""Sentences of two texts and which of them belong together, in any order."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from operator import itemgetter

from rapidfuzz.distance import Indel

from evolve.diffing.tokens import Tokens
from evolve.diffing.words import cut_words, weight_of

__all__ = [
    "Sentences",
    "clauses_of",
    "in_place",
    "indexed",
    "pair_sentences",
    "sentences_of",
]

_SENTENCE_ENDS = frozenset("。!?;")
_CLAUSE_ENDS = _SENTENCE_ENDS | frozenset(",:")
_CLOSERS = frozenset("”’」』)》 ")
_TELLING = 0.25
_PART = 0.4
_EVERYWHERE = 1024
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences (or clauses) of a text, with an index of their words."""

    ranges: list[Range]
    """First token and the one after the last of each, in order."""
    masses: list[float]
    """Weight of each."""
    wholes: list[str]
    """What each is compared by as a whole."""
    postings: dict[str, list[tuple[int, int]]]
    """By word: in which of them it stands and how often."""
    weights: dict[str, float]
    """By word: its weight."""


def sentences_of(tokens: Tokens) -> Sentences:
    """Cut a text at full stops and line feeds; together the sentences are the whole text."""
    return indexed(tokens, list(_cut(tokens, _SENTENCE_ENDS)))


def clauses_of(tokens: Tokens) -> Sentences:
    """Cut a text at commas too; the punctuation after a clause is left out."""
    return indexed(tokens, [_bare(tokens, clause) for clause in _cut(tokens, _CLAUSE_ENDS)])


def _cut(tokens: Tokens, ends: frozenset[str]) -> Iterator[Range]:
    """Cut after ``ends`` and what closes with them: quotes, brackets, white space."""
    start, ended = 0, False
    for at, key in enumerate(tokens.keys):
        ending = key in ends or (
            key == " " and "\n" in tokens.text[slice(*tokens.span(at, at + 1))]
        )
        if ended and not ending and key not in _CLOSERS:
            yield start, at
            start, ended = at, False
        ended = ended or ending
    if tokens.keys:
        yield start, len(tokens.keys)


def _bare(tokens: Tokens, clause: Range) -> Range:
    start, end = clause
    while end > start + 1 and not any(map(str.isalnum, tokens.keys[end - 1])):
        end -= 1
    return start, end


def indexed(tokens: Tokens, ranges: list[Range]) -> Sentences:
    """Index the words that tell what a sentence is about.

    Figures count little and names of documents as they are, both whatever their digits: a
    plan for 2021-2023 has a successor for 2024-2026. The words in a name count beside it.
    """
    postings: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    weights: dict[str, float] = {}
    for number, (start, end) in enumerate(ranges):
        words: Counter[str] = Counter()
        for at in range(start, end):
            for word, weight in _features(tokens.keys[at], tokens.weight(at, at + 1)):
                words[word] += 1
                weights[word] = weight
        for word, count in words.items():
            postings[word].append((number, count))
    masses = [tokens.weight(*each) for each in ranges]
    wholes = ["".join(tokens.keys[start:end]) for start, end in ranges]
    return Sentences(ranges, masses, wholes, dict(postings), weights)


def _features(key: str, weight: float) -> Iterator[tuple[str, float]]:
    word = _DIGITS.sub("#", key)
    if word.startswith("#"):
        yield word, _TELLING
    elif weight >= _TELLING:
        yield word, weight
    if word.startswith("《"):
        yield from ((f"《{part}", _PART * weight_of(part)) for part in cut_words(word[1:-1]))


def pair_sentences(old: Sentences, new: Sentences, least: float) -> list[tuple[int, int]]:
    """Pair sentences one to one by the weight of their common words, the most alike first.

    Args:
        old: Sentences of the old text.
        new: Sentences of the new text.
        least: Least weight of the common words over the geometric mean of both, 0 to 1.

    Returns:
        Positions in ``old`` and ``new``, sorted by the latter.
    """
    pairs = dict(_identical(old.wholes, new.wholes))
    olds = set(pairs)
    news = set(pairs.values())
    roots, others = list(map(sqrt, old.masses)), list(map(sqrt, new.masses))
    scored = sorted(
        (-mass / (roots[a] * others[b]), abs(a - b), a, b)
        for (a, b), mass in _common(old, new, olds, news)
        if mass >= least * roots[a] * others[b]
    )
    for _, _, a, b in scored:
        if a not in olds and b not in news:
            pairs[a] = b
            olds.add(a)
            news.add(b)
    return sorted(pairs.items(), key=itemgetter(1))


def _identical(olds: Sequence[str], news: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pair what is the same: first what is in the same order, then the others as they come."""
    left: defaultdict[str, deque[int]] = defaultdict(deque)
    paired: set[int] = set()
    at = 0
    for a, b, size in Indel.opcodes(olds, news).as_matching_blocks():
        for place in range(at, a):
            left[olds[place]].append(place)
        yield from ((a + k, b + k) for k in range(size))
        paired.update(range(b, b + size))
        at = a + size
    for b, whole in enumerate(news):
        if b not in paired and left.get(whole):
            yield left[whole].popleft(), b


def _common(
    old: Sentences, new: Sentences, olds: set[int], news: set[int]
) -> Iterator[tuple[tuple[int, int], float]]:
    """Weigh the words that each old and new sentence share, leaving out those that are paired.

    A word that stands nearly everywhere on both sides says nothing and would take all the time.
    """
    row = len(new.ranges)
    common: dict[int, float] = {}
    for word, everywhere in new.postings.items():
        places = old.postings.get(word, ())
        if not places or len(places) * len(everywhere) > _EVERYWHERE:
            continue
        weight = new.weights[word]
        left = [(b, count) for b, count in everywhere if b not in news]
        for a, count in places if left else ():
            if a in olds:
                continue
            for b, other in left:
                pair = a * row + b
                common[pair] = common.get(pair, 0.0) + weight * min(count, other)
    return ((divmod(pair, row), mass) for pair, mass in common.items())


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
