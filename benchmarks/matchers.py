"""This matcher beside what else could be used, on the same items, in one run.

Quality on the reference readings, then time and peak memory on items of growing number, made by a
seeded generator from the sentences of the seeds. Each tool runs in a process of its own.

    python benchmarks/matchers.py            # 250, 500, 1000 and 2000 items on either side
    python benchmarks/matchers.py 500        # only 500

PolyFuzz wants an old matplotlib, so give the benchmark an environment of its own:

    python -m venv matchers
    matchers/bin/pip install -e . -r benchmarks/requirements-matchers.txt
    matchers/bin/python benchmarks/matchers.py
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from generate import documents
from numpy.typing import NDArray

Table = NDArray[np.float64]
Matcher = Callable[[list[str], list[str]], Table]
ROOT = Path(__file__).parents[1]
SIZES = ("250", "500", "1000", "2000")
PATIENCE = 300
"""Seconds after which a tool is stopped; it is then given as slower than that."""


def ours(sources: list[str], targets: list[str]) -> Table:
    """This matcher."""
    from evolve.matching.block import Block, score_block
    from evolve.matching.lexicon import default_lexicon
    from evolve.matching.model import default_models
    from evolve.matching.preparing import prepare_texts
    from evolve.matching.signals import Background
    from evolve.model import Relation
    from evolve.settings import Settings

    lexicon = default_lexicon()
    sides = [
        prepare_texts([f"{name}{k}" for k in range(len(texts))], texts, lexicon)
        for name, texts in (("a", sources), ("b", targets))
    ]
    block = Block(
        names=("a", "b"),
        source=sides[0],
        target=sides[1],
        background=Background.of(sides),
        relation=Relation.CARRIED_ON,
        models=default_models(),
        settings=Settings(),
    )
    scored = score_block(block)
    table = np.zeros((len(sources), len(targets)))
    table[scored.candidates.source, scored.candidates.target] = scored.score
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


def run(*command: str) -> dict[str, float] | str:
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
    for name in MATCHERS:
        made = run("--quality", name)
        told = (
            made
            if isinstance(made, str)
            else f"F1 {made['f1']:.3f} at its best threshold {made['threshold']:.2f}"
        )
        print(f"{name:40} {told}", flush=True)
    for count in map(int, sys.argv[1:] or SIZES):
        print(f"\n{count} x {count} items", flush=True)
        compare(count)


def compare(size: int) -> None:
    """Print the processor time and the peak memory of each tool, and its time against ours."""
    own = 0.0
    for name in MATCHERS:
        made = run("--one", name, str(size))
        if isinstance(made, str):
            print(f"  {name:40} {made}", flush=True)
            continue
        own = own or made["seconds"]
        told = f"{made['seconds']:8.2f} s {made['mebibytes']:7.0f} MiB"
        print(f"  {name:40} {told}   {made['seconds'] / own:7.1f} x", flush=True)


if __name__ == "__main__":
    main()
