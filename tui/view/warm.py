"""What takes a while when first used, done before it is asked for."""

from tui.view.index import Index

__all__ = ["warm_up"]


def warm_up(index: Index) -> None:
    """Normalise all texts for the filter, and load the word list for differences."""
    from evolve.diffing import diff

    _ = index.haystacks
    diff("推进集团化办学", "推进教育集团化办学")
