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
        "figure": "数字",
        "before": "原为",
        "after": "现为",
        "change": "变化",
        "trend": "含义",
        "points": "个百分点",
        "stronger": "加强",
        "weaker": "减弱",
        "unchanged": "不变",
        "exceeded": "超额完成",
        "met": "达到",
        "missed": "未达到",
        "risen": "上升",
        "fallen": "下降",
        "ages": "现行表述各部分最早见于：",
        "figures_added": "新出现的数字：",
        "figures_removed": "不再提的数字：",
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
        "figure": "Figure",
        "before": "Old",
        "after": "New",
        "change": "Change",
        "trend": "Meaning",
        "points": "points",
        "stronger": "stronger",
        "weaker": "weaker",
        "unchanged": "unchanged",
        "exceeded": "exceeded",
        "met": "met",
        "missed": "missed",
        "risen": "risen",
        "fallen": "fallen",
        "ages": "The latest wording, by when it first appeared:",
        "figures_added": "New figures: ",
        "figures_removed": "Figures no longer named: ",
    },
}


def terms_in(language: str) -> Terms:
    """Give the words in ``zh`` or ``en`` (any other language: English)."""
    return MappingProxyType(_TERMS.get(language, _TERMS["en"]))
