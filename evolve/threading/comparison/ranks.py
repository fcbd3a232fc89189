"""Places in a ranking that are promised: 位居全省第一, 进入前五, 保持前列."""

import re
from math import inf

from evolve.reading.figures.amounts import chinese_value
from evolve.threading.comparison.changes import Change
from evolve.threading.comparison.likeness import alike

__all__ = ["rank_change"]

_LIKE = 0.5
"""Likeness of two wordings from which their places are places of the same."""
_PLACE = re.compile(
    r"(?:位[居列]|稳居|居|进入|跻身|保持(?:在)?|排名|升至|处于)(?P<among>[^,，。;；第前\d]{0,8})"
    r"(?P<place>前列|(?:前|第)(?P<number>\d{1,3}|[一二两三四五六七八九十百]{1,4})(?![批期年季届轮阶产]))"
)


def rank_change(old: str, new: str) -> Change | None:
    """Compare the places that two wordings of one promise set; 前列 is any place near the top."""
    was, now = _PLACE.search(old), _PLACE.search(new)
    if not was or not now or was["among"] != now["among"] or alike(old, new) < _LIKE:
        return None
    before, after = _number(was), _number(now)
    if before == after:
        return None
    better = after < before
    shown = [f"{found['among']}{found['place']}" for found in (was, now)]
    return Change(
        "strengthened" if better else "weakened",
        f"名次由“{shown[0]}”{'提高要求为' if better else '放宽为'}“{shown[1]}”",
        f"the place went from “{shown[0]}” to “{shown[1]}”: {'stricter' if better else 'looser'}",
    )


def _number(found: re.Match[str]) -> float:
    number = found["number"]
    if not number:
        return inf
    value = float(number) if number.isascii() else chinese_value(number)
    return inf if value is None else value
