"""What the commands say on standard error: progress and files that could not be read."""

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from evolve.progress import Progress, quiet

if TYPE_CHECKING:
    from evolve.model import Problem

__all__ = ["own_language", "progress_bar", "tell_problems"]

_PATIENCE = 1.0
"""Seconds of work before a bar appears."""


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Give a callable that draws a bar on a terminal, once the work takes longer than a second."""
    if not sys.stderr.isatty():
        yield quiet
        return
    begun = time.monotonic()
    drawn = False

    def show(done: int, total: int, what: str) -> None:
        nonlocal drawn
        if time.monotonic() - begun > _PATIENCE:
            drawn = True
            click.echo(f"\r\x1b[K{_bar(done, total)} {click.unstyle(what)}", err=True, nl=False)

    try:
        yield show
    finally:
        if drawn:
            click.echo("\r\x1b[K", err=True, nl=False)


def _bar(done: int, total: int, width: int = 24) -> str:
    filled = width * done // max(total, 1)
    return f"[{'#' * filled}{'-' * (width - filled)}] {done}/{total}"


def own_language() -> str:
    """The language of the user's locale: ``zh`` or ``en``."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "zh" if next(filter(None, names), "").lower().startswith("zh") else "en"


def tell_problems(problems: "Sequence[Problem]") -> None:
    """Say which files could not be read, a sentence each."""
    for problem in problems:
        click.echo(f"evolve: {problem.message}", err=True)
