"""What keys do: the program itself."""

from tui.screens.frame import Frame

__all__ = ["Program"]


class Program(Frame):
    """Commands about the program and not about a place."""

    def action_quit(self) -> None:
        """Quit."""
        self.app.exit()
