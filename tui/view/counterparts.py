"""Two items of different series that say the same, side by side."""

from evolve.model import Link
from tui.view.item import evidence_spans, found, heading
from tui.view.place import Place, View
from tui.view.scene import Scene
from tui.view.text import Block, Drawn, Pair, Run, marked
from tui.view.why import link_blocks

__all__ = ["counterpart_blocks"]


def counterpart_blocks(
    scene: Scene, link: Link, ends: str, hits: tuple[str, ...]
) -> list[Block | Pair | Drawn]:
    """Both texts with the passages that the link rests on, why they are linked, their threads.

    Args:
        scene: What views are drawn with.
        link: The link.
        ends: The ids of both items in the order of the columns, joined by a bar.
        hits: Words to mark.
    """
    keys = ends.split("|")
    names, where, sides = [], [], []
    for key in keys:
        series = scene.index.document(key).series
        names.append(Block((Run(scene.issuer(series), "title"),)))
        where.append(Block((Run(scene.where(key), "where"),)))
        text = scene.index.text(key)
        runs = marked((Run(text),), evidence_spans([link], key), "evidence")
        sides.append(Block(marked(runs, found(text, hits), "hit")))
    blocks: list[Block | Pair | Drawn] = [
        Pair(names[0], names[1]),
        Pair(where[0], where[1], target=Place(View.PAIR, ",".join(keys))),
        Pair(sides[0], sides[1]),
        Block(),
        heading(scene.words("why.title")),
        *link_blocks(scene, link, keys[0]),
    ]
    for thread in (t for key in keys for t in scene.index.threads_of.get(key, ())[:1]):
        runs = (*scene.state(thread), Run(thread.title, "where"))
        blocks.append(Block(runs, 2, target=Place(View.THREAD, thread.id)))
    return blocks
