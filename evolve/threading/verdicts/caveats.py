"""Why a state is less than certain: what the documents could not show."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from evolve.model import Caveat, CoverageStatus, Document, Role, State
from evolve.threading.evidence.grading import Grade
from evolve.threading.lines.traces import Sighting, Trace
from evolve.threading.verdicts.verdict import Archive, Verdict

__all__ = ["caveats_of"]

_MEANT = {
    CoverageStatus.REDUCED: Caveat.THIN_DOCUMENT,
    CoverageStatus.THIN: Caveat.THIN_DOCUMENT,
    CoverageStatus.PARTIAL: Caveat.PARTIAL_DOCUMENT,
    CoverageStatus.NONE: Caveat.PARTIAL_DOCUMENT,
}


_ORDER = tuple(Caveat)
_COMPARABLE = 0.5
"""Share of a document's length that one before it must have to show what is new in it."""


def caveats_of(verdict: Verdict, trace: Trace, archive: Archive, weak: float) -> tuple[Caveat, ...]:
    """All doubts about a verdict, in the order of the contract."""
    found = set(_DOUBTS[verdict.state](verdict, trace, archive))
    if _hangs_by_a_thread(verdict, trace, weak):
        found.add(Caveat.WEAK_LINK)
    return tuple(caveat for caveat in _ORDER if caveat in found) if found else ()


def _hangs_by_a_thread(verdict: Verdict, trace: Trace, weak: float) -> bool:
    """Whether a link that was just accepted, or just too weak to count, decides."""
    decider = verdict.sightings[0]
    if verdict.rule == "silent":
        return any(decider.place < place <= verdict.place for place in trace.faint)
    if verdict.rule == "first_seen":
        return any(place < decider.place for place in trace.faint)
    return min(decider.score, _seen_before(decider, trace)) < weak


def _seen_before(decider: Sighting, trace: Trace) -> float:
    """How surely a thread was there before the document that decides."""
    before = [one for one in trace.sightings if one.place < decider.place]
    if not before or any(one.members for one in before):
        return 1.0
    return max(one.score for one in before)


def _new(verdict: Verdict, _: Trace, archive: Archive) -> Iterator[Caveat]:
    first = verdict.sightings[0]
    before = archive.documents[: first.place]
    if not any(_is_older_plan(document, first.document) for document in before):
        yield Caveat.NO_EARLIER_DOCUMENT
    if before and _has_gap([*before[-1:], first.document]):
        yield Caveat.GAP
    size = archive.size[first.document.id]
    if before and max(archive.size[one.id] for one in before) < _COMPARABLE * size:
        yield Caveat.THIN_DOCUMENT
    yield from _unseen(archive, before[-1:])
    yield from _unreported(verdict, archive)


def _is_older_plan(one: Document, other: Document) -> bool:
    """Whether a document is a plan that does not only begin with another."""
    return one.role is not Role.OUTCOME and one.period.start < other.period.start


def _continued(verdict: Verdict, trace: Trace, archive: Archive) -> Iterator[Caveat]:
    if verdict.rule == "in_latest_outcome":
        after = archive.documents[trace.until(verdict.place)[-1].place + 1 : verdict.place + 1]
        if any(document.role is not Role.OUTCOME for document in after):
            yield Caveat.ABSENT_ONCE
            yield from _unseen(archive, after)
    if verdict.place < len(archive.documents) - 1:
        yield Caveat.OUT_OF_REACH
    yield from _unreported(verdict, archive)


def _completed(verdict: Verdict, _: Trace, archive: Archive) -> Iterator[Caveat]:
    yield Caveat.SELF_REPORTED
    proof = verdict.completion.proof
    if proof is None:
        return
    if proof.finding.hedged:
        yield Caveat.HEDGED
    if verdict.completion.how == "repeated":
        yield Caveat.CONFLICTING_EVIDENCE
    later = archive.documents[proof.sighting.place + 1 : verdict.place + 1]
    plans = [document for document in later if document.role is not Role.OUTCOME]
    if proof.finding.grade < Grade.DONE and not plans and not proof.sighting.is_plan:
        yield Caveat.NO_LATER_DOCUMENT


def _dropped(verdict: Verdict, trace: Trace, archive: Archive) -> Iterator[Caveat]:
    if verdict.rule == "said_to_end":
        return
    last = trace.until(verdict.place)[-1]
    after = archive.documents[last.place + 1 : verdict.place + 1]
    plans = [document for document in after if document.role is not Role.OUTCOME]
    outcomes = [document for document in after if document.role is Role.OUTCOME]
    if last.is_plan and not outcomes:
        yield Caveat.NO_LATER_DOCUMENT
    if len(plans) <= 1:
        yield Caveat.ABSENT_ONCE
    if _has_gap([last.document, *after[:1]]):
        yield Caveat.GAP
    yield from _unseen(archive, [*plans[-1:], *outcomes[-1:]])
    if any(archive.silent_on(last, place) for place in archive.deciding(last.place, verdict.place)):
        yield Caveat.FIELD_NOT_COVERED


_DOUBTS = {
    State.NEW: _new,
    State.CONTINUED: _continued,
    State.COMPLETED: _completed,
    State.DROPPED: _dropped,
}


def _has_gap(documents: Sequence[Document]) -> bool:
    """Whether years lie between two successive documents that neither covers."""
    return any(late.period.start - early.period.end > 1 for early, late in pairwise(documents))


def _unseen(archive: Archive, documents: Sequence[Document]) -> Iterator[Caveat]:
    for document in documents:
        if caveat := _MEANT.get(archive.status[document.id]):
            yield caveat


def _unreported(verdict: Verdict, archive: Archive) -> Iterator[Caveat]:
    """The years of all documents are over, and nothing of the series speaks after them."""
    is_last = verdict.place == len(archive.documents) - 1
    if is_last and archive.is_over:
        yield Caveat.NO_LATER_DOCUMENT
