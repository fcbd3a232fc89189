"""One difference between two wordings of a promise."""

from typing import NamedTuple

from evolve.model import Quantity

__all__ = ["Change"]


class Change(NamedTuple):
    """One difference between two wordings."""

    type: str
    """``strengthened``, ``weakened``, ``retargeted``, ``target_removed``, ``target_added`` or
    ``deadline_moved``; ``hedge_added`` or ``hedge_removed`` where there is no figure."""
    text: str
    """In words, in Chinese."""
    text_en: str
    """The same in English."""
    old: Quantity | None = None
    """The figure before, where the change is one of a figure."""
    new: Quantity | None = None
    """The figure after."""
