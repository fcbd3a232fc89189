"""Reading, building, waiting, failing, reloading, and starting again where one left."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from evolve.errors import FormatError
from evolve.exporting import timeline_bytes
from evolve.model import Timeline
from evolve.pipeline import build
from tests.tui.conftest import Open
from tui.app import Browser
from tui.loading import Loader
from tui.originals import Originals
from tui.saved import Saved, load_preferences, load_saved, preferences_file, state_file
from tui.screens.main import Main
from tui.screens.wait import Wait
from tui.session import Session
from tui.strings import Language
from tui.view.index import Index
from tui.view.place import Place, View

PLAN = """广州市教育局2021年工作要点
一、推进教育公平
（一）推进集团化办学[/完]。新增教育集团10个，制定[red]实施意见[/red]\x1b[2J。
（二）加强乡村教师培训。全年培训乡村教师2000人次。
"""


def words(app: Browser) -> str:
    return "".join(strip.text for strip in app.screen._compositor.render_strips())


async def settle(app: Browser, pilot: Pilot[Any]) -> None:
    for _ in range(300):
        await pilot.pause(0.02)
        if isinstance(app.screen, Main) or "F5" in words(app):
            await pilot.pause(0.1)
            return


async def test_a_missing_file_is_told_in_a_sentence(browser: Open, tmp_path: Path) -> None:
    app = browser(path=tmp_path / "nowhere.json")
    async with app.run_test(size=(240, 24)) as pilot:
        await settle(app, pilot)
        assert isinstance(app.screen, Wait)
        assert "no such file or folder" in words(app)


async def test_a_broken_timeline_is_told_and_left(browser: Open, tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text('{"schema_version": "1"', "utf-8")
    app = browser(path=tmp_path / "broken.json")
    async with app.run_test(size=(160, 24)) as pilot:
        await settle(app, pilot)
        assert "F5" in words(app)
        await pilot.press("q")
    assert app._exit


async def test_documents_are_built_and_their_text_stays_text(browser: Open, tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(PLAN, "utf-8")
    app = browser(path=tmp_path / "plan.txt")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(app, pilot)
        await pilot.press("3", "enter")
        await pilot.pause()
        assert "[/完]" in words(app)
        assert "[red]" in words(app)
        assert "\x1b" not in words(app)


async def test_a_change_on_disk_is_noticed_and_read_again(
    browser: Open, timeline: Timeline, tmp_path: Path
) -> None:
    path = tmp_path / "timeline.json"
    path.write_bytes(timeline_bytes(timeline))
    app = browser(path=path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(app, pilot)
        path.write_bytes(timeline_bytes(timeline.model_copy(update={"as_of": 20310})))
        app._watch()
        await pilot.pause()
        assert any("F5" in note.message for note in app._notifications)
        await pilot.press("f5")
        await settle(app, pilot)
        await pilot.pause()
        assert "20310" in words(app)


async def test_the_next_start_continues_where_the_last_ended(
    timeline: Timeline, tmp_path: Path
) -> None:
    loader = Loader([tmp_path / "t.json"], timeline=timeline)
    app = Browser(Session(loader, Language.ENGLISH, lasting=True), theme="paper")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("3", "j", "enter", "q")
    again = Browser(Session(loader, Language.ENGLISH, load_saved()))
    async with again.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert isinstance(again.screen, Main)
        assert again.screen.place.view is View.DOCUMENT


def test_a_broken_memory_is_no_error() -> None:
    state_file().parent.mkdir(parents=True)
    state_file().write_text("{", "utf-8")
    assert load_saved() == Saved()


def test_a_place_that_is_gone_is_not_returned_to(timeline: Timeline, tmp_path: Path) -> None:
    session = Session(Loader([tmp_path / "t.json"], timeline=timeline), Language.CHINESE)
    session.remember(Place(View.THREAD, "t/gone"))
    assert session.first_place(Index(timeline)) == Place(View.THREADS)


@pytest.mark.parametrize(
    ("text", "told"),
    [("theme = ", "browser.toml"), ('[keys]\nhalp = "f9"\n', "no command 'halp'")],
)
def test_wrong_preferences_are_told_in_a_sentence(text: str, told: str) -> None:
    preferences_file().parent.mkdir(parents=True)
    preferences_file().write_text(text, "utf-8")
    with pytest.raises(FormatError, match=told):
        load_preferences()


PAGE = """首页 > 政务公开 > 工作要点
广州市教育局2021年工作要点
发布时间：2021-03-01
（一）推进集团化办学。新增教育集团10个，制定实施意见。
（二）加强乡村教师培训。全年培训乡村教师2000人次。
"""


def test_a_timeline_finds_the_texts_that_it_was_made_from(tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "plan.txt").write_text(PAGE, "utf-8")
    made = build([folder]).timeline
    (tmp_path / "timeline.json").write_bytes(timeline_bytes(made))
    loader = Loader([tmp_path / "timeline.json"])
    source = loader.load(lambda *_: None).documents[0].source
    assert loader.originals.find("plan.txt") == folder / "plan.txt"
    assert "集团化办学" in loader.originals.text(source)

    (folder / "plan.txt").write_text(PAGE.replace("10", "20"), "utf-8")
    assert Originals([tmp_path / "timeline.json"]).text(source) == "", "it is not the same text"


def test_a_timeline_cannot_name_files_outside_its_folders(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    folder = tmp_path / "plans"
    folder.mkdir()
    for name in ("../secret.txt", str(tmp_path / "secret.txt"), "x/../../secret.txt"):
        assert Originals([folder]).find(name) is None


async def test_a_build_that_is_there_already_is_shown_at_once(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(PAGE, "utf-8")
    loader = Loader([tmp_path])
    loader.take(build([tmp_path]))
    app = Browser(Session(loader, Language.CHINESE))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(app, pilot)
        await pilot.press("3", "enter")
        await pilot.pause()
        assert "政务公开" in words(app), "what was set aside can be read"
