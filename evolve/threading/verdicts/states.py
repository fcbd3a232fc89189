"""Which of the four states a thread has after a document, by the first rule that fits.

1. ``said_to_end``: a document says that the work ends.
2. ``completed``: an outcome proves it and no later plan begins it anew.
3. ``new``: first seen in the latest plan.
4. ``in_latest_plan``, ``in_latest_outcome``, ``in_live_plan``: seen before, and there.
5. ``silent``: none of these.
"""

from collections.abc import Sequence

from evolve.model import Document, Role, State
from evolve.threading.evidence.completion import Completion
from evolve.threading.evidence.grading import cancelled
from evolve.threading.lines.traces import Sighting, Trace
from evolve.threading.verdicts.verdict import Archive, Verdict

__all__ = ["judge"]


def judge(trace: Trace, archive: Archive, place: int, done: Completion) -> Verdict:
    """State of a thread as of a document.

    Args:
        trace: The thread.
        archive: The documents of its series.
        place: Index of the document.
        done: How the evidence stands after it.
    """
    seen = trace.until(place)
    state, rule, deciding = _decide(seen, archive, place, done)
    return Verdict(state, rule, tuple(deciding), done, place)


Decision = tuple[State, str, list[Sighting]]


def _decide(seen: Sequence[Sighting], archive: Archive, place: int, done: Completion) -> Decision:
    first, last = seen[0], seen[-1]
    if last.members and any(cancelled(text) for text in last.texts):
        return State.DROPPED, "said_to_end", [last]
    if done.proof:
        return State.COMPLETED, "completed", [done.proof.sighting]
    plan = archive.last(place, plan=True)
    if plan is not None and _begins_with(first, archive.documents[plan]) and last.is_plan:
        return State.NEW, "first_seen", [first]
    return _going_on(seen, archive, place) or (State.DROPPED, "silent", [last])


def _going_on(seen: Sequence[Sighting], archive: Archive, place: int) -> Decision | None:
    plan, outcome = (archive.last(place, plan=plan) for plan in (True, False))
    last = seen[-1]
    if last.place in {plan, outcome}:
        rule = "in_latest_plan" if last.place == plan else "in_latest_outcome"
        return State.CONTINUED, rule, [last, *seen[-2:-1]]
    if plan in (by_place := {sighting.place: sighting for sighting in seen}):
        return State.CONTINUED, "in_latest_plan", [by_place[plan]]
    if live := _live(seen, archive.documents[place].period.end):
        return State.CONTINUED, "in_live_plan", [live]
    return None


def _begins_with(first: Sighting, plan: Document) -> bool:
    """Whether a thread begins in a plan, or in a plan of several years that starts with it."""
    document = first.document
    longer = document.role is Role.MULTI_YEAR_PLAN and document.period.start == plan.period.start
    return document.id == plan.id or longer


def _live(seen: Sequence[Sighting], year: int) -> Sighting | None:
    """The latest sighting in a plan of several years that is not over."""
    plans = [one for one in seen if one.document.role is Role.MULTI_YEAR_PLAN]
    return next((one for one in reversed(plans) if one.document.period.end >= year), None)
