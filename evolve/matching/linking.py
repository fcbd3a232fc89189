"""Links between all documents of a corpus."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from evolve.matching.block import Block
from evolve.matching.cache import LinkCache
from evolve.matching.embedding import Embedding, load_embedding
from evolve.matching.lexicon import Lexicon, chosen_lexicon
from evolve.matching.mapping import link_blocks
from evolve.matching.model import Models, chosen_models
from evolve.matching.prepared import Prepared
from evolve.matching.preparing import prepare
from evolve.matching.relations import document_pairs, relation_of
from evolve.matching.signals import ENOUGH, Background
from evolve.model import Corpus, Document, Link
from evolve.progress import Progress, quiet
from evolve.settings import Settings

__all__ = ["blocks", "link_corpus"]


def _said(corpus: Corpus, target: Document) -> list[str]:
    """A document and what its issuer had said before it, latest first, until it is enough.

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
            chosen.append(document.id)
            count += len(corpus.items_of[document.id])
    return chosen


def blocks(corpus: Corpus, settings: Settings) -> Iterator[Block]:
    """Every two documents to link, ready to be worked on by themselves.

    Raises:
        InputError: a lexicon, weights or an embedding model of the settings cannot be read.
        FormatError: one of them breaks its format.
        SettingsError: the embedding model needs an extra that is not installed.
    """
    lexicon, models, embedding = _resources(settings)

    def prepared(name: str) -> Prepared:
        items = corpus.items_of[name]
        return prepare(items, [corpus.measures_of[i.id] for i in items], lexicon, embedding)

    held: dict[str, Prepared] = {}
    last = {name: latter.id for latter, _, names in _rounds(corpus) for name in names}
    for latter, sources, names in _rounds(corpus):
        held |= {name: prepared(name) for name in names if name not in held}
        background = Background.of([held[name] for name in _said(corpus, latter)])
        for source in sources:
            yield Block(
                names=(source.id, latter.id),
                source=held[source.id],
                target=held[latter.id],
                background=background,
                relation=relation_of(source, latter),
                models=models,
                settings=settings,
            )
        held = {name: side for name, side in held.items() if last[name] != latter.id}


def _rounds(corpus: Corpus) -> Iterator[tuple[Document, list[Document], list[str]]]:
    """Each later document, the earlier ones to link it to, and all that are needed for it."""
    order = {document.id: place for place, document in enumerate(corpus.documents)}
    pairs = sorted(document_pairs(corpus), key=lambda pair: (order[pair[1].id], order[pair[0].id]))
    for latter, group in groupby(pairs, key=lambda pair: pair[1]):
        sources = [source for source, _ in group]
        yield latter, sources, [*_said(corpus, latter), *(source.id for source in sources)]


def _resources(settings: Settings) -> tuple[Lexicon, Models, Embedding | None]:
    """What the settings name, or what comes with the program."""
    lexicon = chosen_lexicon(settings)
    models = chosen_models(settings)
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
    total = sum(1 for _ in document_pairs(corpus))
    kept = LinkCache(cache, _resources(settings)[0].digest) if cache else None
    links: list[Link] = []

    def missing() -> Iterator[Block]:
        for block in blocks(corpus, settings):
            known = kept.load(block) if kept else None
            if known is None:
                yield block
            else:
                links.extend(known)

    for done, (block, made) in enumerate(link_blocks(missing(), jobs, backend), 1):
        links.extend(made)
        if kept:
            kept.save(block, made)
        progress(done, total, "linking")
    order = {item.id: place for place, item in enumerate(corpus.items)}
    order |= {measure.id: place for place, measure in enumerate(corpus.measures)}
    return tuple(
        sorted(links, key=lambda link: (link.level, order[link.source], order[link.target]))
    )
