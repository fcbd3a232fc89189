"""The command ``evolve browse``; Textual is loaded when it runs."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from evolve.errors import InputError
from tui.strings import Language, language_of_machine

if TYPE_CHECKING:
    from evolve.pipeline import Build
    from evolve.settings import Settings
    from tui.loading import Loader

__all__ = ["browse", "open_build"]


@click.command(epilog="Example: evolve browse timeline.json    or: evolve browse seeds --lang en")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--lang",
    type=click.Choice([language.value for language in Language]),
    help="Language of the interface; by the locale if not given.",
)
@click.option("--theme", default="", help="ink, paper, contrast, contrast-light or colour-blind.")
@click.option("--ascii", "plain", is_flag=True, help="Signs of ASCII, for terminals with wide “”○.")
@click.option("--fresh", is_flag=True, help="Start anew, not where the last session ended.")
def browse(
    paths: tuple[Path, ...], lang: str | None, theme: str, *, plain: bool, fresh: bool
) -> None:
    """Look through a timeline in the terminal.

    PATHS are a timeline that `evolve build` wrote, or documents to build one from.
    """
    _check(paths)
    from tui.loading import Loader

    loader = Loader(paths)
    with loader.beginning():
        _open(loader, lang, theme, plain=plain, fresh=fresh)


def open_build(made: "Build", paths: Sequence[Path], settings: "Settings") -> None:
    """Browse what was just built.

    Args:
        made: What was built.
        paths: From where; asked to read anew, the browser builds from there again.
        settings: With which settings.
    """
    from tui.loading import Loader

    loader = Loader(paths, settings)
    loader.take(made)
    _open(loader, None, "", plain=False, fresh=False)


def _open(loader: "Loader", lang: str | None, theme: str, *, plain: bool, fresh: bool) -> None:
    from tui.app import Browser
    from tui.saved import Saved, load_preferences, load_saved
    from tui.session import Session

    preferences = load_preferences()
    saved = load_saved()
    chosen = lang or preferences.language or saved.language or language_of_machine()
    if fresh:
        saved = Saved(theme=saved.theme, bookmarks=saved.bookmarks)
    session = Session(
        loader,
        Language(chosen) if chosen in tuple(Language) else language_of_machine(),
        saved,
        preferences,
        plain=plain or preferences.plain or saved.plain,
        lasting=True,
    )
    Browser(session, theme=theme).run()


def _check(paths: Sequence[Path]) -> None:
    """Refuse what is better told before the screen is taken.

    Raises:
        InputError: nothing is there, or there is no terminal.
    """
    for path in paths:
        if not path.exists():
            raise InputError(f"{path}: there is no such file or folder")
    served = "TEXTUAL_DRIVER" in os.environ
    if not served and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise InputError("evolve browse needs a terminal; `evolve build` writes the timeline")
