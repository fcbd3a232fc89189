"""Documents in any number, made from the sentences of the seeds by a seeded generator.

An issuer has a pool of topics; each year keeps most items of the year before, rewords some by
exchanging sentences and figures, drops some and adds others, as real plans do.
"""

import random
import re
from functools import cache
from pathlib import Path

__all__ = ["documents", "sentences"]

_SEEDS = Path(__file__).parents[1] / "tests" / "readings" / "items"
_KEPT, _REWORDED = 0.8, 0.5
_SHORTEST = 8


@cache
def sentences() -> tuple[str, ...]:
    """All sentences of the items of the reference readings."""
    text = "".join(path.read_text("utf-8") for path in sorted(_SEEDS.glob("*.jsonl")))
    found = re.findall(r'"text": "([^"\\]+)', text)
    return tuple(s for item in found for s in re.split(r"(?<=。)", item) if len(s) > _SHORTEST)


def _item(chance: random.Random) -> list[str]:
    return chance.choices(sentences(), k=chance.randint(2, 6))


def _next(item: list[str], chance: random.Random) -> list[str]:
    """The same work a year later: one sentence exchanged, figures changed."""
    again = list(item)
    if chance.random() < _REWORDED:
        again[chance.randrange(len(again))] = chance.choice(sentences())
    return [re.sub(r"\d+", lambda m: str(int(m[0][:9]) + chance.randint(0, 9)), s) for s in again]


def documents(years: int, items: int, *, issuer: int) -> list[list[str]]:
    """The texts of an issuer's items, one list a year; the same issuer always says the same."""
    chance = random.Random(issuer)  # noqa: S311 - a reproducible benchmark
    year = [_item(chance) for _ in range(items)]
    found = [year]
    for _ in range(years - 1):
        year = [_next(item, chance) if chance.random() < _KEPT else _item(chance) for item in year]
        chance.shuffle(year)
        found.append(year)
    return [["".join(item) for item in year] for year in found]
