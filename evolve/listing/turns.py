"""When, and by which document, a thread came into its state."""

from typing import NamedTuple

from evolve.model import Document, Entry, Role, State, Thread, Timeline

__all__ = ["Turn", "turning_point"]


class Turn(NamedTuple):
    """The document and the wording that a state is cited with."""

    year: int
    document: Document
    node: str


def turning_point(timeline: Timeline, thread: Thread) -> Turn:
    """Where to look a state up.

    What is new is cited where it first stands, what is completed where that is reported, all
    else where it last stands; what is dropped is so since the first plan that is silent.
    """
    entry = _cited(thread)
    document = timeline.document[entry.document]
    node = (entry.members or entry.also)[0]
    if thread.state is State.DROPPED:
        return Turn(_missing_since(timeline, document), document, node)
    return Turn(document.period.end, document, node)


def _cited(thread: Thread) -> Entry:
    if thread.state is State.NEW:
        return thread.entries[0]
    if thread.state is State.COMPLETED:
        done = [entry for entry in thread.entries if entry.state is State.COMPLETED]
        return done[0] if done else thread.entries[-1]
    return thread.entries[-1]


def _missing_since(timeline: Timeline, last: Document) -> int:
    later = [
        document
        for document in timeline.documents
        if document.series == last.series and document.moment > last.moment
    ]
    plans = [document for document in later if document.role is not Role.OUTCOME]
    return (plans or later or [last])[0].period.start
