"""Items a second and peak memory at 1, 10, 100 and 300 issuers.

Each issuer has 20 years of 150 items; neighbouring years are linked, as a corpus of yearly
reports is. At 300 issuers these are 900,000 items. Issuers are made, linked and let go one after
the other, so memory does not grow with their number.

    python benchmarks/scale.py                   # all
    python benchmarks/scale.py --jobs 2 1 10     # only 1 and 10 issuers
"""

import argparse
import resource
import time

from generate import documents
from joblib import Parallel, delayed

YEARS, ITEMS = 20, 150


def link_issuer(issuer: int, years: int, items: int) -> tuple[int, int, float, int]:
    """Link the neighbouring years of one issuer.

    Returns:
        Number of items and of links, seconds of processor time for linking, and peak memory
        of the process in KiB.
    """
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
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return years * items, links, time.process_time() - begun, peak


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
        items, links, worked, peak = 0, 0, 0.0, 0
        for made, found, spent, held in run:
            items, links, worked = items + made, links + found, worked + spent
            peak = max(peak, held)
        took = time.perf_counter() - begun
        print(
            f"{count:4} issuers  {items:8,} items  {links:9,} links  {took:8.1f} s  "
            f"{items / took:6,.0f} items/s  {items / worked:6,.0f} items a processor second  "
            f"{peak / 1024:5.0f} MiB in the largest process",
            flush=True,
        )


if __name__ == "__main__":
    main()
