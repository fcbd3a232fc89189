"""Thirty pairs of items from the seeds, as a reader sees their differences."""

import json
from functools import cache
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from evolve.diffing import Diff, Kind, Subject, compare_texts
from evolve.diffing.rendering import Look, as_text, terms_in
from tests.conftest import Text

HERE = Path(__file__).parent
PAIRS = [tuple(line.split()) for line in (HERE / "pairs.txt").read_text("utf-8").splitlines()]


@cache
def items() -> dict[str, str]:
    lines = [
        json.loads(line)
        for path in (HERE.parent / "readings" / "items").glob("*.jsonl")
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return {line["id"]: line["text"] for line in lines}


def subject(key: str) -> Subject:
    return Subject(key, key, items()[key])


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_the_difference_reads_well(old: str, new: str, snapshot: SnapshotAssertion) -> None:
    comparison = compare_texts(subject(old), subject(new))
    shown = as_text([comparison], terms_in("zh"), Look(100, split=False, figures=False))
    assert "\n".join(shown) + "\n" == snapshot(name=f"{old} {new}").use_extension(Text)


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_no_difference_is_confetti(old: str, new: str) -> None:
    found = compare_texts(subject(old), subject(new)).diff
    assert all(len(run.strip("，。、；,;")) > 1 for run in _kept_between_changes(found))


def _kept_between_changes(diff: Diff) -> list[str]:
    """Give the equal runs inside a sentence that have changes on both sides."""
    return [
        diff.new[slice(*op.new)]
        for block in (*diff.blocks, *diff.passages)
        for before, op, after in zip(block.ops, block.ops[1:], block.ops[2:], strict=False)
        if op.kind is Kind.EQUAL and Kind.RESPELLED not in {before.kind, after.kind}
    ]
