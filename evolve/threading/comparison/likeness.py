"""Whether two figures count the same thing: cautious, by the words of their names."""

import re
from collections import Counter
from functools import lru_cache
from itertools import takewhile

__all__ = ["alike", "bigrams", "name_key", "other_subjects", "same_thing", "shared_run"]

_NEUTRAL = re.compile(
    r"[(（](?:含[^()（）]*|园|部)[)）]|适龄|少年|各类|住房(?=改造)|阶段|领域(?=.{2})|及(?=以[上下])|的|达标|年度|全年|当年|总体|数量|总数|[“”‘’\"()（）《》、,，\s]|[*＊]"
)
_SAME = (
    (re.compile(r"数?(?:所占比例|所占比重|占比|比例|比重|占)$"), ""),
    (
        re.compile(
            r"(?:[Gg]ross domestic product|GDP)(?: growth)?|国内生产总值|地区生产总值|生产总值"
        ),
        "生产总值",
    ),
    (
        re.compile(r"[Cc]onsumer price index|CPI|居民消费价格(?:总水平|指数)?(?:涨幅|上涨幅度)?"),
        "居民消费价格",
    ),
    (re.compile(r"广义货币(?:供应量)?[(（]?(?:M2)?[)）]?"), "广义货币"),
    (re.compile(r"(?<=.{2})(?:预期)?(?:增长|增速)?(?:预期)?(?:目标)?(?:拟?定)?$"), ""),
    (re.compile(r"单位生产总值能(?:源消)?耗|能(?:源消)?耗强度"), "单位能耗"),
    (re.compile(r"总值|总额"), "总额"),
    (re.compile(r"(?<=.{4})(?:水平|(?<!达)标准)$"), ""),
    (re.compile(r"在园(?:幼儿|人)数?"), "幼儿"),
)

_SAME_FROM = 0.75
_HEAD = 2


@lru_cache(maxsize=65536)
def name_key(name: str, own: re.Pattern[str] | None = None) -> str:
    """The characters of a name in a fixed order, less what changes nothing.

    义务教育残疾儿童入学率 and 适龄残疾儿童义务教育入学率 are one; 小学 and 初中 are not.

    Args:
        name: Name of a figure.
        own: Words for the issuer's own area (全市, 我市), which add nothing.
    """
    bare = own.sub("", name) if own else name
    for pattern, word in _SAME:
        bare = pattern.sub(word, bare)
    return "".join(sorted(_NEUTRAL.sub("", bare).casefold()))


def same_thing(one: str, other: str, least: float = _SAME_FROM) -> bool:
    """Whether two names count the same: one key, or much alike with the same last word.

    国内生产总值 and 国内生产总值能耗 are alike, yet the one is money and the other energy.
    """
    if name_key(one) == name_key(other):
        return True
    if alike(one, other) < least or one[-_HEAD:] != other[-_HEAD:]:
        return False
    return not other_subjects(one, other)


def other_subjects(one: str, other: str) -> bool:
    """研发经费支出占比重 and 教育经费支出占比重: before their common end nothing is shared."""
    shared = takewhile(lambda pair: pair[0] == pair[1], zip(one[::-1], other[::-1], strict=False))
    tail = sum(1 for _ in shared)
    heads = one[: len(one) - tail], other[: len(other) - tail]
    return min(map(len, heads)) >= _HEAD and not set(heads[0]) & set(heads[1])


def alike(one: str, other: str) -> float:
    """Dice coefficient of the character bigrams of two names, 0 to 1."""
    a, b = Counter(bigrams(one)), Counter(bigrams(other))
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else float(one == other)


def bigrams(name: str) -> list[str]:
    """Pairs of neighbouring characters of a name, less what changes nothing."""
    bare = _NEUTRAL.sub("", name)
    return [bare[i : i + 2] for i in range(len(bare) - 1)] if len(bare) > 1 else [bare]


def shared_run(one: str, other: str) -> int:
    """Length of the longest run of characters that stands in both names."""
    return max(
        (
            length
            for start in range(len(one))
            for length in range(1, len(one) - start + 1)
            if one[start : start + length] in other
        ),
        default=0,
    )
