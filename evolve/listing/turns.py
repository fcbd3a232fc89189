"""When, and by which document, a thread came into its state."""

from typing import NamedTuple

from evolve.model import Document, Role, State, Thread, Timeline

__all__ = ["Turn", "turning_point"]


class Turn(NamedTuple):
    """The document and the wording that a state is cited with."""

    year: int
    document: Document
    node: str


def turning_point(timeline: Timeline, thread: Thread) -> Turn:
    """Where to look a state up.

    What is new is cited where it first stands, what is completed where that is reported, all
    else where its own wording last stands, whatever later document speaks of it in others; what
    is dropped is so since the first plan that is silent.
    """
    if thread.state is State.COMPLETED:
        return _completion(timeline, thread)
    worded = [entry for entry in thread.entries if entry.members] or thread.entries
    cited = worded[0 if thread.state is State.NEW else -1]
    document = timeline.document[cited.document]
    node = (cited.members or cited.also)[0]
    if thread.state is State.NEW:
        return Turn(document.period.end, document, node)
    last = timeline.document[thread.entries[-1].document]
    gone = thread.state is State.DROPPED
    return Turn(_missing_since(timeline, last) if gone else last.period.end, document, node)


def _completion(timeline: Timeline, thread: Thread) -> Turn:
    """The report that completes a thread, by the passage that its reasons name."""
    done = (entry for entry in thread.entries if entry.state is State.COMPLETED)
    entry = next(done, thread.entries[-1])
    here = [*entry.members, *entry.also]
    named = (node for reason in thread.reasons for node in reason.items if node in here)
    document = timeline.document[entry.document]
    return Turn(document.period.end, document, next(named, here[0]))


def _missing_since(timeline: Timeline, last: Document) -> int:
    later = [
        document
        for document in timeline.documents
        if document.series == last.series and document.moment > last.moment
    ]
    plans = [document for document in later if document.role is not Role.OUTCOME]
    return (plans or later or [last])[0].period.start
