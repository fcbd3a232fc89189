"""The second page of wide screens, ranges of years, documents set against each other."""

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import Open
from tui.app import Browser
from tui.screens.main import Main
from tui.screens.menu import Menu
from tui.view.place import Place, View
from tui.view.taking import as_text
from tui.widgets.page import PageView


async def settled(app: Browser, pilot: Pilot[None]) -> Main:
    await pilot.pause()
    main = next(screen for screen in app.screen_stack if isinstance(screen, Main))
    while not main.settled:
        await pilot.pause(0.02)
    return main


def shown(main: Main, name: str) -> str:
    return as_text(main.query_one(f"#{name}", PageView).page)


async def test_a_wide_screen_shows_the_latest_change_and_why_beside_the_thread(
    browser: Open,
) -> None:
    app = browser()
    async with app.run_test(size=(200, 60)) as pilot:
        main = await settled(app, pilot)
        await pilot.press("slash", *"思政课一体化", "enter")
        await settled(app, pilot)
        assert "2024 总结 → 广州市 2025 计划" in shown(main, "beside")
        assert "关联依据" in shown(main, "beside")
        await pilot.press("tab", "tab")
        assert main.page.id == "beside", "keys go to the page that has the focus"


@pytest.mark.parametrize(("columns", "there"), [(200, "beside"), (120, "page")])
async def test_what_has_no_room_beside_stands_at_the_end_of_the_page(
    browser: Open, columns: int, there: str
) -> None:
    app = browser()
    async with app.run_test(size=(columns, 60)) as pilot:
        main = await settled(app, pilot)
        main.go(Place(View.INDICATORS))
        await settled(app, pilot)
        other = {"beside": "page", "page": "beside"}[there]
        assert "各处出现" in shown(main, there)
        assert "各处出现" not in shown(main, other)


async def test_a_screen_that_grows_gets_the_second_page(browser: Open) -> None:
    app = browser()
    async with app.run_test(size=(80, 24)) as pilot:
        main = await settled(app, pilot)
        assert not main.query_one("#beside").display
        await pilot.resize_terminal(180, 50)
        await pilot.pause()
        await settled(app, pilot)
        assert main.query_one("#beside").display


async def test_years_are_chosen_from_and_to(browser: Open) -> None:
    app = browser("en")
    async with app.run_test(size=(120, 40)) as pilot:
        main = await settled(app, pilot)
        every = main.rows.listing.shown
        await pilot.press("Y", "b", "a")
        await pilot.pause()
        years = sorted(main.place.query.chosen("year"))
        assert len(years) == 1
        await pilot.press("Y", "b", "c")
        await pilot.pause()
        assert len(main.place.query.chosen("year")) == 3
        assert main.rows.listing.shown < every
        await pilot.press("Y", "a")
        await pilot.pause()
        assert main.rows.listing.shown == every


async def test_documents_are_set_against_each_other(browser: Open) -> None:
    app = browser("en")
    async with app.run_test(size=(120, 40)) as pilot:
        main = await settled(app, pilot)
        await pilot.press("3", "W")
        assert isinstance(app.screen, Menu)
        await pilot.press("b")
        await pilot.pause()
        assert main.place.view is View.CHANGES
        kinds = {row.key for row in main.rows.listing.rows if row.kind == "group"}
        assert {"group:new", "group:gone"} <= kinds
        every = main.rows.listing
        assert every.shown == every.total
        await pilot.press("slash", *"职业教育")
        assert 0 < main.rows.listing.shown < every.shown


async def test_two_marked_documents_are_compared_from_the_earlier_to_the_later(
    browser: Open,
) -> None:
    app = browser("en")
    async with app.run_test(size=(120, 40)) as pilot:
        main = await settled(app, pilot)
        main.go(Place(View.DOCUMENTS, at="gz2025plan"))
        await pilot.press("space")
        main.go(Place(View.DOCUMENTS, at="gz2021plan"))
        await pilot.press("W")
        await pilot.pause()
        assert main.place == Place(View.CHANGES, "gz2021plan,gz2025plan")
