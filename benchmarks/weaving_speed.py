"""Time of reading a measure and of weaving a link as a series grows to 4 and 16 times its size.

One issuer says about the same every year; documents come from the seeded generator beside this.
Links are made first and not counted; there are the more of them the more documents a series has,
as every two are linked. A step is near-linear when its column does not grow.

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
    links = link_corpus(corpus, settings)
    woven, weaving = timed(lambda: weave(corpus, links, settings))
    size, threads = len(corpus.measures), len(woven.threads)
    return (
        f"{len(corpus.documents):9}{size:10}{threads:9}{len(links):9}"
        f"{1e6 * read / size:14.0f}{1e6 * weaving / len(links):11.0f}"
    )


def main() -> None:
    """Print a line for each length of a series."""
    shortest = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    print("documents  measures  threads    links  µs a measure  µs a link")
    measure(2)  # what is loaded when first used is not counted
    for factor in FACTORS:
        print(measure(shortest * factor), flush=True)


if __name__ == "__main__":
    main()
