"""Where snapshots stand, and a machine without habits of its own.

Snapshots are single files under the top-level ``snapshots/``, in folders named after the test
modules. ``snapshot`` compares engine objects as JSON; ``snapshot.use_extension(Text)`` (or
``Json``, ``Bytes``, ``Svg``) compares output as users get it.
"""

from pathlib import Path
from typing import Any

import hypothesis
import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.data import SnapshotCollections
from syrupy.extensions.json import JSONSnapshotExtension
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from syrupy.location import PyTestLocation

hypothesis.settings.register_profile("steady", derandomize=True, deadline=None)
hypothesis.settings.register_profile("explore", deadline=None, max_examples=2000)
hypothesis.settings.load_profile("steady")
"""The same examples on every run; ``pytest --hypothesis-profile=explore`` looks for new ones."""

TESTS = Path(__file__).parent
SNAPSHOTS = TESTS.parent / "snapshots"


class TopLevel(SingleFileSnapshotExtension):
    """One file per snapshot, under ``snapshots/``."""

    partial_run = False
    """Whether single tests were named, as in ``pytest tests/test_a.py::test_b``.

    syrupy judges what is stale by folder and expects snapshots beside their tests. For ours it
    would, after such a run, call all other snapshots of the module unused: fail the run, and
    delete them under ``--snapshot-update``.
    """

    @classmethod
    def dirname(cls, *, test_location: PyTestLocation) -> str:
        test_file = Path(test_location.filepath)
        return str(SNAPSHOTS / test_file.parent.relative_to(TESTS) / test_file.stem)

    def discover_snapshots(self, **options: Any) -> SnapshotCollections:
        if self.partial_run:
            return SnapshotCollections()
        return super().discover_snapshots(**options)


class Bytes(TopLevel):
    """A file as it is written, byte by byte; name it by ``with_defaults`` or a subclass."""

    _file_extension = "bin"


class Text(TopLevel):
    """What a command prints."""

    _write_mode = WriteMode.TEXT
    _file_extension = "txt"

    def serialize(self, data: Any, **_: Any) -> str:
        return str(data)


class Json(TopLevel, JSONSnapshotExtension):
    """Engine output."""

    _write_mode = WriteMode.TEXT
    _file_extension = "json"


class Svg(TopLevel):
    """A screenshot of the terminal."""

    _write_mode = WriteMode.TEXT
    _file_extension = "svg"

    def serialize(self, data: Any, **_: Any) -> str:
        return str(data)


def pytest_configure(config: pytest.Config) -> None:
    """Tell the extensions about this run."""
    TopLevel.partial_run = any("::" in argument for argument in config.args)


@pytest.fixture
def snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """Compare with ``snapshots/.../*.json`` unless another extension is named."""
    return snapshot.use_extension(Json)


@pytest.fixture(autouse=True)
def plain_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the developer's terminal, language, settings and state out of the tests."""
    for name in ("NO_COLOR", "COLORTERM", "PAGER", "EDITOR", "VISUAL", "EVOLVE_LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
