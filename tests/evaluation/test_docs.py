"""The example of docs/readings.md works as it stands there."""

import re
from pathlib import Path

from click.testing import CliRunner

from evolve.cli.group import main

PAGE = Path(__file__).parents[2] / "docs" / "readings.md"
_FILE = re.compile(r"`(readings/[^`]+)`:\n\n```csv\n(.*?)```", re.DOTALL)


def test_the_readings_of_the_page_are_measured(tmp_path: Path) -> None:
    files = _FILE.findall(PAGE.read_text("utf-8"))
    assert len(files) == 4
    for name, text in files:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    arguments = ["evaluate", "--readings", str(tmp_path / "readings"), "--no-baselines"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    assert "pooled" in result.output
    assert "not found" not in result.output


def test_every_option_of_the_command_is_told() -> None:
    page = PAGE.read_text("utf-8")
    told = CliRunner().invoke(main, ["evaluate", "--help"]).output
    options = set(re.findall(r"--[a-z-]+", told)) - {"--help", "--baselines"}
    assert {option for option in options if option not in page} == set()
