"""The command ``evolve browse``; Textual is loaded when it runs."""

from pathlib import Path

import click

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
