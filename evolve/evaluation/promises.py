"""How well items are cut into measures and figures are read, against what persons found."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from evolve.evaluation.comparable import joined, read_comparable
from evolve.evaluation.figures import read_figures, score_figures
from evolve.evaluation.measures import Recall, found_measures, read_measures
from evolve.evaluation.readings import Readings, corpus_of
from evolve.model import Corpus
from evolve.reading.measures.finding import measures_of
from evolve.threading.indicators.following import indicators_of

__all__ = ["promises_text"]

_FIELDS = ("value", "unit", "operator", "kind")


def promises_text(folder: Path, readings: Readings, errors: int = 0) -> str:
    """Recall of measures, precision and recall of figures, comparable figures that are joined.

    Args:
        folder: The readings; what it does not hold is left out.
        readings: The same, read.
        errors: How many errors of each kind to show.

    Raises:
        FormatError: a file breaks its format.
    """
    corpus = _cut(corpus_of(readings))
    lines = [
        *_measures(folder / "measures.json", corpus, errors),
        *(
            line
            for path in sorted(folder.glob("figures*.jsonl"), key=_stem)
            for line in _figures(path, errors)
        ),
        *_comparable(folder / "links", corpus),
    ]
    return "".join(f"{line}\n" for line in ["", *lines]) if lines else ""


def _cut(corpus: Corpus) -> Corpus:
    measures = tuple(
        measure
        for item in corpus.items
        for document in [corpus.document[item.document]]
        for measure in measures_of(item, document.role, document.period)
    )
    return replace(corpus, measures=measures)


def _measures(path: Path, corpus: Corpus, errors: int) -> Iterator[str]:
    if not path.exists():
        return
    rows = read_measures(path)
    for part in sorted({row.part for row in rows}):
        result = found_measures([row for row in rows if row.part == part], corpus.measures_of)
        yield f"Measures, {part}: {_told(result)}"
        yield from (f"  not found: {row.item} {row.text}" for row in result.missing[:errors])
    yield f"Measures: {_told(found_measures(rows, corpus.measures_of))}"


def _told(result: Recall) -> str:
    return (
        f"{result.found} of {result.total} found ({result.recall:.1%});"
        f" {result.ours - result.extra} of {result.ours} of ours asked for ({result.precision:.1%})"
    )


def _stem(path: Path) -> str:
    return path.stem


def _figures(path: Path, errors: int) -> Iterator[str]:
    rows = read_figures(path)
    scores = score_figures(rows)
    sample = _stem(path).removeprefix("figures").replace("-", " ")
    yield (
        f"Figures{sample}: {scores.labelled} of {len(rows)} labelled numbers are figures,"
        f" {scores.found} found"
    )
    yield from (
        f"  {field:9} precision {scores.precision(field):.3f}  recall {scores.recall(field):.3f}"
        for field in _FIELDS
    )
    if scores.named[1]:
        yield f"  name      {scores.named[0]} of {scores.named[1]} in the words of the reader"
    for row, ours in scores.wrong[:errors]:
        read = f"{ours.value} {ours.unit} {ours.operator} {ours.kind.value}" if ours else "nothing"
        wanted = f"{row.value} {row.unit} {row.operator} {row.kind.value}"
        yield f"  {row.text}: read {read}, labelled {wanted}"


def _comparable(folder: Path, corpus: Corpus) -> Iterator[str]:
    rows = read_comparable(folder)
    if not rows:
        return
    indicators = indicators_of(corpus, corpus.documents, ())
    apart = [row.name for row in rows if joined(row, indicators) is None]
    yield f"Comparable figures: {len(rows) - len(apart)} of {len(rows)} stand in one indicator"
    yield from (f"  apart: {name}" for name in apart)
