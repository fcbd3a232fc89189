"""``evolve documents``."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from evolve.model import Corpus
    from evolve.reading.report import DocumentReport, FileReport

__all__ = ["command"]


@click.command("documents", short_help="Tell what is recognised in documents.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--encoding", help="Encoding of text files, where it is not found out.")
@click.option(
    "--format",
    "kind",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A table to read, or the same as JSON.",
)
def command(paths: tuple[Path, ...], encoding: str | None, kind: str) -> None:
    """Tell what is recognised in PATHS: issuer, role, years, title, items, and every notice.

    Files, folders, archives, or - for standard input. Exit code 1 where a file could not be read.

    \b
    Example:
      evolve documents seeds
    """  # noqa: D301 - click's mark of a paragraph that is not to be wrapped
    from evolve.cli.narration import progress_bar, tell_problems
    from evolve.reading import read_corpus
    from evolve.reading.report import report_of
    from evolve.settings import parse_settings

    given = {"encoding": encoding} if encoding else {}
    with progress_bar() as progress:
        corpus = read_corpus(paths, parse_settings([], given), progress=progress)
    files = report_of(corpus)
    if kind == "json":
        problems = [asdict(problem) for problem in corpus.problems]
        values = {"files": [file.as_json() for file in files], "problems": problems}
        click.echo(json.dumps(values, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(files, corpus)))
    tell_problems(corpus.problems)
    sys.exit(1 if corpus.problems else 0)


def _lines(files: Sequence["FileReport"], corpus: "Corpus") -> Iterator[str]:
    from evolve.cells import inert

    rows = [_row(document) for file in files for document in file.documents]
    widths = _widths([_HEADER, *rows])
    for file in files:
        yield inert(f"{file.file}  ({_facts(file)})")
        if file.documents:
            yield "  " + _aligned(_HEADER, widths)
        for document in file.documents:
            yield "  " + inert(_aligned(_row(document), widths))
            yield from (inert(f"    ! {notice}") for notice in document.notices)
        yield ""
    series = ", ".join(_series(corpus))
    items = sum(document.items for file in files for document in file.documents)
    count = len(corpus.documents)
    yield f"{count} documents with {items} items in {len(corpus.series)} series: {series}"


def _series(corpus: "Corpus") -> list[str]:
    return [
        series.id + (f" (under {series.parent})" if series.parent else "")
        for series in corpus.series
    ]


_HEADER = ("id", "role", "years", "items", "issuer", "title")


def _row(document: "DocumentReport") -> tuple[str, ...]:
    years = f"{document.start}"
    if document.end != document.start:
        years += f"-{document.end}"
    items = str(document.items)
    return (document.id, document.role, years, items, document.issuer or "?", document.title)


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    from evolve.cells import width

    return [max(width(cell) for cell in column) for column in zip(*rows, strict=True)]


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    from evolve.cells import pad

    return "  ".join(pad(cell, size) for cell, size in zip(row, widths, strict=True)).rstrip()


def _facts(file: "FileReport") -> str:
    aside = ", ".join(f"{reason} {number}" for reason, number in file.discarded.items())
    facts = [file.format, file.encoding or "", f"{file.characters} characters"]
    facts.append(f"{file.accounted:.1%} accounted for, {file.in_documents:.1%} in documents")
    if aside:
        facts.append(f"set aside: {aside}")
    return "; ".join(fact for fact in facts if fact)
