"""Timeline and selection -> rows."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from evolve.errors import InputError
from evolve.listing.citing import cite, item_of, text_of
from evolve.listing.model import Listing, Row, Selection
from evolve.listing.turns import turning_point
from evolve.listing.unreported import promised_and_due, unreported_in
from evolve.model import EVENT_TYPES, Document, Event, Level, Thread, Timeline

__all__ = ["listing_of"]


def listing_of(timeline: Timeline, selection: Selection) -> Listing:
    """Answer a question about a timeline, sorted by series, year and place in the text.

    Raises:
        InputError: A series is asked for that the timeline does not have, or a type of event that
            there is not.
    """
    _check("series", selection.series, {series.id for series in timeline.series})
    _check("event", selection.events, {*EVENT_TYPES, *_happened(timeline)})
    threads = [thread for thread in timeline.threads if _considered(thread, selection)]
    if selection.unreported:
        due, notes = promised_and_due(timeline, threads)
        rows = [row for thread in due for row in _unreported(timeline, thread)]
        considered, considered_as = len(due), "threads promised for a year with an outcome"
    else:
        notes = ()
        make = _event_rows if selection.events else _state_rows
        rows = [row for thread in threads for row in make(timeline, thread, selection)]
        considered, considered_as = len(threads), _what(selection)
    kept = [row for row in rows if _kept(timeline, row, selection)]
    return Listing(_sorted(timeline, kept), _asked(selection), considered, considered_as, notes)


def _check(what: str, asked: frozenset[str], known: set[str]) -> None:
    if unknown := sorted(asked - known):
        there = f"there are {', '.join(sorted(known))}" if known else "there are none"
        raise InputError(f"no {what} {unknown[0]}; {there}")


def _happened(timeline: Timeline) -> Iterator[str]:
    """Types of events, which another program may have named."""
    return (event.type for thread in timeline.threads for event in thread.events)


def _considered(thread: Thread, selection: Selection) -> bool:
    in_series = not selection.series or thread.series in selection.series
    return in_series and selection.level in {None, thread.level}


def _kept(timeline: Timeline, row: Row, selection: Selection) -> bool:
    role = timeline.document[row.document].role
    return (
        (not selection.states or row.state in selection.states)
        and selection.certainty in {None, row.certainty}
        and (selection.since is None or row.year >= selection.since)
        and (selection.until is None or row.year <= selection.until)
        and (not selection.roles or role in selection.roles)
        and (selection.text in row.title or selection.text in row.quote)
    )


def _state_rows(timeline: Timeline, thread: Thread, _: Selection) -> Iterator[Row]:
    turn = turning_point(timeline, thread)
    yield _row(timeline, thread, turn.document, turn.node, turn.year)


def _event_rows(timeline: Timeline, thread: Thread, selection: Selection) -> Iterator[Row]:
    for event in thread.events:
        if event.type in selection.events:
            yield _event_row(timeline, thread, event)


def _event_row(timeline: Timeline, thread: Thread, event: Event) -> Row:
    document = timeline.document[event.document]
    here = [
        node
        for node in event.items
        if item_of(timeline, thread.level, node).document == event.document
    ]
    node = (here or [*event.items, thread.entries[0].members[0]])[0]
    row = _row(timeline, thread, document, node, document.period.end)
    return replace(row, event=event.type, reason=event.text, reason_en=event.text_en)


def _unreported(timeline: Timeline, thread: Thread) -> Iterator[Row]:
    for plan, outcome, node in unreported_in(timeline, thread):
        row = _row(timeline, thread, plan, node, outcome.period.end)
        yield replace(
            row,
            event="unreported",
            reason=f"《{outcome.title.strip('《》')}》未提及",
            reason_en=f"Not mentioned in {outcome.id}",
        )


def _row(timeline: Timeline, thread: Thread, document: Document, node: str, year: int) -> Row:
    item = item_of(timeline, thread.level, node)
    state = thread.override.state if thread.override else thread.state
    reason = thread.reasons[0] if thread.reasons else None
    return Row(
        thread=thread.id,
        series=thread.series,
        level=thread.level.value,
        title=thread.title,
        state=state.value,
        certainty=thread.certainty.value,
        caveats=tuple(caveat.value for caveat in thread.caveats),
        year=year,
        event="",
        reason=reason.text if reason else "",
        reason_en=reason.text_en if reason else "",
        quote=text_of(timeline, thread.level, node),
        document=document.id,
        item=item.id,
        citation=cite(timeline, item),
        section=item.path[0] if item.path else "",
        parent=timeline.thread[thread.parent].title if thread.parent else "",
    )


def _sorted(timeline: Timeline, rows: Iterable[Row]) -> list[Row]:
    place = {item.id: number for number, item in enumerate(timeline.items)}
    return sorted(rows, key=lambda row: (row.series, row.year, place[row.item], row.thread))


def _what(selection: Selection) -> str:
    level = {Level.ITEM: "item-level ", Level.MEASURE: "measure-level "}
    return f"{level[selection.level] if selection.level else ''}threads"


def _asked(selection: Selection) -> str:
    parts = [
        *sorted(selection.events),
        *sorted(state.value for state in selection.states),
        *(["unreported"] if selection.unreported else []),
        *([f"since {selection.since}"] if selection.since else []),
        *([f"until {selection.until}"] if selection.until else []),
        *sorted(selection.series),
        *([f"“{selection.text}”"] if selection.text else []),
    ]
    return ", ".join(parts) or "all"
