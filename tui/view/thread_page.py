"""A thread in short: its state and why, its figures, its wordings in time order."""

from collections.abc import Iterator

from evolve.model import Entry, Thread
from tui.view.index import state_of
from tui.view.item import evidence_spans, heading, reason_blocks, wording
from tui.view.matrix import cell_of
from tui.view.place import Place, View
from tui.view.scene import Scene, clip
from tui.view.text import Block, Run

__all__ = ["thread_blocks", "title_blocks"]

_TITLE = 120


def thread_blocks(scene: Scene, thread: Thread, hits: tuple[str, ...] = ()) -> list[Block]:
    """All that a reader wants to know of a thread at a glance."""
    return [
        *title_blocks(scene, thread),
        *_why(scene, thread),
        *_events(scene, thread),
        *_measures(scene, thread),
        *_wordings(scene, thread, hits),
    ]


def title_blocks(scene: Scene, thread: Thread) -> Iterator[Block]:
    """Title, state, years and presence in the documents."""
    words = scene.words
    certainty = words.term("certainty", thread.certainty)
    years = scene.years(thread.first_year, thread.last_year)
    yield Block((Run(clip(thread.title, _TITLE), "title"),), anchor="top")
    note = f" {certainty} · {scene.series(thread.series)} · {years}"
    yield Block((*scene.state(thread), Run(note, "muted")))
    if thread.override is not None:
        said = words("thread.override", who=thread.override.reviewer, why=thread.override.reason)
        machine = words.term("state", thread.state)
        stale = words("thread.stale") if thread.override.stale else ""
        yield Block((Run(f"{said} {words('thread.machine', state=machine)}{stale}", "warning"),))
    if thread.caveats:
        told = "；" if words.language == "zh" else "; "
        runs = (
            Run(words("thread.caveats"), "muted"),
            Run(told.join(words.term("caveat", caveat) for caveat in thread.caveats), "muted"),
        )
        yield Block(runs, hang=2)
    yield Block(tuple(_presence(scene, thread)))
    yield Block()


def _presence(scene: Scene, thread: Thread) -> Iterator[Run]:
    for column in scene.index.columns:
        key = column.documents.get(thread.series)
        if key is None:
            continue
        cell = cell_of(scene.index, thread, column)
        yield Run(f"{scene.glyphs.cells[cell]}\u00a0", f"cell.{cell}")
        label = f"{scene.years(column.start, column.end)}{scene.words(column.sign)}"
        yield Run(f"{label}  ", "muted")


def _why(scene: Scene, thread: Thread) -> Iterator[Block]:
    if not thread.reasons:
        return
    state, _ = state_of(thread)
    yield heading(scene.words("thread.why", state=scene.words.term("state", state)))
    for reason in thread.reasons:
        yield from reason_blocks(scene, reason)
    yield Block()


def _events(scene: Scene, thread: Thread) -> Iterator[Block]:
    if not thread.events:
        return
    yield heading(scene.words("thread.events"))
    for event in thread.events:
        document = scene.document(scene.index.timeline.document[event.document])
        runs = (
            Run(f"{document}  ", "muted"),
            Run(f"{scene.words.term('event', event.type)}  ", f"event.{event.type}"),
            Run(scene.words.of(event.text, event.text_en)),
        )
        target = scene.at(event.items[0]) if event.items else None
        yield Block(runs, indent=2, hang=2, target=target)
    yield Block()


def _measures(scene: Scene, thread: Thread) -> Iterator[Block]:
    children = scene.index.children.get(thread.id, [])
    if not children:
        return
    yield heading(scene.words("thread.measures"), str(len(children)))
    for child in children:
        state, settled = state_of(child)
        sign = scene.sign(state, settled=settled)
        place = Place(View.THREAD, child.id)
        yield Block((Run(child.title),), indent=3, margin=(sign,), target=place)
    yield Block()


def _wordings(scene: Scene, thread: Thread, hits: tuple[str, ...]) -> Iterator[Block]:
    yield heading(scene.words("thread.wordings"), str(len(thread.entries)))
    for entry in thread.entries:
        yield from _entry(scene, thread, entry, hits)


def _entry(scene: Scene, thread: Thread, entry: Entry, hits: tuple[str, ...]) -> Iterator[Block]:
    own = {member for other in thread.entries for member in other.members}
    for key in entry.members:
        links = [
            link for link in scene.index.links_of.get(key, []) if {link.source, link.target} <= own
        ]
        yield from wording(scene, key, spans=evidence_spans(links, key), hits=hits)
    if entry.members:
        yield Block(_changed(scene, entry), indent=2)
    for key in entry.also:
        text = clip(scene.index.text(key), 60)
        runs = (Run(scene.words("thread.also"), "muted"), Run(f"{scene.where(key)}  ", "muted"))
        yield Block((*runs, Run(text, "muted")), indent=2, hang=2, target=scene.at(key))
    yield Block()


def _changed(scene: Scene, entry: Entry) -> tuple[Run, ...]:
    state = scene.words.term("state", entry.state)
    runs = (Run(scene.words("thread.then", state=state), "muted"),)
    if entry.change is None:
        return runs
    return (*runs, Run(scene.words("thread.change", share=f"{entry.change:.0%}"), "muted"))
