r"""Characters that steer a terminal or turn the writing direction, made harmless.

Every text enters the program through here, so no output has to think of them. A character
stands for a character, so nothing is lost and nothing moves:

- what breaks a line (form feed, vertical tab, next line, line and paragraph separator) becomes
  ``\n``; only the pair of carriage return and line feed is one character after it;
- a control character becomes its picture (ESC is shown as ␛), or � where Unicode has none;
- a character without a shape of its own (bidirectional controls, zero-width space, byte order
  mark, soft hyphen, tags) becomes a space, which between ideographs means nothing.
"""

import re
import unicodedata
from collections.abc import Iterable

__all__ = ["inert", "told"]

_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SHAPELESS = re.compile(
    "[\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f]"
)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:  # noqa: PLR2004 - the control pictures of Unicode follow the order of ASCII
        return chr(0x2400 + code)
    return "\u2421" if match[0] == "\x7f" else "\ufffd"


def inert(text: str) -> tuple[str, frozenset[str]]:
    """Make a text harmless.

    Returns:
        The text, and the characters in it that were replaced (line breaks not counted).
    """
    text = _BREAK.sub("\n", text)
    if text.isascii() and text.isprintable():
        return text, frozenset()
    controls, shapeless = set(_CONTROL.findall(text)), set(_SHAPELESS.findall(text))
    if controls:
        text = _CONTROL.sub(_picture, text)
    if shapeless:
        text = _SHAPELESS.sub(" ", text)
    return text, frozenset(controls | shapeless)


def told(replaced: Iterable[str]) -> tuple[str, ...]:
    """Say in at most two sentences which characters were replaced."""
    found = set(replaced)
    controls = sorted(char for char in found if _CONTROL.match(char))
    shapeless = sorted(found.difference(controls))
    notices = []
    if controls:
        notices.append(f"Control characters are shown as pictures: {_names(controls)}.")
    if shapeless:
        notices.append(f"Characters without a shape were read as spaces: {_names(shapeless)}.")
    return tuple(notices)


def _names(characters: list[str], most: int = 5) -> str:
    names = [
        f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip() for char in characters[:most]
    ]
    more = len(characters) - most
    return ", ".join(names) + (f" and {more} more" if more > 0 else "")
