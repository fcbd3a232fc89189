"""Pinyin of names, for identifiers: every character by its first reading, without tones."""

import os
from functools import cache
from importlib.resources import files

__all__ = ["pinyin"]


def pinyin(words: str) -> str:
    """Ideographs as their syllables, everything else as it is.

    >>> pinyin("海珠区"), pinyin("廣州2021")
    ('haizhuqu', 'guangzhou2021')
    """
    common = _common()
    return "".join(common.get(sign) or _rare(sign) for sign in words)


@cache
def _common() -> dict[str, str]:
    """The syllable of each character of GB 2312."""
    lines = (
        files("evolve.reading.recognition").joinpath("pinyin.txt").read_text("utf-8").splitlines()
    )
    entries = (line.split() for line in lines[1:])
    return {sign: syllable for syllable, signs in entries for sign in signs}


def _rare(sign: str) -> str:
    """What the library says of any other sign, which takes long to load."""
    if sign.isascii():
        return sign
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")  # a quarter of the time to load
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(sign))
