"""What a schema cannot say: ids are unique, references resolve, spans lie in their texts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from evolve.model import Item, Level, Link, Measure, Span, Thread, Timeline

__all__ = ["faults"]


def faults(timeline: Timeline) -> Iterator[str]:
    """Yield a sentence for each broken promise of the format."""
    yield from _duplicates(timeline)
    yield from _documents(timeline)
    yield from _items(timeline)
    for link in timeline.links:
        yield from _link(timeline, link)
    for thread in timeline.threads:
        yield from _thread(timeline, thread)
    yield from _indicators(timeline)


def _duplicates(timeline: Timeline) -> Iterator[str]:
    for name in ("series", "documents", "items", "measures", "threads", "indicators"):
        count = Counter(entry.id for entry in getattr(timeline, name))
        yield from (f"{name}: id {id_} stands {n} times" for id_, n in count.items() if n > 1)


def _documents(timeline: Timeline) -> Iterator[str]:
    series = {one.id for one in timeline.series}
    for one in timeline.series:
        yield from _unknown(one.documents, timeline.document, f"series {one.id}")
    for document in timeline.documents:
        yield from _unknown([document.series], series, f"document {document.id}")
    for section in timeline.sections:
        yield from _unknown([section.document], timeline.document, f"section {section.text}")


def _items(timeline: Timeline) -> Iterator[str]:
    for item in timeline.items:
        yield from _unknown([item.document], timeline.document, f"item {item.id}")
    for measure in timeline.measures:
        yield from _unknown([measure.item], timeline.item, f"measure {measure.id}")
        whole = timeline.item.get(measure.item)
        if whole is not None and whole.text[slice(*measure.span)] != measure.text:
            yield f"measure {measure.id}: its span in the item holds another text"


def _link(timeline: Timeline, link: Link) -> Iterator[str]:
    place = f"link {link.source} - {link.target}"
    known: Mapping[str, Item | Measure]
    known = timeline.item if link.level is Level.ITEM else timeline.measure
    missing = list(_unknown([link.source, link.target], known, place))
    yield from missing
    if not missing:
        source, target = known[link.source].text, known[link.target].text
        for passage in link.evidence:
            yield from _outside(passage.source_span, source, place)
            yield from _outside(passage.target_span, target, place)


def _thread(timeline: Timeline, thread: Thread) -> Iterator[str]:
    place = f"thread {thread.id}"
    known = timeline.item if thread.level is Level.ITEM else timeline.measure
    everything: dict[str, Item | Measure] = {**timeline.item, **timeline.measure}
    if thread.parent is not None:
        yield from _unknown([thread.parent], timeline.thread, place)
    for entry in thread.entries:
        yield from _unknown([entry.document], timeline.document, place)
        yield from _unknown([*entry.members, *entry.also], known, place)
    for event in thread.events:
        yield from _unknown(event.items, everything, place)
    for reason in thread.reasons:
        yield from _unknown(reason.items, everything, place)
        for id_, span in zip(reason.items, reason.spans, strict=False):
            if id_ in everything:
                yield from _outside(span, everything[id_].text, place)


def _indicators(timeline: Timeline) -> Iterator[str]:
    for indicator in timeline.indicators:
        place = f"indicator {indicator.id}"
        for seen in indicator.observations:
            missing = list(_unknown([seen.item], timeline.item, place))
            yield from missing
            if not missing:
                yield from _outside(seen.span, timeline.item[seen.item].text, place)


def _unknown(ids: Iterable[str], known: Iterable[str], place: str) -> Iterator[str]:
    yield from (f"{place}: {id_} does not exist" for id_ in ids if id_ not in known)


def _outside(span: Span, text: str, place: str) -> Iterator[str]:
    start, end = span
    if not 0 <= start <= end <= len(text):
        yield f"{place}: span {start}-{end} lies outside its text"
