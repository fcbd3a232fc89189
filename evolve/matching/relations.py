"""What a link means, and which documents are linked at all."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

import numpy as np

from evolve.matching.peers import peer_notices, peer_pairs
from evolve.matching.reach import compared, reach_notices
from evolve.model import Corpus, Document, Relation, Role
from evolve.settings import Settings

__all__ = ["document_pairs", "noted", "relation_of"]


def relation_of(source: Document, target: Document) -> Relation:
    """Name the relation of two documents by their series and roles."""
    if source.series != target.series:
        return Relation.COUNTERPART
    if source.role is Role.OUTCOME:
        return Relation.SUSTAINED if target.role is Role.OUTCOME else Relation.FOLLOWED_UP
    return Relation.REPORTED if target.role is Role.OUTCOME else Relation.CARRIED_ON


def _overlap(one: Document, other: Document) -> bool:
    return (
        one.period.start <= other.period.end
        and other.period.start <= one.period.end
        and (one.role is Role.OUTCOME) == (other.role is Role.OUTCOME)
    )


def document_pairs(corpus: Corpus, settings: Settings) -> Iterator[tuple[Document, Document]]:
    """Name the pairs of documents to link, the earlier one first.

    Documents of a series that are within reach of each other; and of a district and its city, or
    of two series that are peers (same series above, or none), documents that look the same way
    (plans, or outcomes) and share a year.

    Args:
        corpus: Documents.
        settings: ``reach``, and how many documents of ``peers`` each is compared with.
    """
    below = _lines(corpus)
    for series in corpus.series:
        yield from _within_reach(below[series.id], settings.reach)
        for pair in product(below[series.id], below.get(series.parent or "", ())):
            if _overlap(*pair):
                yield _in_time(*pair)
    for pair in peer_pairs(corpus, settings.peers):
        yield _in_time(*pair)


def noted(corpus: Corpus, settings: Settings) -> Corpus:
    """Say of each document with which others it is not compared, where there are such."""
    told = [peer_notices(corpus, settings.peers)]
    told += [reach_notices(line, settings.reach) for line in _lines(corpus).values()]
    notices: dict[str, list[str]] = defaultdict(list)
    for found in told:
        for name, notice in found.items():
            notices[name].append(notice)
    if not notices:
        return corpus
    documents = tuple(
        replace(one, notices=(*one.notices, *notices[one.id])) if one.id in notices else one
        for one in corpus.documents
    )
    return replace(corpus, documents=documents)


def _lines(corpus: Corpus) -> dict[str, list[Document]]:
    """The documents of each series, in time order."""
    lines: dict[str, list[Document]] = {series.id: [] for series in corpus.series}
    for document in corpus.documents:
        lines[document.series].append(document)
    return lines


def _within_reach(line: Sequence[Document], reach: int) -> Iterator[tuple[Document, Document]]:
    for early, late in np.argwhere(np.triu(compared(line, reach))).tolist():
        yield line[early], line[late]


def _in_time(one: Document, other: Document) -> tuple[Document, Document]:
    if (other.moment, other.id) < (one.moment, one.id):
        return other, one
    return one, other
