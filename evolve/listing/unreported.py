"""Promised, the outcome of the year exists, and says nothing.

Silence about the outcome is no failure: official tables report as delivered what the report to
the public leaves out. It is a finding of its own.
"""

from collections.abc import Iterator, Sequence

from evolve.listing.citing import members_in
from evolve.model import Document, Role, Thread, Timeline

__all__ = ["promised_and_due", "unreported_in"]

_ANSWERS = frozenset({"met", "exceeded", "missed"})


def promised_and_due(
    timeline: Timeline, threads: Sequence[Thread]
) -> tuple[list[Thread], tuple[str, ...]]:
    """Threads promised for a year that has an outcome, and a note for each series without one."""
    pairs = {series.id: _pairs(timeline, series.id) for series in timeline.series}
    due = [
        thread
        for thread in threads
        if any(_promised(thread, plan) for plan, _ in pairs[thread.series])
    ]
    notes = tuple(
        f"{series}: no plan has an outcome of its own year" for series in pairs if not pairs[series]
    )
    return due, notes


def unreported_in(timeline: Timeline, thread: Thread) -> Iterator[tuple[Document, Document, str]]:
    """Plan, silent outcome and member of the plan, for each year of a thread.

    An outcome that answers a target elsewhere, as in its opening paragraph, is not silent.
    """
    answered = {event.document for event in thread.events if event.type in _ANSWERS}
    for plan, outcome in _pairs(timeline, thread.series):
        promised = _promised(thread, plan)
        if promised and outcome.id not in answered and not members_in(thread, outcome.id):
            yield plan, outcome, promised[0]


def _promised(thread: Thread, plan: Document) -> tuple[str, ...]:
    """Members of a thread in a plan; related work there is a promise of another thread."""
    return next((entry.members for entry in thread.entries if entry.document == plan.id), ())


def _pairs(timeline: Timeline, series: str) -> list[tuple[Document, Document]]:
    """Each plan of a series with the outcome that covers its last year."""
    own = [document for document in timeline.documents if document.series == series]
    plans = [document for document in own if document.role is not Role.OUTCOME]
    outcomes = [document for document in own if document.role is Role.OUTCOME]
    return [
        (plan, outcome)
        for plan in plans
        for outcome in outcomes
        if outcome.period.start <= plan.period.end <= outcome.period.end
    ]
