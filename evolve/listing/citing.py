"""Where a wording stands, as a reader would look it up."""

from evolve.model import Item, Level, Thread, Timeline

__all__ = ["cite", "item_of", "members_in", "text_of"]


def item_of(timeline: Timeline, level: Level, node: str) -> Item:
    """The item that a member of a thread is, or stands in."""
    return timeline.item[timeline.measure[node].item if level is Level.MEASURE else node]


def text_of(timeline: Timeline, level: Level, node: str) -> str:
    """The wording of a member of a thread."""
    found = timeline.measure[node] if level is Level.MEASURE else timeline.item[node]
    return found.text


def cite(timeline: Timeline, item: Item) -> str:
    """Title of the document, headings above the item, its own number."""
    title = timeline.document[item.document].title
    place = [*item.path, item.label] if item.label else [*item.path]
    return " › ".join([f"《{title.strip('《》')}》", *(part for part in place if part)])


def members_in(thread: Thread, document: str) -> tuple[str, ...]:
    """Members of a thread in a document, or what is linked to it there."""
    entry = next((entry for entry in thread.entries if entry.document == document), None)
    return (entry.members or entry.also) if entry else ()
