"""Links between all documents of a corpus."""

from collections.abc import Iterator, Mapping
from functools import cache as cached
from pathlib import Path

from evolve.matching.block import Block
from evolve.matching.cache import LinkCache
from evolve.matching.embedding import Embedding, load_embedding
from evolve.matching.lexicon import Lexicon, chosen_lexicon
from evolve.matching.mapping import link_blocks
from evolve.matching.memory import keep_freed_memory
from evolve.matching.model import Models, default_models, load_models
from evolve.matching.prepared import Prepared
from evolve.matching.preparing import prepare
from evolve.matching.relations import document_pairs, relation_of
from evolve.matching.signals import ENOUGH, Background
from evolve.model import Corpus, Document, Link
from evolve.progress import Progress, quiet
from evolve.settings import Settings

__all__ = ["blocks", "link_corpus"]


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
            count < ENOUGH or document is target
        ):
            chosen.append(prepared[document.id])
            count += len(prepared[document.id])
    return Background.of(chosen)


def blocks(corpus: Corpus, settings: Settings) -> Iterator[Block]:
    """Every two documents to link, ready to be worked on by themselves.

    Raises:
        InputError: a lexicon, weights or an embedding model of the settings cannot be read.
        FormatError: one of them breaks its format.
        SettingsError: the embedding model needs an extra that is not installed.
    """
    keep_freed_memory()
    lexicon, models, embedding = _resources(settings)
    prepared = {
        name: prepare(items, [corpus.measures_of[i.id] for i in items], lexicon, embedding)
        for name, items in corpus.items_of.items()
    }
    known = cached(lambda name: _background(corpus, corpus.document[name], prepared))
    order = {document.id: place for place, document in enumerate(corpus.documents)}
    pairs = sorted(document_pairs(corpus), key=lambda pair: (order[pair[1].id], order[pair[0].id]))
    for source, target in pairs:
        yield Block(
            names=(source.id, target.id),
            source=prepared[source.id],
            target=prepared[target.id],
            background=known(target.id),
            relation=relation_of(source, target),
            models=models,
            settings=settings,
        )


def _resources(settings: Settings) -> tuple[Lexicon, Models, Embedding | None]:
    """What the settings name, or what comes with the program."""
    lexicon = chosen_lexicon(settings)
    models = load_models(Path(settings.weights)) if settings.weights else default_models()
    return lexicon, models, load_embedding(settings.embedding) if settings.embedding else None


def link_corpus(  # noqa: PLR0913 - how to work, beside what to work on
    corpus: Corpus,
    settings: Settings,
    *,
    jobs: int = 1,
    backend: str | None = None,
    cache: Path | None = None,
    progress: Progress = quiet,
) -> tuple[Link, ...]:
    """Link every two documents of each series, and counterparts in different series.

    Args:
        corpus: What was read.
        settings: Thresholds, and files that stand in for those of the program.
        jobs: Processes to use.
        backend: A registered joblib backend, such as ``dask``; null for processes here.
        cache: Folder that keeps the links of blocks; null for none.
        progress: Told after each pair of documents.

    Returns:
        Links sorted by level, source and target in the order of the corpus, the same whatever
        the jobs, the backend and the cache.
    """
    work = list(blocks(corpus, settings))
    kept = LinkCache(cache, _resources(settings)[0].digest) if cache else None
    found = {block.names: kept.load(block) for block in work} if kept else {}
    missing = [block for block in work if found.get(block.names) is None]
    links = [link for known in found.values() if known is not None for link in known]
    for done, (block, made) in enumerate(link_blocks(missing, jobs, backend), 1):
        links.extend(made)
        if kept:
            kept.save(block, made)
        progress(done, len(missing), "linking")
    order = {item.id: place for place, item in enumerate(corpus.items)}
    order |= {measure.id: place for place, measure in enumerate(corpus.measures)}
    return tuple(
        sorted(links, key=lambda link: (link.level, order[link.source], order[link.target]))
    )
