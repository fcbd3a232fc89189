"""The strongest evidence that one document gives of one line of work."""

import re
from collections.abc import Iterator

from evolve.model import Span
from evolve.threading.completion import Assess, Proof
from evolve.threading.evidence import Grade, grade
from evolve.threading.goals import result_between
from evolve.threading.strands import Strand, bigrams
from evolve.threading.traces import Sighting

__all__ = ["assess_item", "assess_measure"]

_MOST = 0.5
_SENTENCE = re.compile(r"[^。！!？?；;\n]+")


def assess_measure(strand: Strand) -> Assess:
    """Grade the measure of a sighting, or where the thread has none what is linked to it.

    A number that meets the target of the promise is the strongest evidence; one that misses it
    takes the strength from words such as 完成.
    """

    def assess(sighting: Sighting, promise: Sighting | None) -> Proof | None:
        nodes = [*sighting.nodes, *_beside(strand, sighting, promise)]
        proofs = [_proof(sighting, node, strand.nodes[node].text) for node in nodes]
        return max(
            (_with_figures(proof, strand, promise) for proof in proofs),
            key=lambda proof: proof.finding.grade,
            default=None,
        )

    return assess


def _beside(strand: Strand, sighting: Sighting, promise: Sighting | None) -> Iterator[str]:
    """Other measures of the same items that have most of the promise's wording."""
    if promise is None:
        return
    asked = bigrams(promise.texts[0])
    for node in sighting.nodes:
        for other in strand.siblings.get(node, ()):
            if other not in sighting.nodes and len(
                asked & bigrams(strand.nodes[other].text)
            ) > _MOST * len(asked):
                yield other


def _with_figures(proof: Proof, strand: Strand, promise: Sighting | None) -> Proof:
    report = strand.nodes[proof.node].measure
    if report is None or promise is None:
        return proof
    results = [found for one in promise.measures if (found := result_between(one, report))]
    if not results:
        return proof
    missed = any(result.verdict == "missed" for result in results)
    grade = min(proof.finding.grade, Grade.ACTIVE) if missed else Grade.MET
    cue = results[0].actual.text
    finding = proof.finding._replace(grade=grade, cue=cue, span=results[0].actual.span)
    return proof._replace(finding=finding, result=results[0])


def assess_item(strand: Strand) -> Assess:
    """Grade an item by the weakest of its sentences: a line of work is done when all of it is."""

    def assess(sighting: Sighting, _: Sighting | None) -> Proof | None:
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
