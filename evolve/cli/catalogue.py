"""``evolve catalogue``."""

from pathlib import Path

import click

from evolve.errors import InputError

__all__ = ["command"]


@click.command("catalogue", short_help="Write what is recognised into corpus.toml.")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--encoding", help="Encoding of text files, where it is not found out.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Where to write it; - prints it. By default corpus.toml in the folder.",
)
@click.option("--force", is_flag=True, help="Write over a catalogue that is there.")
def command(path: Path, encoding: str | None, output: Path | None, *, force: bool) -> None:
    """Write corpus.toml for the folder PATH from what is recognised in it, to be corrected.

    A catalogue that is there is read first, so what it says is kept.

    \b
    Example:
      evolve catalogue plans
    """  # noqa: D301 - click's mark of a paragraph that is not to be wrapped
    from evolve.exporting.files import write_whole
    from evolve.reading import read_corpus
    from evolve.reading.catalogues.catalogue import NAME
    from evolve.reading.catalogues.writing import catalogue_text
    from evolve.settings import parse_settings

    folder = path if path.is_dir() else path.parent
    target = output or folder / NAME
    if target != Path("-") and target.exists() and not force:
        raise InputError(f"{target}: is there already; --force writes over it.")
    given = {"encoding": encoding} if encoding else {}
    corpus = read_corpus([path], parse_settings([], given))
    text = catalogue_text(corpus)
    for problem in corpus.problems:
        click.echo(f"evolve: {problem.message}", err=True)
    if target == Path("-"):
        click.echo(text, nl=False)
        return
    write_whole(target, text.encode())
    click.echo(f"{target}: {len(corpus.documents)} documents.", err=True)
