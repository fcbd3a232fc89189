"""Every key of the registry does what the registry says."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.conftest import Open
from tui.app import Browser
from tui.commands import COMMANDS, Group
from tui.screens.help import Help
from tui.screens.main import Main
from tui.screens.menu import Menu
from tui.screens.wait import Wait
from tui.strings import TEXTS
from tui.view.place import Place, View
from tui.view.query import Query


class Check(NamedTuple):
    """What holds after the keys in ``before`` and then the key of the command."""

    holds: Callable[[Main, Browser], bool]
    view: View = View.THREADS
    before: tuple[str, ...] = ()


def shows(view: View) -> Callable[[Main, Browser], bool]:
    return lambda main, _: main.place.view is view


def asks(_: Main, app: Browser) -> bool:
    return isinstance(app.screen, Menu)


def told(_: Main, app: Browser) -> bool:
    return len(app._notifications) > 0


THREAD = ("down", "enter")
CHECKS: dict[str, Check] = {
    "overview": Check(shows(View.OVERVIEW)),
    "threads": Check(shows(View.THREADS), View.COMPARE),
    "documents": Check(shows(View.DOCUMENTS)),
    "indicators": Check(shows(View.INDICATORS)),
    "compare": Check(shows(View.COMPARE)),
    "open": Check(shows(View.THREAD)),
    "back": Check(shows(View.THREADS), before=("enter",)),
    "forward": Check(shows(View.THREAD), before=("enter", "b")),
    "jump": Check(lambda _, app: isinstance(app.screen, CommandPalette)),
    "labels": Check(lambda main, _: len(main.rows.labels) > 9),
    "bookmark": Check(lambda main, _: len(main.session.bookmarks) == 1),
    "bookmarks": Check(asks, before=("m",)),
    "down": Check(lambda main, _: main.rows.cursor == 2),
    "up": Check(lambda main, _: main.rows.cursor == 1, before=("j",)),
    "half_down": Check(lambda main, _: main.rows.cursor > 5),
    "half_up": Check(lambda main, _: main.rows.cursor < 3, before=("ctrl+d",)),
    "first": Check(lambda main, _: main.rows.cursor == 0, before=("G",)),
    "last": Check(lambda main, _: main.rows.cursor == len(main.rows.listing.rows) - 1),
    "next_pane": Check(lambda main, _: main.page.has_focus),
    "previous_pane": Check(lambda main, _: isinstance(main.focused, Input)),
    "page_down": Check(lambda main, _: main.page.scroll_offset.y > 0 and main.rows.cursor == 1),
    "page_up": Check(lambda main, _: main.page.scroll_offset.y == 0, before=("J",)),
    "unfold": Check(lambda main, _: main.rows.listing.rows[2].kind == "measure"),
    "fold": Check(lambda main, _: main.rows.listing.rows[2].kind == "thread", before=("l",)),
    "unfold_all": Check(lambda main, _: len(main.rows.toggled) > 9),
    "filter": Check(lambda main, _: isinstance(main.focused, Input)),
    "leave": Check(lambda main, _: main.rows.has_focus, before=("slash",)),
    "state": Check(asks),
    "facets": Check(asks),
    "years": Check(asks),
    "sort": Check(asks),
    "group": Check(asks),
    "pair": Check(asks, View.COMPARE),
    "changed": Check(lambda main, _: main.rows.listing.shown == 1, View.INDICATORS),
    "next_doubt": Check(lambda main, _: main.rows.cursor == 2),
    "previous_doubt": Check(lambda main, _: main.rows.cursor == 1, before=("u",)),
    "next_change": Check(lambda main, _: main.page.scroll_offset.y > 0),
    "previous_change": Check(lambda main, _: main.page.scroll_offset.y == 0, before=("n",)),
    "next_year": Check(lambda main, _: main.rows.cursor == 2),
    "previous_year": Check(lambda main, _: main.rows.cursor == 1, before=("j",)),
    "diff_mode": Check(lambda main, _: main.scene.diff == "inline", before=("enter",)),
    "mark": Check(lambda main, _: bool(main.marked)),
    "against": Check(shows(View.PAIR), before=("space", "j")),
    "why": Check(shows(View.THREAD)),
    "zoom_in": Check(lambda main, _: main.has_class("-list-zoomed")),
    "zoom_out": Check(lambda main, _: not main.has_class("-list-zoomed"), before=("plus",)),
    "copy": Check(asks),
    "export": Check(asks),
    "source": Check(told),
    "palette": Check(lambda _, app: isinstance(app.screen, CommandPalette)),
    "help": Check(lambda _, app: isinstance(app.screen, Help)),
    "theme": Check(asks),
    "language": Check(lambda main, _: main.scene.words("state.new") == "new"),
    "glyphs": Check(lambda main, _: main.scene.glyphs.folded == ">"),
    "reload": Check(lambda _, app: isinstance(app.screen, Wait)),
    "quit": Check(lambda _, app: app._exit),
}


def test_every_command_has_a_check_a_key_and_words() -> None:
    assert {command.name for command in COMMANDS} == set(CHECKS)
    for command in COMMANDS:
        assert command.keys
        assert hasattr(Main, f"action_{command.name}")
        assert {f"do.{command.name}", f"how.{command.name}"} <= set(TEXTS)


def test_no_key_is_given_twice() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


async def run(pilot: Pilot[None], app: Browser, name: str, key: str) -> bool:
    main = next(screen for screen in app.screen_stack if isinstance(screen, Main))
    check = CHECKS[name]
    main.toggled.clear()
    main.session.saved.bookmarks.clear()
    main.marked = ""
    main.remove_class("-list-zoomed", "-page-zoomed")
    main.history.places.clear()
    app.clear_notifications()
    main.go(Place(check.view, query=Query()))
    await pilot.pause()
    await pilot.press(*check.before, key)
    await pilot.pause()
    return check.holds(main, app)


@pytest.mark.parametrize("group", [group for group in Group if group is not Group.PROGRAM])
async def test_keys_do_what_they_say(group: Group, browser: Open) -> None:
    app, wrong = browser(), []
    async with app.run_test(size=(100, 24)) as pilot:
        for command in (c for c in COMMANDS if c.group is group):
            if not await run(pilot, app, command.name, command.keys[0]):
                wrong.append(command.name)
            while not isinstance(app.screen, Main):
                await app.pop_screen()
    assert not wrong


@pytest.mark.parametrize("name", [c.name for c in COMMANDS if c.group is Group.PROGRAM])
async def test_keys_of_the_program(name: str, browser: Open) -> None:
    app = browser()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        key = next(command.keys[0] for command in COMMANDS if command.name == name)
        assert await run(pilot, app, name, key)


async def test_a_user_s_own_key(browser: Open) -> None:
    app = browser()
    app.session.preferences.keys["help"] = "f9"
    app.set_keymap(app.session.preferences.keys)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f9")
        assert isinstance(app.screen, Help)


async def test_what_is_shown_is_exported(
    browser: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = browser()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        await pilot.press("s", "n", "e", "c")
        await pilot.pause()
    lines = (tmp_path / "threads.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("id,series,level,title,state")
    assert all(",new," in line for line in lines[1:])


async def test_copying_says_where_it_went(browser: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.clipboard.native_tool", lambda: None)
    app = browser()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        await pilot.press("y", "c")
        await pilot.pause()
        assert "《广州市教育局2017年工作要点》" in app.clipboard
        assert any("OSC 52" in note.message for note in app._notifications)
