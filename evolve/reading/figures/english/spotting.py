"""Where a text in English holds a figure, and what its digits, unit and operator words say."""

import re
from collections.abc import Iterator
from decimal import Decimal

from evolve.model import Span
from evolve.reading.figures.english.nouns import noun_after
from evolve.reading.figures.english.words import (
    AFTER,
    BEFORE,
    MONEY,
    NUMBER,
    NUMERALS,
    SCALE,
    SCALES,
    UNIT,
    WORDS,
    counts_nothing,
    unit_of,
)
from evolve.reading.figures.spotting import Figure

__all__ = ["figures_in"]

_CLEAR = r"(?<![\w.,/$£€¥–—-])(?<!\d[-–—])"
_END = r"(?![\d]|[.,/:]\d|\s?[–—/]\s?\d)"
_WORD = "|".join(NUMERALS)
_DIGITS = re.compile(
    rf"{_CLEAR}(?P<money>{MONEY})?(?P<number>{NUMBER}){_END}"
    rf"(?:[\s-]?(?P<scale>{SCALE}))?(?:[\s-]?(?P<unit>{UNIT}))?{AFTER}(?!\w)"
)
_RANGE = re.compile(
    rf"{_CLEAR}(?:(?P<open>between)\s)?(?P<money>{MONEY})?(?P<low>{NUMBER})(?:[\s-]?(?P<lower>{UNIT}))?"
    rf"(?P<to>\s?[-–—]\s?|\sto\s|\sand\s)(?:{MONEY})?(?P<number>{NUMBER}){_END}"
    rf"(?:[\s-]?(?P<scale>{SCALE}))?(?:[\s-]?(?P<unit>{UNIT}))?(?!\w)",
    re.IGNORECASE,
)
_NUMERAL = re.compile(
    rf"(?<![\w-])(?P<number>(?:{_WORD})(?:-(?:{_WORD}))?)(?![\w-])"
    rf"(?:\s(?P<scale>hundred|thousand|million|billion|trillion)\b)?(?:[\s-](?P<unit>{UNIT}))?(?!\w)",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"(?<![\w-])(?:(?P<above>one|two|three|a)[\s-](?P<below>third|quarter|fifth)s?|(?P<half>half))"
    r"(?=\sof\s(?!an?\s(?:century|year|month)|(?:this|last|the)\s(?:year|month|century)))",
    re.IGNORECASE,
)
_NOT_HALF = re.compile(r"\b(?:first|second|latter|other|better)\s$", re.IGNORECASE)
_PARTS = {"third": 3, "quarter": 4, "fifth": 5}
_YEAR = re.compile(r"(?:19|20)\d\d")
_RISES = re.compile(rf"\b{WORDS['change']}\b[^.;:]*$", re.IGNORECASE)
_REACHED = re.compile(
    r"\b(?:to|reach(?:ed|es|ing)?|stood\sat|stands\sat|total(?:l?ed|s|l?ing)?|from|numbered|was|were|add|adds|added)\s$"
)
_MORE = re.compile(r"\s(?:more|fewer)\sthan\s(?:in|last|the)\b")
_KNOWN = re.compile(
    r"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Oo]ur|[Aa]ll|[Ff]irst|[Tt]op|[Ll]ast|[Nn]ext)\s$"
)
"""The 10 major initiatives: a known set, not a promise of so many."""
_HEAD = 28
_SENTENCE = 240


def figures_in(text: str) -> list[Figure]:
    """All figures of a text in order, apart from each other.

    Years, dates, ordinals, labels (Phase 2), ages, lengths of time that bound nothing (a 10-year
    plan) and bare numbers that count nothing are no figures.
    """
    free = bytearray(b"\1") * len(text)
    found = []
    for pattern, read in (
        (_RANGE, _range),
        (_DIGITS, _digits),
        (_FRACTION, _fraction),
        (_NUMERAL, _numeral),
    ):
        for match in pattern.finditer(text):
            start, end = match.span()
            if all(free[start:end]) and (figure := read(text, match)):
                free[start:end] = bytes(end - start)
                found.append(figure)
    return sorted(found, key=lambda figure: figure.span)


