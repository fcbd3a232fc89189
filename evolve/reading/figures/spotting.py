"""Where a text holds a figure, and what its digits, unit and operator words say."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from evolve.model import Span
from evolve.reading.figures.amounts import ARABIC, CHINESE, arabic_value, chinese_value, scale_of
from evolve.reading.figures.uncounted import counts_nothing
from evolve.reading.wording import UNIT, UNIT_AFTER_NUMERAL

__all__ = ["BEFORE", "Figure", "figures_in"]


class Figure(NamedTuple):
    """A figure as it is printed; what it counts is not known yet."""

    span: Span
    """With operator and unit, in the text."""
    number: Span
    """Number, unit and what follows the unit, without the operator before it."""
    value: float | None
    """Null for a range."""
    low: float | None
    """Lower bound that the wording allows."""
    high: float | None
    """Upper bound that the wording allows."""
    operator: str
    """``=``, ``>=``, ``>``, ``<=``, ``<``, ``~`` or ``..``."""
    unit: str
    """Unit as counted; empty where none is printed."""


BEFORE: dict[str, re.Pattern[str]] = {
    ">=": re.compile(
        r"(?:不少于|不低于|不小于|不得少于|不得低于|至少|最低|达到或高于|达到或超过|≥|>=)(?:达到?|有|为)?\s*$"
    ),
    "<=": re.compile(
        r"(?:不超过|不高于|不多于|不大于|不得超过|不得高于|至多|最多|≤|<=)(?:达到?)?\s*$"
    ),
    ">": re.compile(r"(?:超过了?|超(?!额)|逾|突破|多于|高于|大于|过(?=半?$)|[>＞])\s*$"),
    "<": re.compile(r"(?:低于|少于|小于|不足|不到|不满|未满|[<＜])\s*$"),
    "~": re.compile(r"(?:大约|约为?|将近|接近|近|大概)\s*$"),
}
"""What stands right before a number, by operator."""

_AT_LEAST = re.compile(r"至少[^,，、;；。:：\d]{0,20}$")
_WITHIN = re.compile(r"控制在(?:约|近)?\s*$")
_NEAR_BELOW = re.compile(r"近\s*$")
_AFTER_WORDS = {"以上": ">=", "以下": "<=", "内": "<=", "左右": "~", "上下": "~"}
_AFTER = r"(?P<after>及?以上|及?以下|以内|之内|左右|上下)?"
_MORE = r"(?P<more>[余多]?)"
_SCALE = r"(?:\s(?=[万亿]))?(?P<scale>[余多]?(?:[十百]|千(?![瓦米克伏卡]))?万?亿?)"
_CLEAR = r"(?<![\d.．A-Za-z+＋第〔\[\-/])"
_DIGITS = re.compile(
    rf"{_CLEAR}(?P<number>{ARABIC})(?![\d+＋]|[.．]\d){_SCALE}{_MORE}\s?(?P<unit>{UNIT})?{_AFTER}"
)
_RANGE = re.compile(
    rf"{_CLEAR}(?P<low>{ARABIC})(?P<low_scale>[十百千]?[万亿]{{0,2}})(?P<lower>{UNIT})?"
    r"(?:[-—–－~～〜]{1,2}|至|到)"
    rf"(?P<number>{ARABIC})(?![\d+]){_SCALE}\s?(?P<unit>{UNIT})?{_AFTER}"
)
_NUMERAL = re.compile(
    r"(?<![第这那上下〇零一二两三四五六七八九十百千万亿])"
    rf"(?P<number>{CHINESE}){_MORE}(?P<unit>{UNIT_AFTER_NUMERAL})(?!一体|数|制){_AFTER}"
)
_TENTHS = re.compile(
    r"(?<![第一二三四五六七八九十])(?P<number>[一二三四五六七八九])成(?P<half>[五半])?"
    rf"(?![不立为功果员熟本长就品份效人交]){_AFTER}"
)
_PERCENT = re.compile(rf"百分之(?P<number>{CHINESE}|{ARABIC}){_AFTER}")
_FRACTION = re.compile(
    rf"(?P<below>[二三四五六七八九十]{{1,3}})分之(?P<number>[一二两三四五六七八九十]{{1,3}}){_AFTER}"
)
_SLASHED = re.compile(
    rf"(?<![\d/])(?P<number>\d{{1,2}})/(?P<below>\d{{1,2}})(?![\d/年月日]){_AFTER}"
)
_PER_100_000 = re.compile(rf"{_CLEAR}(?P<number>{ARABIC})/10万{_AFTER}")
_HALF = re.compile(rf"(?:一半|半数|(?<=[过逾超])半(?![年天月日小个])){_AFTER}")
_RATIO = re.compile(
    r"(?<![\d.])(?P<above>\d{1,3}(?:\.\d+)?)[:：](?P<below>\d{1,4}(?:\.\d+)?)(?!\d)"
)
_DOUBLED = re.compile(r"翻(?P<number>[一两二三1-9])番")
_EACH = re.compile(r"[\d一二三四五六七八九]个100[%％]")

_CLOSED = re.compile(
    r"《[^《》]{1,120}》|[“‘「][^”’」]{0,24}[+＋][^”’」]{0,24}[”’」]|[“‘「][\d—-]+[”’」]"
)
_UNIT_BEFORE = re.compile(r"(人次)(?:达到?|逾|超过?|约|近|突破)*$")
_RATIO_BEFORE = re.compile(r"(?:比例?|比率|达到?|高于|低于|为|控制在|不大于|不小于)\s*$")
_SHARED_UNIT = re.compile(rf"(?<=\.\d)\d*[和、](?:{ARABIC})(?P<unit>{UNIT})")
"""高4.2和0.7个百分点: a number with a fraction borrows the unit of the next."""
_YEAR = re.compile(r"(?:19|20)\d\d$")
_SAME_UNIT = {"个百分点": "百分点", "％": "%", "元人民币": "元", "人口": "人"}
_HEAD = 12
_QUOTE = 16


def figures_in(text: str, *, ceilings: bool = True) -> list[Figure]:
    """All figures of a text in order, apart from each other.

    Chapter and document numbers, dates, ordinals, codes such as “1+1+N” and everything inside
    a title 《》 are no figures.

    Args:
        text: One item or sentence.
        ceilings: Whether 控制在 sets a ceiling, as it does in a plan.
    """
    scanner = _Scanner(text, ceilings=ceilings)
    return _chained(sorted(scanner.figures(), key=lambda figure: figure.span))


def _chained(found: list[Figure]) -> list[Figure]:
    """A figure directly behind another shares its operator: 不少于4次8学时."""
    for index in range(1, len(found)):
        before, figure = found[index - 1], found[index]
        if figure.span[0] == before.span[1] and figure.operator == "=":
            low, high = _bounds(before.operator, figure.value)
            found[index] = figure._replace(low=low, high=high, operator=before.operator)
    return found


def _bounds(operator: str, value: float | None) -> tuple[float | None, float | None]:
    """Lowest and highest number that an operator allows."""
    low = value if operator in {"=", ">=", ">"} else None
    high = value if operator in {"=", "<=", "<"} else None
    return low, high


class _Scanner:
    """Runs the patterns over one text, the most telling first; no character is used twice."""

    def __init__(self, text: str, *, ceilings: bool) -> None:
        self.text = text
        self.ceilings = ceilings
        self.free = bytearray(b"\1") * len(text)
        for match in _CLOSED.finditer(text):
            self.take(match.span())

    def figures(self) -> Iterator[Figure]:
        for mark, pattern, read in (
            ("个100", _EACH, self.each),
            ("百分之", _PERCENT, self.percent),
            ("分之", _FRACTION, self.fraction),
            ("0万", _PER_100_000, self.per_100_000),
            ("/", _SLASHED, self.slashed),
            ("成", _TENTHS, self.tenths),
            ("半", _HALF, self.half),
            ("翻", _DOUBLED, self.doubled),
            ("", _RATIO, self.ratio),
            ("", _RANGE, self.range),
            ("", _DIGITS, self.digits),
            ("", _NUMERAL, self.numeral),
        ):
            for match in pattern.finditer(self.text) if mark in self.text else ():
                if not all(self.free[slice(*match.span())]):
                    continue
                if figure := read(match):
                    self.take(figure.number)
                    yield figure

    def take(self, span: Span) -> None:
        start, end = span
        self.free[start:end] = bytes(end - start)

    def before(self, place: int, width: int = _HEAD) -> str:
        return self.text[max(0, place - width) : place]

    def figure(
        self, match: re.Match[str], value: float, unit: str, *, more: bool = False
    ) -> Figure:
        """Read the operator words around a number."""
        start, end = match.span()
        head = self.before(start)
        words = next(((op, m[0]) for op, p in BEFORE.items() if (m := p.search(head))), None)
        after = match.groupdict().get("after") or ""
        operator = next((op for word, op in _AFTER_WORDS.items() if word in after), "")
        if words:
            start -= len(words[1])
            operator = operator if operator and words[0] == "~" else words[0]
        operator = operator or (">" if more else "")
        if not operator and _AT_LEAST.search(self.before(start, 2 * _HEAD)):
            operator = ">="
        operator = operator or ("<=" if self.ceilings and _WITHIN.search(head) else "=")
        low, high = _bounds(operator, value)
        if operator == "~" and _NEAR_BELOW.search(head):
            high = value
        return Figure((start, end), match.span(), value, low, high, operator, unit)

    def each(self, match: re.Match[str]) -> Figure:
        """四个100% is one figure, each of the four."""
        return self.figure(match, 100.0, "%")

    def percent(self, match: re.Match[str]) -> Figure | None:
        number = match["number"]
        value = 100.0 if number == "百" else chinese_value(number)
        if number[0] not in "〇零" and number[0].isdecimal():
            value = arabic_value(number)
        return None if value is None else self.figure(match, value, "%")

    def fraction(self, match: re.Match[str]) -> Figure | None:
        below, above = chinese_value(match["below"]), chinese_value(match["number"])
        if not below or not above or above > below:
            return None
        return self.figure(match, 100 * above / below, "%")

    def per_100_000(self, match: re.Match[str]) -> Figure:
        """孕产妇死亡率5.8/10万."""
        return self.figure(match, arabic_value(match["number"]), "/10万")

    def slashed(self, match: re.Match[str]) -> Figure | None:
        above, below = int(match["number"]), int(match["below"])
        return self.figure(match, 100 * above / below, "%") if 0 < above < below else None

    def tenths(self, match: re.Match[str]) -> Figure:
        value = (chinese_value(match["number"]) or 0) * 10 + (5 if match["half"] else 0)
        return self.figure(match, value, "%")

    def half(self, match: re.Match[str]) -> Figure:
        return self.figure(match, 50.0, "%")

    def doubled(self, match: re.Match[str]) -> Figure:
        digit = match["number"]
        times = arabic_value(digit) if digit.isascii() else chinese_value(digit) or 1
        return self.figure(match, 2**times, "倍")

    def ratio(self, match: re.Match[str]) -> Figure | None:
        below = float(match["below"])
        if not below or not _RATIO_BEFORE.search(self.before(match.start())):
            return None
        return self.figure(match, float(match["above"]) / below, "比")

    def range(self, match: re.Match[str]) -> Figure | None:
        unit, lower = _unit(match["unit"]), _unit(match["lower"])
        if unit in {"", "年"} or lower not in {"", unit} or self.no_count(match):
            return None
        factor = scale_of(match["scale"].lstrip("余多"))
        own = scale_of(match["low_scale"]) if match["low_scale"] or lower else factor
        low, high = arabic_value(match["low"], own), arabic_value(match["number"], factor)
        if low > high:
            return None
        return Figure(match.span(), match.span(), None, low, high, "..", unit)

    def digits(self, match: re.Match[str]) -> Figure | None:
        scale, unit = match["scale"].lstrip("余多"), _unit(match["unit"])
        if not (unit or scale) and (shared := _SHARED_UNIT.match(self.text, match.end())):
            unit = _unit(shared["unit"])
        if self.no_count(match) or not (unit or scale) or self.duration(match, unit):
            return None
        if not unit and (named := _UNIT_BEFORE.search(self.before(match.start()))):
            unit = named[1]
        value = arabic_value(match["number"], scale_of(scale))
        more = bool(match["more"]) or match["scale"][:1] in {"余", "多"}
        return self.figure(match, value, unit, more=more)

    def no_count(self, match: re.Match[str]) -> bool:
        """第3, 前1%, 图2, 5人制."""
        after = match.end("unit") if match["unit"] else match.end()
        return counts_nothing(self.text, match.start(), after, match["unit"] or "")

    def duration(self, match: re.Match[str], unit: str) -> bool:
        """A year, or a time span that is no threshold (3年行动计划)."""
        if unit != "年" or not match["number"].isdecimal():
            return False
        head = self.before(match.start())
        bounded = match["after"] or any(p.search(head) for p in BEFORE.values())
        return not bounded or bool(_YEAR.match(match["number"]))

    def numeral(self, match: re.Match[str]) -> Figure | None:
        value = chinese_value(match["number"])
        head = self.before(match.start(), _QUOTE)
        quoted = head.rfind("“") > head.rfind("”")
        if value is None or value <= 1 or quoted:
            return None
        return self.figure(match, value, _unit(match["unit"]), more=bool(match["more"]))


def _unit(text: str | None) -> str:
    return _SAME_UNIT.get(text or "", text or "")
