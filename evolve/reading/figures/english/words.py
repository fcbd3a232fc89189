"""The words around a number in English: units, operators, what it cannot be."""

import re
import tomllib
from importlib.resources import files

__all__ = [
    "AFTER",
    "BEFORE",
    "LISTS",
    "MONEY",
    "MONEY_UNITS",
    "MONTH",
    "NUMBER",
    "NUMERALS",
    "RATES",
    "SCALE",
    "SCALES",
    "UNIT",
    "WORDS",
    "counts_nothing",
    "unit_of",
]

LISTS: dict[str, str] = tomllib.loads(
    files("evolve.reading.figures.english").joinpath("words.toml").read_text(encoding="utf-8")
)
"""Lists of words, by name."""
WORDS = {name: f"(?:{'|'.join(words.split())})" for name, words in LISTS.items()}
"""The same as patterns: a group that matches any of the words."""

NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
"""Digits with commas and a fraction."""

_ONES = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMERALS = {word: value for value, word in enumerate(_ONES, 1)} | {
    word: 10 * tens for tens, word in enumerate(_TENS, 2)
}
"""Numbers in words, as far as they are read."""

SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "tn": 10**12,
}
"""What a word or letter after a number multiplies it by."""
SCALE = r"(?:(?:hundred|thousand|million|billion|trillion)\b|(?:bn|mn|tn|m|k)\b)"

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"

MONEY = r"(?:US\$|HK\$|[AC]\$|[$£€¥]|(?:RMB|USD|EUR|GBP|CNY)\s?)"
"""What stands before an amount."""

_UNITS: dict[str, str] = {
    "%": r"percent\b|per\s?cent\b|%",
    "percentage points": r"percentage[\s-]points?",
    "basis points": r"basis[\s-]points?",
    "yuan": r"(?:yuan|RMB|renminbi)\b(?:\s\(RMB\))?",
    "US$": r"(?:US|U\.S\.)\sdollars?",
    "$": r"dollars?\b",
    "€": r"euros?\b",
    "£": r"pounds?(?:\ssterling)?\b",
    "tonnes": r"metric\stons?\b|tonnes?\b",
    "tons": r"tons?\b",
    "kilograms": r"kilogram(?:me)?s?\b|kg\b",
    "GW": r"gigawatts?\b|GW\b",
    "MW": r"megawatts?\b|MW\b",
    "kW": r"kilowatts?\b(?![\s-]hours?)|kW\b",
    "kWh": r"kilowatt[\s-]hours?\b|kWh\b",
    "square kilometres": r"square\skilomet(?:er|re)s?\b|km2\b|km²",
    "square metres": r"square\smet(?:er|re)s?\b|m²",
    "cubic metres": r"cubic\smet(?:er|re)s?\b|m³",
    "hectares": r"hectares?\b|ha\b",
    "acres": r"acres?\b",
    "mu": r"mu\b",
    "kilometres": r"kilomet(?:er|re)s?\b|km\b",
    "miles": r"miles?\b",
    "metres": r"met(?:er|re)s?\b",
    "litres": r"lit(?:er|re)s?\b",
    "µg/m³": r"micrograms?\sper\scubic\smet(?:er|re)|[µμ]g/m(?:³|3)",
    "/100,000": r"(?:per|in\severy|for\severy)\s100,000(?!\d)",
    "/1,000": r"(?:per|in\severy|for\severy)\s1,000(?!\d)",
    "seconds": r"seconds?\b",
    "minutes": r"minutes?\b",
    "hours": r"(?:working\s)?hours?\b",
    "days": r"(?:working\s|calendar\s)?days?\b",
    "weeks": r"weeks?\b",
    "months": r"months?\b",
    "years": r"years?\b",
}
UNIT = "(?:" + "|".join(_UNITS.values()) + ")"
_READ = tuple((unit, re.compile(f"(?:{wording})")) for unit, wording in _UNITS.items())

MONEY_UNITS = frozenset({"yuan", "US$", "HK$", "A$", "C$", "$", "€", "£", "¥", "USD", "EUR", "GBP"})
RATES = frozenset({"%", "percentage points", "basis points", "/100,000", "/1,000"})
"""Units of what is no count."""
_SAME = {"RMB": "yuan", "CNY": "yuan", "USD": "US$", "EUR": "€", "GBP": "£"}

