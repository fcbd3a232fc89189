"""Targets of promises that are answered where no thread looks.

A thread is judged by what is linked to it. The actual figure may stand elsewhere: in an opening
paragraph, in another item. An indicator follows it there, so its results are told of the threads
whose promises set the targets, where these do not know yet.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from evolve.model import (
    Corpus,
    Event,
    Indicator,
    Level,
    Observation,
    QuantityKind,
    TargetResult,
    Thread,
)
from evolve.threading.verdicts.wording import answer_told

__all__ = ["answered"]

_ANSWERS = frozenset({"met", "exceeded", "missed"})
_OVERDUE = "deadline_passed"
"""What is no longer true of a promise whose figure was reached."""


def answered(
    corpus: Corpus, threads: Sequence[Thread], indicators: Sequence[Indicator]
) -> tuple[Thread, ...]:
    """Add to the threads of single promises what indicators know of their targets.

    Args:
        corpus: Where all of them stand.
        threads: Of all series.
        indicators: Of the same.
    """
    found: dict[str, list[Event]] = defaultdict(list)
    for indicator in indicators:
        for result in indicator.results:
            for promise, event in _event(corpus, indicator, result):
                found[promise].append(event)
    if not found:
        return tuple(threads)
    return tuple(_told(corpus, thread, found) for thread in threads)


def _event(
    corpus: Corpus, indicator: Indicator, result: TargetResult
) -> Iterator[tuple[str, Event]]:
    """The measure that sets a target, and what became of it."""
    plan, report = result.documents
    target = _measure(corpus, indicator, plan, result.target, result.year, aimed=True)
    actual = _measure(corpus, indicator, report, result.actual, result.year, aimed=False)
    for promise in target:
        told = answer_told(result.result, result.target, result.actual)
        items = (promise, *actual)
        event = Event(
            type=result.result, document=report, items=items, text=told[0], text_en=told[1]
        )
        yield promise, event


def _measure(  # noqa: PLR0913 - what an observation is known by
    corpus: Corpus, indicator: Indicator, document: str, text: str, year: int, *, aimed: bool
) -> list[str]:
    """The measure in which a figure stands; none in an opening paragraph or a table."""
    seen = [
        one
        for one in indicator.observations
        if (one.document, one.text, one.year) == (document, text, year)
        and (one.kind is QuantityKind.TARGET) is aimed
    ]
    return _around(corpus, seen[-1]) if seen else []


def _around(corpus: Corpus, seen: Observation) -> list[str]:
    start = seen.span[0]
    measures = corpus.measures_of.get(seen.item, ())
    return [one.id for one in measures if one.span[0] <= start < one.span[1]]


def _told(corpus: Corpus, thread: Thread, found: dict[str, list[Event]]) -> Thread:
    if thread.level is not Level.MEASURE:
        return thread
    members = [member for entry in thread.entries for member in entry.members]
    known = {event.document for event in thread.events if event.type in _ANSWERS}
    more = [event for member in members for event in found.get(member, ())]
    unknown = [event for event in more if event.document not in known]
    if not unknown:
        return thread
    kept = any(event.type != "missed" for event in unknown)
    told = [one for one in thread.events if not (kept and one.type == _OVERDUE)]
    reasons = [one for one in thread.reasons if not (kept and one.rule == _OVERDUE)]
    events = sorted([*told, *unknown], key=lambda one: corpus.document[one.document].moment)
    return replace(thread, events=tuple(events), reasons=tuple(reasons))
