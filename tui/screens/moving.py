"""What keys do: moving, opening, going to views, back and forward."""

from textual.widgets import Input

from tui.screens.frame import Frame
from tui.view.place import Place, View

__all__ = ["Moving"]


class Moving(Frame):
    """Movement in and between places."""

    def _reading(self) -> bool:
        return self.page.has_focus

    def _move(self, step: int) -> None:
        (self.page if self._reading() else self.rows).move(step)

    def action_down(self) -> None:
        """Move down by one."""
        self._move(1)

    def action_up(self) -> None:
        """Move up by one."""
        self._move(-1)

    def action_half_down(self) -> None:
        """Move down by half a page."""
        self._leap(1)

    def action_half_up(self) -> None:
        """Move up by half a page."""
        self._leap(-1)

    def _leap(self, sign: int) -> None:
        if self._reading():
            self._scroll(sign)
        else:
            self.rows.move(sign * max(1, self.rows.size.height // 2))

    def _scroll(self, sign: int) -> None:
        self.page.scroll_relative(
            y=sign * max(1, self.page.size.height // 2), animate=False, force=True
        )

    def action_page_down(self) -> None:
        """Scroll the page without leaving the list."""
        self._scroll(1)

    def action_page_up(self) -> None:
        """Scroll the page back."""
        self._scroll(-1)

    def action_first(self) -> None:
        """Go to the beginning."""
        self._end(first=True)

    def action_last(self) -> None:
        """Go to the end."""
        self._end(first=False)

    def _end(self, *, first: bool) -> None:
        if not self._reading():
            count = len(self.rows.listing.rows)
            self.rows.move(-count if first else count)
        elif first:
            self.page.scroll_home(animate=False, force=True)
        else:
            self.page.scroll_end(animate=False, force=True)

    def action_next_pane(self) -> None:
        """Go from filter to list to page."""
        self.focus_next()

    def action_previous_pane(self) -> None:
        """Go the other way."""
        self.focus_previous()

    def action_unfold(self) -> None:
        """Show what is below a row, or go into the page."""
        row = self.rows.row
        if self._reading() or row is None:
            return
        folded = (row.key in self.rows.toggled) == (row.kind == "group")
        if row.below and folded:
            self.toggle_row()
        else:
            self.page.focus()

    def action_fold(self) -> None:
        """Hide what is below a row, go to the row above it, or back into the list."""
        row = self.rows.row
        if self._reading():
            self.rows.focus()
        elif (
            row is not None
            and row.below
            and ((row.key in self.rows.toggled) != (row.kind == "group"))
        ):
            self.toggle_row()
        elif row is not None:
            self._to_parent(row.depth)

    def _to_parent(self, depth: int) -> None:
        rows = self.rows.listing.rows
        for position in range(self.rows.cursor - 1, -1, -1):
            if rows[position].depth < depth:
                self.rows.cursor = position
                return

    def action_open(self) -> None:
        """Go where the cursor points."""
        if isinstance(self.focused, Input):
            self.rows.focus()
        elif not self._reading():
            self.open_row()
        elif (place := self.page.target()) is not None:
            self.go(place)

    def _view(self, view: View) -> None:
        if self.place.view is not view:
            last = [place for place in self.history.trail if place.view is view]
            self.go(last[-1] if last else Place(view))

    def action_overview(self) -> None:
        """Go to the overview."""
        self._view(View.OVERVIEW)

    def action_threads(self) -> None:
        """Go to the threads, as they were left."""
        self._view(View.THREADS)

    def action_documents(self) -> None:
        """Go to the documents."""
        self._view(View.DOCUMENTS)

    def action_indicators(self) -> None:
        """Go to the indicators."""
        self._view(View.INDICATORS)

    def action_compare(self) -> None:
        """Go to the comparison of two series."""
        self._view(View.COMPARE)

    def action_back(self) -> None:
        """Go back."""
        self._step(-1)

    def action_forward(self) -> None:
        """Go forward again."""
        self._step(1)

    def _step(self, by: int) -> None:
        self.history.update(self.here())
        place = self.history.step(by)
        if place is None:
            self.say("say.no_further")
        else:
            self.enter(place)

    def action_next_change(self) -> None:
        """Go to the next change or heading of the page."""
        self._change(1)

    def action_previous_change(self) -> None:
        """Go to the one before."""
        self._change(-1)

    def _change(self, step: int) -> None:
        if not self.page.to_change(step):
            self.say("say.no_change")

    def action_next_year(self) -> None:
        """Go to the next document or wording."""
        self._year(1)

    def action_previous_year(self) -> None:
        """Go to the one before."""
        self._year(-1)

    def _year(self, step: int) -> None:
        place = self.source.around(step)
        if place is not None:
            self.go(place)
        else:
            self.rows.move(step)
