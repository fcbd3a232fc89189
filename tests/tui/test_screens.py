"""Pictures of every view, at three sizes, in both languages, light and dark."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import Open
from tui.view.place import View

Compare = Callable[..., bool]
KEYS = {
    View.OVERVIEW: ("1", "j", "j", "j"),
    View.THREADS: ("l",),
    View.THREAD: ("S", "e", "enter", "j", "j"),
    View.DOCUMENTS: ("3", "j"),
    View.DOCUMENT: ("3", "j", "enter", "j", "j"),
    View.INDICATORS: ("4", "j"),
    View.COMPARE: ("5", "j"),
}
LOOKS = {
    (80, 24): ("zh", "ink"),
    (120, 40): ("zh", "paper"),
    (200, 60): ("en", "ink"),
}


@pytest.mark.parametrize("size", list(LOOKS), ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("view", list(KEYS))
def test_view(snap_compare: Compare, browser: Open, view: View, size: tuple[int, int]) -> None:
    language, theme = LOOKS[size]

    async def walk(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.press(*KEYS[view])
        await pilot.pause()

    assert snap_compare(browser(language, theme), terminal_size=size, run_before=walk)


@pytest.mark.parametrize(
    ("keys", "language", "theme"),
    [
        (("question_mark",), "en", "paper"),
        (("s",), "zh", "ink"),
        (("f",), "zh", "paper"),
        (("A",), "zh", "contrast"),
        (("slash", *"没有这样的内容"), "zh", "contrast-light"),
        (("enter", "l"), "en", "colour-blind"),
        (("semicolon",), "zh", "ink"),
    ],
    ids=["help", "state", "facets", "ascii", "nothing", "page", "letters"],
)
def test_dialog(
    snap_compare: Compare, browser: Open, keys: tuple[str, ...], language: str, theme: str
) -> None:
    async def walk(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()

    assert snap_compare(browser(language, theme), terminal_size=(100, 30), run_before=walk)
