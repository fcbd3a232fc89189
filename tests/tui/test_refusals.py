from pathlib import Path

from click.testing import CliRunner

from evolve.cli import main


def test_a_missing_path_is_one_sentence(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["browse", str(tmp_path / "none")])
    assert result.exit_code == 2
    assert result.stderr.endswith("none: there is no such file or folder\n")


def test_without_a_terminal_it_says_so(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["browse", str(tmp_path)])
    assert result.exit_code == 2
    assert "needs a terminal" in result.stderr
