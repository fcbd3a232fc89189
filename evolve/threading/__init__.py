"""Links -> threads, coverage, states, indicators."""

from evolve.threading.weaving import Weave, weave

__all__ = ["Weave", "weave"]
