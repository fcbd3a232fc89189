"""``evolve build``."""

import sys
from pathlib import Path

import click

from evolve.cli.inputs import Request, build_of, build_options

__all__ = ["command"]


@click.command("build", short_help="Build the JSON timeline of documents.")
@build_options
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    default="timeline.json",
    show_default=True,
    help="Where the timeline goes; - for standard output.",
)
def command(request: Request, output: Path) -> None:
    """Build the timeline of the documents under PATHS (files and folders) as JSON.

    Exit code 0 when every file was read, 1 when some were not and the rest was built,
    2 when nothing could be built.

    Example: evolve build plans/ reports/2024.txt -o timeline.json
    """
    made = build_of(request)
    from evolve.exporting import timeline_bytes, write_whole  # loaded while the build was reading

    data = timeline_bytes(made.timeline)
    if str(output) == "-":
        sys.stdout.buffer.write(data)
    else:
        write_whole(output, data)
        click.echo(f"{output}: {len(made.timeline.threads)} threads", err=True)
    if made.corpus.problems:
        sys.exit(1)
