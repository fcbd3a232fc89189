"""Every two documents of a corpus that are to be linked, made ready when they are needed."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from evolve.matching.background import ENOUGH, Background
from evolve.matching.block import Block
from evolve.matching.embedding import Embedding, load_embedding
from evolve.matching.lexicon import Lexicon, chosen_lexicon
from evolve.matching.model import Models, chosen_models
from evolve.matching.prepared import Prepared
from evolve.matching.preparing import prepare
from evolve.matching.relations import document_pairs, relation_of
from evolve.model import Corpus, Document
from evolve.settings import Settings

__all__ = ["Chosen", "Round", "blocks", "blocks_of", "rounds"]

Chosen = Callable[[Document, Document], bool]
"""Whether to link two documents, the earlier first."""

_HELD = 50_000
"""How many items of documents are kept ready at once; a thousand take about 20 MB."""


class Round(NamedTuple):
    """A later document with earlier ones to link it to."""

    latter: Document
    sources: list[Document]
    names: tuple[str, ...]
    """Of all documents that are needed: these, and those that relatedness is learned from."""


def blocks(corpus: Corpus, settings: Settings, chosen: Chosen | None = None) -> Iterator[Block]:
    """Every two documents to link, ready to be worked on by themselves.

    Args:
        corpus: What was read.
        settings: What bears on links.
        chosen: Which to make ready; null for all.

    Raises:
        InputError: a lexicon, weights or an embedding model of the settings cannot be read.
        FormatError: one of them breaks its format.
        SettingsError: the embedding model needs an extra that is not installed.
    """
    return blocks_of(list(rounds(corpus, settings, chosen)), corpus, settings)


def blocks_of(order: Sequence[Round], corpus: Corpus, settings: Settings) -> Iterator[Block]:
    """The same, round by round."""
    lexicon, models, embedding = _resources(settings)

    def prepared(name: str) -> Prepared:
        items = corpus.items_of[name]
        return prepare(items, [corpus.measures_of[i.id] for i in items], lexicon, embedding)

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


def _resources(settings: Settings) -> tuple[Lexicon, Models, Embedding | None]:
    """What the settings name, or what comes with the program."""
    lexicon = chosen_lexicon(settings)
    models = chosen_models(settings)
    return lexicon, models, load_embedding(settings.embedding) if settings.embedding else None


def rounds(corpus: Corpus, settings: Settings, chosen: Chosen | None = None) -> Iterator[Round]:
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

    pairs = sorted(document_pairs(corpus, settings), key=place)
    pairs = [pair for pair in pairs if chosen is None or chosen(*pair)]
    for (_, _), group in groupby(pairs, key=lambda pair: place(pair)[:2]):
        found = list(group)
        latter, sources = found[0][1], [source for source, _ in found]
        names = dict.fromkeys([*_said(corpus, latter), *(source.id for source in sources)])
        yield Round(latter, sources, tuple(names))


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
