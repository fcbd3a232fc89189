"""Bytes -> text, in whichever encoding they are.

In this order: what the user says, a byte order mark, UTF-8 where all bytes fit, UTF-16 where
every second byte is small, and then GB18030 or Big5, whichever gives the more of the characters
that Chinese prose is made of. Only the last two steps are guesses, and they say so.
"""

import codecs
from functools import cache
from itertools import product
from typing import NamedTuple

from evolve.errors import InputError

__all__ = ["Decoded", "decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_COMMON = frozenset(
    "的一是不了在人有我他这中大来上国和地到以说时要就出会可也你对生能而子那得于着下自之年"
    "发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样"
    "理心本前开但因只从想实市工教全育建设推加强政区展提高等及重各新化体"
    "這來國說時會對發後裡種經麼學現當沒動還進樣開從實設強區體為與個們產業務關點處應總機"
    "，。、；：（）《》“”"
)
"""Frequent characters, simplified and traditional, with the full-width punctuation."""

_LEVEL_ONE = {
    "gb18030": ("gb2312", range(0xB0, 0xD8), range(0xA1, 0xFF)),
    "big5hkscs": ("big5", range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF))),
}
"""Where the everyday characters of both standards stand: codec, lead bytes, trail bytes."""

_SAMPLE = 1 << 18
_DAMAGE = 0.1
"""Share of broken characters above which bytes are no text in an encoding."""

_SENSE = 0.5
"""Share of common characters below which UTF-16 makes no sense."""
_WIDE = ("utf-16-le", "utf-16-be")
_NAMES = {"gb18030": "GB18030", "big5hkscs": "Big5", "cp1252": "Windows-1252"}


class Decoded(NamedTuple):
    """A text and how it was decoded."""

    text: str
    encoding: str
    """Name in Python's terms, such as ``utf-8`` or ``gb18030``."""
    notices: tuple[str, ...] = ()
    """A guess, or characters that could not be decoded."""


def decode(data: bytes, encoding: str | None, file: str) -> Decoded:
    """Decode a text file.

    Args:
        data: its bytes.
        encoding: what the user says, or None to detect it.
        file: name for messages.

    Raises:
        InputError: the file is no text, or the encoding that the user named does not exist.
    """
    if encoding is not None:
        return _read(data, _checked(encoding, file))
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _read(data, name)
    if b"\0" not in data:
        try:
            return Decoded(data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            pass
    return _guess(data, file)


def _checked(encoding: str, file: str) -> str:
    try:
        "a".encode(encoding)
        name = codecs.lookup(encoding).name
    except (LookupError, UnicodeError) as error:
        raise InputError(
            f"{file}: there is no text encoding named {encoding!r}; try utf-8, gb18030 or big5."
        ) from error
    return "utf-8-sig" if name == "utf-8" else name


def _read(data: bytes, encoding: str, *notices: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    if broken := text.count("\ufffd"):
        notices += (f"{broken} characters could not be decoded as {encoding} and are shown as �.",)
    return Decoded(text, encoding, notices)


def _guess(data: bytes, file: str) -> Decoded:
    """The encoding that gives the most characters of Chinese prose and the fewest broken ones."""
    candidates = _WIDE if b"\0" in data else ("utf-8", "gb18030", "big5hkscs", "cp1252")
    trials = [(_trial(data, name), name) for name in candidates]
    (common, broken), name = max(trials, key=lambda trial: trial[0][0] - 5 * trial[0][1])
    if broken > _DAMAGE or (name in _WIDE and common < _SENSE):
        raise InputError(
            f"{file}: no text in UTF-8, UTF-16, GB18030 or Big5; if it is text, name its encoding "
            "(--encoding), else convert it to a format that is read."
        )
    if name == "utf-8":
        return _read(data, name)
    return _read(
        data,
        name,
        f"The encoding was guessed as {_NAMES.get(name, name.upper())}; "
        "if the text looks wrong, name it (--encoding).",
    )


def _trial(data: bytes, encoding: str) -> tuple[float, float]:
    """Shares of common (0 to 2) and of broken characters.

    Among all that are not ASCII; in UTF-16, where anything may come out, among all.
    """
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    text = decoder.decode(data[:_SAMPLE])
    wide = encoding in _WIDE
    characters = [char for char in text if wide or char > "\x7f" or char < "\t"]
    if not characters:
        return (1.0 if text.isascii() else 0.0), 0.0
    everyday = _everyday(encoding)
    common = sum((char in _COMMON) + (char in everyday) + char.isascii() for char in characters)
    broken = sum(char == "\ufffd" or char < "\t" for char in characters)
    return common / len(characters), broken / len(characters)


@cache
def _everyday(encoding: str) -> frozenset[str]:
    """Characters of the first level of the encoding's standard, or of both standards."""
    if encoding not in _LEVEL_ONE:
        return frozenset().union(*map(_everyday, _LEVEL_ONE))
    codec, leads, trails = _LEVEL_ONE[encoding]
    table = bytes(byte for pair in product(leads, trails) for byte in pair)
    return frozenset(table.decode(codec, "ignore"))
