"""What users get from the seeds, byte by byte."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from syrupy.assertion import SnapshotAssertion

from evolve.cli import main
from evolve.exporting import faults, parse_timeline, timeline_schema
from evolve.model import Timeline
from tests.conftest import Bytes, Text

SEEDS = Path(__file__).parents[1] / "seeds"


class TimelineFile(Bytes):
    """The exported timeline."""

    _file_extension = "json"


def run(*arguments: str | Path) -> str:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seeds") / "timeline.json"
    run("build", SEEDS, "-o", path)
    return path


@pytest.fixture(scope="module")
def timeline(built: Path) -> Timeline:
    return parse_timeline(built.read_bytes(), "timeline.json")


def test_the_exported_bytes(built: Path, snapshot: SnapshotAssertion) -> None:
    same = built.read_bytes() == snapshot(extension_class=TimelineFile)
    assert same, "the timeline of the seeds changed; run `make snapshots` and read git diff"


def test_the_timeline_is_valid_and_every_reference_resolves(
    built: Path, timeline: Timeline
) -> None:
    jsonschema.validate(json.loads(built.read_bytes()), timeline_schema())
    assert list(faults(timeline)) == []


def test_neither_the_order_of_the_files_nor_their_place_matters(
    built: Path, tmp_path: Path
) -> None:
    shutil.copytree(SEEDS, tmp_path / "elsewhere")
    files = sorted((tmp_path / "elsewhere").glob("*.txt"))
    run("build", *reversed(files), "-o", tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == built.read_bytes()


def test_no_character_of_a_source_is_lost(timeline: Timeline) -> None:
    spans: dict[str, set[int]] = {}
    pieces = [(timeline.document[item.document].source.file, item.span) for item in timeline.items]
    pieces += [(timeline.document[one.document].source.file, one.span) for one in timeline.sections]
    pieces += [(piece.file, piece.span) for piece in timeline.discarded]
    for file, span in pieces:
        spans.setdefault(file, set()).update(range(*span))
    for file, covered in spans.items():
        text = (SEEDS / file).read_text(encoding="utf-8-sig")
        assert [
            char for place, char in enumerate(text) if char.strip() and place not in covered
        ] == []


def test_no_thread_swallows_the_corpus(timeline: Timeline) -> None:
    for thread in timeline.threads:
        assert all(len(entry.members) <= 3 for entry in thread.entries)


@pytest.fixture
def printed(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """What a command prints of the seeds; ``T`` stands for their timeline."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    places = {"T": built, "SEEDS": SEEDS}

    def print_(line: str) -> str:
        return run(*(places.get(word, word) for word in line.split()))

    return print_


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("documents SEEDS", id="documents"),
        pytest.param("run SEEDS", id="run"),
        pytest.param("list T --state dropped --level item", id="dropped"),
        pytest.param("list T --event resumed --level item --format markdown", id="resumed"),
        pytest.param("indicators T", id="indicators"),
    ],
)
def test_what_a_command_prints(
    line: str, printed: Callable[[str], str], snapshot: SnapshotAssertion
) -> None:
    assert printed(line) == snapshot(extension_class=Text)
