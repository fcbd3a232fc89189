"""What holds for every command."""

import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from click.testing import CliRunner

from evolve.cli import main
from evolve.cli.group import COMMANDS

NAMES = sorted({*COMMANDS, *(point.name for point in entry_points(group="evolve.commands"))})
HEAVY = {
    "jieba", "textual", "scipy", "numpy", "docx", "openpyxl", "lxml", "pypdfium2", "joblib",
    "pydantic.main",
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_help_has_an_example(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert f"evolve {name}" in result.stdout.partition("Usage:")[2].partition("\n")[2]


def test_help_lists_every_command_with_a_whole_sentence() -> None:
    shown = CliRunner().invoke(main, ["--help"]).stdout
    assert all(f"\n  {name} " in shown for name in NAMES)
    assert not [line for line in shown.splitlines()[1:] if line.endswith("...")]


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from evolve.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert HEAVY.isdisjoint(run.stderr.split())


def test_a_build_loads_neither_words_nor_terminal(tmp_path: Path) -> None:
    code = (
        "import sys; from evolve.cli import main\n"
        f"try: main(['build', 'seeds', '-o', {str(tmp_path)!r} + '/t.json'])\n"
        "except SystemExit: pass\n"
        "print(*sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"jieba", "textual", "sklearn", "docx", "pypinyin"}.isdisjoint(run.stdout.split())


def test_an_unknown_command_is_wrong_use() -> None:
    assert CliRunner().invoke(main, ["evolve"]).exit_code == 2


def started(arguments: str, closed: str = "") -> tuple[int, str]:
    """Exit code and standard error of the program, as a shell starts it."""
    line = f"{sys.executable} -m evolve {arguments} {closed}"
    made = subprocess.run(line, shell=True, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S602 - streams are opened and closed as a shell does it
    return made.returncode, made.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("arguments", ["schema", "--help"])
def test_a_full_disk_is_told_in_one_sentence(arguments: str) -> None:
    told = "evolve: standard output: No space left on device\n"
    assert started(arguments, ">/dev/full") == (2, told)


def test_closed_streams_are_no_fault() -> None:
    assert started("schema", "<&- >&-") == (0, "")
    assert started("documents -", "<&- >&-") == (
        2,
        "evolve: -: the file is empty; leave it out or fill it.\n",
    )
