"""Terms of a text: bigrams inside runs of ideographs, and Latin words; numbers are none.

Numbers change every year and link nothing; bigrams that stay inside a run of ideographs
do as well as segmented words for retrieval and need no dictionary (Nie & Ren 1999,
"Chinese information retrieval: using characters or words?").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

__all__ = ["Ints", "Terms", "terms_of"]

Ints = NDArray[np.int64]

_LATIN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][A-Za-z0-9Ａ-Ｚａ-ｚ０-９+-]*")
_HAN = ((0x3007, 0x3008), (0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, 0x40000))
_BLANK = [ord(character) for character in " \t\n\v\f\r\u00a0\u3000"]
_LATIN_BIT = 1 << 62
_WIDE = str.maketrans({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})


@dataclass(frozen=True, slots=True)
class Terms:
    """Every occurrence of a term in a list of texts: four parallel arrays, in text order."""

    row: Ints
    """Which text."""
    code: Ints
    """Which term, the same number in every list and every process."""
    start: Ints
    """Where it starts in its text."""
    end: Ints
    """Where it ends (exclusive); white space inside a bigram is skipped over."""


def _codes(text: str) -> Ints:
    raw = text.encode("utf-32-le", "surrogatepass")
    return np.frombuffer(raw, dtype="<u4").astype(np.int64)


def _bigrams(texts: Sequence[str]) -> list[Ints]:
    """Rows, codes, starts and ends of all bigrams of ideographs, white space skipped."""
    joined = "\x00".join(texts)
    codes = _codes(joined)
    lengths = np.fromiter((len(text) + 1 for text in texts), np.int64, len(texts))
    begins = np.cumsum(lengths) - lengths
    kept = np.flatnonzero(~np.isin(codes, _BLANK))
    shown = codes[kept]
    han = np.zeros(len(shown), dtype=bool)
    for low, high in _HAN:
        han |= (shown >= low) & (shown < high)
    first = np.flatnonzero(han[:-1] & han[1:])
    place = kept[first]
    row = np.searchsorted(begins, place, side="right") - 1
    code = (shown[first] << 21) | shown[first + 1]
    return [row, code, place - begins[row], kept[first + 1] + 1 - begins[row]]


def _word_code(word: str) -> int:
    folded = word.translate(_WIDE).casefold().encode()
    return _LATIN_BIT | int.from_bytes(blake2b(folded, digest_size=7).digest(), "big")


def terms_of(texts: Sequence[str]) -> Terms:
    """Find every term of every text.

    Args:
        texts: Any strings; an empty one simply has no terms.
    """
    words = [
        (row, _word_code(match[0]), match.start(), match.end())
        for row, text in enumerate(texts)
        for match in _LATIN.finditer(text)
    ]
    latin = np.array(words, dtype=np.int64).reshape(-1, 4).T
    merged = [np.concatenate(pair) for pair in zip(_bigrams(texts), latin, strict=True)]
    order = np.lexsort((merged[2], merged[0]))
    return Terms(*(column[order] for column in merged))
