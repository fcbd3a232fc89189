"""What the latest document changed in a thread, and why it was linked."""

from evolve.model import Thread
from tui.view.item import heading
from tui.view.scene import Scene
from tui.view.text import Block, Drawn, Pair
from tui.view.why import why_blocks

__all__ = ["latest_blocks", "wording_before"]


def wording_before(scene: Scene, thread: Thread, key: str) -> str:
    """The last wording of a thread in a document before that of a given one, if there is any."""
    wordings = list(scene.index.members(thread))
    document = scene.index.item(key).document
    earlier = [
        other
        for other in wordings[: wordings.index(key)]
        if scene.index.item(other).document != document
    ]
    return earlier[-1] if earlier else ""


def latest_blocks(scene: Scene, thread: Thread) -> list[Block | Pair | Drawn]:
    """The difference of the two latest wordings, and the links of the latest with their rivals."""
    from tui.view.pair import pair_blocks

    wordings = list(scene.index.members(thread))
    if not wordings:
        return []
    before = wording_before(scene, thread, wordings[-1])
    blocks: list[Block | Pair | Drawn] = []
    if before:
        blocks += pair_blocks(scene, before, wordings[-1])
    else:
        blocks.append(heading(scene.words("thread.first")))
    return [*blocks, Block(), *why_blocks(scene, wordings[-1], wordings)]
