"""The numbers that Chinese official documents print before their points.

The usual order, from the outermost: 编 or 部分, 章, 节, ``一、``, ``（一）``, ``1.``, ``（1）``,
``①`` (GB/T 9704-2012, 7.3.3, has four of them); ``一是`` and ``首先`` list inside a paragraph.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from evolve.reading.numbers.ordinals import NUMERAL, number_of, roman_number

__all__ = ["NEVER_OUTERMOST", "Label", "label_of"]

NEVER_OUTERMOST = frozenset(
    {"roman", "latin", "latin_paren", "dash", "bare", "decimal2", "decimal3", "decimal4"}
)
"""Styles that never number the outermost points, or too often are no numbers at all."""

_N = rf"(?P<n>{NUMERAL})"
_D = r"(?P<n>[0-9０-９]{1,3})"
_S = r"[ \t\u3000\xa0]*"
_OPEN, _CLOSE = r"[（(〔﹙]", r"[）)〕﹚]"
_ANY = rf"(?P<n>[0-9０-９]{{1,3}}|{NUMERAL})"
_POINT = r"[.．。]"

_FORMS: tuple[tuple[str, float, str], ...] = (
    ("book", 10, rf"第{_S}{_ANY}{_S}(?:编|編|篇|卷)(?![制写者排辑輯])"),
    ("division", 12, rf"第{_S}{_ANY}{_S}(?:部分|单元|單元)"),
    ("chapter", 20, rf"第{_S}{_ANY}{_S}章"),
    ("section", 30, rf"第{_S}{_ANY}{_S}(?:节|節)"),
    ("article", 35, rf"第{_S}{_ANY}{_S}(?:条|條)(?!例)"),
    ("formal", 37, rf"(?P<n>[壹贰貳叁參叄肆伍陆陸柒捌玖拾]{{1,3}}){_S}[、﹑.．]"),
    ("han", 40, rf"{_N}(?:{_S}[、﹑]|{_S}[.．](?!\d)|(?=[ \t\u3000\xa0]))"),
    ("stem", 38, rf"(?P<n>[甲乙丙丁戊己庚辛壬癸]){_S}[、﹑.．]"),
    (
        "task",
        45,
        rf"(?:重点|主要)?(?:任务|工程|行动|举措|措施|目标|专项|项目){_S}{_ANY}(?={_S}[：:、.．\s]){_S}[：:、.．]?",
    ),
    ("han_paren", 50, rf"{_OPEN}{_S}{_N}{_S}{_CLOSE}[、.．]?"),
    ("han_half", 55, rf"{_N}{_S}{_CLOSE}[、.．]?"),
    ("decimal4", 59.8, r"(?:\d{1,2}[.．]){3}(?P<n>\d{1,2})(?![\d%％.．])[.．、]?"),
    ("decimal3", 59.6, r"(?:\d{1,2}[.．]){2}(?P<n>\d{1,2})(?![\d%％.．])[.．、]?"),
    (
        "decimal2",
        59.4,
        r"\d{1,2}[.．](?P<n>\d{1,2})(?=[ \t\u3000\xa0]|[^\W\d_万亿倍元年月个个]{2})",
    ),
    ("arabic", 59, rf"{_D}{_S}[.．](?![\d０-９])"),
    ("arabic_comma", 60, rf"{_D}{_S}[、﹑]"),
    ("arabic_half", 65, rf"{_D}{_S}{_CLOSE}[、.．]?"),
    ("arabic_paren", 70, rf"{_OPEN}{_S}{_D}{_S}{_CLOSE}[、.．]?"),
    ("circled", 80, r"(?P<n>[①-⑳㉑-㉟])"),
    ("ordinal", 92, rf"[第其]{_N}[，,、：:]"),
    ("first", 93, r"(?P<n>首先|其次|再次|再者|最后|最後)[，,、：:]"),
    ("shi", 90, rf"{_N}(?:是|要|则)(?=[^一二三四五六七八九十])"),
    ("roman_part", 14, r"(?P<n>[IVX]{1,5})\.\s+(?=[A-Z])"),
    ("letter_part", 16, r"(?P<n>[A-Z])\.\s+(?=[A-Z][a-z])"),
    ("roman", 85, rf"(?P<n>[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]|[IVX]{{1,5}}){_S}[.．、](?![A-Za-z])"),
    ("latin", 86, rf"(?P<n>[A-Za-zＡ-Ｚａ-ｚ]){_S}[.．、](?![A-Za-z]\.)"),
    ("latin_paren", 87, rf"{_OPEN}?(?P<n>[a-zA-Z]|[ivx]{{1,5}}){_CLOSE}"),
    (
        "english",
        15,
        r"(?i:part|title)\s+(?P<n>\d{1,3}|[IVXivx]{1,5}|one|two|three|four|five)\b[.:]?",
    ),
    ("english_chapter", 20, r"(?i:chapter)\s+(?P<n>\d{1,3}|[IVXivx]{1,5})\b[.:]?"),
    (
        "english_section",
        30,
        (
            r"(?i:section|article|(?:strategic )?(?:priority|goal|outcome)|pillar|theme|"
            r"key (?:activity|priority))\s+(?P<n>\d{1,3}|[IVXivx]{1,5})\b(?:[.:]| [—–-](?= ))?"
        ),
    ),
    (
        "english_objective",
        45,
        (
            r"(?i:(?:strategic )?objective|initiative|output|performance goal)\s+"
            r"(?:\d{1,2}\.)?(?P<n>\d{1,2})\b(?:[.:]| [—–-](?= ))"
        ),
    ),
    (
        "english_measure",
        58,
        (
            r"(?i:strategy|action|recommendation|commitment|"
            r"(?:performance |key )?(?:measure|indicator|deliverable))\s+"
            r"(?:\d{1,2}\.)?(?P<n>\d{1,2})\b(?:[.:]| [—–-](?= ))"
        ),
    ),
    ("dash", 95, r"(?P<n>)(?:——|—|--|－－|•|·|●|■|◆|▪|○|※|★|☆|▲|►|◇|□|➢|\*(?=\s)|-(?=\s)|–(?=\s))"),
    ("bare", 58.9, r"(?P<n>\d{1,2})(?=[ \u3000\xa0]+[^\W\d_]{2})"),
)
_PATTERNS = tuple((style, rank, re.compile(form + _S)) for style, rank, form in _FORMS)
_RANKS = {style: rank for style, rank, _ in _FORMS}
_MAY_BE = re.compile(
    rf"[甲乙丙丁戊己庚辛壬癸重主任工行举措目专项\dA-Za-zＡ-Ｚａ-ｚⅠ-Ⅻ①-⑳㉑-㉟第(（〔﹙首其再最▍▌◎—－–•·●■◆▪○※★☆▲►◇□➢*-]|{NUMERAL}"
)
_ORNAMENT = re.compile(rf"[●■◆▪○※★☆▲►◇□➢▍▌◎]{_S}(?=\S)")
"""What may stand before a number, and a heading, for looks."""
_HEAD = 32
_WORDS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 99, "最後": 99}
_WORDS |= {stem: number for number, stem in enumerate("甲乙丙丁戊己庚辛壬癸", start=1)}
_ENGLISH = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


class Label(NamedTuple):
    """A printed number at the start of a line."""

    style: str
    """Its form: ``han`` for 一、, ``han_paren`` for （一） and so on."""
    number: int
    """Its value; 0 for a dash."""
    printed: str
    """As printed, without the white space after it."""
    length: int
    """Characters from the start of the line to the text after it."""

    @property
    def rank(self) -> float:
        """Place in the usual order; the smaller, the further out."""
        return _RANKS[self.style]


def label_of(line: str) -> Label | None:
    """The number that a line begins with, or None.

    What looks like a number may be none (a date, a figure): the outline decides by the order.

    >>> label_of("（十二）加强督导")
    Label(style='han_paren', number=12, printed='（十二）', length=4)
    """
    return _label_of(line[:_HEAD]) if _MAY_BE.match(line) else None


@lru_cache(maxsize=1 << 14)
def _label_of(head: str) -> Label | None:
    if sign := _ORNAMENT.match(head):
        inner = _label_of(head[sign.end() :])
        if inner is not None and inner.style not in NEVER_OUTERMOST:
            printed = head[: sign.end()] + inner.printed
            return inner._replace(printed=printed, length=sign.end() + inner.length)
    for style, _, pattern in _PATTERNS:
        match = pattern.match(head)
        if match is None:
            continue
        number = _value(style, match["n"])
        if number is not None:
            return Label(style, number, match[0].rstrip(), match.end())
    return None


def _value(style: str, numeral: str) -> int | None:
    if style == "dash":
        return 0
    if style == "circled":
        return ord(numeral) - (ord("①") - 1 if numeral <= "⑳" else ord("㉑") - 21)
    if numeral in _WORDS:
        return _WORDS[numeral]
    if style.startswith("roman"):
        return _roman(numeral)
    if style.startswith(("latin", "letter", "english")):
        return _letter(style, numeral)
    return number_of(numeral)


def _roman(numeral: str) -> int | None:
    if len(numeral) == 1 and "Ⅰ" <= numeral <= "Ⅻ":
        return ord(numeral) - ord("Ⅰ") + 1
    return roman_number(numeral)


def _letter(style: str, numeral: str) -> int | None:
    if numeral.isdecimal():
        return int(numeral)
    if numeral.casefold() in _ENGLISH:
        return _ENGLISH[numeral.casefold()]
    if style.startswith("english") or len(numeral) > 1:
        return roman_number(numeral.upper())
    folded = ord(numeral.casefold())
    return folded - (ord("ａ") if folded >= ord("ａ") else ord("a")) + 1
