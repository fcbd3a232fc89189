"""What a link means, and which documents are linked at all."""

from collections.abc import Iterator
from itertools import combinations, product

from evolve.model import Corpus, Document, Relation, Role, Series

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


def _related(one: Series, other: Series) -> bool:
    """Whether two series are peers (same series above, or none) or one stands under the other."""
    return one.parent in (other.parent, other.id) or one.id == other.parent


def document_pairs(corpus: Corpus) -> Iterator[tuple[Document, Document]]:
    """Name the pairs of documents to link, the earlier one first.

    Every two documents of a series; and of two series that are peers, or a district and its
    city, every two documents that look the same way (plans, or outcomes) and share a year.
    """
    for series in corpus.series:
        for source, target in combinations(series.documents, 2):
            yield corpus.document[source], corpus.document[target]
    for one, other in combinations(corpus.series, 2):
        if _related(one, other):
            for names in product(one.documents, other.documents):
                pair = (corpus.document[name] for name in names)
                former, latter = sorted(pair, key=lambda document: (document.moment, document.id))
                if _overlap(former, latter):
                    yield former, latter
