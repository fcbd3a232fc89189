"""policy-evolve: what became of each promise in the plans of governments.

The way of the data, in one direction::

    files -> reading -> matching -> threading -> timeline (JSON) -> tui, exporting
"""

from typing import Any

__all__ = ["__version__"]


def __getattr__(name: str) -> Any:
    if name != "__version__":
        raise AttributeError(name)
    from importlib.metadata import version

    return version("policy-evolve")
