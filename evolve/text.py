"""Characters: normal forms, Chinese runs and Chinese numerals."""

import re
import unicodedata

__all__ = ["HAN", "compact", "normalize"]

HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Ideographs, for use inside a character class of a regular expression."""

_SPACE = re.compile(r"\s+")


def normalize(text: str) -> str:
    """Fold full-width and compatibility characters and case, and drop white space (idempotent)."""
    folded = text
    while (step := _SPACE.sub("", unicodedata.normalize("NFKC", folded)).casefold()) != folded:
        folded = step
    return folded


def compact(text: str) -> str:
    """Drop all white space, which means nothing between ideographs."""
    return _SPACE.sub("", text)
