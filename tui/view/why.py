"""Why two items or measures are linked, and which others were near."""

from collections.abc import Iterable, Iterator

from evolve.model import Link
from tui.view.item import heading
from tui.view.scene import Scene, clip
from tui.view.text import Block, Run

__all__ = ["WHY", "link_blocks", "why_blocks"]

WHY = "why"
"""Anchor of the part that says why."""

_BAR = 10
_RIVALS = 4


def why_blocks(scene: Scene, key: str, own: Iterable[str]) -> Iterator[Block]:
    """The links of an item or measure into its thread, each with its rivals."""
    members = set(own)
    links = sorted(scene.index.links_of.get(key, ()), key=lambda link: -link.score)
    chosen = [link for link in links if _other(link, key) in members and _other(link, key) != key]
    head = heading(scene.words("why.title"), str(len(chosen)))
    yield Block(head.runs, anchor=WHY)
    if not chosen:
        yield Block((Run(scene.words("why.none"), "muted"),), 2)
    for link in chosen:
        yield from link_blocks(scene, link, key)
    rivals = [link for link in links if link not in chosen and link.relation != "counterpart"]
    if rivals:
        yield Block()
        yield heading(scene.words("why.rivals"))
    for link in rivals[:_RIVALS]:
        yield from link_blocks(scene, link, key)


def _other(link: Link, key: str) -> str:
    return link.target if link.source == key else link.source


def link_blocks(scene: Scene, link: Link, key: str) -> Iterator[Block]:
    """One link seen from one of its ends: its score, its signals, the passages."""
    words, other = scene.words, _other(link, key)
    facts = [
        words.term("relation", link.relation),
        words.term("link", link.type),
        words.term("review", link.review),
    ]
    if link.primary:
        facts.append(words("why.primary"))
    score = Run(f"{bar(scene, link.score)} {link.score:.2f} ", "better" if link.primary else "")
    note = Run(" · ".join(facts), "muted")
    yield Block((score, note), 2, target=scene.at(other), anchor=f"link:{other}")
    runs = (Run(f"{scene.where(other)}  ", "where"), Run(clip(scene.index.text(other), 70)))
    yield Block(runs, 4, target=scene.at(other))
    named = {words.term("signal", name): value for name, value in link.signals.items()}
    told = "   ".join(f"{name} {value:+.2f}" for name, value in named.items())
    yield Block((Run(words("why.signals"), "muted"), Run(told, "muted")), 4, 2)
    for evidence in link.evidence[:3]:
        source = scene.index.text(link.source)[slice(*evidence.source_span)]
        target = scene.index.text(link.target)[slice(*evidence.target_span)]
        text = f"“{source}”" if source == target else f"“{source}” — “{target}”"
        yield Block((Run(clip(text, 120), "evidence"),), 4)


def bar(scene: Scene, share: float) -> str:
    """A share as a bar of ten signs."""
    full = round(max(0.0, min(1.0, share)) * _BAR)
    return scene.glyphs.full * full + scene.glyphs.empty * (_BAR - full)
