"""Characters and clauses of texts, laid out in arrays."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "NARROW",
    "WIDE",
    "WIDE_END",
    "Bools",
    "Characters",
    "Ints",
    "among",
    "characters_of",
    "singly",
]

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


def singly(characters: str) -> tuple[range, ...]:
    """The code points of some characters, for :func:`among`."""
    return tuple(range(code, code + 1) for code in map(ord, characters))


_BLANK = singly(" \t\v\f\r\n\u00a0\u3000")
_STOPS = singly(",;:!?。\0")
WIDE, NARROW, WIDE_END = 0xFF01, 0x21, 0xFF5F
"""Where full-width forms begin, what the first stands for, and where they end."""


@dataclass(frozen=True, slots=True)
class Characters:
    """The characters of a list of texts without white space: parallel arrays.

    A zero stands behind every text, so that no run of characters crosses two texts.
    """

    code: Ints
    """Code point; full-width forms and capitals are folded."""
    row: Ints
    """Which text."""
    place: Ints
    """Place in its text."""
    clause: Ints
    """Which clause, counted through all texts; a clause never crosses two texts."""
    begins: Ints
    """Where each text begins when all stand in one, a zero behind each."""

    def index(self, row: Ints, place: Ints) -> Ints:
        """Where the characters at some places of some texts stand in these arrays."""
        width = int(self.place.max(initial=0)) + 1
        return np.searchsorted(self.row * width + self.place, row * width + place)

    @property
    def clause_rows(self) -> Ints:
        """Which text each clause stands in."""
        first = np.flatnonzero(np.diff(self.clause, prepend=-1))
        return self.row[first]

    @property
    def clause_spans(self) -> Ints:
        """Start and end of each clause in its text, shape (clauses, 2)."""
        first = np.flatnonzero(np.diff(self.clause, prepend=-1))
        last = np.append(first, len(self.code))[1:] - 1
        return np.column_stack([self.place[first], self.place[last]])


def characters_of(texts: Sequence[str]) -> Characters:
    """Lay out the characters of texts; a clause ends at a comma or a stronger stop."""
    raw = "\x00".join([*texts, ""]).encode("utf-32-le", "surrogatepass")
    codes = np.frombuffer(raw, dtype="<u4").astype(np.int64)
    lengths = np.fromiter(map(len, texts), np.int64, len(texts)) + 1
    begins = np.cumsum(lengths) - lengths
    kept = np.flatnonzero(~among(_BLANK)[codes])
    code = codes[kept]
    code = np.where((code >= WIDE) & (code < WIDE_END), code - WIDE + NARROW, code)
    code = np.where((code >= ord("A")) & (code <= ord("Z")), code + 32, code)
    row = np.repeat(np.arange(len(texts)), lengths)[kept]
    stops = among(_STOPS)[code]
    opens = np.diff(row, prepend=-1) > 0
    opens[1:] |= stops[:-1] & ~stops[1:]
    clause = np.cumsum(opens) - 1
    return Characters(code, row, kept - begins[row], clause, begins)


@cache
def among(ranges: tuple[range, ...]) -> Bools:
    """For every code point whether it is in one of some ranges."""
    marks = np.zeros(sys.maxunicode + 1, dtype=bool)
    for codes in ranges:
        marks[codes.start : codes.stop] = True
    return marks
