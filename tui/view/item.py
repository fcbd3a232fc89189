"""Items and measures as blocks: where they stand, and their text."""

from collections.abc import Iterable, Sequence

from evolve.model import Evidence, Link, Reason
from tui.view.scene import Scene
from tui.view.text import Block, Run, marked

__all__ = ["evidence_spans", "found", "heading", "reason_blocks", "wording"]


def heading(text: str, note: str = "") -> Block:
    """A heading of a page."""
    runs = (Run(text, "heading"), Run(f"  {note}" if note else "", "muted"))
    return Block(tuple(run for run in runs if run.text), anchor=text)


def wording(
    scene: Scene,
    key: str,
    *,
    spans: Iterable[tuple[int, int]] = (),
    hits: Sequence[str] = (),
    indent: int = 2,
) -> list[Block]:
    """Where an item or measure stands, and its text with passages marked."""
    where = Block((Run(scene.where(key), "where"),), target=scene.at(key), anchor=key)
    text = scene.index.text(key)
    runs = marked((Run(text),), spans, "evidence")
    return [where, Block(marked(runs, found(text, hits), "hit"), indent=indent)]


def found(text: str, words: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Where words of a filter stand in a text."""
    low = text.casefold()
    if len(low) != len(text):
        return
    for word in words:
        at = low.find(word.casefold()) if word else -1
        while at >= 0:
            yield (at, at + len(word))
            at = low.find(word.casefold(), at + len(word))


def evidence_spans(links: Iterable[Link], key: str) -> list[tuple[int, int]]:
    """The passages of an item or measure that its links rest on."""

    def side(link: Link, evidence: Evidence) -> tuple[int, int]:
        return evidence.source_span if link.source == key else evidence.target_span

    return [side(link, evidence) for link in links for evidence in link.evidence]


def reason_blocks(scene: Scene, reason: Reason) -> list[Block]:
    """One step of the argument for a state, and the passages that it rests on."""
    text = scene.words.of(reason.text, reason.text_en)
    blocks = [Block((Run(text),), indent=2, margin=(Run("- ", "muted"),))]
    for key, (start, end) in zip(reason.items, reason.spans, strict=False):
        if end <= start:
            continue
        quote = scene.index.text(key)[start:end]
        document = scene.document(scene.index.document(key))
        runs = (Run(f"{document}：", "muted"), Run(f"“{quote}”", "evidence"))
        blocks.append(Block(runs, indent=4, target=scene.at(key)))
    return blocks
