"""Words, figures with their units, and names in 《》 or “” as the units of comparison."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from evolve.diffing.words import cut_words, weight_of
from evolve.text import normalize

__all__ = ["Tokens", "tokenize"]

_UNITS = (
    "个百分点|百分点|平方公里|平方米|立方米|亿元|万元|亿人|万人|千瓦时|公里|公顷|万亩|人次|场次|"
    "课时|学时|小时|分钟|周岁|学位|毫米|厘米|千克|公斤|年级|"
    "[%％‰℃°所个人名元年月日项家批次场间亩台套门条类座位支辆岁天周倍册篇件户级期届处吨米号种对组片"
    "幢栋张份本部首只棵盏艘架箱班节步轮]"
)
_NUMBER = r"\d+(?:[,，]\d{3})*(?:\.\d+)?"
_CHINESE = "[零〇一二两三四五六七八九十百千万亿]"
_WHOLE = re.compile(
    r"《(?:[^《》\n]|《[^《》\n]*》){1,80}》"
    r"|“[^“”\n。；！？]{1,30}”"
    rf"|百分之{_CHINESE}+(?:点{_CHINESE}+)?"
    rf"|{_NUMBER}[多余几]?[十百千万亿]*[多余]?(?:{_UNITS})?"
    r"|[A-Za-z]+(?:[-+.'’][A-Za-z0-9]+)*"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut into tokens, which together are the whole text."""

    text: str
    """The text."""
    keys: list[str]
    """What is compared: each token without differences of width and case."""
    bounds: list[int]
    """Start of each token and the end of the text: one more than ``keys``."""
    mass: list[float]
    """Sum of the weights of all tokens before each bound."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the characters from token ``start`` up to token ``end`` (exclusive)."""
        return self.bounds[start], self.bounds[end]

    def weight(self, start: int, end: int) -> float:
        """Sum the weights from token ``start`` up to token ``end`` (exclusive)."""
        return self.mass[end] - self.mass[start]


def tokenize(text: str) -> Tokens:
    """Cut a text: a name in quotes is one token, so is a figure with its unit."""
    words = list(_pieces(text))
    keys = [normalize(word) or " " for word in words]
    return Tokens(
        text,
        keys,
        list(accumulate(map(len, words), initial=0)),
        list(accumulate(map(weight_of, keys), initial=0.0)),
    )


def _pieces(text: str) -> Iterator[str]:
    at = 0
    for match in _WHOLE.finditer(text):
        if at < match.start():
            yield from cut_words(text[at : match.start()])
        yield match[0]
        at = match.end()
    if at < len(text):
        yield from cut_words(text[at:])
