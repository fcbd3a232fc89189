"""Five questions about the seeds, answered by keyboard alone in under ten keystrokes each.

The keystrokes are those of ``docs/browser.md``; a Chinese character is one keystroke.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from evolve.model import Timeline
from evolve.pipeline import build
from tui.app import Browser
from tui.loading import Loader
from tui.screens.main import Main
from tui.session import Session
from tui.strings import Language
from tui.view.taking import as_text

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
QUESTIONS: dict[str, tuple[tuple[str, ...], str, Callable[[Main], bool]]] = {
    "清华附中湾区学校": (
        ("slash", *"清华附中湾区", "down"),
        "/ 清华附中湾区 ↓",
        lambda main: "清华附中湾区学校" in as_text(main.page.page),
    ),
    "民办教育": (
        ("slash", *"民办", "enter", "s", "d", "Y", "g", "enter"),
        "/ 民办 Enter s d Y g Enter",
        lambda main: states(main, "measure") == {"dropped"} and years(main, "measure") >= {2021},
    ),
    "目标变化": (
        ("4", "c"),
        "4 c",
        lambda main: main.rows.listing.shown < main.rows.listing.total,
    ),
    "人工智能": (
        ("slash", *"人工智能", "enter", "s", "l"),
        "/ 人工智能 Enter s l",
        lambda main: (
            {
                main.scene.index.timeline.thread[row.key].first_year
                for row in main.rows.listing.rows
                if row.kind == "measure"
            }
            == {2025}
        ),
    ),
    "集团化办学": (
        ("5", "slash", *"集团化办学"),
        "5 / 集团化办学",
        lambda main: "海珠区" in as_text(main.page.page) and "集团化" in as_text(main.page.page),
    ),
}


def states(main: Main, kind: str) -> set[str]:
    threads = main.scene.index.timeline.thread
    return {threads[row.key].state for row in main.rows.listing.rows if row.kind == kind}


def years(main: Main, kind: str) -> set[int]:
    """Years of which every listed thread has a document."""
    index = main.scene.index
    rows = [index.timeline.thread[row.key] for row in main.rows.listing.rows if row.kind == kind]
    spans = [
        {
            year
            for entry in thread.entries
            if entry.members
            for period in (index.timeline.document[entry.document].period,)
            for year in range(period.start, period.end + 1)
        }
        for thread in rows
    ]
    return set.intersection(*spans) if spans else set()


@pytest.fixture(scope="module")
def seeds() -> Timeline:
    return build([SEEDS]).timeline


@pytest.mark.parametrize("question", list(QUESTIONS))
async def test_it_is_answered(question: str, seeds: Timeline) -> None:
    keys, written, answered = QUESTIONS[question]
    assert len(keys) < 10
    assert written in (ROOT / "docs" / "browser.md").read_text("utf-8")
    app = Browser(Session(Loader([SEEDS], timeline=seeds), Language.CHINESE))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        main = app.screen
        assert isinstance(main, Main)
        assert answered(main)
