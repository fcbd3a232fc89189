"""The clipboard: the machine's own tool where there is one, else the terminal's escape (OSC 52)."""

import os
import shutil
import subprocess
from collections.abc import Callable

__all__ = ["copy_text", "native_tool"]

_TIMEOUT = 2.0
"""Seconds that a tool may take."""


def native_tool() -> list[str] | None:
    """The command that puts its standard input on the clipboard of this machine, if any."""
    tools = (
        ("pbcopy", True, ["pbcopy"]),
        ("wl-copy", "WAYLAND_DISPLAY" in os.environ, ["wl-copy"]),
        ("xclip", "DISPLAY" in os.environ, ["xclip", "-selection", "clipboard"]),
        ("xsel", "DISPLAY" in os.environ, ["xsel", "--clipboard", "--input"]),
        ("clip.exe", True, ["clip.exe"]),
    )
    return next((command for name, usable, command in tools if usable and shutil.which(name)), None)


def copy_text(text: str, by_terminal: Callable[[str], None]) -> str:
    """Copy a text.

    Args:
        text: What to copy.
        by_terminal: Asks the terminal to copy it.

    Returns:
        The name of the tool that took it, or ``OSC 52``.
    """
    command = native_tool()
    if command is not None:
        data = text.encode("utf-16-le" if command[0] == "clip.exe" else "utf-8")
        try:
            subprocess.run(command, input=data, timeout=_TIMEOUT, check=True)  # noqa: S603 - a fixed command
        except (OSError, subprocess.SubprocessError):
            pass
        else:
            return command[0]
    by_terminal(text)
    return "OSC 52"
