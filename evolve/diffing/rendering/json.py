"""A comparison as JSON."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from evolve.diffing.figures import FigureChange
from evolve.diffing.layout import telling_phrases
from evolve.diffing.model import Diff, Op
from evolve.diffing.rendering.table import figures_of
from evolve.diffing.subjects import Comparison
from evolve.model import json_value

__all__ = ["as_json"]


def as_json(comparisons: Iterable[Comparison]) -> str:
    """Write comparisons as a JSON array, described in ``docs/diff.md``."""
    return json.dumps([_comparison(each) for each in comparisons], ensure_ascii=False, indent=2)


def _comparison(comparison: Comparison) -> dict[str, object]:
    return {
        "old": asdict(comparison.old) if comparison.old else None,
        "new": asdict(comparison.new) if comparison.new else None,
        **_diff(comparison.diff),
        "figures": [_figure(each) for each in figures_of(comparison)],
    }


def _figure(each: FigureChange) -> dict[str, object]:
    return {
        "name": each.name,
        "unit": each.unit,
        "old": json_value(each.old) if each.old else None,
        "new": json_value(each.new) if each.new else None,
        "change": each.change,
        "trend": each.trend,
    }


def _diff(diff: Diff) -> dict[str, object]:
    return {
        "verdict": diff.verdict,
        "similarity": round(diff.similarity, 4),
        "blocks": [
            {"moved": block.moved, "ops": [_op(diff, op) for op in block.ops]}
            for block in diff.blocks
        ],
        "passages": [
            {"moved": block.moved, "ops": [_op(diff, op) for op in block.ops]}
            for block in diff.passages
        ],
        "shared": telling_phrases(diff),
    }


def _op(diff: Diff, op: Op) -> dict[str, object]:
    sides = {"old": list(op.old), "new": list(op.new)}
    texts = {"old_text": diff.old[slice(*op.old)], "new_text": diff.new[slice(*op.new)]}
    return {"kind": op.kind, **sides, **texts, **({"move": op.move} if op.move else {})}
