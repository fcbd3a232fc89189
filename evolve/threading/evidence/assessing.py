"""The strongest evidence that one document gives of one line of work."""

import re
from collections.abc import Iterator

from evolve.model import Measure, Span
from evolve.threading.evidence.completion import Assess, Proof
from evolve.threading.evidence.goals import counts_another, result_between
from evolve.threading.evidence.grading import Grade, grade
from evolve.threading.evidence.promises import deliverable
from evolve.threading.lines.strands import Strand
from evolve.threading.lines.traces import Sighting

__all__ = ["assess_item", "assess_measure"]

_MOST = 0.33
"""Share of a promise that a passage must hold to show by itself that it was kept."""
_SENTENCE = re.compile(r"[^。！!？?；;\n]+")


def assess_measure(strand: Strand) -> Assess:
    """Grade the measure of a sighting, or where the thread has none what is linked to it.

    A number that meets the target of the promise is the strongest evidence; one that misses it
    takes the strength from words such as 完成. A passage that only shares its subject with the
    promise shows that the work goes on, however finished it sounds.
    """

    def assess(
        sighting: Sighting, promise: Sighting | None, own: Sighting | None = None
    ) -> Proof | None:
        held = _held(strand, sighting, promise)
        known = {*sighting.members, *held, *(_linked(strand, promise) if promise else ())}
        nodes = dict.fromkeys([*sighting.nodes, *held])
        proofs = (
            _with_figures(_proof(sighting, node, strand.nodes[node].text), strand, promise, own)
            if node in known
            else _capped(_proof(sighting, node, strand.nodes[node].text))
            for node in nodes
        )
        return max(proofs, key=lambda proof: proof.finding.grade, default=None)

    return assess


def _held(strand: Strand, sighting: Sighting, promise: Sighting | None) -> list[str]:
    """Other measures that hold most of a promise of something that can be done with."""
    if promise is None or not deliverable(promise.texts[0]):
        return []
    about = strand.about.get((promise.nodes[0], sighting.place), {})
    return [node for node, share in about.items() if share >= _MOST]


def _linked(strand: Strand, promise: Sighting) -> Iterator[str]:
    return (other for node in promise.nodes for other, _ in strand.near.get(node, ()))


def _capped(proof: Proof) -> Proof:
    finding = proof.finding
    return proof._replace(finding=finding._replace(grade=min(finding.grade, Grade.ACTIVE)))


def _with_figures(
    proof: Proof, strand: Strand, promise: Sighting | None, own: Sighting | None
) -> Proof:
    report = strand.nodes[proof.node].measure
    if report is None or promise is None or not promise.members:
        return proof
    due, told = promise.document.period, proof.sighting.document.period
    results = [
        found for one in promise.measures if (found := result_between(one, report, due, told))
    ]
    if not results:
        return _capped(proof) if _of_another(report, promise, own) else proof
    missed = any(result.verdict == "missed" for result in results)
    grade = min(proof.finding.grade, Grade.ACTIVE) if missed else Grade.MET
    cue = results[0].actual.text
    finding = proof.finding._replace(grade=grade, cue=cue, span=results[0].actual.span)
    return proof._replace(finding=finding, result=results[0])


def _of_another(report: Measure, promise: Sighting, own: Sighting | None) -> bool:
    """Whether a report only counts what neither the promise nor the thread before it counts."""
    counted = [one.measures for one in (promise, own) if one and one.members and one.measures]
    return any(all(counts_another(one, report) for one in measures) for measures in counted[:1])


def assess_item(strand: Strand) -> Assess:
    """Grade an item by the weakest of its sentences: a line of work is done when all of it is."""

    def assess(sighting: Sighting, _: Sighting | None, __: Sighting | None = None) -> Proof | None:
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
