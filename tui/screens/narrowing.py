"""What keys do: filter, facets, order, groups, doubts."""

from dataclasses import replace
from functools import partial

from textual.widgets import Input

from tui.screens.frame import Frame
from tui.screens.menu import Choice, Menu
from tui.view.index import state_of
from tui.view.query import Query
from tui.view.source import Facet

__all__ = ["Narrowing"]

_STATE_KEYS = {"completed": "m"}
"""Where a state's first letter is not its key."""


def chosen_in(query: Query, facet: Facet, value: str) -> Query:
    """A query after a value of a facet was chosen: toggled, or its range drawn there."""
    if facet.scale:
        return query.stretched(facet.name, value, facet.values)
    return query.toggled(facet.name, value)


class Narrowing(Frame):
    """What the list shows, and in which order."""

    def action_filter(self) -> None:
        """Type a filter."""
        self.query_one("#filter", Input).focus()

    def action_leave(self) -> None:
        """Leave the filter, then clear it, then go back."""
        if isinstance(self.focused, Input) or self.page.has_focus:
            self.rows.focus()
        elif self.place.query.narrows:
            self._clear()
        else:
            self.run_worker(self.run_action("back"))

    def _clear(self) -> None:
        with self.prevent(Input.Changed):
            self.query_one("#filter", Input).value = ""
        self.narrow(replace(self.place.query, text="", facets=()))

    def action_state(self) -> None:
        """Ask for one state, or for what the latest document brought."""
        facets = {facet.name: facet for facet in self.source.facets()}
        if "state" not in facets:
            return
        words, states = self.scene.words, facets["state"]
        choices = [Choice("", words("facets.all"), "a")]
        choices += [
            Choice(value, states.labels.get(value, value), _STATE_KEYS.get(value, value[0]))
            for value in states.values
        ]
        latest = facets["first"].values[-1:] if "first" in facets else ()
        choices += [Choice(year, words("state.latest", year=year), "l") for year in latest]

        def narrow(value: str | None) -> None:
            if value is not None:
                query = self.place.query.ranged("first", [value] if value in latest else [])
                self.narrow(query.only("state", "" if value in latest else value))

        self.app.push_screen(Menu(self.scene, words("facet.state"), choices), narrow)

    def action_years(self) -> None:
        """Ask from which year to which."""
        facet = next((facet for facet in self.source.facets() if facet.name == "year"), None)
        if facet is None:
            return
        words, years = self.scene.words, facet.values

        def begin(first: str | None) -> None:
            if first == "":
                self.narrow(self.place.query.ranged("year", ()))
            elif first is not None:
                later = [Choice(year, year) for year in years if year >= first]
                menu = Menu(self.scene, words("years.to", year=first), later, first)
                self.app.push_screen(menu, partial(end, first))

        def end(first: str, last: str | None) -> None:
            if last is not None:
                chosen = [year for year in years if first <= year <= last]
                self.narrow(self.place.query.ranged("year", chosen))

        choices = [Choice("", words("facets.all")), *(Choice(year, year) for year in years)]
        self.app.push_screen(Menu(self.scene, words("years.from"), choices), begin)

    def action_facets(self) -> None:
        """Ask what to narrow by; the menu stays until it is left."""
        self._facets("")

    def _facets(self, at: str) -> None:
        facets = {facet.name: facet for facet in self.source.facets()}
        choices = [
            self._offer(facet, value, self._head(facet, n))
            for facet in facets.values()
            for n, value in enumerate(facet.values)
        ]

        def toggle(value: str | None) -> None:
            if value:
                name, _, chosen = value.partition("=")
                self.narrow(chosen_in(self.place.query, facets[name], chosen))
                self._facets(value)

        if choices:
            self.app.push_screen(
                Menu(self.scene, self.scene.words("do.facets"), choices, at), toggle
            )
        else:
            self.say("say.no_facets")

    def _head(self, facet: Facet, number: int) -> str:
        return "" if number else self.scene.words(f"facet.{facet.name}")

    def _offer(self, facet: Facet, value: str, heading: str) -> Choice:
        """A value with how many things are left if it alone is chosen of its facet."""
        sign = "[x]" if value in self.place.query.chosen(facet.name) else "[ ]"
        query = self.place.query.only(facet.name, value)
        left = self.source.listing(query, frozenset()).shown
        name = f"{sign} {facet.labels.get(value, value)}"
        return Choice(f"{facet.name}={value}", name, heading=heading, note=str(left))

    def action_sort(self) -> None:
        """Ask for an order."""
        self._arrange("sort", self.source.sorts)

    def action_group(self) -> None:
        """Ask for a grouping."""
        self._arrange("group", self.source.groups)

    def _arrange(self, kind: str, names: tuple[str, ...]) -> None:
        if not names:
            self.say("say.no_order")
            return

        def arrange(name: str | None) -> None:
            if name is not None:
                chosen = "" if name == names[0] else name
                query = self.place.query
                sort, group = (chosen, query.group) if kind == "sort" else (query.sort, chosen)
                self.narrow(replace(query, sort=sort, group=group))

        choices = [Choice(name, self.scene.words(f"{kind}.{name}")) for name in names]
        now = getattr(self.place.query, kind) or names[0]
        self.app.push_screen(
            Menu(self.scene, self.scene.words(f"do.{kind}"), choices, now), arrange
        )

    def action_unfold_all(self) -> None:
        """Unfold everything, or fold it if anything is unfolded."""
        view = self.place.view
        if self.toggled.get(view):
            self.toggled[view] = frozenset()
        else:
            rows = self.rows.listing.rows
            self.toggled[view] = frozenset(r.key for r in rows if r.below and r.kind != "group")
        self.relist(self.here().at)

    def action_next_doubt(self) -> None:
        """Go to the next thread whose state is provisional."""
        self._doubt(1)

    def action_previous_doubt(self) -> None:
        """Go to the one before."""
        self._doubt(-1)

    def _doubt(self, step: int) -> None:
        rows, threads = self.rows.listing.rows, self.scene.index.timeline.thread
        end = len(rows) if step > 0 else -1
        for position in range(self.rows.cursor + step, end, step):
            thread = threads.get(rows[position].key)
            if thread is not None and not state_of(thread)[1]:
                self.rows.cursor = position
                return
        self.say("say.no_doubt")
