"""What a link means, and which documents are linked at all."""

from collections.abc import Iterator
from itertools import combinations, product

from evolve.matching.peers import peer_pairs
from evolve.model import Corpus, Document, Relation, Role

__all__ = ["document_pairs", "relation_of"]


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


def document_pairs(corpus: Corpus, peers: int) -> Iterator[tuple[Document, Document]]:
    """Name the pairs of documents to link, the earlier one first.

    Every two documents of a series; and of a district and its city, or of two series that are
    peers (same series above, or none), documents that look the same way (plans, or outcomes) and
    share a year.

    Args:
        corpus: Documents.
        peers: How many documents of peers each is compared with, if there are more.
    """
    below: dict[str, list[Document]] = {series.id: [] for series in corpus.series}
    for document in corpus.documents:
        below[document.series].append(document)
    for series in corpus.series:
        yield from combinations(below[series.id], 2)
        for pair in product(below[series.id], below.get(series.parent or "", ())):
            if _overlap(*pair):
                yield _in_time(*pair)
    for pair in peer_pairs(corpus, peers):
        yield _in_time(*pair)


def _in_time(one: Document, other: Document) -> tuple[Document, Document]:
    if (other.moment, other.id) < (one.moment, one.id):
        return other, one
    return one, other
