"""Links -> chains: which items are one line of work.

Connected components would put most of a corpus into one thread, because an item splits and items
merge all the time. A chain follows primary links only, from one document to the next, and has at
most one member in a document; everything else that is linked stays beside it.
"""

from collections.abc import Iterable

from evolve.model import Link, Review
from evolve.threading.lines.strands import Strand

__all__ = ["chains"]


class _Joiner:
    """Chains under construction: every node begins as a chain of its own."""

    def __init__(self, strand: Strand) -> None:
        self.strand = strand
        self.before: dict[str, str] = {}
        self.after: dict[str, str] = {}

    def join(self, link: Link) -> None:
        """Let the later end follow the earlier one where both are free."""
        early, late = sorted((link.source, link.target), key=self.strand.place)
        if early not in self.after and late not in self.before:
            self.after[early] = late
            self.before[late] = early

    def chains(self) -> list[tuple[str, ...]]:
        """All chains, by their first node."""
        heads = sorted(self.strand.nodes.values(), key=lambda node: node.rank)
        return [tuple(self._from(node.id)) for node in heads if node.id not in self.before]

    def _from(self, node: str | None) -> Iterable[str]:
        while node is not None:
            yield node
            node = self.after.get(node)


def chains(strand: Strand, bridge: float) -> list[tuple[str, ...]]:
    """Chain the nodes of a strand.

    First the primary links between successive documents; then, from the ends of chains only,
    those that bridge documents which are silent, the shortest gap first. Measures whose figures
    cannot be compared are joined only where they are as alike as over a silent document.

    Args:
        strand: Nodes and links of one series at one level.
        bridge: Least score of a link over a silent document.
    """
    joiner = _Joiner(strand)
    primary = [link for link in strand.links if link.primary or link.review is Review.ADDED]
    gaps = [abs(strand.place(link.target) - strand.place(link.source)) for link in primary]
    for gap, link in sorted(zip(gaps, primary, strict=True), key=lambda pair: pair[0]):
        sure = link.score >= bridge or link.review is not Review.AUTO
        if (gap > 0 and sure) or (gap == 1 and not strand.other_figures(link)):
            joiner.join(link)
    return joiner.chains()
