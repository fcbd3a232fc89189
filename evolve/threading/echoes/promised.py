"""The strands of a series: items, and measures with links that can be trusted and echoes."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from evolve.matching.lexicon import chosen_lexicon
from evolve.model import Corpus, Document, Level, Link, Modality
from evolve.settings import Settings
from evolve.threading.echoes.hearing import EchoModel, echoes
from evolve.threading.echoes.holding import Texts
from evolve.threading.lines.strands import Node, Strand, strand

__all__ = ["plain_strands", "trusted_measures"]


def plain_strands(
    corpus: Corpus, documents: Sequence[Document], links: Sequence[Link]
) -> tuple[Strand, Strand]:
    """The items and the measures of a series with their links.

    Args:
        corpus: Where they stand.
        documents: Of the series, in time order.
        links: Of all series and levels.
    """
    items = strand(Level.ITEM, documents, _items(corpus, documents), links)
    return items, strand(Level.MEASURE, documents, _measures(corpus, items), links)


def trusted_measures(
    items: Strand, measures: Strand, whole: Texts, settings: Settings, model: EchoModel
) -> Strand:
    """The measures of a series with the links that count and with echoes.

    Two clauses can look alike by chance. A measure link counts where it is likely by itself, or
    where the document of one of its ends echoes the other.

    Args:
        items: The items of the series.
        measures: Its measures.
        whole: What the items say.
        settings: Thresholds.
        model: How echoes are told.
    """
    lexicon = chosen_lexicon(settings)
    least = settings.echo_threshold
    heard = list(
        echoes(
            items,
            measures,
            whole,
            least=least,
            lexicon=lexicon,
            model=model,
            reach=settings.reach,
        )
    )
    about = {(echo.measure, echo.place): echo.passages for echo in heard}

    def trusted(link: Link) -> bool:
        ends = ((link.source, link.target), (link.target, link.source))
        return link.score >= settings.measure_support or all(
            (one, measures.place(other)) in about for one, other in ends
        )

    spoken: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for echo in heard:
        spoken[echo.measure].append((next(iter(echo.passages)), echo.score))
    kept = [link for link in measures.links if trusted(link)]
    return replace(measures, links=kept, echoes=spoken, about=about)


def _items(corpus: Corpus, documents: Sequence[Document]) -> Iterator[Node]:
    rank = 0
    for place, document in enumerate(documents):
        for item in corpus.items_of[document.id]:
            yield Node(item.id, item.text, place, rank, item.heading)
            rank += 1


def _measures(corpus: Corpus, items: Strand) -> Iterator[Node]:
    rank = 0
    for item in items.nodes.values():
        for measure in corpus.measures_of[item.id]:
            if measure.modality is not Modality.SLOGAN:
                yield Node(measure.id, measure.text, item.place, rank, measure=measure)
                rank += 1
