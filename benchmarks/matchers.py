"""This matcher beside what else could be used, on the same items, in one run.

F1 on the reference readings, each tool at its own best threshold, and processor time and peak
memory on items of growing number, made by a seeded generator from the sentences of the seeds. Each
tool runs in a process of its own, on one thread; of three runs in turn the fastest counts.

Every tool gives a score for each pair, PolyFuzz for the ten best of an item. Ours stands here
twice: with scores, and with all that a build makes of them (types of links, passages they share).

    python benchmarks/matchers.py            # 250, 500, 1000 and 2000 items on either side
    python benchmarks/matchers.py 500        # only 500

PolyFuzz wants an old matplotlib, so give the benchmark an environment of its own:

    python -m venv matchers
    matchers/bin/pip install -e . -r benchmarks/requirements-matchers.txt
    matchers/bin/python benchmarks/matchers.py
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from generate import documents
from numpy.typing import NDArray

if TYPE_CHECKING:
    from evolve.matching.block import Block

Table = NDArray[np.float64]
Matcher = Callable[[list[str], list[str]], Table]
Measured = dict[str, float] | str
ROOT = Path(__file__).parents[1]
SIZES = ("250", "500", "1000", "2000")
RUNS, LONG = 3, 20.0
"""How often a tool is timed, and from how many seconds on only once."""
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
PATIENCE = 60
"""Seconds after which a tool is stopped; it is then given as slower than that."""


def _block(sources: list[str], targets: list[str]) -> "Block":
    from evolve.matching.background import Background
    from evolve.matching.block import Block
    from evolve.matching.lexicon import default_lexicon
    from evolve.matching.model import default_models
    from evolve.matching.preparing import prepare_texts
    from evolve.model import Relation
    from evolve.settings import Settings

    lexicon = default_lexicon()
    sides = [
        prepare_texts([f"{name}{k}" for k in range(len(texts))], texts, lexicon)
        for name, texts in (("a", sources), ("b", targets))
    ]
    return Block(
        names=("a", "b"),
        source=sides[0],
        target=sides[1],
        background=Background.of(sides),
        relation=Relation.CARRIED_ON,
        models=default_models(),
        settings=Settings(),
    )


def ours(sources: list[str], targets: list[str]) -> Table:
    """This matcher."""
    from evolve.matching.block import score_block

    scored = score_block(_block(sources, targets))
    table = np.zeros((len(sources), len(targets)))
    table[scored.candidates.source, scored.candidates.target] = scored.score
    return table


def our_links(sources: list[str], targets: list[str]) -> Table:
    """This matcher, and the links that it makes with their types and passages."""
    from evolve.matching.block import link_block

    table = np.zeros((len(sources), len(targets)))
    for link in link_block(_block(sources, targets)):
        table[int(link.source[1:]), int(link.target[1:])] = link.score
    return table


def tfidf(sources: list[str], targets: list[str]) -> Table:
    """Cosine of character bigrams, as scikit-learn makes them."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(2, 2), sublinear_tf=True)
    rows = vectorizer.fit_transform([*sources, *targets])
    return np.asarray((rows[: len(sources)] @ rows[len(sources) :].T).toarray())


def polyfuzz(sources: list[str], targets: list[str]) -> Table:
    """PolyFuzz with its TF-IDF model, ten matches an item; its cleaning would take all Chinese."""
    from polyfuzz.models import TFIDF

    model = TFIDF(n_gram_range=(2, 2), clean_string=False, min_similarity=0, top_n=10)
    frame = model.match(sources, targets)
    rows = {text: k for k, text in enumerate(targets)}
    table = np.zeros((len(sources), len(targets)))
    for column in (name for name in frame.columns if name.startswith("To")):
        score = frame[column.replace("To", "Similarity")]
        for k, (text, value) in enumerate(zip(frame[column], score, strict=True)):
            if text in rows:
                table[k, rows[text]] = value
    return table


def cdist_ratio(sources: list[str], targets: list[str]) -> Table:
    """All pairs by edit distance."""
    from rapidfuzz import fuzz, process

    return np.asarray(process.cdist(sources, targets, scorer=fuzz.ratio) / 100)


def cdist_token_set(sources: list[str], targets: list[str]) -> Table:
    """All pairs by the words that jieba sees."""
    from rapidfuzz import fuzz, process

    from evolve.evaluation.baselines import jieba_words

    words = jieba_words(sources), jieba_words(targets)
    return np.asarray(process.cdist(*words, scorer=fuzz.token_set_ratio) / 100)


