"""Two texts to what stayed, went, came and moved, by words and figures."""

from evolve.diffing.compare import diff
from evolve.diffing.layout import Mark, Row, RowKind, Segment, in_columns, rows, telling_phrases
from evolve.diffing.model import Block, Diff, Kind, Op, Shared, Verdict, apply
from evolve.diffing.subjects import (
    Comparison,
    Subject,
    compare_ids,
    compare_texts,
    through_time,
)

__all__ = [
    "Block",
    "Comparison",
    "Diff",
    "Kind",
    "Mark",
    "Op",
    "Row",
    "RowKind",
    "Segment",
    "Shared",
    "Subject",
    "Verdict",
    "apply",
    "compare_ids",
    "compare_texts",
    "diff",
    "in_columns",
    "rows",
    "telling_phrases",
    "through_time",
]
