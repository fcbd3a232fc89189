"""Links between all documents of a corpus."""

from collections.abc import Iterator, Mapping

from evolve.matching.block import Block, link_block
from evolve.matching.lexicon import default_lexicon
from evolve.matching.measures import prepare_measures
from evolve.matching.model import default_models
from evolve.matching.prepared import Prepared, prepare
from evolve.matching.relations import document_pairs, relation_of
from evolve.model import Corpus, Document, Link
from evolve.progress import Progress, quiet
from evolve.settings import Settings

__all__ = ["blocks", "link_corpus"]

_BACKGROUND = 400
"""From how many items relatedness is learned at most, beside those of the block itself."""


def _background(
    corpus: Corpus, source: Document, target: Document, prepared: Mapping[str, Prepared]
) -> tuple[Prepared, ...]:
    """The two documents and what their issuers had said until the later one, latest first.

    Nothing that came after: what a later document says never changes the links of earlier ones.
    """
    names = {
        name
        for s in corpus.series
        if s.id in {source.series, target.series}
        for name in s.documents
    }
    known = sorted(
        (corpus.document[name] for name in names - {source.id, target.id}),
        key=lambda document: (document.moment, document.id),
        reverse=True,
    )
    limit = max(source.moment, target.moment)
    chosen, count = [prepared[source.id], prepared[target.id]], 0
    for document in known:
        count += len(prepared[document.id])
        if document.moment <= limit and count <= _BACKGROUND:
            chosen.append(prepared[document.id])
    return tuple(chosen)


def blocks(corpus: Corpus, settings: Settings) -> Iterator[Block]:
    """Every two documents to link, ready to be worked on by themselves."""
    lexicon, models = default_lexicon(), default_models()
    prepared = {name: prepare(items, lexicon) for name, items in corpus.items_of.items()}
    measures = {
        name: prepare_measures(items, [corpus.measures_of[item.id] for item in items], lexicon)
        for name, items in corpus.items_of.items()
    }
    for source, target in document_pairs(corpus):
        yield Block(
            (source.id, target.id),
            prepared[source.id],
            prepared[target.id],
            (measures[source.id], measures[target.id]),
            _background(corpus, source, target, prepared),
            relation_of(source, target),
            models,
            settings,
        )


def link_corpus(
    corpus: Corpus, settings: Settings, *, progress: Progress = quiet
) -> tuple[Link, ...]:
    """Link every two documents of each series, and counterparts in different series.

    Args:
        corpus: What was read.
        settings: Thresholds.
        progress: Told after each pair of documents.

    Returns:
        Links sorted by level, source and target in the order of the corpus.
    """
    work = list(blocks(corpus, settings))
    links: list[Link] = []
    for done, block in enumerate(work, 1):
        links.extend(link_block(block))
        progress(done, len(work), "linking")
    order = {item.id: place for place, item in enumerate(corpus.items)}
    order |= {measure.id: place for place, measure in enumerate(corpus.measures)}
    return tuple(
        sorted(links, key=lambda link: (link.level, order[link.source], order[link.target]))
    )
