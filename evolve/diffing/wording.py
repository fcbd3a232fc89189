"""A text made ready for comparison, once for all its comparisons."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache

from evolve.diffing.sentences import Sentences, clauses_of, sentences_of
from evolve.diffing.tokens import Tokens, tokenize

__all__ = ["TELLING", "Wording", "wording"]

TELLING = 0.15
"""Least weight of a word that may begin or end a phrase."""


@dataclass(frozen=True)
class Wording:
    """A text with its tokens, and what is derived from them when it is first wanted."""

    tokens: Tokens
    """The tokens."""

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences."""
        return sentences_of(self.tokens)

    @cached_property
    def clauses(self) -> Sentences:
        """The clauses."""
        return clauses_of(self.tokens)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The tokens at which each telling word stands."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, key in enumerate(self.tokens.keys):
            if self.tokens.weight(at, at + 1) >= TELLING:
                found[key].append(at)
        return dict(found)


@lru_cache(maxsize=1024)
def wording(text: str) -> Wording:
    """Make a text ready for comparison."""
    return Wording(tokenize(text))