BEFORE: dict[str, re.Pattern[str]] = {
    ">=": re.compile(
        r"\b(?:at\sleast|no\s(?:less|fewer|lower)\sthan|not\s(?:be\s)?(?:less|fewer|lower|below)(?:\sthan)?"
        r"|a\sminimum\sof)\s*$",
        re.IGNORECASE,
    ),
    "<=": re.compile(
        r"\b(?:(?:no|not)\s(?:be\s)?(?:more|greater|higher|longer|later)\sthan|at\smost|up\sto"
        r"|(?:not|without)\sexceed(?:ing)?|a\smaximum\sof|capped\sat|limited\sto|within)\s*$",
        re.IGNORECASE,
    ),
    "<": re.compile(
        r"\b(?:under|below|(?:less|fewer|lower|shorter)\sthan)\s*$",
        re.IGNORECASE,
    ),
    ">": re.compile(
        r"\b(?:over|above|(?:more|greater|higher|longer)\sthan|in\sexcess\sof|upwards\sof"
        r"|(?:exceed|surpass|topp?|pass)(?:ed|ing|e?s)?(?:\sthe)?)\s*$",
        re.IGNORECASE,
    ),
    "~": re.compile(
        r"\b(?:around|about|approximately|roughly|nearly|almost|close\sto|some|an\sestimated|circa)\s*$",
        re.IGNORECASE,
    ),
}
"""What stands right before a number, by operator."""

AFTER = r"(?P<after>\+|\s(?:or|and)\s(?:more|over|above|higher|less|fewer|below|under|lower|so)\b)?"
"""What stands right after it."""

_LABEL = re.compile(
    rf"(?:\b(?:No|Nos|Art|Fig|p|pp|para)\.|\b(?:Number|Article|Section|Chapter|Table|Figure|Annex|Appendix|Phase|Priority|Goal|"
    r"Objective|Action|Step|Page|Paragraph|Clause|Version|Volume|Class|Grade|Tier|Level|Stage|Part|"
    rf"Item|Line|Route|Type|Category|Band|Scope|Day|Target|Strand|Theme|Pillar|Covid|{MONTH}))[\s-]*$",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"\b(?:aged?|ages|(?:children|people|persons|adults|residents|those|women|men|pupils|students|"
    r"young|everyone|anyone|workers)\s(?:aged\s)?(?:under|over|above|below|between))"
    r"\s(?:(?:under|over|above|below|between|from|of)\s)?(?:\d+\s(?:to|and|or)\s)?$",
    re.IGNORECASE,
)
_COMPOUND = re.compile(
    r"[\s-]?(?:-(?!percent|per)[a-z]|years?[\s-]olds?|years?\sof\sage|[ap]\.?m\b|o’clock"
    rf"|(?:st|nd|rd|th)\b|\s{MONTH}\b)",
    re.IGNORECASE,
)
_SPELL = re.compile(
    r"\b(?:past|last|next|previous|coming|first|another|for|over\sthe|within|in|every|after|each)\s(?:the\s)?"
    r"(?:(?:past|last|next|first|previous|coming|about|around|over|more\sthan|at\sleast|only|up\sto)\s)*$",
    re.IGNORECASE,
)
_TIMES = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "seconds"})
_LENGTHS = frozenset({"metres", "kilometres", "miles"})
_WITHIN = re.compile(r"\bwithin\s$", re.IGNORECASE)
_HEAD = 40


def counts_nothing(text: str, start: int, end: int, unit: str) -> bool:
    """Whether a number is a label, an age, a date or a length of time that bounds nothing.

    Args:
        text: Where it stands.
        start: Where it begins.
        end: Where its digits end.
        unit: Its unit; ``for 30 years`` and ``within 500 metres`` count nothing.
    """
    head = text[max(0, start - _HEAD) : start]
    if _LABEL.search(head) or _AGED.search(head) or _COMPOUND.match(text, end):
        return True
    if unit in _LENGTHS and _WITHIN.search(head):
        return True
    return unit in _TIMES and (
        _SPELL.search(head) is not None or (unit == "years" and not _to(head))
    )


def _to(head: str) -> bool:
    return re.search(r"\b(?:to|at|of|reach\w*|than|least)\s$", head) is not None


def unit_of(money: str | None, printed: str | None) -> str:
    """The unit as it is compared: ``percent`` is ``%``, ``metric tons`` are ``tonnes``."""
    if money:
        return _SAME.get(money.strip(), money.strip())
    return next((unit for unit, wording in _READ if printed and wording.fullmatch(printed)), "")
