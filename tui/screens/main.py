"""The main screen."""

from tui.screens.moving import Moving
from tui.screens.narrowing import Narrowing
from tui.screens.program import Program
from tui.screens.taking import Taking

__all__ = ["Main"]


class Main(Moving, Narrowing, Taking, Program):
    """Six views in one frame, and all that keys do in them."""
