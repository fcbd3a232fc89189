"""What keys do: copying, exporting, opening the source, bringing the reasons into sight."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

from evolve.errors import EvolveError
from evolve.exporting import write_whole
from tui.clipboard import copy_text
from tui.screens.marking import Marking
from tui.screens.menu import Choice, Menu
from tui.view.taking import FORMATS, exported, offers
from tui.view.why import WHY

__all__ = ["Taking"]


class Taking(Marking):
    """Reading closely, and taking something away."""

    def action_why(self) -> None:
        """Bring the reasons for the links into sight, opening the thread if need be."""
        if not self.page.to_anchor(WHY):
            self.open_row()
            if not self.page.to_anchor(WHY):
                self.rows.move(2)
                self.call_after_refresh(self.page.to_anchor, WHY)

    def action_copy(self) -> None:
        """Ask what to copy."""
        found = offers(self.scene, self.source, self.rows.row, self.page.page)
        words = self.scene.words
        choices = [Choice(name, words(f"copy.{name}"), _letter(name)) for name in found]

        def copy(name: str | None) -> None:
            if name is not None:
                tool = copy_text(found[name], self.app.copy_to_clipboard)
                self.say("say.copied", what=words(f"copy.{name}"), where=tool)

        self.app.push_screen(Menu(self.scene, words("do.copy"), choices), copy)

    def action_export(self) -> None:
        """Ask for a format and write what the list shows."""
        choices = [Choice(form, self.scene.words(f"export.{form}"), form[0]) for form in FORMATS]

        def export(form: str | None) -> None:
            if form is not None:
                self._export(form)

        self.app.push_screen(Menu(self.scene, self.scene.words("do.export"), choices), export)

    def _export(self, form: str) -> None:
        text = exported(self.source, self.rows.listing.rows, form)
        name = f"{self.place.view}.{form}"
        if self.app.is_web:
            import io

            self.app.deliver_text(io.StringIO(text), save_filename=name)
            return
        path = _free(Path.cwd() / name)
        try:
            write_whole(path, text.encode("utf-8-sig" if form == "csv" else "utf-8"))
        except EvolveError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            self.say("say.exported", path=path, count=self.rows.listing.shown)

    def action_source(self) -> None:
        """Open the source file in an editor or pager, at the line of the item if it is text."""
        row = self.rows.row
        key = self.wording_of(row) if row else ""
        index = self.scene.index
        document = (
            index.document(key)
            if key
            else index.timeline.document.get(self.place.subject or (row.key if row else ""))
        )
        path = self.session.loader.originals.find(document.source.file) if document else None
        if document is None or path is None:
            self.say("say.no_source", file=document.source.file if document else "")
            return
        start = index.item(key).span[0] if key else document.source.span[0]
        command = [*_viewer(), *_at_line(path, start, document.source.encoding)]
        if self.app.is_headless or self.app.is_web:
            self.notify(f"{path}", markup=False)
            return
        with self.app.suspend():
            subprocess.run(command, check=False)  # noqa: S603 - the user's own editor


_LETTERS = {"thread": "m", "thread2": "n", "page": "v", "text2": "x", "citation2": "i"}
"""Keys of what can be copied, where the first letter is taken."""


def _letter(name: str) -> str:
    return _LETTERS.get(name, name[0])


def _free(path: Path) -> Path:
    """A path at which nothing stands yet: ``threads.csv``, ``threads-2.csv`` ..."""
    found, number = path, 1
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem}-{number}")
    return found


def _viewer() -> list[str]:
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or os.environ.get("PAGER")
    if named:
        return shlex.split(named)
    return [next((name for name in ("less", "more", "vi") if shutil.which(name)), "more")]


def _at_line(path: Path, start: int, encoding: str | None) -> list[str]:
    """The file, and the line of an offset as editors and pagers take it."""
    if encoding is None:
        return [str(path)]
    try:
        text = path.read_text(encoding, errors="replace")
    except (OSError, LookupError):
        return [str(path)]
    return [f"+{text.count(chr(10), 0, start) + 1}", str(path)]
