"""Links between all documents of a corpus."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from evolve.matching.block import Block
from evolve.matching.blocks import Chosen, blocks_of, rounds
from evolve.matching.cache import LinkCache
from evolve.matching.lexicon import chosen_lexicon
from evolve.matching.mapping import link_blocks
from evolve.model import Corpus, Link
from evolve.progress import Progress, quiet
from evolve.settings import Settings

__all__ = ["in_order", "link_corpus"]


def link_corpus(  # noqa: PLR0913 - how to work, beside what to work on
    corpus: Corpus,
    settings: Settings,
    *,
    jobs: int = 1,
    backend: str | None = None,
    cache: Path | None = None,
    progress: Progress = quiet,
    chosen: Chosen | None = None,
) -> tuple[Link, ...]:
    """Link the documents of each series, and counterparts in different series.

    Args:
        corpus: What was read.
        settings: Which documents are linked, thresholds, and files that stand in for those of
            the program.
        jobs: Processes to use.
        backend: A registered joblib backend, such as ``dask``; null for processes here.
        cache: Folder that keeps the links of blocks; null for none.
        progress: Told after each pair of documents.
        chosen: Which of them to link; null for all.

    Returns:
        Links sorted by level, source and target in the order of the corpus, the same whatever
        the jobs, the backend and the cache.
    """
    order = list(rounds(corpus, settings, chosen))
    total = sum(len(turn.sources) for turn in order)
    kept = LinkCache(cache, chosen_lexicon(settings).digest) if cache else None
    links: list[Link] = []

    def missing() -> Iterator[Block]:
        for block in blocks_of(order, corpus, settings):
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
    return in_order(corpus, links)


def in_order(corpus: Corpus, links: Iterable[Link]) -> tuple[Link, ...]:
    """Links by level, source and target in the order of the corpus."""
    order = {item.id: place for place, item in enumerate(corpus.items)}
    order |= {measure.id: place for place, measure in enumerate(corpus.measures)}
    return tuple(
        sorted(links, key=lambda link: (link.level, order[link.source], order[link.target]))
    )
