"""Codes such as “5080”: several targets written as one number, which a sentence explains."""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from evolve.model import Span
from evolve.reading.figures.bases import Named

__all__ = ["Part", "codes_in", "explained"]

_CODE = re.compile(r"[“‘「](?P<code>(?!19|20)\d{4}|\d{6})[”’」]")
_SENTENCE_END = re.compile(r"[。\n！!]")
_REACH = 200
"""How far behind a code its explanation may go."""
_FAR = 0.8
"""An explaining figure may lie below its part of the code by this factor, not more."""


class Part(NamedTuple):
    """One target of a code."""

    span: Span
    """Its digits in the text."""
    value: float
    """In per cent."""
    name: str
    """What it counts; empty where the text does not tell."""


def codes_in(text: str) -> Iterator[tuple[str, tuple[Part, ...]]]:
    """Codes of a text and their parts of two digits each, still without names."""
    for match in _CODE.finditer(text):
        start, end = match.span("code")
        cuts = pairwise(range(start, end + 1, 2))
        yield match["code"], tuple(Part(cut, float(text[slice(*cut)]), "") for cut in cuts)


def explained(text: str, figures: Sequence[Named]) -> Iterator[tuple[str, tuple[Part, ...]]]:
    """Codes whose parts the same sentence explains: as many percentages follow, near each part."""
    starts = [found.figure.span[0] for found in figures]
    for code, parts in codes_in(text):
        start = parts[-1].span[1]
        stop = _SENTENCE_END.search(text, start, start + _REACH)
        end = stop.start() if stop else start + _REACH
        following = [
            found
            for found in figures[bisect(starts, start) : bisect(starts, end)]
            if found.figure.unit == "%"
        ]
        if len(following) == len(parts) and all(map(_near, parts, following)):
            yield (
                code,
                tuple(
                    Part(part.span, part.value, found.name)
                    for part, found in zip(parts, following, strict=True)
                ),
            )


def _near(part: Part, found: Named) -> bool:
    value = found.figure.value
    return bool(found.name) and value is not None and value >= _FAR * part.value
