"""What stands in the bars: tabs, breadcrumbs, chips, footer."""

from evolve.cells import width
from tui.commands import COMMANDS, Command
from tui.view.help_page import keys_of
from tui.view.place import Place, View
from tui.view.query import Query
from tui.view.scene import Scene, clip
from tui.view.source import Facet, Listing, Source
from tui.view.text import Run
from tui.widgets.bar import Part

__all__ = ["chips", "crumbs", "footer", "label", "tabs"]

_TABS = (View.OVERVIEW, View.THREADS, View.DOCUMENTS, View.INDICATORS, View.COMPARE)
_UNDER = {
    View.THREAD: View.THREADS,
    View.DOCUMENT: View.DOCUMENTS,
    View.CHANGES: View.DOCUMENTS,
}
_CRUMB = 24


def tabs(scene: Scene, place: Place) -> tuple[list[Part], list[Part]]:
    """The program, its views, and at the right what the timeline holds."""
    parts = [Part(Run(f" {scene.words('app.name')} ", "title"))]
    here = _UNDER.get(place.view, place.view)
    for number, view in enumerate(_TABS, 1):
        style = "chip strong" if view is here else ""
        name = scene.words(f"view.{view}")
        parts += [Part(Run(" ")), Part(Run(f" {number} {name} ", style), view)]
    timeline = scene.index.timeline
    said = scene.words("app.as_of", year=timeline.as_of) if timeline.as_of else ""
    return parts, [Part(Run(f"{said} ", "muted"))]


def crumbs(
    scene: Scene, source: Source, listing: Listing, place: Place
) -> tuple[list[Part], list[Part]]:
    """Where the reader is, and at the right how many rows are left."""
    parts = [Part(Run(" "))]
    above = _UNDER.get(place.view)
    if above is not None:
        parts += [
            Part(Run(scene.words(f"view.{above}"), "where"), above),
            Part(Run(" › ", "muted")),
        ]
    parts.append(Part(Run(source.crumb(), "title")))
    if not source.share:
        return parts, []
    count = scene.words("list.count", shown=listing.shown, total=listing.total)
    return parts, [Part(Run(f"{count} ", "count"))]


def chips(scene: Scene, source: Source, place: Place) -> list[Part]:
    """The facets that are chosen; a click opens them."""
    facets = {facet.name: facet for facet in source.facets()}
    parts = []
    for name in dict.fromkeys(name for name, _ in place.query.facets):
        text = f" {scene.words(f'facet.{name}')}: {_chosen(place.query, name, facets.get(name))} "
        parts += [Part(Run(text, "chip"), "facets"), Part(Run(" "))]
    for kind, value in (("sort", place.query.sort), ("group", place.query.group)):
        if value:
            text = f" {scene.words(f'do.{kind}')}: {scene.words(f'{kind}.{value}')} "
            parts += [Part(Run(text, "chip"), kind), Part(Run(" "))]
    return parts


def _chosen(query: Query, name: str, facet: Facet | None) -> str:
    """The chosen values of a facet; of a scale, the first and the last."""
    values = sorted(query.chosen(name))
    if facet is not None and facet.scale and len(values) > 1:
        return f"{values[0]}–{values[-1]}"
    labels = facet.labels if facet is not None else {}
    return "/".join(labels.get(value, value) for value in values)


def label(scene: Scene, command: Command) -> str:
    """The name of a command, with an ellipsis where it asks something first."""
    return scene.words(f"do.{command.name}") + ("…" if command.menu else "")


def footer(scene: Scene, place: Place, columns: int) -> list[Part]:
    """The keys that matter most here, as many as fit."""
    parts: list[Part] = [Part(Run(" "))]
    room = columns - 1
    chosen = (c for c in COMMANDS if c.footer and (not c.views or place.view in c.views))
    for command in sorted(chosen, key=lambda command: command.footer):
        key, name = keys_of(scene, command)[0], clip(label(scene, command), _CRUMB)
        room -= width(key) + width(name) + 3
        if room < 0:
            break
        parts += [
            Part(Run(key, "key"), command.name),
            Part(Run(f" {name}  ", "muted"), command.name),
        ]
    return parts