def _figure(text: str, number: Span, value: float, unit: str, after: str = "") -> Figure:
    """Read the operator words around a number."""
    start, end = number
    head = text[max(0, start - _HEAD) : start]
    words = list(_operators(head))
    operator = words[0][0] if words else _trailing(after)
    start -= max((len(matched) for _, matched in words), default=0)
    low = value if operator in {"=", ">=", ">"} else None
    near = operator == "~" and re.search(r"\b(?:nearly|almost|close\sto)\s*$", head)
    high = value if operator in {"=", "<=", "<"} or near else None
    return Figure((start, end), number, value, low, high, operator, unit)


def _operators(head: str) -> Iterator[tuple[str, str]]:
    for operator, pattern in BEFORE.items():
        if match := pattern.search(head):
            yield operator, match[0]


def _trailing(after: str) -> str:
    if not after:
        return "="
    word = after.rsplit(maxsplit=1)[-1]
    return (
        "~"
        if word == "so"
        else "<="
        if word in {"less", "fewer", "below", "under", "lower"}
        else ">="
    )


def _amount(number: str, scale: str | None) -> float:
    factor = SCALES[scale.casefold()] if scale else 1
    return float(Decimal(number.replace(",", "")) * factor)


def _range(text: str, match: re.Match[str]) -> Figure | None:
    unit, lower = (unit_of(match["money"], match[side]) for side in ("unit", "lower"))
    dash = not match["to"].strip().isalpha()
    word = match["to"].strip()
    if lower not in {"", unit} or (word == "and") != bool(match["open"]):
        return None
    if not (unit or match["scale"] or noun_after(text, match.end())) or _dated(text, match, unit):
        return None
    rises = _RISES.search(text[max(0, match.start() - _SENTENCE) : match.start()])
    if not dash and word == "to" and rises and text.endswith("from ", 0, match.start()):
        return None
    low, high = _amount(match["low"], match["scale"]), _amount(match["number"], match["scale"])
    if low >= high:
        return None
    return Figure(match.span(), match.span(), None, low, high, "..", unit)


def _dated(text: str, match: re.Match[str], unit: str) -> bool:
    years = not unit and _YEAR.fullmatch(match["low"])
    start = match.start("low")
    return bool(years) or counts_nothing(text, start, match.end("number"), unit)


def _digits(text: str, match: re.Match[str]) -> Figure | None:
    scale, money = match["scale"], match["money"]
    if scale and len(scale) < len("hundred") and not money:
        return None
    unit = unit_of(money, match["unit"])
    if counts_nothing(text, match.start(), match.end("number"), unit):
        return None
    number = match["number"]
    if not (unit or scale) and not _counts(text, match):
        return None
    return _figure(text, match.span(), _amount(number, scale), unit, match["after"] or "")


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether a bare number counts: a noun follows, or a verb of change leads to it."""
    head = text[max(0, match.start() - _SENTENCE) : match.start()]
    if _YEAR.fullmatch(match["number"]):
        bound = any(pattern.search(head[-_HEAD:]) for pattern in BEFORE.values())
        return bound and bool(noun_after(text, match.end()))
    if noun_after(text, match.end()):
        return not _KNOWN.search(head)
    if _MORE.match(text, match.end()):
        return True
    for _, words in _operators(head[-_HEAD:]):
        head = head.removesuffix(words)
    return bool(_REACHED.search(head) and (_RISES.search(head) or "." in match["number"]))


def _fraction(text: str, match: re.Match[str]) -> Figure | None:
    if match["half"]:
        bare = _NOT_HALF.search(text, max(0, match.start() - _HEAD), match.start())
        return None if bare else _figure(text, match.span(), 50.0, "%")
    above = {"two": 2, "three": 3}.get(match["above"].casefold(), 1)
    return _figure(text, match.span(), 100 * above / _PARTS[match["below"].casefold()], "%")


def _numeral(text: str, match: re.Match[str]) -> Figure | None:
    """Twelve clinics, One trillion yuan; not the one, two times, three areas."""
    unit, scale = unit_of(None, match["unit"]), match["scale"]
    plain = not (unit or scale) and not noun_after(text, match.end(), narrow=True)
    if plain or counts_nothing(text, match.start(), match.end("number"), unit):
        return None
    value = sum(NUMERALS[word] for word in match["number"].casefold().split("-"))
    return _figure(text, match.span(), _amount(str(value), scale), unit)
