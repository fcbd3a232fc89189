"""``evolve list``."""

import shutil
import sys

import click

from evolve.cli.inputs import Request, build_options, timeline_of
from evolve.cli.narration import own_language

__all__ = ["command"]

_STATES = ("new", "continued", "completed", "dropped")
_ROLES = ("plan", "outcome", "multi_year_plan")
_FORMATS = ("table", "markdown", "csv", "json")
_GROUPINGS = ("state", "series", "year", "document", "section", "event", "level", "parent")


@click.command("list")
@build_options
@click.option("--state", "states", multiple=True, type=click.Choice(_STATES), help="Only these.")
@click.option("--certainty", type=click.Choice(("settled", "provisional")))
@click.option("--level", type=click.Choice(("item", "measure")), help="Whole items or measures.")
@click.option("--since", type=int, metavar="YEAR", help="Became so in this year or later.")
@click.option("--until", type=int, metavar="YEAR", help="Became so in this year or before.")
@click.option("--event", "events", multiple=True, metavar="TYPE", help="weakened, renamed ...")
@click.option("--unreported", is_flag=True, help="Promised; the outcome of the year is silent.")
@click.option("--role", "roles", multiple=True, type=click.Choice(_ROLES), help="Cited document.")
@click.option("--series", multiple=True, metavar="ID", help="Only these series.")
@click.option("--text", default="", help="Only with these words in title or quotation.")
@click.option("--group-by", type=click.Choice(_GROUPINGS))
@click.option("--lang", type=click.Choice(["zh", "en"]), envvar="EVOLVE_LANG", default=None)
@click.option("--format", "form", type=click.Choice(_FORMATS), default="table", show_default=True)
def command(  # noqa: PLR0913 - one parameter for each option
    *,
    request: Request,
    states: tuple[str, ...],
    certainty: str | None,
    level: str | None,
    since: int | None,
    until: int | None,
    events: tuple[str, ...],
    unreported: bool,
    roles: tuple[str, ...],
    series: tuple[str, ...],
    text: str,
    group_by: str | None,
    lang: str | None,
    form: str,
) -> None:
    """List threads, or events of threads, with citations and counts.

    PATHS are documents and folders, or one timeline. Counts come with their denominators;
    in a table ? marks a state that the documents cannot carry, and a dot, where there are items
    too, a single measure.

    Example: evolve list seeds --state dropped --since 2021 --level measure --format markdown
    """
    from evolve.listing import Selection, listing_of, render
    from evolve.model import Certainty, Level, Role, State

    timeline = timeline_of(request)
    selection = Selection(
        states=frozenset(map(State, states)),
        certainty=Certainty(certainty) if certainty else None,
        level=Level(level) if level else None,
        since=since,
        until=until,
        events=frozenset(events),
        unreported=unreported,
        roles=frozenset(map(Role, roles)),
        series=frozenset(series),
        text=text,
    )
    listing = listing_of(timeline, selection)
    columns = shutil.get_terminal_size((120, 24)).columns
    sys.stdout.buffer.write(
        render(listing, form, group_by, columns, lang or own_language()).encode()
    )
    if form == "csv":
        for line in (listing.summary(), *listing.notes):
            click.echo(line, err=True)
