"""What the latest document changed in a thread, and why it was linked."""

from collections.abc import Iterable, Iterator

from evolve.model import Relation, Thread
from tui.view.item import heading
from tui.view.scene import Scene, clip
from tui.view.text import Block, Drawn, Pair, Run
from tui.view.why import why_blocks

__all__ = ["counterparts", "latest_blocks", "wording_before"]

_ELSEWHERE, _CLIP = 6, 90


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
    blocks += [Block(), *why_blocks(scene, wordings[-1], wordings)]
    elsewhere = list(dict.fromkeys(counterparts(scene, wordings)))[:_ELSEWHERE]
    if elsewhere:
        blocks += [Block(), heading(scene.words("thread.counterparts"))]
    for key in elsewhere:
        name = scene.full(scene.index.document(key))
        runs = (Run(f"{name}  ", "where"), Run(clip(scene.index.text(key), _CLIP)))
        blocks.append(Block(runs, 2, 2, target=scene.at(key)))
    return blocks


def counterparts(scene: Scene, keys: Iterable[str]) -> Iterator[str]:
    """What other series say of the same, for each item or measure the surest first."""
    for key in keys:
        links = scene.index.links_of.get(key, ())
        for link in sorted(links, key=lambda link: -link.score):
            if link.relation is Relation.COUNTERPART:
                yield link.target if link.source == key else link.source
