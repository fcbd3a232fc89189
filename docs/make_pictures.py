"""Make the pictures of the tour from the seeds: ``make pictures``."""

import asyncio
from pathlib import Path

from evolve.pipeline import build
from tui.app import Browser
from tui.loading import Loader
from tui.screens.main import Main
from tui.session import Session
from tui.strings import Language

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
TOUR: dict[str, tuple[tuple[int, int], str, str, tuple[str, ...]]] = {
    "threads": ((120, 36), "zh", "ink", ()),
    "filter": ((120, 30), "zh", "ink", ("slash", *"清华附中", "enter", "down")),
    "dropped": ((120, 30), "zh", "paper", ("slash", *"民办", "enter", "s", "d", "Y", "g", "enter")),
    "indicators": ((120, 36), "zh", "ink", ("4", "c", "down")),
    "new": ((120, 30), "zh", "ink", ("slash", *"人工智能", "enter", "s", "l")),
    "compare": ((140, 36), "zh", "ink", ("5", "slash", *"集团化", "enter")),
    "thread": ((140, 40), "zh", "ink", ("slash", *"思政课", "enter", "enter", "j", "j", "j")),
    "document": ((120, 36), "zh", "paper", ("3", "j", "j", "enter", "j", "j")),
    "overview": ((120, 40), "en", "paper", ("1",)),
    "help": ((100, 30), "en", "ink", ("question_mark",)),
    "changes": ((140, 36), "zh", "paper", ("3", "W", "e", "j", "j")),
    "wide": ((200, 50), "zh", "ink", ("slash", *"思政课", "enter", "j")),
    "narrow": ((80, 24), "zh", "ink", ("j", "j")),
}


async def picture(app: Browser, size: tuple[int, int], keys: tuple[str, ...]) -> str:
    """The screen after some keys."""
    async with app.run_test(size=size) as pilot:
        while not isinstance(app.screen, Main):
            await pilot.pause(0.01)
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        while isinstance(app.screen, Main) and not app.screen.settled:
            await pilot.pause(0.02)
        await pilot.pause()
        return app.export_screenshot(simplify=True)


def main() -> None:
    """Write all pictures."""
    timeline = build([ROOT / "seeds"]).timeline
    PICTURES.mkdir(exist_ok=True)
    for name, (size, language, theme, keys) in TOUR.items():
        session = Session(Loader([ROOT / "seeds"], timeline=timeline), Language(language))
        svg = asyncio.run(picture(Browser(session, theme=theme), size, keys))
        (PICTURES / f"{name}.svg").write_text(svg, "utf-8")


if __name__ == "__main__":
    main()
