"""``evolve diff``."""

import os
import sys
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from evolve.cli.narration import own_language

if TYPE_CHECKING:
    from evolve.diffing import Comparison

__all__ = ["command"]


@click.command("diff", short_help="Show what stayed, went, came and moved.")
@click.argument("old", metavar="A")
@click.argument("new", metavar="[B]", required=False)
@click.option(
    "--in",
    "corpus",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Where ids A and B belong: a timeline, or documents (may be given several times).",
)
@click.option(
    "--format",
    "kind",
    type=click.Choice(["text", "markdown", "html", "json"]),
    default="text",
    show_default=True,
    help="How the difference is written.",
)
@click.option(
    "--split/--inline", default=None, help="Side by side or in one column; by default by the width."
)
@click.option(
    "--width", "columns", type=click.IntRange(20, 1000), help="Columns, if not a terminal's."
)
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
@click.option("--lang", type=click.Choice(["zh", "en"]), envvar="EVOLVE_LANG", default=None)
@click.option("--no-pager", is_flag=True, help="Print at once, also on a terminal.")
def command(  # noqa: PLR0913 - click hands over one argument an option
    *,
    old: str,
    new: str | None,
    corpus: tuple[Path, ...],
    kind: str,
    split: bool | None,
    columns: int | None,
    color: str,
    lang: str | None,
    no_pager: bool,
) -> None:
    """Show what stayed, went, came and moved between two wordings.

    A and B are ids of items, measures, threads or documents of a timeline, or two files; two
    documents are compared item by item. A thread without B is shown through the years.

    Words that went stand in [-...-], words that came in {+...+}; colours only repeat it, and
    NO_COLOR turns them off.

    Example: evolve diff guangzhou-2021-plan/2.6 guangzhou-2024-outcome/3.4 --in timeline.json
    """
    from evolve.diffing.rendering import (
        Look,
        ages_as_text,
        as_html,
        as_json,
        as_markdown,
        as_text,
        terms_in,
    )

    language = lang or own_language()
    terms = terms_in(language)
    comparisons = _comparisons(old, new, corpus)
    if kind == "json":
        click.echo(as_json(comparisons))
    elif kind == "html":
        click.echo("\n".join(as_html(comparisons, terms, language)))
    elif kind == "markdown":
        click.echo("\n\n".join(as_markdown(comparisons, terms)))
    else:
        colored = _colored(color)
        width = columns or _columns()
        lines = as_text(comparisons, terms, Look(width, split, colored))
        since = ages_as_text(comparisons, terms, width) if new is None else ()
        _page(chain(lines, since), colored=colored, paged=sys.stdout.isatty() and not no_pager)


def _comparisons(old: str, new: str | None, corpus: Sequence[Path]) -> "Sequence[Comparison]":
    from evolve.cli.inputs import Request, timeline_of
    from evolve.diffing import compare_ids, through_time
    from evolve.errors import InputError

    if corpus:
        timeline = timeline_of(Request(corpus))
        return through_time(timeline, old) if new is None else compare_ids(timeline, old, new)
    if new is None:
        raise InputError(f"{old}: name two files, or ids and with --in where they belong.")
    for name in (old, new):
        if not Path(name).is_file():
            raise InputError(
                f"{name}: no such file; for ids, name a timeline or documents with --in."
            )
    return _files(Path(old), Path(new))


def _files(old: Path, new: Path) -> "Sequence[Comparison]":
    """Compare item by item what reads as plans or reports, and any other text as a whole."""
    from evolve.cli.inputs import Request, timeline_of
    from evolve.diffing import compare_documents
    from evolve.errors import InputError

    try:
        timeline = timeline_of(Request([old, new]))
    except InputError:
        return _texts(old, new)
    numbered = {item.document for item in timeline.items if item.kind == "item"}
    sides = [
        {each.id for each in timeline.documents if Path(each.source.file).name == path.name}
        for path in (old, new)
    ]
    if old.name != new.name and all(side & numbered for side in sides):
        return compare_documents(timeline, *sides)
    return _texts(old, new)


def _texts(old: Path, new: Path) -> "Sequence[Comparison]":
    from evolve.diffing import Subject, compare_texts

    sides = (Subject(str(path), path.name, _text(path)) for path in (old, new))
    return (compare_texts(*sides),)


def _text(path: Path) -> str:
    from evolve.reading.formats import RawText, read_file

    return "\n".join(raw.text for raw in read_file(path) if isinstance(raw, RawText))


def _colored(choice: str) -> bool:
    """Follow the option, then NO_COLOR (https://no-color.org), then whether it is a terminal."""
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _columns() -> int:
    import shutil

    return shutil.get_terminal_size((80, 24)).columns


def _page(lines: Iterable[str], *, colored: bool, paged: bool) -> None:
    """Print through the reader's pager on a terminal."""
    text = (f"{line}\n" for line in lines)
    if not paged:
        for line in text:
            click.echo(line, nl=False, color=colored)
        return
    os.environ.setdefault("LESS", "FRX")
    click.echo_via_pager(text, color=colored)
