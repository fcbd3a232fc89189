"""What keys do: the program itself."""

from textual.command import CommandPalette

from tui.screens.frame import Frame
from tui.screens.help import Help
from tui.screens.menu import Choice, Menu
from tui.screens.providers import Commands, Jump
from tui.strings import Language
from tui.themes import THEMES
from tui.view.compare import pairs_of_series
from tui.view.place import Place, View

__all__ = ["Program"]

_DIFFS = ("auto", "inline", "side")
_ZOOMS = ("-list-zoomed", "", "-page-zoomed")


class Program(Frame):
    """Commands about the program and how it looks."""

    def action_quit(self) -> None:
        """Quit; the next start continues here."""
        self.session.remember(self.here())
        self.app.exit()

    def action_help(self) -> None:
        """Show all keys."""
        self.app.push_screen(Help(self.scene, self.place))

    def action_palette(self) -> None:
        """Show all commands."""
        words = self.scene.words
        self.app.push_screen(CommandPalette(providers=[Commands], placeholder=words("do.palette")))

    def action_jump(self) -> None:
        """Go to any thread, document, indicator or item."""
        words = self.scene.words
        self.app.push_screen(CommandPalette(providers=[Jump], placeholder=words("jump.hint")))

    def action_theme(self) -> None:
        """Ask for a theme."""
        words = self.scene.words
        choices = [Choice(name, words(f"theme.{name}")) for name in THEMES]

        def choose(name: str | None) -> None:
            if name is not None:
                self.app.theme = name
                self.session.saved.theme = name
                self.rows.redraw()

        menu = Menu(self.scene, words("do.theme"), choices, self.app.theme)
        self.app.push_screen(menu, choose)

    def action_language(self) -> None:
        """Switch between Chinese and English."""
        chinese = self.scene.words.language is Language.CHINESE
        language = Language.ENGLISH if chinese else Language.CHINESE
        self.session.language = language
        self.rescene()

    def action_glyphs(self) -> None:
        """Switch between signs of Unicode and of ASCII."""
        self.session.plain = not self.session.plain
        self.rescene()

    def action_diff_mode(self) -> None:
        """Set wordings against each other in the next way."""
        mode = _DIFFS[(_DIFFS.index(self.scene.diff) + 1) % len(_DIFFS)]
        self.session.diff = mode
        self.rescene()
        self.say("say.diff", mode=self.scene.words(f"mode.{mode}"))

    def rescene(self) -> None:
        """Draw everything anew as the session now has it."""
        here = self.here()
        self.scene = self.session.scene(self.scene.index)
        self.forget_sources()
        self.enter(here)

    def action_zoom_in(self) -> None:
        """Give the focused pane more room."""
        self._zoom(1 if self.page.has_focus else -1)

    def action_zoom_out(self) -> None:
        """Give it less room."""
        self._zoom(-1 if self.page.has_focus else 1)

    def _zoom(self, step: int) -> None:
        at = next((n for n, name in enumerate(_ZOOMS) if name and self.has_class(name)), 1)
        now = max(0, min(2, at + step))
        for number, name in enumerate(_ZOOMS):
            if name:
                self.set_class(number == now, name)
        (self.page if now > 1 else self.rows).focus()
        self.call_after_refresh(self.redraw_bars)

    def action_changed(self) -> None:
        """Show only indicators whose target changed, or all again."""
        if self.place.view is View.INDICATORS:
            self.narrow(self.place.query.toggled("changed", "yes"))

    def action_pair(self) -> None:
        """Ask which two series to compare."""
        pairs = pairs_of_series(self.scene)
        flipped = [pair[::-1] for pair in pairs]
        names = {
            ",".join(pair): " | ".join(self.scene.issuer(key) for key in pair)
            for pair in (*pairs, *flipped)
        }
        if not names:
            self.say("compare.none")
            return

        def choose(value: str | None) -> None:
            if value is not None:
                self.go(Place(View.COMPARE, value, query=self.place.query))

        choices = [Choice(value, name) for value, name in names.items()]
        self.app.push_screen(Menu(self.scene, self.scene.words("do.pair"), choices), choose)

    def action_labels(self) -> None:
        """Put a letter on every row in sight; the next key goes to its row."""
        self.rows.label()

    def action_bookmark(self) -> None:
        """Add or remove a bookmark for this place."""
        added = self.session.bookmark(self.here(), self.source.crumb())
        self.say("say.bookmarked" if added else "say.unbookmarked")

    def action_bookmarks(self) -> None:
        """Ask for a bookmark to go to."""
        marks = self.session.bookmarks
        if not marks:
            self.say("say.no_bookmarks")
            return

        def choose(value: str | None) -> None:
            if value is not None:
                self.go(marks[int(value)].place())

        choices = [Choice(str(n), mark.name) for n, mark in enumerate(marks)]
        self.app.push_screen(Menu(self.scene, self.scene.words("do.bookmarks"), choices), choose)

    def action_reload(self) -> None:
        """Read the file again."""
        self.session.remember(self.here())
        self.post_message(self.Reload())
