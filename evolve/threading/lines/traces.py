"""A chain with all that is linked to it, document by document."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from evolve.model import Document, Measure, Role
from evolve.threading.comparison.likeness import alike
from evolve.threading.lines.strands import Node, Strand

__all__ = ["Sighting", "Trace", "traces"]

_LATEST = 1 << 30


class Sighting(NamedTuple):
    """What one document says of a line of work."""

    place: int
    """Index of the document."""
    document: Document
    members: tuple[str, ...]
    also: tuple[str, ...]
    score: float
    """Of the best link that ties it to the rest of the thread; 1 where nothing is needed."""
    texts: tuple[str, ...]
    """Of the members, or where there are none of what is linked, in the same order."""
    measures: tuple[Measure, ...] = ()
    """The same as measures; empty at item level."""
    nearest: int = 0
    """Which of the texts comes nearest to the wording of the thread."""

    @property
    def nodes(self) -> tuple[str, ...]:
        """The members, or where there are none what is linked."""
        return self.members or self.also

    @property
    def passage(self) -> str:
        """What a reader is shown of it."""
        return self.texts[self.nearest]

    @property
    def source(self) -> str:
        """Where that stands."""
        return self.nodes[self.nearest]

    @property
    def is_plan(self) -> bool:
        """Whether it promises rather than reports."""
        return self.document.role is not Role.OUTCOME


class Trace(NamedTuple):
    """All sightings of one thread, in time order."""

    chain: tuple[str, ...]
    sightings: tuple[Sighting, ...]
    faint: frozenset[int] = frozenset()
    """Documents in which it is linked to something, but too weakly to carry it."""

    @property
    def from_first_member(self) -> tuple[Sighting, ...]:
        """Sightings without those before the thread began, which only led up to it."""
        if self.sightings[0].members:
            return self.sightings
        begun = next(index for index, one in enumerate(self.sightings) if one.members)
        return self.sightings[begun:]

    def until(self, place: int) -> tuple[Sighting, ...]:
        """Sightings in the documents up to one of them."""
        if self.sightings[-1].place <= place:
            return self.sightings
        return tuple(sighting for sighting in self.sightings if sighting.place <= place)


def traces(strand: Strand, chains: Sequence[tuple[str, ...]], support: float) -> list[Trace]:
    """Gather for each chain what its members are linked to.

    Args:
        strand: Nodes and links.
        chains: As :func:`evolve.threading.lines.chains.chains` gives them.
        support: Least score of a link that alone, without a member, makes a sighting.
    """
    return [_trace(strand, chain, support) for chain in chains]


def _trace(strand: Strand, chain: tuple[str, ...], support: float) -> Trace:
    members = {strand.place(member): member for member in chain}
    linked, joined = _linked(strand, members)
    firm = {
        place: beside
        for place, beside in linked.items()
        if place in members or max(beside.values()) >= support
    }
    sightings = tuple(
        _sighting(strand, place, members, firm.get(place, {}), joined.get(place, 1.0))
        for place in sorted({*members, *firm})
    )
    return Trace(chain, sightings, frozenset(linked.keys() - firm.keys()))


def _linked(
    strand: Strand, members: Mapping[int, str]
) -> tuple[dict[int, dict[str, float]], dict[int, float]]:
    """What is linked to a chain in each document, and how surely each member is to the others."""
    linked: dict[int, dict[str, float]] = defaultdict(dict)
    joined: dict[int, float] = {}
    if not any(member in strand.near or member in strand.echoes for member in members.values()):
        return linked, joined
    reach = _reach([*members])
    for own, member in members.items():
        near, echoes = strand.near.get(member, ()), strand.echoes.get(member, ())
        for other, score in near:
            if members.get(strand.nodes[other].place) == other:
                joined[own] = max(joined.get(own, 0), score)
        for other, score in (*near, *echoes):
            place = strand.nodes[other].place
            if members.get(place) != other and place in reach[own]:
                beside = linked[place]
                beside[other] = max(beside.get(other, 0), score)
    return linked, joined


def _reach(places: Sequence[int]) -> dict[int, range]:
    """For each member the documents up to the members next to it.

    What an early wording shares with a late document says nothing where a later wording of the
    same work has moved away from it.
    """
    ends = [0, *places, _LATEST]
    return {
        place: range(before, after + 1)
        for before, place, after in zip(ends, places, ends[2:], strict=False)
    }


def _sighting(
    strand: Strand,
    place: int,
    chain: Mapping[int, str],
    linked: dict[str, float],
    joined: float,
) -> Sighting:
    known, member = strand.nodes, chain.get(place)
    also = tuple(sorted(linked, key=lambda node: known[node].rank)) if linked else ()
    members = (member,) if member else ()
    nodes = [known[node] for node in members or also]
    return Sighting(
        place=place,
        document=strand.documents[place],
        members=members,
        also=also,
        score=joined if member else max(linked.values()),
        texts=tuple([node.text for node in nodes]),
        measures=tuple([node.measure for node in nodes if node.measure]),
        nearest=_nearest(nodes, [known[one] for one in chain.values()]) if len(nodes) > 1 else 0,
    )


def _nearest(nodes: Sequence[Node], chain: Sequence[Node]) -> int:
    """Which of some nodes comes nearest in wording to a node of a chain, the first of equals."""
    likeness = [max(alike(node.text, own.text) for own in chain) for node in nodes]
    return likeness.index(max(likeness))
