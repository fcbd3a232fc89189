"""The strand of measures: measure links that can be trusted, and echoes."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from evolve.model import Corpus, Level, Link, Modality
from evolve.settings import Settings
from evolve.threading.echoes import echoes, nearest
from evolve.threading.strands import Node, Strand, strand

__all__ = ["measure_strand"]


def measure_strand(
    corpus: Corpus, items: Strand, links: Sequence[Link], settings: Settings
) -> Strand:
    """Put together the measures of a series.

    Two clauses can look alike by chance. A measure link counts where it is likely by itself, or
    where the item of one of its ends echoes the other.

    Args:
        corpus: Where the measures stand.
        items: The items of the series with their links.
        links: Of all series and levels.
        settings: Thresholds.
    """
    whole = strand(Level.MEASURE, items.documents, _measures(corpus, items), links)
    own: dict[str, list[Node]] = defaultdict(list)
    for node in whole.nodes.values():
        own[corpus.measure[node.id].item].append(node)
    heard = echoes(items, whole, own, settings.echo_threshold)
    confirmed = {(echo.measure, echo.item) for echo in heard}

    def trusted(link: Link) -> bool:
        ends = ((link.source, link.target), (link.target, link.source))
        return link.score >= settings.measure_support or any(
            (one, corpus.measure[other].item) in confirmed for one, other in ends
        )

    spoken: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for echo in heard:
        if other := nearest(echo, whole, own):
            spoken[echo.measure].append((other, echo.score))
    siblings = {node.id: [one.id for one in group] for group in own.values() for node in group}
    kept = [link for link in whole.links if trusted(link)]
    return replace(whole, links=kept, echoes=spoken, siblings=siblings)


def _measures(corpus: Corpus, items: Strand) -> Iterator[Node]:
    rank = 0
    for item in items.nodes.values():
        for measure in corpus.measures_of[item.id]:
            if measure.modality is not Modality.SLOGAN:
                yield Node(measure.id, measure.text, item.place, rank, measure=measure)
                rank += 1
