"""What a user would do otherwise, each with the threshold that suits it best.

The thresholds are chosen with the answers in sight, which no user could do: the baselines
are given every advantage.
"""

import difflib
from collections.abc import Callable, Sequence

import numpy as np
from rapidfuzz import fuzz, process

from evolve.matching.terms import terms_of
from evolve.matching.vectors import Bag, Floats, Space, cosine

__all__ = ["BASELINES", "jieba_words", "tfidf_cosine"]


def _difflib_ratio(sources: Sequence[str], targets: Sequence[str]) -> Floats:
    table = np.zeros((len(sources), len(targets)))
    for j, target in enumerate(targets):
        matcher = difflib.SequenceMatcher(None, b=target, autojunk=False)
        for i, source in enumerate(sources):
            matcher.set_seq1(source)
            table[i, j] = matcher.ratio()
    return table


def jieba_words(texts: Sequence[str]) -> list[str]:
    """Texts with a space between the words that jieba sees."""
    import logging

    import jieba

    jieba.setLogLevel(logging.WARNING)
    return [" ".join(jieba.cut(text)) for text in texts]


def _token_set_ratio(sources: Sequence[str], targets: Sequence[str]) -> Floats:
    words = jieba_words(sources), jieba_words(targets)
    return np.asarray(process.cdist(*words, scorer=fuzz.token_set_ratio) / 100, dtype=np.float64)


def tfidf_cosine(sources: Sequence[str], targets: Sequence[str]) -> Floats:
    """Cosine of bigrams weighted by TF-IDF, nothing else."""
    bags = [Bag.of(terms_of(texts), len(texts)) for texts in (sources, targets)]
    space = Space.of(bags)
    return cosine(*(space.vectors(bag) for bag in bags)).astype(np.float64)


BASELINES: dict[str, Callable[[Sequence[str], Sequence[str]], Floats]] = {
    "difflib ratio": _difflib_ratio,
    "rapidfuzz token_set_ratio, jieba words": _token_set_ratio,
    "TF-IDF cosine of bigrams": tfidf_cosine,
}
"""Score every text of one list with every text of another, 0 to 1."""
