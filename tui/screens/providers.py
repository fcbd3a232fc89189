"""What the command palette offers: all commands, and a jump to any thing."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from typing_extensions import override

from evolve.cells import inert
from evolve.text import normalize
from tui.commands import COMMANDS
from tui.view.help_page import keys_of
from tui.view.place import Place, View
from tui.view.scene import clip

if TYPE_CHECKING:
    from tui.screens.frame import Frame

__all__ = ["Commands", "Jump"]

_MOST = 60
_LONGEST = 70


class _OnMain(Provider):
    """Finds the main screen below the palette."""

    @property
    def main(self) -> "Frame":
        """The screen that the palette was opened on."""
        from tui.screens.frame import Frame

        screen = self.screen
        if not isinstance(screen, Frame):
            raise TypeError("the palette belongs to the main screen")
        return screen


class Commands(_OnMain):
    """All commands that make sense here."""

    def _offered(self) -> Iterator[tuple[str, str, str]]:
        scene, view = self.main.scene, self.main.place.view
        for command in COMMANDS:
            if command.palette and (not command.views or view in command.views):
                name = scene.words(f"do.{command.name}") + ("…" if command.menu else "")
                keys = keys_of(scene, command)[0]
                yield command.name, f"{name}  ({keys})", scene.words(f"how.{command.name}")

    @override
    async def discover(self) -> Hits:
        for command, name, told in self._offered():
            yield DiscoveryHit(Content(name), partial(self._run, command), name, told)

    @override
    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for command, name, told in self._offered():
            score = max(matcher.match(f"{command} {name}"), matcher.match(told))
            if score > 0:
                yield Hit(score, Content(name), partial(self._run, command), name, told)

    async def _run(self, command: str) -> None:
        await self.main.run_action(command)


class Jump(_OnMain):
    """Threads, documents, indicators and items by what they say."""

    def _things(self) -> Iterator[tuple[str, Place]]:
        scene = self.main.scene
        index = scene.index
        for document in index.timeline.documents:
            yield f"{scene.full(document)} {document.title}", Place(View.DOCUMENT, document.id)
        for thread in index.item_threads:
            yield thread.title, Place(View.THREAD, thread.id)
        for indicator in index.timeline.indicators:
            yield indicator.name, Place(View.INDICATORS, at=indicator.id)
        for item in index.timeline.items:
            text = (
                f"{scene.full(index.timeline.document[item.document])} {item.label}{item.heading}"
            )
            yield text, Place(View.DOCUMENT, item.document, item.id)

    @override
    async def search(self, query: str) -> Hits:
        words = [normalize(word) for word in query.split()]
        found = 0
        for text, place in self._things():
            low = normalize(text)
            if all(word in low for word in words):
                found += 1
                kind = self.main.scene.words(f"view.{place.view}")
                name = Content(inert(clip(text, _LONGEST)))
                yield Hit(1 - found / 1000, name, partial(self._go, place), text, kind)
                if found == _MOST:
                    return

    async def _go(self, place: Place) -> None:
        self.main.go(place)
