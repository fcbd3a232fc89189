"""``evolve run``."""

import sys
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path

import click

from evolve.cli.inputs import Request, build_of, build_options

__all__ = ["command"]

_OUTPUT = Path("timeline.json")


@click.command("run", short_help="Build, summarise and browse in one go.")
@build_options
def command(request: Request) -> None:
    """Build the timeline of PATHS into timeline.json, print a summary, open the browser.

    Without a terminal it stops before the browser. Exit codes are those of `evolve build`.

    Example: evolve run plans/
    """
    made = build_of(request)
    from evolve.cli.summary import summary
    from evolve.exporting import timeline_bytes, write_whole  # loaded while the build was reading

    click.echo(summary(made.timeline), nl=False)
    write_whole(_OUTPUT, timeline_bytes(made.timeline))
    if sys.stdin.isatty() and sys.stdout.isatty():
        (browse,) = entry_points(group="evolve.commands", name="browse")
        import_module(browse.module).open_build(made, request.paths, request.settings())
    else:
        click.echo(f"{_OUTPUT}: written; `evolve browse {_OUTPUT}` opens it", err=True)
    if made.corpus.problems:
        sys.exit(1)
