"""Time of reading, linking and weaving as a series grows to 4 and 16 times its length.

One issuer says about the same every year; documents come from the seeded generator beside this.
Each document is linked to those within reach, so a document of a long series costs as much as one
of a series that is little longer than the reach. A step is near-linear when its column does not
grow from there.

    python benchmarks/weaving_speed.py [YEARS]    # of the shortest series: 3
"""

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from generate import documents

from evolve.matching import link_corpus
from evolve.reading import read_corpus
from evolve.settings import Settings
from evolve.threading import weave

_Made = TypeVar("_Made")
FACTORS = (1, 4, 16)
ITEMS = 20
FIRST_YEAR = 1970


def timed(step: Callable[[], _Made]) -> tuple[_Made, float]:
    """What a step makes, and its seconds of processor time."""
    gc.collect()
    begun = time.process_time()
    return step(), time.process_time() - begun


def write(folder: Path, years: int) -> None:
    """Write the plans of one issuer as text files."""
    for year, texts in enumerate(documents(years, ITEMS, issuer=1), FIRST_YEAR):
        points = "".join(f"{number}. {text}\n" for number, text in enumerate(texts, 1))
        plan = f"广州市教育局{year}年工作要点\n\n{points}"
        (folder / f"{year}.txt").write_text(plan, encoding="utf-8")


def measure(years: int) -> str:
    """One line: how large a series is, and what a measure of it costs in each step."""
    settings = Settings()
    with TemporaryDirectory() as name:
        write(Path(name), years)
        corpus, read = timed(lambda: read_corpus([Path(name)], settings))
    links, linking = timed(lambda: link_corpus(corpus, settings))
    woven, weaving = timed(lambda: weave(corpus, links, settings))
    size = len(corpus.documents)
    costs = "".join(f"{1e3 * spent / size:9.0f}" for spent in (read, linking, weaving))
    return f"{size:9}{len(corpus.measures):10}{len(woven.threads):9}{len(links):9}{costs}"


def main() -> None:
    """Print a line for each length of a series."""
    shortest = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    print(f"{'':37}milliseconds a document")
    print("documents  measures  threads    links  reading  linking  weaving")
    measure(2)  # what is loaded when first used is not counted
    for factor in FACTORS:
        print(measure(shortest * factor), flush=True)


if __name__ == "__main__":
    main()
