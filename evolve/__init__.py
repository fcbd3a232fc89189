"""policy-evolve: what became of each promise in the plans of governments.

The way of the data, in one direction::

    files -> reading -> matching -> threading -> timeline (JSON) -> tui, exporting
"""

from importlib.metadata import version

__all__ = ["__version__"]

__version__ = version("policy-evolve")
