"""Links between all documents of a corpus."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

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

__all__ = ["blocks", "in_order", "link_corpus"]

_HELD = 50_000
"""How many items of documents are kept ready at once; a thousand take about 20 MB."""


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


class Round(NamedTuple):
    """A later document with earlier ones to link it to."""

    latter: Document
    sources: list[Document]
    names: tuple[str, ...]
    """Of all documents that are needed: these, and those that relatedness is learned from."""


def blocks(
    corpus: Corpus, settings: Settings, rounds: Sequence[Round] | None = None
) -> Iterator[Block]:
    """Every two documents to link, ready to be worked on by themselves.

    Args:
        corpus: What was read.
        settings: What bears on links.
        rounds: What to link, in order, where it is known already.

    Raises:
        InputError: a lexicon, weights or an embedding model of the settings cannot be read.
        FormatError: one of them breaks its format.
        SettingsError: the embedding model needs an extra that is not installed.
    """
    lexicon, models, embedding = _resources(settings)

    def prepared(name: str) -> Prepared:
        items = corpus.items_of[name]
        return prepare(items, [corpus.measures_of[i.id] for i in items], lexicon, embedding)

    order = list(_rounds(corpus, settings)) if rounds is None else rounds
    needed: dict[str, deque[int]] = defaultdict(deque)
    for number, turn in enumerate(order):
        for name in turn.names:
            needed[name].append(number)
    held: dict[str, Prepared] = {}
    for turn in order:
        held |= {name: prepared(name) for name in turn.names if name not in held}
        background = Background.of([held[name] for name in _said(corpus, turn.latter)])
        for source in turn.sources:
            yield Block(
                names=(source.id, turn.latter.id),
                source=held[source.id],
                target=held[turn.latter.id],
                background=background,
                relation=relation_of(source, turn.latter),
                models=models,
                settings=settings,
            )
        for name in turn.names:
            needed[name].popleft()
        held = _kept(held, needed)


def _kept(held: Mapping[str, Prepared], needed: Mapping[str, Sequence[int]]) -> dict[str, Prepared]:
    """Let go what is needed no more, and of too much what is needed last (Belady 1966)."""
    kept, items = {}, 0
    for name in sorted((name for name in held if needed[name]), key=lambda name: needed[name][0]):
        items += len(held[name])
        if items <= _HELD:
            kept[name] = held[name]
    return kept


def _rounds(
    corpus: Corpus,
    settings: Settings,
    wanted: Callable[[Document, Document], bool] | None = None,
) -> Iterator[Round]:
    """Each later document with the earlier ones to link it to.

    Series by series; of a large corpus its counterparts in a second turn, year by year, so that
    what is needed together is held together.
    """
    order = {document.id: place for place, document in enumerate(corpus.documents)}
    large = len(corpus.items) > _HELD

    def place(pair: tuple[Document, Document]) -> tuple[int, int, int]:
        source, latter = pair
        apart = large and source.series != latter.series
        return latter.period.start if apart else 0, order[latter.id], order[source.id]

    pairs = sorted(document_pairs(corpus, settings.peers), key=place)
    pairs = [pair for pair in pairs if wanted is None or wanted(*pair)]
    for (_, _), group in groupby(pairs, key=lambda pair: place(pair)[:2]):
        chosen = list(group)
        latter, sources = chosen[0][1], [source for source, _ in chosen]
        names = dict.fromkeys([*_said(corpus, latter), *(source.id for source in sources)])
        yield Round(latter, sources, tuple(names))


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
    chosen: Callable[[Document, Document], bool] | None = None,
) -> tuple[Link, ...]:
    """Link every two documents of each series, and counterparts in different series.

    Args:
        corpus: What was read.
        settings: Thresholds, and files that stand in for those of the program.
        jobs: Processes to use.
        backend: A registered joblib backend, such as ``dask``; null for processes here.
        cache: Folder that keeps the links of blocks; null for none.
        progress: Told after each pair of documents.
        chosen: Whether to link two documents, the earlier first; null for all.

    Returns:
        Links sorted by level, source and target in the order of the corpus, the same whatever
        the jobs, the backend and the cache.
    """
    rounds = list(_rounds(corpus, settings, chosen))
    total = sum(len(turn.sources) for turn in rounds)
    kept = LinkCache(cache, _resources(settings)[0].digest) if cache else None
    links: list[Link] = []

    def missing() -> Iterator[Block]:
        for block in blocks(corpus, settings, rounds):
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
