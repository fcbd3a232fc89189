"""A text made ready for comparison, once for all its comparisons."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise

from evolve.diffing.sentences import Sentences, clauses_of, indexed, sentences_of
from evolve.diffing.tokens import Tokens, tokenize

__all__ = ["TELLING", "Wording", "items_of", "wording"]

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

    @cached_property
    def followed(self) -> dict[tuple[str, str], list[int]]:
        """The tokens at which each telling word stands, by the token after it."""
        keys = self.tokens.keys
        found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for word, places in self.places.items():
            for at in places:
                found[word, keys[at + 1] if at + 1 < len(keys) else ""].append(at)
        return dict(found)


@lru_cache(maxsize=1024)
def wording(text: str) -> Wording:
    """Make a text ready for comparison."""
    return Wording(tokenize(text))


def items_of(texts: Sequence[str]) -> Sentences:
    """Index whole texts as if each were a sentence."""
    tokens = tokenize("\n".join(texts))
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    bounds = [bisect_left(tokens.bounds, min(start, len(tokens.text))) for start in starts]
    return indexed(tokens, list(pairwise(bounds)))
