"""The automatic numbers of a Word document (ECMA-376 part 1, 17.9)."""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any, NamedTuple

from evolve.reading.formats.word.numerals import BULLET, numeral
from evolve.reading.formats.word.styles import Style, Styles, W, value

__all__ = ["Numbering"]

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_TIGHT = tuple("、）)．。】」")
"""Ends of a number after which Chinese sets no space."""


class _Level(NamedTuple):
    style: str
    pattern: str
    start: int
    restart: int
    """A number of one of so many outermost levels starts it anew."""
    suffix: str
    legal: bool
    """Whether all its numbers are decimal."""


def _integer(text: str | None, default: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,6}", text) else default


def _level(element: Any, index: int) -> _Level:
    return _Level(
        style=value(element, f"{W}numFmt") or "decimal",
        pattern=value(element, f"{W}lvlText") or "",
        start=_integer(value(element, f"{W}start"), 1),
        restart=_integer(value(element, f"{W}lvlRestart"), index),
        suffix=value(element, f"{W}suff") or "tab",
        legal=element.find(f"{W}isLgl") is not None,
    )


@dataclass(slots=True)
class _List:
    """One list: its levels, and the counters that it shares with lists of the same kind."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]
    """Levels that this list starts anew at its first paragraph."""


class Numbering:
    """Counts the paragraphs of a document in their order."""

    def __init__(self, element: Any, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Any] = {}
        self._nums: dict[str, Any] = {}
        if element is not None:
            self._abstract = {
                part.get(f"{W}abstractNumId"): part for part in element.iterfind(f"{W}abstractNum")
            }
            self._nums = {part.get(f"{W}numId"): part for part in element.iterfind(f"{W}num")}
        self._lists: dict[str, _List | None] = {}
        self._counters: dict[str, dict[int, int]] = defaultdict(dict)

    def label(self, properties: Any, style: Style, style_id: str | None) -> str:
        """The number that Word prints before a paragraph, with its space; empty if it has none.

        Args:
            properties: the paragraph's ``w:pPr`` or None.
            style: style of the paragraph.
            style_id: id of that style.
        """
        number = value(properties, f"{W}numPr/{W}numId", style.number)
        if number is None or number == "0":
            return ""
        found = self._list(number)
        if found is None:
            return ""
        index = _integer(value(properties, f"{W}numPr/{W}ilvl", style.level), -1)
        if index < 0:
            index = self._linked(number, style_id)
        if index not in found.levels:
            return ""
        return self._printed(found, index, self._count(found, index))

    def _list(self, number: str) -> _List | None:
        if number not in self._lists:
            self._lists[number] = self._made(number)
        return self._lists[number]

    def _made(self, number: str) -> _List | None:
        num = self._nums.get(number)
        key = value(num, f"{W}abstractNumId")
        abstract = self._abstract.get(key or "")
        linked = value(abstract, f"{W}numStyleLink")
        if linked is not None and (other := self._styles[linked].number) not in {None, number}:
            key = value(self._nums.get(other or ""), f"{W}abstractNumId")
            abstract = self._abstract.get(key or "")
        if key is None or abstract is None:
            return None
        made = _List(key, self._levels(abstract), {})
        for override in self._nums[number].iterfind(f"{W}lvlOverride"):
            index = _integer(override.get(f"{W}ilvl"), 0)
            made.levels |= self._levels(override)
            start = value(override, f"{W}startOverride")
            if start is not None:
                made.starts[index] = _integer(start, 1)
        return made

    @staticmethod
    def _levels(parent: Any) -> dict[int, _Level]:
        found = ((_integer(part.get(f"{W}ilvl"), 0), part) for part in parent.iterfind(f"{W}lvl"))
        return {index: _level(part, index) for index, part in found if 0 <= index < _LEVELS}

    def _linked(self, number: str, style_id: str | None) -> int:
        """The level that names the style; the outermost where none does."""
        abstract = self._abstract.get(value(self._nums.get(number), f"{W}abstractNumId") or "")
        for part in () if abstract is None else abstract.iterfind(f"{W}lvl"):
            if style_id is not None and value(part, f"{W}pStyle") == style_id:
                return _integer(part.get(f"{W}ilvl"), 0)
        return 0

    def _count(self, found: _List, index: int) -> dict[int, int]:
        counters = self._counters[found.abstract]
        if index in found.starts:
            counters[index] = found.starts.pop(index)
        elif index in counters:
            counters[index] += 1
        else:
            counters[index] = found.levels[index].start
        for deeper in [level for level in counters if level > index]:
            level = found.levels.get(deeper)
            if level is None or index < level.restart:
                del counters[deeper]
        return counters

    @staticmethod
    def _printed(found: _List, index: int, counters: dict[int, int]) -> str:
        level = found.levels[index]
        if level.style == BULLET:
            return "• "

        def number(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            shown = found.levels.get(at, level)
            style = "decimal" if level.legal and shown.style != "decimalZero" else shown.style
            return numeral(counters.get(at, shown.start), style)

        text = _PLACE.sub(number, level.pattern)
        tight = level.suffix == "nothing" or text.endswith(_TIGHT) or not text.strip()
        return text.strip() if tight else f"{text.strip()} "
