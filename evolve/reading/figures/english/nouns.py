"""Noun phrases of English that a number counts: 120 primary schools."""

import re
from itertools import pairwise

from evolve.reading.figures.english.words import LISTS, WORDS

__all__ = ["noun_after", "up_to_plural"]

_STOP, _PEOPLE, _CONTAINERS, _EMPTY = (
    frozenset(LISTS[name].split()) for name in ("stop", "people", "containers", "empty")
)
_COUNTABLE = re.compile(WORDS["countable"])
_WORDS = re.compile(r"(?:\s(?P<first>[A-Za-z][\w'’-]*)(?:\s[A-Za-z][\w'’-]*){0,5})")
_SINGULAR = re.compile(r"(?:ss|us|is)$")


def noun_after(text: str, place: int, *, narrow: bool = False) -> str:
    """The plural noun phrase right behind a number; empty where none is.

    Args:
        text: Where the number stands.
        place: Where it ends.
        narrow: Only nouns of a list, as numbers in words ask for: three schools, not three areas.
    """
    match = _WORDS.match(text, place)
    if not match:
        return ""
    phrase = _noun(match[0].split())
    if not phrase or (len(phrase) == 1 and phrase[0].casefold() in _EMPTY):
        return ""
    if narrow and not _COUNTABLE.fullmatch(phrase[-1]):
        return ""
    if phrase[-1] in _CONTAINERS:
        start = place + match[0].index(phrase[-1]) + len(phrase[-1])
        if text.startswith(" of", start) and (inner := noun_after(text, start + len(" of"))):
            return inner
    return " ".join(phrase)


def _noun(words: list[str]) -> list[str]:
    """Words up to the plural that ends them: people, not people found jobs."""
    phrase: list[str] = []
    for word in words:
        if word.casefold() in _STOP or (phrase and _plural(phrase[-1]) and not _plural(word)):
            break
        phrase.append(word)
    return phrase if phrase and _plural(phrase[-1]) else []


def up_to_plural(text: str) -> str:
    """A noun phrase without the verb that follows its plural: residents, not residents live."""
    words = text.split()
    for place, (word, after) in enumerate(pairwise(words), 1):
        if _plural(word) and after.casefold() not in _STOP and not _plural(after):
            return " ".join(words[:place])
    return " ".join(words)


def _plural(word: str) -> bool:
    word = word.casefold()
    return word in _PEOPLE or (word.endswith("s") and not _SINGULAR.search(word))
