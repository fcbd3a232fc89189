"""What can be compared in a timeline: items, measures, threads, documents."""

from collections.abc import Iterator
from dataclasses import dataclass

from evolve.diffing.compare import diff
from evolve.diffing.model import Diff
from evolve.errors import InputError
from evolve.model import Document, Entry, Level, Role, Thread, Timeline

__all__ = ["Comparison", "Subject", "compare_ids", "compare_texts", "through_time"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A wording and where it comes from."""

    id: str
    """Id in the timeline, or the name of a file."""
    label: str
    """What a reader calls it, such as ``2021 工作要点 · 推进集团化办学``."""
    text: str
    """The wording."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two wordings and their difference; one of them may be missing."""

    old: Subject | None
    """The earlier one."""
    new: Subject | None
    """The later one."""
    diff: Diff
    """The difference, with an empty text for the missing one."""


def compare_texts(old: Subject | None, new: Subject | None) -> Comparison:
    """Compare two wordings, one of which may be missing."""
    return Comparison(old, new, diff(old.text if old else "", new.text if new else ""))


def compare_ids(timeline: Timeline, old: str, new: str) -> tuple[Comparison, ...]:
    """Compare two items, measures, threads or documents of a timeline.

    Two documents are compared item by item along their links.

    Raises:
        InputError: an id does not exist, or only one of the two is a document.
    """
    if old in timeline.document and new in timeline.document:
        return tuple(_documents(timeline, timeline.document[old], timeline.document[new]))
    for key, other in ((old, new), (new, old)):
        if key in timeline.document:
            raise InputError(f"{key} is a document, {other} is not: compare two of the same kind.")
    return (compare_texts(_subject(timeline, old), _subject(timeline, new)),)


def through_time(timeline: Timeline, thread: str) -> tuple[Comparison, ...]:
    """Compare each wording of a thread with the one before; the first stands alone.

    Raises:
        InputError: there is no such thread.
    """
    if thread not in timeline.thread:
        raise InputError(
            f"{thread} is no thread of the timeline: name a second id to compare it with,"
            " or a thread to see it through the years."
        )
    found = timeline.thread[thread]
    entries = [entry for entry in found.entries if entry.members]
    wordings = [_entry(timeline, found.title, entry) for entry in entries]
    return tuple(compare_texts(*pair) for pair in zip([None, *wordings], wordings, strict=False))


def _subject(timeline: Timeline, key: str) -> Subject:
    if item := timeline.item.get(key):
        return Subject(key, f"{_when(timeline, item.document)} · {item.heading}", item.text)
    if measure := timeline.measure.get(key):
        document = timeline.item[measure.item].document
        return Subject(key, f"{_when(timeline, document)} · {key}", measure.text)
    if thread := timeline.thread.get(key):
        return _latest(timeline, thread)
    raise InputError(f"{key} is no item, measure, thread or document of the timeline.")


def _latest(timeline: Timeline, thread: Thread) -> Subject:
    entries = [entry for entry in thread.entries if entry.members]
    return _entry(timeline, thread.title, entries[-1])


def _entry(timeline: Timeline, name: str, entry: Entry) -> Subject:
    texts = timeline.item | timeline.measure
    text = "\n".join(texts[member].text for member in entry.members)
    return Subject(entry.members[0], f"{_when(timeline, entry.document)} · {name}", text)


def _when(timeline: Timeline, key: str) -> str:
    """Name a document shortly by whom, when and what."""
    document = timeline.document[key]
    period = document.period
    years = f"{period.start}" if period.start == period.end else f"{period.start}-{period.end}"
    role = {Role.PLAN: "计划", Role.OUTCOME: "总结", Role.MULTI_YEAR_PLAN: "规划"}[document.role]
    return f"{document.jurisdiction or document.issuer}{years}{role}"


def _documents(timeline: Timeline, old: Document, new: Document) -> Iterator[Comparison]:
    """Compare items that answer each other, in the order of the new document; then what is gone."""
    olds = [item.id for item in timeline.items if item.document == old.id and item.kind == "item"]
    news = [item.id for item in timeline.items if item.document == new.id and item.kind == "item"]
    partner = _partners(timeline, set(olds), set(news))
    for key in news:
        before = partner.get(key)
        yield compare_texts(_subject(timeline, before) if before else None, _subject(timeline, key))
    found = set(partner.values())
    for key in olds:
        if key not in found:
            yield compare_texts(_subject(timeline, key), None)


def _partners(timeline: Timeline, olds: set[str], news: set[str]) -> dict[str, str]:
    """Choose for each new item the old one that it is linked to most surely."""
    best: dict[str, tuple[bool, float, str]] = {}
    for link in timeline.links:
        ends = (link.source, link.target)
        if link.level is not Level.ITEM:
            continue
        for a, b in (ends, ends[::-1]):
            if a in olds and b in news:
                best[b] = max(best.get(b, (False, 0.0, "")), (link.primary, link.score, a))
    return {key: choice[2] for key, choice in best.items()}
