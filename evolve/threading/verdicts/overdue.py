"""Promises whose own last year is over without a report that they were kept."""

from collections.abc import Sequence

from evolve.model import Document, Event, Reason, Role, State
from evolve.threading.evidence.deadlines import deadline
from evolve.threading.lines.traces import Sighting, Trace
from evolve.threading.verdicts.verdict import Archive, Verdict
from evolve.threading.verdicts.wording import bilingual, named, quoted

__all__ = ["overdue"]


def overdue(trace: Trace, verdict: Verdict, archive: Archive) -> tuple[Reason, Event] | None:
    """Reason and event of a promise that is due and not reported as kept, or None."""
    if verdict.state is State.COMPLETED or not (promise := _last_promise(trace, verdict.place)):
        return None
    year = deadline(promise.texts[0], promise.document)
    witness = _first_after(year, archive.documents[: verdict.place + 1]) if year else None
    if not year or not witness:
        return None
    told = bilingual(
        "{document}所定期限为{year}年，期限已过，文件未报告完成：{quote}",
        "{document} set it for {year}; that year is over and no document reports it done: {quote}",
        document=named(promise.document),
        year=str(year),
        quote=quoted(promise.texts[0]),
    )
    node = promise.members[0]
    reason = Reason(
        rule="deadline_passed", text=told[0], text_en=told[1], items=(node,), spans=((0, 0),)
    )
    event = Event(
        type="deadline_passed", document=witness.id, items=(node,), text=told[0], text_en=told[1]
    )
    return reason, event


def _last_promise(trace: Trace, place: int) -> Sighting | None:
    plans = [one for one in trace.until(place) if one.is_plan and one.members]
    return plans[-1] if plans else None


def _first_after(year: int, documents: Sequence[Document]) -> Document | None:
    """The first document that speaks when a year is over."""
    return next((one for one in documents if _over(one) >= year), None)


def _over(document: Document) -> int:
    """The last year that is over when a document speaks."""
    period = document.period
    return period.end if document.role is Role.OUTCOME else period.start - 1