def difflib_ratio(sources: list[str], targets: list[str]) -> Table:
    """All pairs by the standard library."""
    from evolve.evaluation.baselines import BASELINES

    return BASELINES["difflib ratio"](sources, targets)


MATCHERS: dict[str, Matcher] = {
    "policy-evolve": ours,
    "policy-evolve, links with passages": our_links,
    "scikit-learn TF-IDF": tfidf,
    "PolyFuzz TF-IDF": polyfuzz,
    "rapidfuzz cdist ratio": cdist_ratio,
    "rapidfuzz cdist token_set_ratio, jieba": cdist_token_set,
    "difflib ratio": difflib_ratio,
}


def measure(name: str, size: int) -> None:
    """Take one matcher's processor time in this process, its imports and first use left out."""
    pairs = documents(2, size, issuer=0)
    MATCHERS[name](pairs[0][:5], pairs[1][:5])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.process_time()
    MATCHERS[name](pairs[0], pairs[1])
    took = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"seconds": took, "mebibytes": (peak - before) / 1024}))


def quality(name: str) -> tuple[float, float]:
    """Pooled F1 at the tool's own best threshold, and ours also at its default."""
    from evolve.evaluation.readings import load_readings
    from evolve.evaluation.scores import best_threshold

    readings = load_readings(ROOT / "tests" / "readings")
    scores, truths = [], []
    for pair in readings.pairs:
        ends = [readings.items[end] for end in (pair.a_document, pair.b_document)]
        table = MATCHERS[name](*([item.text for item in end] for end in ends))
        drawn = {(link.a, link.b): link.agreed for link in pair.links}
        for i, a in enumerate(ends[0]):
            for j, b in enumerate(ends[1]):
                if drawn.get((a.id, b.id), True) or (a.id, b.id) not in drawn:
                    scores.append(table[i, j])
                    truths.append(float(drawn.get((a.id, b.id), False)))
    threshold, counts = best_threshold(np.array(scores), np.array(truths))
    return threshold, counts.f1


def run(*command: str) -> Measured:
    """Work in a process of its own, so that the peak of one tool is not that of another.

    Returns:
        What it measured, or in a few words why it measured nothing.
    """
    try:
        done = subprocess.run(
            [sys.executable, __file__, *command],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
            env={**os.environ, **ONE_THREAD},
        )
    except subprocess.TimeoutExpired:
        return f"> {PATIENCE} s"
    if done.returncode:
        return done.stderr.strip().splitlines()[-1][:60]
    made: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return made


def main() -> None:
    """Print a table."""
    match sys.argv[1:]:
        case ["--one", name, size]:
            measure(name, int(size))
            return
        case ["--quality", name]:
            threshold, f1 = quality(name)
            print(json.dumps({"threshold": threshold, "f1": f1}))
            return
    told = {name: run("--quality", name) for name in MATCHERS}
    for count in map(int, sys.argv[1:] or SIZES):
        print(f"\n{count} x {count} items", flush=True)
        compare(count, told)


def compare(size: int, told: dict[str, Measured]) -> None:
    """Print what each tool is worth and takes, and its time against plain TF-IDF's."""
    best = fastest(size)
    plain = best["scikit-learn TF-IDF"]
    for name, made in best.items():
        quality = told[name]
        line = f"  {name:40}" + (
            f"{quality[:12]:>12}" if isinstance(quality, str) else f"   F1 {quality['f1']:.3f}   "
        )
        if isinstance(made, str):
            print(f"{line}{made:>11}", flush=True)
            continue
        line += f"{made['seconds']:9.2f} s{made['mebibytes']:6.0f} MiB"
        against = "" if isinstance(plain, str) else f"{made['seconds'] / plain['seconds']:8.1f} x"
        print(line + against, flush=True)


def fastest(size: int) -> dict[str, Measured]:
    """The fastest of a few runs of each tool, all of them in turn."""
    found: dict[str, Measured] = {}
    for _ in range(RUNS):
        for name in MATCHERS:
            known = found.get(name)
            if isinstance(known, str) or (known and known["seconds"] > LONG):
                continue
            made = run("--one", name, str(size))
            if known is None or isinstance(made, str) or made["seconds"] < known["seconds"]:
                found[name] = made
    return found


if __name__ == "__main__":
    main()
