"""What keys do: marking one side of a comparison, and setting another one against it."""

from tui.screens.frame import Frame
from tui.screens.menu import Choice, Menu
from tui.view.place import Place, View
from tui.view.source import Row

__all__ = ["Marking"]


class Marking(Frame):
    """Comparing any two wordings, or any two documents."""

    def action_mark(self) -> None:
        """Mark the row under the cursor as one side of a comparison, or unmark it."""
        row = self.rows.row
        key = (self.wording_of(row) or self._document_of(row)) if row else ""
        self.marked = "" if key == self.marked else key
        self.rows.marked = row.key if row and self.marked else ""
        self.rows.redraw()
        if row and not key:
            self.say("say.no_wording")

    def wording_of(self, row: Row) -> str:
        """The item or measure that a row stands for: of a thread, its latest."""
        timeline, key = self.scene.index.timeline, row.key.split("|")[0]
        if key in timeline.thread:
            members = list(self.scene.index.members(timeline.thread[key]))
            return members[-1] if members else ""
        return key if key in timeline.item or key in timeline.measure else ""

    def _document_of(self, row: Row) -> str:
        return row.key if row.key in self.scene.index.timeline.document else ""

    def action_against(self) -> None:
        """Show the difference of the row under the cursor from the marked one."""
        row, documents = self.rows.row, self.scene.index.timeline.document
        document = self._document_of(row) if row else ""
        if self.place.view is View.DOCUMENT and not self.marked:
            document = self.place.subject
        key = self.wording_of(row) if row else ""
        if document and self.marked in documents and self.marked != document:
            self._set_against(self.marked, document)
        elif document:
            self._ask(document)
        elif self.marked and key and self.marked not in documents and key != self.marked:
            self.go(Place(View.PAIR, f"{self.marked},{key}"))
        else:
            self.say("say.mark_first")

    def _ask(self, document: str) -> None:
        """Ask with which document to compare."""
        documents = [d for d in self.scene.index.timeline.documents if d.id != document]
        choices = [Choice(d.id, self.scene.full(d)) for d in documents]

        def choose(other: str | None) -> None:
            if other is not None:
                self._set_against(document, other)

        if choices:
            title = self.scene.words("against.document")
            self.app.push_screen(Menu(self.scene, title, choices), choose)
        else:
            self.say("say.one_document")

    def _set_against(self, *documents: str) -> None:
        """Show the difference of two documents, from the earlier to the later."""
        known = self.scene.index.timeline.document
        old, new = sorted(documents, key=lambda key: known[key].moment)
        self.marked = self.rows.marked = ""
        self.go(Place(View.CHANGES, f"{old},{new}"))
