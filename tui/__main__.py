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
def browse(path: Path, lang: str | None) -> None:
    """Look through a timeline in the terminal.

    PATH is a timeline that `evolve build` wrote, or documents to build one from.
    """
    from evolve.exporting import load_timeline
    from tui.app import Browser

    language = Language(lang) if lang else language_of_machine()
    Browser(load_timeline(path), language=language).run()
