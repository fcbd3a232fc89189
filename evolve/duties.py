"""Who does it and by when (责任单位, 完成时限): notes beside a measure, and no measures."""

import re

__all__ = ["without_duties"]

_WHO = (
    r"(?:(?:主要|第一)?责任|牵头|主责|配合|协办|协同|协助|参与|参加|主办|承办|实施|落实|督办|督导|组织|支持|指导)"
    r"(?:单位|部门|科室|处室|股室|司局|主体|领导|人)|(?:[省市区县局]级?)?(?:分管|包保|联系|挂点|挂牌)领导"
)
_WHEN = (
    r"(?:完成|办结|整改|推进|实施|启动)?(?:时限|期限|时间节点)(?:要求)?|"
    r"完成时间|时间(?:安排|要求)|进度(?:安排|要求)"
)
_LABEL = rf"(?:{_WHO}|{_WHEN})\s*[:：]"
_MAY_BE = re.compile(r"[位门室局体导人限点间排求]\s*[:：]|[责头合施实][）)]")
"""What each note holds; quick to look for."""
_MARKS = (":", "：", ")", "）")
"""One of these it ends in; quicker still."""
_DUTY = re.compile(
    rf"[（(【\[]\s*{_LABEL}[^（）()【】\[\]]*(?:[（(][^（）()]*[）)][^（）()【】\[\]]*)*[）)】\]]"
    r"|[（(][^（）()。；]{2,120}(?:负责|牵头|配合|牵头落实|组织实施)[）)]"
    rf"|{_LABEL}[^；;。\n]*[；;]?"
)


def without_duties(text: str, mask: str) -> str:
    """Blank the notes out of a masked text, so that sentences end before them.

    Args:
        text: Text of an item.
        mask: The same text masked, of the same length.
    """
    if not any(mark in text for mark in _MARKS) or _MAY_BE.search(text) is None:
        return mask
    pieces, at = [], 0
    for note in _DUTY.finditer(text):
        start, end = note.span()
        pieces += [mask[at:start], "。" * (end - start)]
        at = end
    return "".join([*pieces, mask[at:]])
