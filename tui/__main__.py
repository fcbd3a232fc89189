"""The command ``evolve browse``; Textual is loaded when it runs."""

import os
import sys
from pathlib import Path

import click

from evolve.errors import InputError
from tui.strings import Language, language_of_machine

__all__ = ["browse"]


@click.command(epilog="Example: evolve browse timeline.json    or: evolve browse seeds --lang en")
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--lang",
    type=click.Choice([language.value for language in Language]),
    help="Language of the interface; by the locale if not given.",
)
@click.option("--theme", default="", help="ink, paper, contrast, contrast-light or colour-blind.")
@click.option("--ascii", "plain", is_flag=True, help="Signs of ASCII, for terminals with wide “”○.")
@click.option("--fresh", is_flag=True, help="Start anew, not where the last session ended.")
def browse(path: Path, lang: str | None, theme: str, *, plain: bool, fresh: bool) -> None:
    """Look through a timeline in the terminal.

    PATH is a timeline that `evolve build` wrote, or documents to build one from.
    """
    _check(path)
    from tui.app import Browser
    from tui.loading import Loader
    from tui.saved import Saved, load_preferences, load_saved
    from tui.session import Session

    preferences = load_preferences()
    saved = load_saved()
    chosen = lang or preferences.language or saved.language or language_of_machine()
    if fresh:
        saved = Saved(theme=saved.theme, bookmarks=saved.bookmarks)
    session = Session(
        Loader(path),
        Language(chosen) if chosen in tuple(Language) else language_of_machine(),
        saved,
        preferences,
        plain=plain or preferences.plain or saved.plain,
        lasting=True,
    )
    Browser(session, theme=theme).run()


def _check(path: Path) -> None:
    """Refuse what is better told before the screen is taken.

    Raises:
        InputError: nothing is there, or there is no terminal.
    """
    if not path.exists():
        raise InputError(f"{path}: there is no such file or folder")
    served = "TEXTUAL_DRIVER" in os.environ
    if not served and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise InputError("evolve browse needs a terminal; `evolve build` writes the timeline")
