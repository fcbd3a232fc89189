"""Which way an indicator is wanted to go."""

import re
import tomllib
from importlib.resources import files

from evolve.model import Direction, Measure, Quantity

__all__ = ["direction_of", "wanted"]

_WORDS = tomllib.loads(
    files("evolve.threading").joinpath("directions.toml").read_text(encoding="utf-8")
)
_UP, _DOWN = (re.compile("|".join(map(re.escape, _WORDS[way].split()))) for way in ("up", "down"))
_FALLS = re.compile(
    r"(?:下降|降低|减少|压减|缩减|削减|压缩|减轻|回落|缩短|缩小)[^,，。;；\d]{0,10}$"
)


def direction_of(name: str) -> Direction:
    """Direction of an indicator by the words of its name (近视率 falls); up where none tells."""
    return Direction.DOWN if _DOWN.search(name) and not _UP.search(name) else Direction.UP


def wanted(measure: Measure, quantity: Quantity) -> Direction:
    """Direction of one figure in its measure.

    The size of a fall of something that shall fall (能耗降低3%) is wanted to be large.
    """
    way = direction_of(quantity.name)
    falls = _FALLS.search(measure.text[: quantity.span[0]] + _lead(quantity))
    return Direction.UP if way is Direction.DOWN and quantity.basis == "growth" and falls else way


def _lead(quantity: Quantity) -> str:
    """What stands in the figure's own text before its number."""
    return re.split(r"\d", quantity.text, maxsplit=1)[0]
