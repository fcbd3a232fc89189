"""The browser on a sample timeline."""

import pytest

from evolve.model import Timeline
from tests.tui.sample import sample


@pytest.fixture(scope="session")
def timeline() -> Timeline:
    return sample()
