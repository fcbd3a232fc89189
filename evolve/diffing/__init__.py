"""Two texts to what stayed, went, came and moved, by words and figures."""

from evolve.diffing.compare import diff
from evolve.diffing.figures import FigureChange, Trend, figure_changes
from evolve.diffing.history import Age, ages
from evolve.diffing.layout import Mark, Row, RowKind, Segment, in_columns, rows, telling_phrases
from evolve.diffing.model import Block, Diff, Kind, Op, Shared, Verdict, apply
from evolve.diffing.signs import line_sign, signed
from evolve.diffing.subjects import (
    Comparison,
    Subject,
    compare_documents,
    compare_ids,
    compare_texts,
    through_time,
)

__all__ = [
    "Age",
    "Block",
    "Comparison",
    "Diff",
    "FigureChange",
    "Kind",
    "Mark",
    "Op",
    "Row",
    "RowKind",
    "Segment",
    "Shared",
    "Subject",
    "Trend",
    "Verdict",
    "ages",
    "apply",
    "compare_documents",
    "compare_ids",
    "compare_texts",
    "diff",
    "figure_changes",
    "in_columns",
    "line_sign",
    "rows",
    "signed",
    "telling_phrases",
    "through_time",
]
