"""Pictures of every screen, at three sizes, in both languages, light and dark.

One run of the browser shows all screens of a size in a language; each is taken in both themes.
"""

from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from tests.conftest import Svg
from tests.tui.conftest import Open
from tui.app import Browser
from tui.screens.main import Main
from tui.view.place import Place, View
from tui.view.query import Query

SIZES = ((80, 24), (120, 40), (200, 60))
THEMES = ("ink", "paper")
VIEWS: dict[str, tuple[Place, tuple[str, ...]]] = {
    "overview": (Place(View.OVERVIEW), ("j", "j", "j")),
    "threads": (Place(View.THREADS), ("l",)),
    "thread": (Place(View.THREAD, "{thread}"), ("j", "j", "j")),
    "documents": (Place(View.DOCUMENTS), ("j",)),
    "document": (Place(View.DOCUMENT, "{document}"), ("j", "j")),
    "indicators": (Place(View.INDICATORS), ("j",)),
    "compare": (Place(View.COMPARE), ("j",)),
    "pair": (Place(View.PAIR, "{pair}"), ()),
    "changes": (Place(View.CHANGES, "{documents}"), ("j",)),
}
"""Where to go and which keys to press there."""
DIALOGS = {
    "help": "question_mark",
    "palette": "colon",
    "state": "s",
    "facets": "f",
    "years": "Y",
    "copy": "y",
}
"""What opens over the threads."""
STATES: dict[str, tuple[tuple[str, ...], str, str]] = {
    "nothing": (("slash", *"没有这样的内容"), "zh", "contrast-light"),
    "ascii": (("A",), "zh", "contrast"),
    "page": (("enter", "l"), "en", "colour-blind"),
    "letters": (("semicolon",), "zh", "ink"),
    "narrowed": (("slash", *"教育", "enter", "Y", "c", "c"), "zh", "paper"),
}
"""Keys, language and theme."""


async def settle(main: Main, pilot: Pilot[None]) -> None:
    """Wait until all panes are drawn."""
    await pilot.pause()
    while not main.settled:
        await pilot.pause(0.02)
    await pilot.pause()


def main_of(app: Browser) -> Main:
    return next(screen for screen in app.screen_stack if isinstance(screen, Main))


def place_of(main: Main, place: Place) -> Place:
    """A place in the sample: its first thread, documents and pair of wordings."""
    timeline = main.scene.index.timeline
    thread = next(t for t in main.scene.index.item_threads if len(t.entries) > 2)
    old, new, *_ = main.scene.index.members(thread)
    ends = (timeline.item[old].document, timeline.item[new].document)
    names = {"thread": thread.id, "document": ends[0]}
    names |= {"pair": f"{old},{new}", "documents": ",".join(ends)}
    return replace(place, subject=place.subject.format(**names), query=Query())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_screen(
    snapshot: SnapshotAssertion, browser: Open, size: tuple[int, int], language: str
) -> None:
    shots = snapshot.use_extension(Svg)
    app = browser(language)
    changed: list[str] = []

    async def take(name: str, pilot: Pilot[None]) -> None:
        await settle(main_of(app), pilot)
        if app.export_screenshot(simplify=True) != shots(name=f"{name}-{app.theme}"):
            changed.append(f"{name}-{app.theme}")

    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        main = main_of(app)
        for app.theme in THEMES:
            for name, (place, keys) in VIEWS.items():
                main.go(place_of(main, place))
                await pilot.press(*keys)
                await take(name, pilot)
            main.go(Place(View.THREADS))
            for name, key in DIALOGS.items():
                await pilot.press(key)
                await take(name, pilot)
                await pilot.press("escape")
            main.toggled.clear()
    assert not changed


@pytest.mark.parametrize("name", STATES)
async def test_state(snapshot: SnapshotAssertion, browser: Open, name: str) -> None:
    keys, language, theme = STATES[name]
    app = browser(language, theme)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await settle(main_of(app), pilot)
        assert app.export_screenshot(simplify=True) == snapshot.use_extension(Svg)
