"""What a new user does first."""

import subprocess
import sys

import pytest
from textual.widgets import Input

from evolve.model import Timeline
from tests.tui.conftest import Open
from tui.app import Browser
from tui.screens.main import Main


def main_of(app: Browser) -> Main:
    assert isinstance(app.screen, Main)
    return app.screen


async def test_the_page_follows_the_cursor(browser: Open) -> None:
    app = browser()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        first = main_of(app).page.page.blocks[0]
        await pilot.press("down")
        assert main_of(app).rows.cursor == 2
        assert main_of(app).page.page.blocks[0] != first


async def test_the_list_narrows_while_one_types_and_escape_widens_it(browser: Open) -> None:
    app = browser()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        every = main_of(app).rows.listing.shown
        await pilot.press("slash", *"集团化")
        narrowed = main_of(app).rows.listing
        assert 0 < narrowed.shown < every
        await pilot.press("enter", "escape")
        assert main_of(app).query_one(Input).value == ""
        assert main_of(app).rows.listing.shown == every


async def test_one_state_is_shown(browser: Open, timeline: Timeline) -> None:
    app = browser()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("s", "n")
        await pilot.pause()
        rows = main_of(app).rows.listing.rows
        states = {timeline.thread[row.key].state for row in rows if row.kind == "thread"}
        assert states == {"new"}


async def test_a_click_opens_what_the_page_names(browser: Open) -> None:
    app = browser()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.click("#rows", offset=(20, 5))
        assert main_of(app).rows.cursor == 5


async def test_quit(browser: Open) -> None:
    app = browser()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("q")
    assert app.return_code == 0


@pytest.mark.parametrize("words", [["--help"], ["browse", "--help"]])
def test_help_loads_no_terminal_library(words: list[str]) -> None:
    code = (
        "import sys; from evolve.cli import main\n"
        f"try: main({words!r})\n"
        "except SystemExit: pass\n"
        "assert 'textual' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
