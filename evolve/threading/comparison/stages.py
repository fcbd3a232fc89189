"""How far a promise goes: to the end (完成, 建成), nearly, or only on its way (推进, 启动)."""

import re
from typing import NamedTuple

from evolve.reading.wording import ADVERB
from evolve.threading.comparison.likeness import alike

__all__ = ["Step", "step"]

_LIKE = 0.65
"""Likeness of two wordings without their verbs from which they promise the same work."""
_TO_THE_END = re.compile(
    r"(?<![逐稳]步)(?<!加快)(?<!推动)(?:完成|建成|实现|达成|出台|印发|颁布|竣工|落成|投入使用|消除)"
    r"|(?<!健)全覆盖|全面(?:推行|推开|实施|铺开|落实)"
)
_NEARLY = re.compile(r"基本上?(?=(?:完成|建成|实现|达成|消除|全覆盖))")
_ON_ITS_WAY = re.compile(
    r"推进|推动|加快|启动|开工|谋划|筹建|筹备|研究(?:起草|制[定订])?|起草|稳步|逐步|有序|分步|覆盖(?:面|范围)"
)
_REST = re.compile(
    f"{_TO_THE_END.pattern}|{_ON_ITS_WAY.pattern}|{ADVERB}|建设|制[定订]|提高|扩大|工作|\\d"
)
"""What is left out where two wordings are compared."""


class Step(NamedTuple):
    """The words by which one of two wordings of the same work goes further than the other."""

    old: str
    new: str
    further: bool
    """Whether the later one does."""


def step(old: str, new: str) -> Step | None:
    """Tell 完成改造 from 推进改造, where all else is alike; None where both go as far.

    Args:
        old: The earlier wording.
        new: The later one.
    """
    was, now = _reach(old), _reach(new)
    if not was or not now or was[0] == now[0] or ("全面" in old and "全面" in new):
        return None
    if alike(_REST.sub("", old), _REST.sub("", new)) < _LIKE:
        return None
    return Step(was[1], now[1], further=now[0] > was[0])


def _reach(text: str) -> tuple[int, str] | None:
    """How far a wording goes, and the word that says so."""
    for level, pattern in ((1, _NEARLY), (2, _TO_THE_END), (0, _ON_ITS_WAY)):
        if found := pattern.search(text):
            return level, found[0]
    return None
