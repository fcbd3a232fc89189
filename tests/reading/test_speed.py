"""Reading takes time in proportion to the text, whatever the text."""

from collections.abc import Callable
from time import perf_counter

import pytest

from evolve.reading.formats.plain import read_plain
from evolve.reading.sources import Found, recognised

HEAD = "2023年长沙市工作要点\n"
SHAPES: dict[str, Callable[[int], str]] = {
    "points": lambda n: HEAD + "".join(f"{i}.建设{i}所学校。\n" for i in range(1, n)),
    "titles": lambda n: f"{HEAD}一、建设。\n" * n,
    "restarts": lambda n: HEAD + "2023年要继续。\n一、建设。\n二、推进。\n" * n,
    "cells": lambda n: HEAD + "指标\n数值\n118\n" * n,
    "spaces": lambda n: HEAD + "一、" + " " * 9 * n + "x\n" + ". " * 9 * n + "1",
    "bodies": lambda n: "2023年工作要点\n一、" + "，某某市教育局将" * n + "x\n",
}


def seconds(text: str) -> float:
    raw = read_plain(text.encode(), file="a.txt", encoding=None)
    start = perf_counter()
    recognised(Found(), raw, None)
    return perf_counter() - start


@pytest.mark.parametrize("shape", SHAPES)
def test_eight_times_the_text_takes_no_more_than_thirty_times_as_long(shape: str) -> None:
    small = min(seconds(SHAPES[shape](250)) for _ in range(3))
    large = seconds(SHAPES[shape](2000))
    assert large <= 30 * small + 0.2  # quadratic time would be 64 times as long
