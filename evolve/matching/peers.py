"""Which documents of peers are compared: all of a few, of many those nearest in wording.

Every document with every other would be work that grows with the square of the issuers. Rare
terms tell which are near (inverted index; Zobel & Moffat 2006), and these are few in any document.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np

from evolve.matching.terms import terms_of
from evolve.matching.vectors import Floats, Matrix, matrix, normalized, times
from evolve.model import Corpus, Document, Role

__all__ = ["peer_notices", "peer_pairs"]

_SPREAD = 4
"""A term in more than this many times the wanted peers' documents is not rare."""
_STRIPE = 256
"""So many documents are compared with the others at once."""


def _groups(corpus: Corpus) -> Iterable[Sequence[Document]]:
    """Documents of one kind, of a year, of series with the same series above (or none)."""
    above = {series.id: series.parent for series in corpus.series}
    found: dict[tuple[str | None, bool, int], list[Document]] = defaultdict(list)
    for document in corpus.documents:
        for year in range(document.period.start, document.period.end + 1):
            key = above[document.series], document.role is Role.OUTCOME, year
            found[key].append(document)
    return found.values()


def peer_pairs(corpus: Corpus, most: int) -> Iterator[tuple[Document, Document]]:
    """Name the pairs of documents of peers that share a year, each pair once.

    Args:
        corpus: Documents.
        most: How many of a year each is compared with if there are more; then those that are
            nearest to it, and those that it is nearest to.
    """
    seen = {
        (one.id, other.id): (one, other)
        for group in _groups(corpus)
        for one, other in _of_year(corpus, group, most)
    }
    yield from seen.values()


def _of_year(
    corpus: Corpus, group: Sequence[Document], most: int
) -> Iterator[tuple[Document, Document]]:
    places: Iterable[tuple[int, int]] = combinations(range(len(group)), 2)
    if len(group) > most + 1:
        texts = [[item.text for item in corpus.items_of[one.id]] for one in group]
        places = _nearest(texts, [one.series for one in group], most)
    for here, there in places:
        if group[here].series != group[there].series:
            yield group[here], group[there]


def _nearest(
    documents: Sequence[Sequence[str]], series: Sequence[str], most: int
) -> list[tuple[int, int]]:
    """Pairs of which either is among the nearest of the other that are of another series."""
    rows = _rare(documents, most)
    own = np.unique(np.array(series), return_inverse=True)[1]
    found = set()
    for start in range(0, len(documents) if most else 0, _STRIPE):
        near = np.asarray((rows[start : start + _STRIPE] @ rows.T).toarray())
        near[own[start : start + _STRIPE, None] == own] = 0
        for place, scores in enumerate(near, start):
            best = np.argsort(-scores, kind="stable")[:most]
            found |= {(min(place, k), max(place, k)) for k in best[scores[best] > 0].tolist()}
    return sorted(found)


def _rare(documents: Sequence[Sequence[str]], most: int) -> Matrix:
    """Documents as rows of length one of their rare terms, each weighted by its rarity."""
    codes = [np.unique(terms_of(texts).code) for texts in documents]
    every, column, frequency = np.unique(
        np.concatenate(codes), return_inverse=True, return_counts=True
    )
    row = np.repeat(np.arange(len(codes)), list(map(len, codes)))
    rare = (frequency > 1) & (frequency <= _SPREAD * most)
    some = rare[column]
    weight: Floats = np.log(len(documents) / frequency)
    cells = matrix(row[some], column[some], (len(documents), len(every)))
    return normalized(times(cells, weight))


def peer_notices(corpus: Corpus, most: int) -> dict[str, str]:
    """Say of each document that is not compared with all documents of peers that it is not."""
    return {name: _notice(count, most) for name, count in _crowd(corpus, most).items()}


def _notice(count: int, most: int) -> str:
    looked = f"those nearest in wording, {most} or more," if most else "none"
    return (
        f"Of {count} documents of other places for its year {looked} were looked through for "
        "counterparts (setting peers)."
    )


def _crowd(corpus: Corpus, most: int) -> Mapping[str, int]:
    """How many documents of peers a year has for each document that is not compared with all."""
    found: dict[str, int] = {}
    for group in _groups(corpus):
        own = Counter(document.series for document in group)
        for document in group:
            others = len(group) - own[document.series]
            if others > most:
                found[document.id] = max(others, found.get(document.id, 0))
    return found
