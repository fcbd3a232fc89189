"""Nothing is lost: every non-blank character is in an item, a section or a discarded piece."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from evolve.model import Span

__all__ = ["Share", "gaps", "share_of"]

_WORDS = re.compile(r"\S+(?:[^\S\n]+\S+)*")


class Share(NamedTuple):
    """How much of a text is covered, in non-blank characters."""

    covered: int
    """Characters inside the spans."""
    total: int
    """All characters."""

    @property
    def ratio(self) -> float:
        """Covered over all; 1 for a blank text."""
        return self.covered / self.total if self.total else 1.0


def gaps(text: str, spans: Iterable[Span]) -> list[Span]:
    """Pieces with non-blank characters, one a line, that no span covers."""
    found: list[Span] = []
    at = 0
    for start, end in [*sorted(spans), (len(text), len(text))]:
        if start > at:
            found += [match.span() for match in _WORDS.finditer(text, at, start)]
        at = max(at, end)
    return found


def share_of(text: str, spans: Iterable[Span]) -> Share:
    """Measure how much of a text the spans cover."""
    total = len("".join(text.split()))
    missing = sum(len("".join(text[start:end].split())) for start, end in gaps(text, spans))
    return Share(total - missing, total)
