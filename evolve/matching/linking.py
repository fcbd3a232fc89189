"""Links between all documents of a corpus."""

from collections.abc import Iterator, Mapping
from functools import cache

from evolve.matching.block import Block, link_block
from evolve.matching.lexicon import default_lexicon
from evolve.matching.measures import prepare_measures
from evolve.matching.model import default_models
from evolve.matching.prepared import Prepared, prepare
from evolve.matching.relations import document_pairs, relation_of
from evolve.matching.signals import Background
from evolve.model import Corpus, Document, Link
from evolve.progress import Progress, quiet
from evolve.settings import Settings

__all__ = ["blocks", "link_corpus"]

_BACKGROUND = 400
"""From how many items relatedness is learned, if the issuer had said as many."""


def _background(corpus: Corpus, target: Document, prepared: Mapping[str, Prepared]) -> Background:
    """A document and what its issuer had said before it, latest first.

    Nothing that came after: what a later document says never changes the links of earlier ones.
    """
    series = next(one for one in corpus.series if one.id == target.series)
    said = [corpus.document[name] for name in series.documents]
    said = sorted(said, key=lambda document: (document.moment, document.id), reverse=True)
    chosen, count = [], 0
    for document in said:
        if (document.moment, document.id) <= (target.moment, target.id) and (
            count < _BACKGROUND or document is target
        ):
            chosen.append(prepared[document.id])
            count += len(prepared[document.id])
    return Background.of(chosen)


def blocks(corpus: Corpus, settings: Settings) -> Iterator[Block]:
    """Every two documents to link, ready to be worked on by themselves."""
    lexicon, models = default_lexicon(), default_models()
    prepared = {name: prepare(items, lexicon) for name, items in corpus.items_of.items()}
    measures = {
        name: prepare_measures(items, [corpus.measures_of[item.id] for item in items], lexicon)
        for name, items in corpus.items_of.items()
    }
    known = cache(lambda name: _background(corpus, corpus.document[name], prepared))
    for source, target in document_pairs(corpus):
        yield Block(
            (source.id, target.id),
            prepared[source.id],
            prepared[target.id],
            (measures[source.id], measures[target.id]),
            known(target.id),
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
