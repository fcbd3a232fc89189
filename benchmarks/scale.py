"""Items a second and peak memory at 1, 10, 100 and 300 issuers.

Each issuer has 20 years of 150 items; neighbouring years are linked, as a corpus of yearly
reports is. At 300 issuers these are 900,000 items. Issuers are made, linked and let go one after
the other, so memory does not grow with their number. Memory is the peak of every process since it
began: of this one, of the largest worker, and of all together.

    python benchmarks/scale.py                   # all
    python benchmarks/scale.py --jobs 2 1 10     # only 1 and 10 issuers
"""

import argparse
import os
import resource
import time
from typing import NamedTuple

from generate import documents
from joblib import Parallel, delayed

YEARS, ITEMS = 20, 150


class Done(NamedTuple):
    """An issuer, linked."""

    items: int
    links: int
    seconds: float
    """Of processor time."""
    process: int
    """Id of the worker."""
    peak: int
    """Its peak memory in KiB."""


def peak() -> int:
    """Peak memory of this process in KiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def link_issuer(issuer: int, years: int, items: int) -> Done:
    """Link the neighbouring years of one issuer."""
    from evolve.matching.background import Background
    from evolve.matching.block import Block, link_block
    from evolve.matching.lexicon import default_lexicon
    from evolve.matching.model import default_models
    from evolve.matching.preparing import prepare_texts
    from evolve.model import Relation
    from evolve.settings import Settings

    texts_of_years = documents(years, items, issuer=issuer)
    begun = time.process_time()
    lexicon = default_lexicon()
    links = 0
    before = None
    for year, texts in enumerate(texts_of_years):
        ids = [f"{issuer}-{year}/{k}" for k in range(len(texts))]
        here = prepare_texts(ids, texts, lexicon)
        if before is not None:
            block = Block(
                names=(f"{issuer}-{year - 1}", f"{issuer}-{year}"),
                source=before,
                target=here,
                background=Background.of([before, here]),
                relation=Relation.CARRIED_ON,
                models=default_models(),
                settings=Settings(),
            )
            links += len(link_block(block))
        before = here
    return Done(years * items, links, time.process_time() - begun, os.getpid(), peak())


def main() -> None:
    """Print a line for each number of issuers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("issuers", nargs="*", type=int, default=[1, 10, 100, 300])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--years", type=int, default=YEARS)
    parser.add_argument("--items", type=int, default=ITEMS)
    given = parser.parse_args()
    for count in given.issuers:
        begun = time.perf_counter()
        run = Parallel(n_jobs=given.jobs, return_as="generator_unordered")(
            delayed(link_issuer)(issuer, given.years, given.items) for issuer in range(count)
        )
        items, links, worked = 0, 0, 0.0
        peaks: dict[int, int] = {}
        for done in run:
            items, links, worked = items + done.items, links + done.links, worked + done.seconds
            peaks[done.process] = max(done.peak, peaks.get(done.process, 0))
        took = time.perf_counter() - begun
        print(
            f"{count:4} issuers  {items:8,} items  {links:9,} links  {took:8.1f} s  "
            f"{items / took:6,.0f} items/s  {items / worked:6,.0f} items a processor second  "
            f"{peak() / 1024:5.0f} MiB here, {max(peaks.values()) / 1024:5.0f} MiB in the largest "
            f"worker, {(peak() + sum(peaks.values())) / 1024:5.0f} MiB in all",
            flush=True,
        )


if __name__ == "__main__":
    main()
