"""``evolve indicators``."""

import shutil

import click

from evolve.cli.inputs import Request, build_options, timeline_of

__all__ = ["command"]


@click.command("indicators", short_help="Follow figures through the years.")
@build_options
@click.option("--series", multiple=True, metavar="ID", help="Only this series; may be repeated.")
@click.option("--name", "text", default="", metavar="TEXT", help="Only names that hold TEXT.")
@click.option(
    "--result",
    type=click.Choice(["met", "exceeded", "missed"]),
    help="Only indicators with such a target.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "markdown", "csv", "json"]),
    default="table",
    show_default=True,
    help="How to write them; csv opens in a spreadsheet.",
)
@click.option("--width", type=click.IntRange(min=40), help="Width of the table in cells.")
def command(  # noqa: PLR0913 - one parameter for every option
    request: Request,
    *,
    series: tuple[str, ...],
    text: str,
    result: str | None,
    form: str,
    width: int | None,
) -> None:
    """Follow figures through the years of PATHS: documents, or one timeline (.json).

    One line an indicator: unit, the way that it is wanted to go, a bar for every year, its
    figures. A target beside an actual figure of its year is marked + (exceeded), = (met) or
    - (missed). Doubts follow a !.

    \b
    Examples:
      evolve indicators seeds
      evolve indicators seeds --name 入学率 --format csv
    """  # noqa: D301 - click's mark of a paragraph that is not to be wrapped
    from evolve.listing.indicators import chosen, render_indicators

    timeline = timeline_of(request)
    indicators = chosen(timeline, series, text, result)
    columns = width or shutil.get_terminal_size().columns
    click.echo(render_indicators(timeline, indicators, form, columns), nl=False)
