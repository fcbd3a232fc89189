"""Compare the speed and the operations of our difference with the standard library's.

Run ``python benchmarks/diff_speed.py``. Both get the same tokens of the item pairs that
careful readers linked (``tests/readings``), of the same items with one word in eight changed,
of whole documents that follow each other, of the same revised in that way, and of three
documents at once against three others. Printed are medians of ratios over several rounds in
one process, so other load matters little.
"""

import json
import random
import statistics
import time
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from evolve.diffing.compare import compared
from evolve.diffing.runs import equal_runs
from evolve.diffing.wording import Wording, wording

if TYPE_CHECKING:
    from collections.abc import Callable

READINGS = Path(__file__).parents[1] / "tests" / "readings"
DOCUMENTS = (("gz2021plan", "gz2024out"), ("gz2024out", "gz2025plan"))
LONG = (("gz2017plan", "gz2021plan", "dg2021plan"), ("gz2020out", "gz2024out", "gz2025plan"))
ROUNDS = 21

Pair = tuple[Wording, Wording]


def main() -> None:
    """Print the table."""
    items = _items()
    linked = [(items[a], items[b]) for a, b in _links()]
    edited = [(text, _edited(text)) for text in list(items.values())[:60]]
    print(f"{'texts':<10}{'pairs':>6}{'characters':>12}  {'method':<28}{'speed':>8}{'ops':>8}")
    documents = [
        ("\n".join(_document(items, a)), "\n".join(_document(items, b))) for a, b in DOCUMENTS
    ]
    revised = [(text, _edited(text)) for pair in documents for text in pair]
    sets = (("linked", linked), ("edited", edited), ("documents", documents), ("revised", revised))
    long = [("\n".join(map("\n".join, map(partial(_document, items), side)))) for side in LONG]
    for name, texts in (*sets, ("long", [(long[0], long[1])])):
        pairs = [(wording(old), wording(new)) for old, new in texts]
        size = statistics.mean(len(old) + len(new) for old, new in texts) / 2
        for method, speed, ops in _measured(pairs):
            print(f"{name:<10}{len(pairs):>6}{size:>12.0f}  {method:<28}{speed:>7.1f}x{ops:>8.1f}")


def _items() -> dict[str, str]:
    lines = [
        json.loads(line)
        for path in sorted((READINGS / "items").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return {line["id"]: line["text"] for line in lines}


def _document(items: dict[str, str], name: str) -> list[str]:
    return [text for key, text in items.items() if key.startswith(f"{name}-")]


def _links() -> list[tuple[str, str]]:
    files = sorted((READINGS / "links").glob("*.json"))
    links = [link for file in files for link in json.loads(file.read_text("utf-8"))["links"]]
    return [(link["a"], link["b"]) for link in links if link["agreed"]]


def _edited(text: str) -> str:
    """Change about one word in eight."""
    tokens = wording(text).tokens
    words = [text[start:end] for start, end in zip(tokens.bounds, tokens.bounds[1:], strict=False)]
    chance = random.Random(len(text))  # noqa: S311 - a repeatable choice of words
    return "".join(chance.choice(words) if chance.random() < 1 / 8 else word for word in words)


def _measured(pairs: list[Pair]) -> list[tuple[str, float, float]]:
    """Give speed against difflib and mean number of operations of each method."""
    methods: dict[str, Callable[[Wording, Wording], int]] = {
        "difflib": _difflib,
        "runs with clean-up": _runs,
        "sentences, words and moves": _whole,
    }
    times: dict[str, list[float]] = {name: [] for name in methods}
    ops: dict[str, float] = {}
    for _ in range(ROUNDS):
        for name, method in methods.items():
            counts = [method(*pair) for pair in pairs]
            start = time.process_time()
            for pair in pairs:
                method(*pair)
            times[name].append(time.process_time() - start)
            ops[name] = statistics.mean(counts)
    return [
        (
            name,
            statistics.median(
                base / own for base, own in zip(times["difflib"], times[name], strict=True)
            ),
            ops[name],
        )
        for name in methods
    ]


def _difflib(old: Wording, new: Wording) -> int:
    return len(
        SequenceMatcher(None, old.tokens.keys, new.tokens.keys, autojunk=False).get_opcodes()
    )


def _runs(old: Wording, new: Wording) -> int:
    olds, news = (0, len(old.tokens.keys)), (0, len(new.tokens.keys))
    return 2 * len(equal_runs(old.tokens, new.tokens, olds, news)) + 1


def _whole(old: Wording, new: Wording) -> int:
    return len(compared(old, new).ops)


if __name__ == "__main__":
    main()
