"""``evolve diff``."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from evolve.diffing import Comparison

__all__ = ["command"]


@click.command("diff", short_help="Show what stayed, went, came and moved.")
@click.argument("old", metavar="A")
@click.argument("new", metavar="[B]", required=False)
@click.option(
    "--in",
    "timeline",
    type=click.Path(path_type=Path),
    help="The timeline that the ids A and B belong to.",
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
    timeline: Path | None,
    kind: str,
    split: bool | None,
    columns: int | None,
    color: str,
    lang: str | None,
    no_pager: bool,
) -> None:
    """Show what stayed, went, came and moved between two wordings.

    A and B are ids of items, measures, threads or documents of a timeline, or two files.
    A thread without B is shown through the years.

    Words that went stand in [-...-], words that came in {+...+}; colours only repeat it, and
    NO_COLOR turns them off.

    Example: evolve diff guangzhou-2021-plan/2.6 guangzhou-2024-outcome/3.4 --in timeline.json
    """
    from evolve.diffing.rendering import as_html, as_json, as_markdown, as_text, terms_in

    language = lang or _language()
    terms = terms_in(language)
    comparisons = _comparisons(old, new, timeline)
    if kind == "json":
        click.echo(as_json(comparisons))
    elif kind == "html":
        click.echo("\n".join(as_html(comparisons, terms, language)))
    elif kind == "markdown":
        click.echo("\n\n".join(as_markdown(comparisons, terms)))
    else:
        colored = _colored(color)
        width = columns or _columns()
        lines = as_text(comparisons, terms, columns=width, split=split, color=colored)
        _page(lines, colored=colored, paged=sys.stdout.isatty() and not no_pager)


def _comparisons(old: str, new: str | None, timeline: Path | None) -> "Sequence[Comparison]":
    from evolve.diffing import compare_ids, through_time
    from evolve.errors import InputError
    from evolve.exporting import load_timeline

    if timeline is None:
        if new is None or not (Path(old).is_file() and Path(new).is_file()):
            raise InputError(
                f"{old}: no such file; name two files, or ids and their timeline with --in."
            )
        return _files(Path(old), Path(new))
    loaded = load_timeline(timeline)
    return through_time(loaded, old) if new is None else compare_ids(loaded, old, new)


def _files(old: Path, new: Path) -> "Sequence[Comparison]":
    from evolve.diffing import Subject, compare_texts

    sides = [Subject(str(path), path.name, _text(path)) for path in (old, new)]
    return (compare_texts(*sides),)


def _text(path: Path) -> str:
    from evolve.reading.formats import RawText, read_file

    return "\n".join(raw.text for raw in read_file(path) if isinstance(raw, RawText))


def _language() -> str:
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "zh" if next(filter(None, names), "").lower().startswith("zh") else "en"


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
