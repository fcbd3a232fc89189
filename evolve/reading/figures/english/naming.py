"""What a figure of a text in English counts, and whether it is a stock, a flow or a growth."""

import re
from collections.abc import Sequence

from evolve.reading.figures.bases import Named
from evolve.reading.figures.context import around
from evolve.reading.figures.english.nouns import noun_after, up_to_plural
from evolve.reading.figures.english.words import MONEY_UNITS, RATES, WORDS
from evolve.reading.figures.spotting import Figure

__all__ = ["named"]


def _any(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_SENTENCE_END = re.compile(r"[.!?;](?=\s|$)|\n")
_SEPARATOR = re.compile(
    r"[,:—–](?=\s)|\band(?=\s(?:the|a|an|we|our|will|to)\s)|\bwhile\s|\bwhich\s"
)
_ASIDE = re.compile(r"\s\([^()]*\)")
_AND = re.compile(r"\s?(?:,|and|or|,\sand)\s(?:by\s)?")

_BY = _any(
    rf"\b{WORDS['change']}\b[^,;.]*?\s(?:of|by)\s(?:an?\s(?:further|average|additional)\s(?:of\s)?)?$"
)
_UP = _any(r"\b(?:up|down)\s$")
_RATE_OF = _any(rf"\b{WORDS['change_noun']}\b[^,;:]{{0,60}}\s(?:of|at|is|was|to)\s$")
_SUM_OF = _any(r"\b(?:increase|rise|reduction|cut)\sof\s$")
_THAN_BEFORE = _any(
    r"\s(?:(?:more|less|higher|lower|fewer)\sthan|over|above|below|on)"
    r"\s(?:last\syear|the\s(?:previous|year)|(?:in\s)?20\d\d|a\syear)"
)
_TOTAL = _any(r"\b(?:cumulative(?:ly)?|altogether|so\sfar|to\sdate|in\stotal)\b")
_NEW_BEFORE = _any(rf"\b(?:new(?!-)|{WORDS['making']}|{WORDS['made']})\b(?!\scapacity|-)")
_NEW_AFTER = _any(
    rf"\s(?:new(?:ly)?(?!-)|additional|more|extra|further)\b|[^,]{{0,40}}?\b{WORDS['made']}\b"
)

_GROWTH_NOUN = _any(
    r"\s?(?:(?:annual|average|year-on-year|overall|further)\s)?"
    rf"{WORDS['change_noun']}s?\b(?:\s(?:in|of)\s(?P<of>[^,;.:]+))?"
)
_ROSE_BY = _any(rf"\b{WORDS['change_noun']}\sof\s(?:[a-z ]+\s)?$")
_OF_NOUN = re.compile(r"\s(?:of|in)\s(?P<of>[^,;.:()]+)")
_SHARE = _any(
    r"\b(?:account(?:s|ed|ing)?\sfor|ma(?:ke|kes|de|king)\sup|represent\w*|cover(?:s|ed|ing)?)\s*$"
)
_FILL = _any(rf"(?:(?:^|\s){WORDS['fill']})+\s*$")
_RELATIVE = _any(r"\s(?:that|who|which)\s(?:have|has|had|are|were|is|was)\b[^,]*$")
_OPENS = _any(rf"\b{WORDS['opens']}\s")
_VERB = _any(
    rf"\b{WORDS['verb']}\s|^(?:rais|increas|reduc|lower|improv|expand|extend|boost|lift|shorten)ed\s"
    r"|\b(?:and|has|have|had)\s\w+ed\s(?!by\b)"
)
_ENDS = _any(rf"\b{WORDS['ends']}\b")
_LEAD = re.compile(
    rf"(?:(?i:{WORDS['lead']})\s+"
    r"|(?:[A-Z][\w.]+|(?:[Tt]he\s)?(?:country|nation|city|county|province|state|council))['’]s\s+)+"
)
_TRAIL = re.compile(
    r"\s+(?:for|in|of|by)\s(?:this\syear|the\syear|20\d\d)$|\s(?:this|last)\syear$|\s\([A-Z]{2,6}\)$"
    r"|(?<=\w\w)\s(?:growth|increase|target)$|['’]s$"
)
_SPARE = re.compile(
    r"(?:new(?:ly)?(?:\s(?:built|created|established))?|additional|more|further|extra)\s+"
)
_EMPTY = _any(r"(?:against\s)?(?:(?:an?|the)\s)?(?:target|goal|total|figure)s?")
_LETTERS = re.compile(r"[A-Za-z]{2}")
_LONGEST = 120
_REACH = 240


def named(text: str, figures: Sequence[Figure]) -> list[Named]:
    """Name the figures of one item, in order."""
    found: list[Named] = []
    for index, figure in enumerate(figures):
        left, right = around(text, figures, index, _SENTENCE_END, _REACH)
        before = found[-1] if found and _same_sentence(text, found[-1].figure, figure) else None
        goes_on = before is not None and _goes_on(before, figure, left)
        basis = "growth" if goes_on else _basis(figure, left, right)
        name = _name(text, figure, left, right, growth=basis == "growth")
        found.append(Named(figure, name or (before.name if before else ""), basis))
    return found


def _same_sentence(text: str, before: Figure, figure: Figure) -> bool:
    return not _SENTENCE_END.search(text, before.span[1], figure.span[0])


def _goes_on(before: Named, figure: Figure, left: str) -> bool:
    """Rose by 8.9 percent and 7.7 percent: the second is a growth as well."""
    same = before.figure.unit == figure.unit and before.basis == "growth"
    return same and _AND.fullmatch(left) is not None


def _basis(figure: Figure, left: str, right: str) -> str:
    grows = _BY.search(left) or _UP.search(left) or _THAN_BEFORE.match(right)
    if figure.unit in RATES:
        return "growth" if grows or _RATE_OF.search(left) or _GROWTH_NOUN.match(right) else "level"
    if grows or _SUM_OF.search(left):
        return "growth"
    clause = _SEPARATOR.split(left)[-1]
    if _TOTAL.search(clause) or _TOTAL.search(right[:_LONGEST]):
        return "cumulative"
    counted = not figure.unit or figure.unit in MONEY_UNITS
    fresh = counted and (_NEW_BEFORE.search(clause) or _NEW_AFTER.match(right))
    return "new" if fresh else "level"


def _name(text: str, figure: Figure, left: str, right: str, *, growth: bool) -> str:
    if growth and (of := _changed(left, right)):
        return _phrase(of)
    if not figure.unit and (counted := noun_after(text, figure.span[1])):
        return _SPARE.sub("", counted)
    own, noun = _before(left), _OF_NOUN.match(right)
    leads = figure.unit in RATES or _FILL.search(left)
    if own and leads and figure.unit not in MONEY_UNITS and not _SHARE.search(left):
        return own
    return _phrase(noun["of"]) if noun and not growth else own


def _changed(left: str, right: str) -> str:
    """What an increase of 5 percent is one in."""
    noun = _GROWTH_NOUN.match(right) or (_ROSE_BY.search(left) and _OF_NOUN.match(right))
    return (noun["of"] or "") if noun else ""


def _before(left: str) -> str:
    """The noun phrase that leads to a figure."""
    clause = _SEPARATOR.split(_ASIDE.sub("", left))[-1]
    bare = _RELATIVE.sub("", _FILL.sub("", clause))
    bare = _OPENS.split(bare)[-1].strip()
    verb = max((match.end() for match in _VERB.finditer(f"{bare} ")), default=0)
    return _clean(bare[verb:])


def _phrase(text: str) -> str:
    """A noun phrase up to the verb or clause behind it."""
    ends = _ENDS.search(text, 1)
    return _clean(up_to_plural(text[: ends.start()] if ends else text))


def _clean(name: str) -> str:
    name, before = _FILL.sub("", name.strip(" \"“”'‘’")), ""
    while before != name:
        before = name
        lead = _LEAD.match(name)
        name = _TRAIL.sub("", name[lead.end() :] if lead else name).strip()
    name = re.sub(r'["“”]', "", _SPARE.sub("", name) if _SPARE.match(name) else name)
    name = re.sub(r"\s+", " ", name).strip(" ,")
    tells = _LETTERS.search(name) and not _EMPTY.fullmatch(name) and not _VERB.fullmatch(f"{name} ")
    return name if tells and len(name) <= _LONGEST else ""
