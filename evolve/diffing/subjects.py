"""What can be compared in a timeline: items, measures, threads, documents."""

from collections.abc import Collection
from dataclasses import dataclass

from evolve.diffing.compare import diff
from evolve.diffing.model import Diff
from evolve.diffing.sentences import pair_sentences
from evolve.diffing.wording import items_of
from evolve.errors import InputError
from evolve.model import Entry, Level, Role, Thread, Timeline

__all__ = [
    "Comparison",
    "Subject",
    "compare_documents",
    "compare_ids",
    "compare_texts",
    "through_time",
]

_ALIKE = 0.2
"""Least weight of the common words of two items over the mean of both."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A wording and where it comes from."""

    id: str
    """Id in the timeline, or the name of a file."""
    label: str
    """What a reader calls it, such as ``2021 工作要点 · 推进集团化办学``."""
    text: str
    """The wording."""
    role: Role | None = None
    """Role of its document, where that is known."""


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
        return compare_documents(timeline, {old}, {new})
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
    wordings = [_entry(timeline, found.title, entry) for entry in _entries(found)]
    return tuple(compare_texts(*pair) for pair in zip([None, *wordings], wordings, strict=False))


def _subject(timeline: Timeline, key: str) -> Subject:
    if item := timeline.item.get(key):
        return _labelled(timeline, item.document, key, item.heading, item.text)
    if measure := timeline.measure.get(key):
        document = timeline.item[measure.item].document
        return _labelled(timeline, document, key, key, measure.text)
    if thread := timeline.thread.get(key):
        return _entry(timeline, thread.title, _entries(thread)[-1])
    raise InputError(f"{key} is no item, measure, thread or document of the timeline.")


def _labelled(timeline: Timeline, document: str, key: str, name: str, text: str) -> Subject:
    role = timeline.document[document].role
    return Subject(key, f"{_when(timeline, document)} · {name}", text, role)


def _entries(thread: Thread) -> list[Entry]:
    return [entry for entry in thread.entries if entry.members]


def _entry(timeline: Timeline, name: str, entry: Entry) -> Subject:
    texts = timeline.item | timeline.measure
    text = "\n".join(texts[member].text for member in entry.members)
    return _labelled(timeline, entry.document, entry.members[0], name, text)


def _when(timeline: Timeline, key: str) -> str:
    """Name a document shortly by whom, when and what."""
    document = timeline.document[key]
    period = document.period
    years = f"{period.start}" if period.start == period.end else f"{period.start}-{period.end}"
    role = {Role.PLAN: "计划", Role.OUTCOME: "总结", Role.MULTI_YEAR_PLAN: "规划"}[document.role]
    return f"{document.jurisdiction or document.issuer}{years}{role}"


def compare_documents(
    timeline: Timeline, old: Collection[str], new: Collection[str]
) -> tuple[Comparison, ...]:
    """Compare documents item by item along their links, or by their words where none leads over.

    Args:
        timeline: The timeline that holds all of them.
        old: Ids of the earlier documents.
        new: Ids of the later documents.

    Returns:
        Items in the order of the later documents, each with the earlier item that answers it if
        there is one; then the earlier items that are gone.
    """
    olds, news = (
        [item.id for item in timeline.items if item.document in side and item.kind == "item"]
        for side in (old, new)
    )
    partner = _linked(timeline, set(olds), set(news)) or _alike(timeline, olds, news)
    answered = [
        compare_texts(
            _subject(timeline, partner[key]) if key in partner else None, _subject(timeline, key)
        )
        for key in news
    ]
    left = set(olds) - set(partner.values())
    gone = [compare_texts(_subject(timeline, key), None) for key in olds if key in left]
    return (*answered, *gone)


def _linked(timeline: Timeline, olds: set[str], news: set[str]) -> dict[str, str]:
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


def _alike(timeline: Timeline, olds: list[str], news: list[str]) -> dict[str, str]:
    """Pair items by the weight of their common words."""
    before, after = (items_of([timeline.item[key].text for key in keys]) for keys in (olds, news))
    return {news[b]: olds[a] for a, b in pair_sentences(before, after, _ALIKE)}
