"""An evaluation as text, and as Markdown with plots."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from evolve.cells import inert, pad, width
from evolve.evaluation.evaluating import Evaluation
from evolve.evaluation.links import Judged
from evolve.evaluation.scores import Bin
from evolve.evaluation.summary import Row

__all__ = ["Table", "as_markdown", "as_text", "errors_of", "tables"]

Table = tuple[str, tuple[str, ...], list[tuple[str, ...]]]
"""Title, header and rows."""

_HEADER = ("", "precision", "recall", "F1", "average precision", "candidate recall", "")


def _cells(row: Row) -> tuple[str, ...]:
    counts = row.counts
    figures = (counts.precision, counts.recall, counts.f1, row.average_precision)
    looked = f"{row.candidate_recall:.3f}"
    return (inert(row.name), *(f"{figure:.3f}" for figure in figures), looked, row.note)


def tables(evaluation: Evaluation) -> Iterator[Table]:
    """All figures as tables."""
    yield "Links at these settings", _HEADER, [_cells(row) for row in evaluation.rows]
    for name, rows in evaluation.unseen.items():
        yield f"With weights fitted elsewhere: {name}", _HEADER, [_cells(row) for row in rows]
    if evaluation.trained:
        title = "The pairs to fit on (one reader), each with weights fitted without it"
        yield title, _HEADER, [_cells(row) for row in evaluation.trained]
    pooled = [_cells(row) for rows in evaluation.baselines for row in rows]
    if pooled:
        yield "Otherwise, each at its own best threshold", _HEADER, pooled
    yield _reliability(f"Calibration (Brier score {evaluation.brier:.4f})", evaluation.bins)
    if evaluation.unseen_bins:
        title = "Calibration of all pairs, each with weights fitted without it"
        yield _reliability(title, evaluation.unseen_bins)
    threads = evaluation.threads
    if not threads.items:
        return
    figures: list[tuple[str, ...]] = [
        ("B-cubed precision", f"{threads.precision:.3f}"),
        ("B-cubed recall", f"{threads.recall:.3f}"),
        ("items in the largest thread", str(threads.largest)),
        ("items in the largest thread of the reference", str(threads.largest_reference)),
        ("items compared", str(threads.items)),
    ]
    yield "Threads", ("", ""), figures


def _reliability(title: str, bins: Iterable[Bin]) -> Table:
    """Probabilities beside what came true."""
    rows: list[tuple[str, ...]] = [
        (f"{b.low:.1f}-{b.high:.1f}", str(b.pairs), f"{b.expected:.2f}", f"{b.observed:.2f}")
        for b in bins
    ]
    return title, ("probability", "pairs", "expected", "observed"), rows


def as_text(evaluation: Evaluation) -> str:
    """Tables for a terminal, then what of the readings was not found."""
    if not evaluation.judged:
        return "\n".join(["No links to measure.", *_missing(evaluation)]) + "\n"
    lines = [line for table in tables(evaluation) for line in (*_aligned(table), "")]
    return "\n".join([*lines, *_missing(evaluation)]).rstrip() + "\n"


def _missing(evaluation: Evaluation) -> list[str]:
    return [f"not found: {inert(sentence)}" for sentence in evaluation.missing]


def _aligned(table: Table) -> Iterator[str]:
    title, header, rows = table
    shown = [header, *rows]
    columns = [max(width(row[k]) for row in shown) for k in range(len(header))]
    yield title
    for row in shown:
        first = pad(row[0], columns[0])
        rest = (f"{cell:>{size}}" for cell, size in zip(row[1:], columns[1:], strict=True))
        yield "  ".join(("", first, *rest)).rstrip()


def _markdown(table: Table) -> Iterator[str]:
    title, header, rows = table
    yield f"## {title}"
    yield ""
    yield _bar(header)
    yield _bar(("---", *("---:" for _ in header[1:])))
    yield from (_bar(row) for row in rows)
    yield ""


def _bar(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def as_markdown(evaluation: Evaluation, plots: Sequence[tuple[str, str]], told: str = "") -> str:
    """A report.

    Args:
        evaluation: All figures.
        plots: Title and file name of each plot beside the report.
        told: What else was printed: errors, measures, states, a comparison.
    """
    lines = ["# Links against reference readings", ""]
    for table in tables(evaluation):
        lines += _markdown(table)
    for title, name in plots:
        lines += [f"## {title}", "", f"![{title}]({name})", ""]
    if told:
        lines += ["## Errors, measures and states", ""]
        lines += [f"    {line}".rstrip() for line in told.strip("\n").split("\n")] + [""]
    lines += [f"- {sentence}" for sentence in _missing(evaluation)]
    return "\n".join(lines).rstrip() + "\n"


def errors_of(judged: Sequence[Judged], most: int) -> Iterator[str]:
    """The surest wrong links and the least expected missing ones, with both texts."""
    for one in judged:
        found, wrong = one.scored.accepted & ~one.labelled.open, one.scored.score
        for what, which, order in (
            ("wrong", found & ~one.labelled.linked, -wrong),
            ("missed", one.labelled.linked & ~found, wrong),
        ):
            places = np.flatnonzero(which)
            for k in places[np.argsort(order[places], kind="stable")][:most].tolist():
                yield from _error(one, what, k)


def _error(one: Judged, what: str, k: int) -> Iterator[str]:
    pairs, block = one.scored.candidates, one.block
    row, column = int(pairs.source[k]), int(pairs.target[k])
    yield f"{what} {one.scored.score[k]:.2f}  {block.source.ids[row]} - {block.target.ids[column]}"
    yield f"    {inert(block.source.texts[row])}"
    yield f"    {inert(block.target.texts[column])}"
    parts = sorted(one.scored.parts.items(), key=lambda part: -abs(float(part[1][k])))
    yield "    " + "  ".join(f"{name} {float(value[k]):+.2f}" for name, value in parts)
