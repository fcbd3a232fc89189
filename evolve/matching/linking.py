"""Links between all documents of a corpus."""

from evolve.matching.block import link_block
from evolve.matching.model import default_model
from evolve.matching.prepared import prepare
from evolve.matching.relations import document_pairs, relation_of
from evolve.model import Corpus, Link
from evolve.settings import Settings

__all__ = ["link_corpus"]


def link_corpus(
    corpus: Corpus,
    settings: Settings,
) -> tuple[Link, ...]:
    """Link every two documents of each series, and counterparts in different series.

    Args:
        corpus: What was read.
        settings: Thresholds.

    Returns:
        Links sorted by level, source and target in the order of the corpus.
    """
    prepared = {name: prepare(items) for name, items in corpus.items_of.items()}
    links = [
        link
        for source, target in document_pairs(corpus)
        for link in link_block(
            prepared[source.id],
            prepared[target.id],
            relation_of(source, target),
            default_model(),
            settings,
        )
    ]
    order = {item.id: place for place, item in enumerate(corpus.items)}
    return tuple(sorted(links, key=lambda link: (order[link.source], order[link.target])))
