"""Two documents -> scored links that explain themselves."""

from evolve.matching.linking import link_corpus

__all__ = ["link_corpus"]
