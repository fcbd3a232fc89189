"""Links -> threads, coverage, states, indicators; loaded when first named."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from evolve.threading.weaving import Weave, weave

__all__ = ["Weave", "weave"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module("evolve.threading.weaving"), name)
