"""Whether the documents up to one of them report a line of work as done, and what came after."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from evolve.model import Span
from evolve.threading.evidence.deadlines import applies, edition
from evolve.threading.evidence.goals import Result, new_figures
from evolve.threading.evidence.grading import Finding, Grade
from evolve.threading.evidence.promises import deliverable, new_cycle, same_deliverable, sustaining
from evolve.threading.lines.traces import Sighting

__all__ = ["Completion", "Proof", "completions"]


class Proof(NamedTuple):
    """The passage that completes."""

    sighting: Sighting
    node: str
    finding: Finding
    text: str
    """The passage, verbatim."""
    span: Span
    """Where it stands in the text of ``node``."""
    result: Result | None = None
    """The number that answers a target of the promise."""


class Completion(NamedTuple):
    """How the evidence stands after the last document looked at."""

    proof: Proof | None = None
    """What completes it now; None where it is open."""
    activity: Proof | None = None
    """The latest report that it is going on."""
    past: Proof | None = None
    """What completed an earlier cycle that a later plan has begun anew."""
    followed: Sighting | None = None
    """The plan after the proof that takes the work up again."""
    how: str = ""
    """What that plan does: ``sustaining``, ``new_cycle``, ``repeated`` or ``carried_on``."""


Assess = Callable[[Sighting, Sighting | None, Sighting | None], Proof | None]
"""The strongest evidence in one sighting, given the promise that it would fulfil and the latest
member of the thread before it."""


_OPEN = Completion()


def completions(sightings: Sequence[Sighting], assess: Assess) -> Iterator[Completion]:
    """Walk through the sightings in time order, letting later ones answer earlier ones.

    A report that speaks of the work in other words keeps only what the thread itself has promised
    before; and a plan that only speaks of related work promises nothing, where the thread has.

    Yields:
        How the evidence stands after each sighting.
    """
    state, promise, words = _OPEN, None, ""
    own: Sighting | None = None
    for sighting in sightings:
        if sighting.is_plan:
            state = _applied(_planned(state, sighting, words), sighting, words)
            if sighting.members or (own and not (promise and promise.members)):
                promise, words = sighting, _words(sighting)
        else:
            proof = assess(sighting, promise, own)
            promised = sighting.members or (promise and promise.members)
            state = _reported(state, proof if promised else _beside(proof), words)
        own = sighting if sighting.members else own
        yield state


def _beside(proof: Proof | None) -> Proof | None:
    """What is reported of work that was not promised shows only that it goes on."""
    if proof is None:
        return None
    grade = min(proof.finding.grade, Grade.ACTIVE)
    return proof._replace(finding=proof.finding._replace(grade=grade), result=None)


def _words(promise: Sighting) -> str:
    return "；".join(promise.texts)


def _applied(state: Completion, sighting: Sighting, promise: str) -> Completion:
    """A plan that applies a document shows that it exists; one of other years, its successor."""
    if state.proof or not promise or not (node := _applying(sighting, promise)):
        return state
    position = sighting.nodes.index(node)
    text = sighting.texts[position]
    proof = Proof(sighting, node, Finding(Grade.EXISTS), text, (0, len(text)))
    if edition(text) != edition(promise):
        return state._replace(past=proof, followed=sighting, how="new_cycle")
    return state._replace(proof=proof, followed=None, how="")


def _applying(sighting: Sighting, promise: str) -> str | None:
    pairs = zip(sighting.nodes, sighting.texts, strict=True)
    return next((node for node, text in pairs if applies(promise, text)), None)


def _reported(state: Completion, proof: Proof | None, promise: str) -> Completion:
    if proof is None:
        return state
    if proof.finding.grade < Grade.EXISTS and applies(promise, proof.text):
        proof = proof._replace(finding=proof.finding._replace(grade=Grade.EXISTS))
    needed = Grade.EXISTS if not promise or deliverable(promise) else Grade.DONE
    stronger = state.proof is None or proof.finding.grade > state.proof.finding.grade
    if proof.finding.grade >= needed and stronger:
        return state._replace(proof=proof, followed=None, how="")
    return state._replace(activity=proof) if proof.finding.grade >= Grade.ACTIVE else state


def _planned(state: Completion, sighting: Sighting, promise: str) -> Completion:
    if state.proof is None:
        return state
    how = _taken_up(state.proof, sighting, promise)
    open_again = how in {"new_cycle", "carried_on"}
    return state._replace(
        proof=None if open_again else state.proof,
        past=state.proof if open_again else state.past,
        followed=sighting,
        how=how,
    )


def _sets_anew(report: Sighting, plan: Sighting) -> bool:
    pairs = ((old, new) for old in report.measures for new in plan.measures)
    return any(new_figures(old, new) for old, new in pairs)


def _follows(proof: Proof, sighting: Sighting, promise: str) -> bool:
    """Whether a plan only follows from something that could be there or not, and is there."""
    if not sighting.members:
        return deliverable(promise or proof.text)
    met = proof.finding.grade is Grade.MET
    done = proof.finding.grade >= Grade.DONE and deliverable(promise)
    return bool(promise) and (met or done) and not deliverable(_words(sighting))


def _taken_up(proof: Proof, sighting: Sighting, promise: str) -> str:
    """How a plan answers a completion; work that only follows from it does not reopen it."""
    text, whole = _words(sighting), proof.finding.grade >= Grade.DONE
    kept_up = whole and sustaining(text)
    batch = bool(sighting.members) and new_cycle(text)
    if batch or (not kept_up and _sets_anew(proof.sighting, sighting)):
        return "new_cycle"
    if kept_up or _follows(proof, sighting, promise):
        return "sustaining"
    said = "；".join(proof.sighting.texts)
    again = whole and sighting.members and same_deliverable(said, text)
    return "repeated" if again else "carried_on"
