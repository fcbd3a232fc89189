"""The view of two wordings set against each other."""

from collections.abc import Iterator

from typing_extensions import override

from evolve.model import Link
from tui.view.difference import difference_blocks
from tui.view.item import heading
from tui.view.place import Place
from tui.view.query import Query
from tui.view.scene import Scene
from tui.view.source import Listing, Page, Row, Source
from tui.view.text import Block, Drawn, Line, Pair, Run
from tui.view.why import link_blocks

__all__ = ["PairView", "pair_blocks"]


def pair_blocks(scene: Scene, old: str, new: str) -> Iterator[Block | Pair | Drawn]:
    """Where two items or measures stand, and their difference."""
    names = [scene.full(scene.index.document(key)) for key in (old, new)]
    yield heading(scene.words("diff.title", old=names[0], new=names[1]))
    for sign, key in (("-", old), ("+", new)):
        style = "minus" if sign == "-" else "plus"
        where = (Run(scene.where(key), "where"),)
        yield Block(where, 2, 2, margin=(Run(sign, style),), target=scene.at(key), anchor=key)
    roles = (scene.index.document(old).role, scene.index.document(new).role)
    yield from difference_blocks(scene, scene.index.text(old), scene.index.text(new), roles)


class PairView(Source):
    """Two items or measures, whatever they are."""

    share = 0.0
    joined = True

    @property
    def pair(self) -> tuple[str, str]:
        """Their ids, the marked one first."""
        old, _, new = self.place.subject.partition(",")
        return old, new

    @override
    def crumb(self) -> str:
        names = [self.scene.full(self.scene.index.document(key)) for key in self.pair]
        return self.scene.words("diff.title", old=names[0], new=names[1])

    @override
    def listing(self, query: Query, toggled: frozenset[str]) -> Listing:
        return Listing([Row("pair", self.place.subject)], 1, 1)

    @override
    def line(self, row: Row, columns: int, *, toggled: bool) -> Line:
        return (Run(self.crumb()),)

    @override
    def page(self, row: Row | None, query: Query) -> Page:
        old, new = self.pair
        return Page(list(pair_blocks(self.scene, old, new)))

    @override
    def beside(self, row: Row | None, query: Query) -> Page:
        old, new = self.pair
        links = [link for link in self.scene.index.links_of.get(old, ()) if _joins(link, new)]
        blocks = [block for link in links for block in link_blocks(self.scene, link, old)]
        return Page([Block(), heading(self.scene.words("why.title")), *blocks] if links else [])

    @override
    def opens(self, row: Row) -> Place | None:
        return None


def _joins(link: Link, key: str) -> bool:
    return key in {link.source, link.target}
