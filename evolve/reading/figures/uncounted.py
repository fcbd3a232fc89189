"""Numbers that count nothing by themselves: 第3, 前1%, 500米覆盖率, 3岁以下婴幼儿, 新36条."""

import re

__all__ = ["counts_nothing"]

_BEFORE = re.compile(
    r"(?:(?<![目之以当提年])前|第|第\d+[、和]|前\d+[%％‰][、和]|排名|名列|位列|位居|[附图]表?|(?<!代)表|专栏|"
    r"建党|建国|[A-Za-z]|[“‘「][一二两三四五六七八九十]个|每)\s*$"
)
_AFTER = re.compile(
    r"[制组](?!织)|意识|自信|维护|确立|跑|大关|(?:服务)?半径|范围|覆盖率"
    r"|(?:社区|便民|文化|健身|服务|公共|都市|经济|出行|通勤|救援|救护|就医|生活|交通|高铁|养老|体育|阅读|品质)*圈"
)
_AGED = re.compile(r"(?:周岁|岁)及?以[上下内]的?[老儿婴幼人青妇女少患学职高]")
_PROVISIONS = re.compile(r"[新国老]\s*$")
_HEAD = 12


def counts_nothing(text: str, start: int, end: int, unit: str) -> bool:
    """Whether a number is an ordinal, a part of a name or a condition on what is counted.

    Args:
        text: Where it stands.
        start: Where its digits begin.
        end: Where its unit ends.
        unit: As printed; 新36条 is a document.
    """
    head = text[max(0, start - _HEAD) : start]
    if _BEFORE.search(head) or _AFTER.match(text, end) or _AGED.match(text, end - len(unit)):
        return True
    return unit == "条" and _PROVISIONS.search(head) is not None
