"""Terms of texts.

Terms are bigrams inside runs of ideographs, and Latin words; numbers are none, for they
change every year and link nothing. Bigrams that stay inside a run do as well for retrieval as
segmented words and need no dictionary (Nie, Gao, Zhang & Zhou 2000, "On the use of words and
n-grams for Chinese information retrieval").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b

import numpy as np

from evolve.matching.characters import (
    NARROW,
    WIDE,
    WIDE_END,
    Bools,
    Characters,
    Ints,
    among,
    characters_of,
)

__all__ = ["Terms", "different", "terms_of"]

_LATIN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][A-Za-z0-9Ａ-Ｚａ-ｚ０-９+-]*")
_HAN = (
    range(0x3007, 0x3008),
    range(0x3400, 0x4DC0),
    range(0x4E00, 0xA000),
    range(0xF900, 0xFB00),
    range(0x20000, 0x40000),
)
_LATIN_BIT = 1 << 62
_FUNCTION_WORDS = (
    "a an the this that these those all each every any some no not and or but if so as than "
    "then of in on at by to from for with into over under through across between within "
    "without about is are was were be been being has have had do does did will would shall "
    "should can could may might must we our ours us you your they their them it its he she "
    "his her who which what when where how there here also more most much many other such "
    "same own very "
)
_BIGRAM = 2
_SHIFT = 21
"""Bits of a code point; a bigram has twice as many."""
_LETTERS = 4096
"""Of so many different characters a table of all bigrams that they could make is laid out."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Every occurrence of a term in a list of texts: parallel arrays, in text order."""

    row: Ints
    """Which text."""
    code: Ints
    """Which term, the same number in every list and every process."""
    start: Ints
    """Where it starts in its text."""
    end: Ints
    """Where it ends (exclusive); white space inside a bigram is skipped over."""
    at: Ints
    """Its first character, as in :class:`Characters`."""

    @property
    def last(self) -> Ints:
        """Its last character."""
        length = np.where(self.code < _LATIN_BIT, _BIGRAM, self.end - self.start)
        return np.asarray(self.at + length - 1)

    @property
    def function_words(self) -> Bools:
        """Which of them are English words that say nothing by themselves, as ``the``."""
        marks = np.zeros(len(self.code), dtype=bool)
        words = np.flatnonzero(self.code >= _LATIN_BIT)
        marks[words] = np.isin(self.code[words], _function_words())
        return marks

    def within(self, held: Ints, which: Ints, start: Ints) -> "Terms":
        """Some of the occurrences as those of passages.

        Args:
            held: The passage of each.
            which: The occurrence.
            start: Where each passage starts in its text.
        """
        shift = start[held]
        places = self.start[which] - shift, self.end[which] - shift
        return Terms(held, self.code[which], *places, self.at[which])


def _bigrams(characters: Characters) -> list[Ints]:
    code = characters.code
    han = among(_HAN)[code]
    first = np.flatnonzero(han[:-1] & han[1:])
    row, place = characters.row[first], characters.place
    pair = (code[first] << _SHIFT) | code[first + 1]
    return [row, pair, place[first], place[first + 1] + 1, first]


def _words(texts: Sequence[str], characters: Characters) -> list[Ints]:
    found = [
        (_word_code(match[0]), match.start(), match.end())
        for match in _LATIN.finditer("\x00".join(texts))
    ]
    code, start, end = np.array(found, dtype=np.int64).reshape(-1, 3).T
    row = np.searchsorted(characters.begins, start, side="right") - 1
    begin = characters.begins[row]
    return [row, code, start - begin, end - begin, characters.index(row, start - begin)]


def _word_code(word: str) -> int:
    folded = "".join(
        chr(ord(c) - WIDE + NARROW) if WIDE <= ord(c) < WIDE_END else c for c in word
    ).lower()
    return _LATIN_BIT | int.from_bytes(blake2b(folded.encode(), digest_size=7).digest(), "big")


@cache
def _function_words() -> list[int]:
    return [_word_code(word) for word in _FUNCTION_WORDS.split()]


def terms_of(texts: Sequence[str], characters: Characters | None = None) -> Terms:
    """Find every term of every text.

    Args:
        texts: Any strings; an empty one simply has no terms.
        characters: The characters of the texts, where they are known already.
    """
    found = characters_of(texts) if characters is None else characters
    bigrams, words = _bigrams(found), _words(texts, found)
    if not len(words[0]):
        return Terms(*bigrams)
    before = np.searchsorted(bigrams[-1], words[-1])
    sides = zip(bigrams, words, strict=True)
    return Terms(*(np.insert(all_bigrams, before, own) for all_bigrams, own in sides))


def different(codes: Ints) -> tuple[Ints, Ints]:
    """The different ones of some terms, sorted, and which of them each term is.

    What sorting would tell is read off a table of all bigrams of the characters that there are.
    """
    latin = np.flatnonzero(codes >= _LATIN_BIT)
    words, word = np.unique(codes[latin], return_inverse=True)
    bigrams = codes.copy()
    bigrams[latin] = 0
    sides = bigrams >> _SHIFT, bigrams & ((1 << _SHIFT) - 1)
    letters = np.zeros(max(int(side.max(initial=0)) for side in sides) + 1, dtype=bool)
    letters[sides[0]] = letters[sides[1]] = True
    known = np.flatnonzero(letters)
    size = len(known)
    if size > _LETTERS:
        return np.unique(codes, return_inverse=True)
    number = np.cumsum(letters) - 1
    cell = number[sides[0]] * size + number[sides[1]]
    cell[latin] = size * size + word
    there = np.zeros(size * size + len(words), dtype=bool)
    there[cell] = True
    cells = np.flatnonzero(there)
    column = np.empty(len(there), np.int64)
    column[cells] = np.arange(len(cells))
    one, other = np.divmod(cells[: len(cells) - len(words)], max(size, 1))
    return np.append((known[one] << _SHIFT) | known[other], words), column[cell]
