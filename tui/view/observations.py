"""Where the figures of an indicator stand, with the words around them."""

from collections.abc import Iterator

from evolve.model import Indicator
from tui.view.item import heading
from tui.view.place import Place
from tui.view.scene import Scene, clip
from tui.view.text import Block, Run

__all__ = ["observation_blocks"]


def observation_blocks(scene: Scene, indicator: Indicator) -> Iterator[Block]:
    """All figures with year, kind and document, and what is odd about the indicator."""
    words = scene.words
    yield heading(words("indicators.observations"), str(len(indicator.observations)))
    for observation in indicator.observations:
        document = scene.index.timeline.document[observation.document]
        kind = words.term("quantity", observation.kind)
        year = str(observation.year or "—")
        runs = (
            Run(f"{year}  "),
            Run(f"{kind}  ", observation.kind),
            Run(f"{observation.text}  ", "strong"),
            Run(f"{scene.document(document)}  ", "where"),
            Run(_passage(scene, observation.item, observation.span), "muted"),
        )
        yield Block(runs, 2, 6, target=_place(scene, observation.item))
    for note in indicator.notes:
        yield Block((Run(note, "warning"),), 2, margin=(Run("! ", "warning"),))


def _place(scene: Scene, item: str) -> Place | None:
    return scene.at(item) if item in scene.index.timeline.item else None


def _passage(scene: Scene, item: str, span: tuple[int, int]) -> str:
    """A figure with the words around it."""
    found = scene.index.timeline.item.get(item)
    if found is None:
        return ""
    start, end = max(0, span[0] - 18), min(len(found.text), span[1] + 12)
    before, after = ("…" if start else ""), ("…" if end < len(found.text) else "")
    return f"{before}{clip(found.text[start:end], 80)}{after}"
