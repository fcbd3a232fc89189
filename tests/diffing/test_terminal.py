"""``evolve diff`` on a real terminal: width, colours, the pager."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

OLD = "推进集团化办学。新增教育集团10个，制定实施意见，加强乡村教师培训。\n"
NEW = "推进集团化办学。新增教育集团20个，制定实施意见，全面加强乡村教师培训。\n"


def on_terminal(arguments: list[str], columns: int, **environment: str) -> str:
    """What a terminal of that width receives."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 30, columns, 0, 0))
    command = [sys.executable, "-m", "evolve", "diff", *arguments]
    kept = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
    given = {**kept, "TERM": "xterm-256color", "PAGER": "cat", **environment}
    process = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=subprocess.DEVNULL, env=given
    )
    os.close(slave)
    received = b""
    try:
        while chunk := os.read(master, 4096):
            received += chunk
    except OSError:  # the other end was closed
        pass
    os.close(master)
    assert process.wait() == 0
    return received.decode().replace("\r\n", "\n")


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "old.txt", tmp_path / "new.txt"]
    for path, text in zip(paths, (OLD, NEW), strict=True):
        path.write_text(text, "utf-8")
    return [str(path) for path in paths]


def test_a_wide_terminal_has_both_sides_in_colour_through_the_pager(
    files: list[str], tmp_path: Path
) -> None:
    pager = tmp_path / "pager.sh"
    pager.write_text("#!/bin/sh\necho PAGED\nexec cat\n")
    pager.chmod(0o755)
    shown = on_terminal(files, 120, PAGER=str(pager))
    assert shown.startswith("PAGED\n")
    assert " | " in shown
    assert "\x1b[38;5;75m" in shown


def test_a_narrow_one_has_one_column_and_no_color_is_honoured(files: list[str]) -> None:
    shown = on_terminal(files, 80, NO_COLOR="1")
    assert " | " not in shown
    assert "\x1b" not in shown
    assert "{+全面+}" in shown
