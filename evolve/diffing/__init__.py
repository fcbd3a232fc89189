"""Two texts to what stayed, went, came and moved, by words and figures."""

from evolve.diffing.compare import diff
from evolve.diffing.model import Block, Diff, Kind, Op, Shared, Verdict, apply

__all__ = ["Block", "Diff", "Kind", "Op", "Shared", "Verdict", "apply", "diff"]
