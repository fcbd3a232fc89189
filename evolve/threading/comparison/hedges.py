"""How firmly and by when something is promised: 力争, 探索, 试点; 到2025年."""

import re
from collections.abc import Iterator

from evolve.model import Measure, Period
from evolve.reading.figures.years import deadline_of
from evolve.reading.wording import ADVERB, VERB
from evolve.threading.comparison.changes import Change
from evolve.threading.comparison.likeness import alike
from evolve.threading.comparison.stages import step

__all__ = ["deadline_change", "hedge_change"]

_LIKE = 0.4
"""Likeness of two wordings from which a hedge in only one of them tells."""

_SURE = re.compile(r"确保|必须|务必|务求|坚决完成")
_SOFT: tuple[tuple[int, re.Pattern[str]], ...] = (
    (-1, re.compile(r"力争|争取(?!到)|尽量|尽可能|有望")),
    (-2, re.compile(r"扩大(?!开放|内需)(?=.*(?:试点|试行))|试点扩围")),
    (
        -3,
        re.compile(
            r"(?<!深入)探索|研究(?=[^,，]{0,6}(?:制定|建立|出台|完善|推进))|有条件的(?=地[方区]|[省市区县])"
        ),
    ),
    (
        -4,
        re.compile(
            r"^(?!.*(?:扩大|扩围|推广|总结|深化|巩固)).*?(?P<word>试点(?!政策|经验|成果|基础)|试行)"
        ),
    ),
)
"""Words that leave something open, the softest last."""
_EFFORT = re.compile(f"努力(?={ADVERB}?(?:{VERB}|实现|达到|做到|保持|使))")
"""努力 before the verb of a figure; elsewhere it only tells of zeal."""


def deadline_change(
    old: Measure, new: Measure, old_period: Period | None, new_period: Period | None
) -> Iterator[Change]:
    """The year by which it is to be done, where both wordings name one besides their own."""
    was, now = _own_deadline(old, old_period), _own_deadline(new, new_period)
    if was is None or now is None or was == now:
        return
    later = now > was
    yield Change(
        "deadline_moved",
        f"期限由{was}年{'推迟' if later else '提前'}到{now}年",
        f"the deadline moved {'back' if later else 'forward'} from {was} to {now}",
    )


def _own_deadline(measure: Measure, period: Period | None) -> int | None:
    year = deadline_of(measure.text)
    return None if year is None or (period is not None and year == period.end) else year


def hedge_change(old: Measure, new: Measure, *, figures: bool) -> Iterator[Change]:
    """力争 to 确保 is a firmer target; without a figure only 探索, 试点 and the like count.

    Where both are as firm, 完成 goes further than 推进.

    Args:
        old: The earlier wording.
        new: The later one.
        figures: Whether both set a target.
    """
    was, now = (_hedge(measure.text, figures=figures) for measure in (old, new))
    if min(was[0], now[0]) < 0 and was[0] != now[0]:
        if figures or alike(old.text, new.text) >= _LIKE:
            yield _told(was[1], now[1], firmer=now[0] > was[0], figures=figures)
    elif found := step(old.text, new.text):
        yield _told(found.old, found.new, firmer=found.further, figures=figures)


def _told(was: str, now: str, *, firmer: bool, figures: bool) -> Change:
    types = ("strengthened", "weakened") if figures else ("hedge_removed", "hedge_added")
    return Change(
        types[0] if firmer else types[1],
        f"措辞由{_word(was)}改为{_word(now)}，{'更坚决' if firmer else '更保留'}",
        f"the wording went from {_word(was, 'plain')} to {_word(now, 'plain')}:"
        f" {'firmer' if firmer else 'softer'}",
    )


def _hedge(text: str, *, figures: bool) -> tuple[int, str]:
    """The softest hedge of a wording and its word."""
    found = [
        (level, match.groupdict().get("word") or match[0])
        for level, pattern in _SOFT
        if (match := pattern.search(text))
    ]
    if figures and (effort := _EFFORT.search(text)):
        found.append((-1, effort[0]))
    firm = _SURE.search(text) if figures else None
    return min(found, default=(1, firm[0]) if firm else (0, ""))


def _word(word: str, none: str = "直陈") -> str:
    return f"“{word}”" if word else none
