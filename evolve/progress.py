"""How a long stage tells how far it is."""

from collections.abc import Callable

__all__ = ["Progress", "quiet"]

Progress = Callable[[int, int, str], None]
"""Called with the number of steps done, the number of all steps, and what is being done."""


def quiet(done: int, total: int, what: str) -> None:
    """Tell nothing."""
