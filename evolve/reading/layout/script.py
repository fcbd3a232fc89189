"""Texts in Latin letters beside texts in ideographs: which is which, and how long they are."""

import re

from evolve.text import HAN

__all__ = ["glue", "is_latin", "size"]

_HAN = re.compile(f"[{HAN}]")
_LETTER = re.compile(r"[A-Za-z]")
_LETTERS = 3
"""Letters that take the room, and tell as much, as one ideograph."""


def is_latin(text: str) -> bool:
    """Whether a text has letters and no ideograph.

    >>> is_latin("The city’s plan"), is_latin("GDP增长5%"), is_latin("5%")
    (True, False, False)
    """
    return _HAN.search(text) is None and _LETTER.search(text) is not None


def size(text: str) -> int:
    """Length of a text in ideographs; three letters count as one."""
    return len(text) // _LETTERS if is_latin(text) else len(text)


def glue(before: str, after: str) -> str:
    """What stands between two lines of a paragraph: a space between words in Latin letters.

    >>> glue("the city", "of the plan"), glue("增长6.1", "%，完成"), glue("建设20", "24年")
    (' ', '', '')
    """
    if not before[-1:].isascii() or not after[:1].isascii() or before[-1:] == "-":
        return ""
    figure = before[-1:].isdecimal() and (after[:1].isdecimal() or after[:1] in "%.,")
    return "" if figure and not is_latin(before + after) else " "
