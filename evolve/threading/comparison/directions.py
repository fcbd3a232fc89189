"""Which way an indicator is wanted to go."""

import re
import tomllib
from importlib.resources import files

from evolve.model import Direction, Quantity, QuantityKind

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

_REACH = 60
"""How far before a figure its fall is looked for."""


def direction_of(name: str) -> Direction:
    """Direction of an indicator by the words of its name (近视率 falls); up where none tells."""
    return Direction.DOWN if _DOWN.search(name) and not _UP.search(name) else Direction.UP


def is_neutral(name: str) -> bool:
    """Whether neither more nor less is better: the money supply, a deficit, graduates."""
    return _NEUTRAL.search(name) is not None


def falls(text: str, quantity: Quantity) -> bool:
    """Whether a figure of a text is the size of a fall: 下降3%, 淘汰产能200万吨; not 下降到3%."""
    lead = re.split(r"\d", quantity.text, maxsplit=1)[0]
    start = quantity.span[0]
    return _FALLS.search(text[max(0, start - _REACH) : start] + lead) is not None


def wanted(text: str, quantity: Quantity) -> Direction:
    """Direction of one figure in its text.

    The size of a fall of something that shall fall (能耗降低3%), or that is promised to, is wanted
    to be large; that of a reported fall of something else (出口下降3%) is not.
    """
    way = direction_of(quantity.name)
    if not falls(text, quantity):
        return way
    unwanted = way is Direction.UP and quantity.kind is not QuantityKind.TARGET
    return Direction.DOWN if unwanted and quantity.basis == "growth" else Direction.UP
