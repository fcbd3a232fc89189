"""``evolve validate``."""

import sys
from pathlib import Path

import click

__all__ = ["command"]

_MOST = 20
"""Faults that are told one by one."""


@click.command("validate", short_help="Check a timeline: schema, ids, references, spans.")
@click.argument("file", type=click.Path(path_type=Path))
def command(file: Path) -> None:
    """Check a timeline: its schema, its ids, its references, its spans.

    Exit code 0 when all hold, 1 when one does not, 2 when FILE is no timeline.

    Example: evolve validate timeline.json
    """
    from evolve.exporting import faults, load_timeline

    timeline = load_timeline(file)
    found = list(faults(timeline))
    for fault in found[:_MOST]:
        click.echo(f"{file}: {fault}", err=True)
    if len(found) > _MOST:
        click.echo(f"{file}: and {len(found) - _MOST} more", err=True)
    if found:
        sys.exit(1)
    click.echo(
        f"{file}: valid; {len(timeline.documents)} documents, {len(timeline.items)} items,"
        f" {len(timeline.links)} links, {len(timeline.threads)} threads"
    )
