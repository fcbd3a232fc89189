"""One series at one level, ready for threading: what stands where, and what is linked to what."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from evolve.model import Document, Level, Link, Measure, Quantity, Relation, Review
from evolve.threading.comparison.pairing import counted, targets_set

__all__ = ["Node", "Strand", "strand"]


class Node(NamedTuple):
    """An item or a measure."""

    id: str
    text: str
    place: int
    """Index of its document among the documents of the series."""
    rank: int
    """Running number in the order of the documents, then of the text."""
    title: str = ""
    """Heading of an item."""
    measure: Measure | None = None
    """The measure that it is, with its figures."""


@dataclass(frozen=True)
class Strand:
    """The documents of one series with the items, or the measures, in them."""

    level: Level
    documents: Sequence[Document]
    nodes: dict[str, Node]
    links: Sequence[Link]
    """Between nodes of this strand, best first."""
    echoes: Mapping[str, Sequence[tuple[str, float]]] = field(default_factory=dict)
    """What else each node is spoken of by, with its probability; not the other way round."""
    about: Mapping[tuple[str, int], Mapping[str, float]] = field(default_factory=dict)
    """For a measure and a document that speaks of it: the measures there that hold most of it, and
    how much of it they hold."""

    @cached_property
    def near(self) -> dict[str, list[tuple[str, float]]]:
        """What each node is linked to, and how surely, best first."""
        found: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for link in self.links:
            found[link.source].append((link.target, link.score))
            found[link.target].append((link.source, link.score))
        return dict(found)

    @cached_property
    def targets(self) -> dict[int, list[Quantity]]:
        """All targets that each document sets, by the index of the document."""
        found: dict[int, list[Quantity]] = defaultdict(list)
        for node in self.nodes.values():
            if node.measure:
                found[node.place] += targets_set(node.measure)
        return dict(found)

    @cached_property
    def _counted(self) -> dict[str, frozenset[tuple[str, str]]]:
        """Dimension and basis of the figures of each measure that has some."""
        return {
            node.id: counted(node.measure)
            for node in self.nodes.values()
            if node.measure and node.measure.quantities
        }

    def other_figures(self, link: Link) -> bool:
        """Whether both ends of a link have figures, and none that could be compared."""
        one, other = self._counted.get(link.source), self._counted.get(link.target)
        return bool(one and other and one.isdisjoint(other))

    def place(self, node: str) -> int:
        """Index of the document of a node."""
        return self.nodes[node].place


def strand(
    level: Level, documents: Sequence[Document], nodes: Iterable[Node], links: Iterable[Link]
) -> Strand:
    """Put together what threading needs; links to anything outside are left out."""
    known = {node.id: node for node in nodes}
    inside = [
        link
        for link in links
        if link.level is level
        and link.relation is not Relation.COUNTERPART
        and link.review is not Review.REJECTED
        and link.source in known
        and link.target in known
    ]
    inside.sort(key=lambda one: (-one.score, known[one.source].rank, known[one.target].rank))
    return Strand(level, documents, known, inside)
