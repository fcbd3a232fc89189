"""``evolve schema``."""

import json

import click

__all__ = ["command"]


@click.command("schema", short_help="Print what a timeline file holds.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "markdown"]),
    default="json",
    show_default=True,
    help="JSON Schema (2020-12), or a description to read.",
)
def command(form: str) -> None:
    """Print what a timeline file holds.

    Example: evolve schema > timeline.schema.json
    """
    if form == "markdown":
        from evolve.exporting.format_reference import format_reference

        click.echo(format_reference(), nl=False)
    else:
        from evolve.exporting import timeline_schema

        click.echo(json.dumps(timeline_schema(), ensure_ascii=False, indent=2))
