"""The browser on a sample timeline."""

from collections.abc import Callable
from pathlib import Path

import pytest

from evolve.model import Timeline
from tests.tui.sample import sample
from tui.app import Browser
from tui.loading import Loader
from tui.session import Session
from tui.strings import Language

Open = Callable[..., Browser]


@pytest.fixture(scope="session")
def timeline() -> Timeline:
    return sample()


@pytest.fixture
def browser(timeline: Timeline, tmp_path: Path) -> Open:
    """Makes a browser of the sample; it keeps nothing for the next start."""

    def make(language: str = "zh", theme: str = "ink", path: Path | None = None) -> Browser:
        loader = Loader([path]) if path else Loader([tmp_path / "sample.json"], timeline=timeline)
        return Browser(Session(loader, Language(language)), theme=theme)

    return make
