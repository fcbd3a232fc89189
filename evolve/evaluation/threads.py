"""Threads against those that the reference links would give."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evolve.evaluation.correspondence import Correspondence
from evolve.evaluation.readings import LinkReading, Readings
from evolve.evaluation.scores import b_cubed
from evolve.model import Corpus, Level, Link, LinkType, Relation
from evolve.settings import Settings
from evolve.threading import weave

__all__ = ["ThreadScore", "score_threads"]


@dataclass(frozen=True, slots=True)
class ThreadScore:
    """How well threads hold together what belongs together, and nothing else."""

    precision: float
    """B-cubed."""
    recall: float
    """B-cubed."""
    largest: int
    """Items in the largest of our threads."""
    largest_reference: int
    """Items in the largest thread of the reference."""
    items: int
    """Items compared."""


def _strength(link: LinkReading) -> float:
    """How strong a reader found a link: a line of work before a part of it, then by evidence."""
    core = {"core": 0.9, "core/part": 0.8}.get(link.strength, 0.6)
    return core + min(len(link.evidence), 9) / 100


def _links(readings: Readings, ours: Correspondence) -> Iterator[Link]:
    """The reference links as links of ours; mutual best ones are primary."""
    for pair in readings.pairs:
        drawn = [
            (_strength(link), ours.items[link.a], ours.items[link.b])
            for link in pair.links
            if link.agreed and link.a in ours.items and link.b in ours.items
        ]
        best: dict[str, float] = {}
        for strength, *ends in drawn:
            for end in ends:
                best[end] = max(best.get(end, 0), strength)
        for strength, a, b in drawn:
            yield Link(
                level=Level.ITEM,
                source=a,
                target=b,
                relation=Relation.CARRIED_ON,
                type=LinkType.RELATED,
                score=strength,
                primary=strength == best[a] == best[b],
                signals={},
                evidence=(),
            )


def _groups(
    corpus: Corpus, links: Sequence[Link], settings: Settings, covered: set[str]
) -> list[set[str]]:
    """Items of each thread, those of covered documents."""
    threads = weave(corpus, links, settings).threads
    groups = [
        {member for entry in one.entries if entry.document in covered for member in entry.members}
        for one in threads
        if one.level is Level.ITEM
    ]
    return [group for group in groups if group]


def score_threads(
    readings: Readings,
    ours: Correspondence,
    corpus: Corpus,
    links: Sequence[Link],
    settings: Settings,
) -> ThreadScore:
    """Weave threads from our links and from the reference links, and compare them.

    Both are woven by the same rules from links between the pairs of documents that were read
    whole, so that what is measured is the links and not the weaving.
    """
    pairs = {
        frozenset((ours.documents[pair.a_document], ours.documents[pair.b_document]))
        for pair in readings.pairs
        if {pair.a_document, pair.b_document} <= ours.documents.keys() and pair.answers is None
    }
    covered = {name for pair in pairs for name in pair}
    read = [
        link
        for link in links
        if link.level is Level.ITEM
        and frozenset(corpus.item[end].document for end in (link.source, link.target)) in pairs
    ]
    found = _groups(corpus, read, settings, covered)
    wanted = _groups(corpus, list(_links(readings, ours)), settings, covered)
    precision, recall = b_cubed(found, wanted)
    sizes = [max(map(len, groups), default=0) for groups in (found, wanted)]
    return ThreadScore(precision, recall, sizes[0], sizes[1], sum(map(len, found)))
