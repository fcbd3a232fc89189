"""The strongest evidence that one document gives of one line of work."""

import re
from collections.abc import Callable, Iterator

from evolve.model import Span
from evolve.threading.completion import Proof
from evolve.threading.evidence import grade
from evolve.threading.strands import Strand
from evolve.threading.traces import Sighting

__all__ = ["assess_item", "assess_measure"]

_SENTENCE = re.compile(r"[^。！!？?；;\n]+")


def assess_measure(strand: Strand) -> Callable[[Sighting, str], Proof | None]:
    """Grade the measure of a sighting, or where the thread has none what is linked to it."""

    def assess(sighting: Sighting, promise: str) -> Proof | None:  # noqa: ARG001 - Assess
        return max(
            (_proof(sighting, node, strand.nodes[node].text) for node in sighting.nodes),
            key=lambda proof: proof.finding.grade,
            default=None,
        )

    return assess


def assess_item(strand: Strand) -> Callable[[Sighting, str], Proof | None]:
    """Grade an item by the weakest of its sentences: a line of work is done when all of it is."""

    def assess(sighting: Sighting, promise: str) -> Proof | None:  # noqa: ARG001 - Assess
        proofs = [
            _proof(sighting, node, strand.nodes[node].text, span)
            for node in sighting.members
            for span in _sentences(strand.nodes[node].text)
        ]
        return min(proofs, key=lambda proof: proof.finding.grade, default=None)

    return assess


def _sentences(text: str) -> Iterator[Span]:
    return (match.span() for match in _SENTENCE.finditer(text))


def _proof(sighting: Sighting, node: str, text: str, span: Span | None = None) -> Proof:
    start, end = span or (0, len(text))
    passage = text[start:end]
    return Proof(sighting, node, grade(passage, sighting.document.role), passage, (start, end))
