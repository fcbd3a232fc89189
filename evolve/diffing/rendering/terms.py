"""The words around a difference, in Chinese and English."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["Terms", "terms_in"]

Terms = Mapping[str, str]

_TERMS = {
    "zh": {
        "same": "未变",
        "changed": "有改动",
        "rewritten": "改写",
        "first": "首次出现",
        "new": "新增",
        "gone": "不再出现",
        "alike": "相同 {share}",
        "shared": "共有词语：",
        "passages": "对应语句：",
        "moved": "移动",
        "legend": (
            "[-删去-] {+新增+} [-移走 >1-] {+1> 移来+} 【共有】；"
            "行首：- 删去，+ 新增，~ 改动，> 移动"
        ),
        "title": "差异",
    },
    "en": {
        "same": "unchanged",
        "changed": "changed",
        "rewritten": "rewritten",
        "first": "first wording",
        "new": "new",
        "gone": "gone",
        "alike": "{share} in common",
        "shared": "Shared: ",
        "passages": "Clauses that answer each other:",
        "moved": "moved",
        "legend": (
            "[-removed-] {+added+} [-moved away >1-] {+1> moved here+} 【shared】;"
            " lines: - removed, + added, ~ changed, > moved"
        ),
        "title": "Difference",
    },
}


def terms_in(language: str) -> Terms:
    """Give the words in ``zh`` or ``en`` (any other language: English)."""
    return MappingProxyType(_TERMS.get(language, _TERMS["en"]))
