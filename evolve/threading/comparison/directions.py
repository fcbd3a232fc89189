"""Which way an indicator is wanted to go."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from evolve.model import Direction, Quantity, QuantityKind
from evolve.reading.layout.script import is_latin

__all__ = ["direction_of", "falls", "is_neutral", "wanted"]

_WORDS = tomllib.loads(
    files("evolve.threading.comparison").joinpath("directions.toml").read_text(encoding="utf-8")
)
_UP, _DOWN = (re.compile("|".join(map(re.escape, _WORDS[way].split()))) for way in ("up", "down"))
_SET = "|".join(map(re.escape, _WORDS["neutral"].split()))
_NEUTRAL = re.compile(f"(?:{_SET})(?:预期)?(?:增长)?(?:预期)?(?:目标)?$")
_FALLS = re.compile(
    r"(?:下降|降低|减少|压减|缩减|削减|压缩|减轻|回落|缩短|缩小|淘汰|关停|化解|治理|解决|消除|脱贫)"
    r"(?![^,，。;；]{0,16}[到至])[^,，。;；]{0,50}$"
)
_FALLS_TO = re.compile(r"(?:缩短|压缩|压减|精简|降|降低|下降|减少|缩小)(?:到|至|为)$")
_TO = 4
"""Longest word of these in characters."""

_FALLS_ENGLISH = (
    r"\b(?:fall|fell|drop|declin|decreas|reduc|cut|lower|narrow|halv|down)\w*\b"
    r"(?![^,;.]*\b(?:to|at)\s)[^,;.]*$"
)
_REACH = 60
"""How far before a figure its fall is looked for."""


class _English(NamedTuple):
    """The same patterns for names in English."""

    up: re.Pattern[str]
    down: re.Pattern[str]
    neutral: re.Pattern[str]
    falls: re.Pattern[str]


@cache
def _english() -> _English:
    up, down, neutral = (
        "|".join(_WORDS[f"english_{way}"].split()) for way in ("up", "down", "neutral")
    )
    patterns = (up, down, rf"(?:^|\b)(?:{neutral})$", _FALLS_ENGLISH)
    return _English(*(re.compile(pattern, re.IGNORECASE) for pattern in patterns))


def _is_english(name: str) -> bool:
    return bool(name) and name.isascii()


def direction_of(name: str) -> Direction:
    """Direction of an indicator by the words of its name (近视率 falls); up where none tells."""
    up, down = (_english().up, _english().down) if _is_english(name) else (_UP, _DOWN)
    return Direction.DOWN if down.search(name) and not up.search(name) else Direction.UP


def is_neutral(name: str) -> bool:
    """Whether neither more nor less is better: the money supply, a deficit, graduates."""
    return (_english().neutral if _is_english(name) else _NEUTRAL).search(name) is not None


def falls(text: str, quantity: Quantity) -> bool:
    """Whether a figure of a text is the size of a fall: 下降3%, 淘汰产能200万吨; not 下降到3%."""
    lead = re.split(r"\d", quantity.text, maxsplit=1)[0]
    start = quantity.span[0]
    pattern = _english().falls if is_latin(text) else _FALLS
    return pattern.search(text[max(0, start - _REACH) : start] + lead) is not None


def wanted(text: str, quantity: Quantity) -> Direction:
    """Direction of one figure in its text.

    What is promised to fall to a number (缩短到15分钟), or to stay under it, is wanted to be small.
    The size of a fall of something that shall fall (能耗降低3%), or that is promised to, is wanted
    to be large; that of a reported fall of something else (出口下降3%) is not.
    """
    way = direction_of(quantity.name)
    if not falls(text, quantity):
        return Direction.DOWN if _is_ceiling(text, quantity) else way
    unwanted = way is Direction.UP and quantity.kind is not QuantityKind.TARGET
    return Direction.DOWN if unwanted and quantity.basis == "growth" else Direction.UP


def _is_ceiling(text: str, quantity: Quantity) -> bool:
    """Whether a target is set from above by its wording."""
    if quantity.kind is not QuantityKind.TARGET:
        return False
    start = quantity.span[0]
    before = text[max(0, start - _TO) : start]
    return quantity.operator in {"<=", "<"} or _FALLS_TO.search(before) is not None
