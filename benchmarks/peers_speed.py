"""Time of linking a corpus of many peers: places that speak of the same years.

    python benchmarks/peers_speed.py                   # 10, 30, 100 and 300 places
    python benchmarks/peers_speed.py --years 2 30 90   # with two years each

Documents come from the seeded generator beside this. Few places are all compared with each other,
and items a second fall with their number; from twice the setting ``peers`` on they must not.
"""

import argparse
import resource
import time
from functools import partial

from generate import documents

from evolve.evaluation.readings import DocumentReading, ItemReading, Readings, corpus_of
from evolve.matching.blocks import blocks
from evolve.matching.mapping import link_blocks
from evolve.model import Corpus, Relation, Role
from evolve.settings import Settings

FIRST_YEAR = 2001


def corpus(places: int, years: int, items: int) -> Corpus:
    """A plan a year for each place."""
    plans, texts = {}, {}
    for place in range(places):
        for year, said in enumerate(documents(years, items, issuer=place), FIRST_YEAR):
            name = f"p{place}-{year}"
            plans[name] = DocumentReading(
                issuer=f"{chr(0x4E00 + place)}市", role=Role.PLAN, start=year, end=year
            )
            reading = partial(ItemReading, doc=name)
            texts[name] = tuple(
                reading(id=f"{name}/{number}", text=text) for number, text in enumerate(said)
            )
    return corpus_of(Readings(plans, texts, ()))


def measure(places: int, years: int, items: int) -> str:
    """One line: what was compared, what was found, and what it cost."""
    made = corpus(places, years, items)
    begun = time.process_time()
    pairs = counterparts = links = 0
    for block, found in link_blocks(blocks(made, Settings()), 1, None):
        pairs += 1
        counterparts += block.relation is Relation.COUNTERPART
        links += len(found)
    took = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    size = len(made.items)
    return (
        f"{places:6}{size:8}{pairs:8}{counterparts:14}{links:9}{took:9.1f} s"
        f"{size / took:9.0f}{1000 * took / pairs:9.1f}{peak:7}"
    )


def main() -> None:
    """Print a line for each number of places."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("places", nargs="*", type=int, default=[10, 30, 100, 300])
    parser.add_argument("--years", type=int, default=1)
    parser.add_argument("--items", type=int, default=30)
    given = parser.parse_args()
    measure(2, given.years, given.items)  # what is loaded when first used is not counted
    print("places   items   pairs  counterparts    links       time  items/s  ms/pair    MiB")
    for places in given.places:
        print(measure(places, given.years, given.items), flush=True)


if __name__ == "__main__":
    main()
