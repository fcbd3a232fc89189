"""Two invented series, in which a person has followed every figure by hand."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from evolve.cli import main

SERIES = Path(__file__).parent / "series"


def followed(folder: Path) -> Iterator[str]:
    told = CliRunner().invoke(main, ["indicators", str(folder), "--format", "json"])
    for indicator in json.loads(told.stdout)["indicators"]:
        figures = " ".join(figure(indicator, seen) for seen in indicator["observations"])
        yield f"{indicator['name']}: {figures}"


def figure(indicator: dict[str, Any], seen: dict[str, Any]) -> str:
    """``2023→65%`` is a target; what became of it follows it."""
    if seen["kind"] != "target":
        return f"{seen['year']}={seen['text']}"
    results = {(one["year"], one["target"]): one["result"] for one in indicator["results"]}
    result = results.get((seen["year"], seen["text"]))
    return f"{seen['year']}→{seen['text']}" + (f"({result})" if result else "")


@pytest.mark.parametrize("name", ["health", "transport"])
def test_every_figure_is_followed_as_a_reader_does(name: str) -> None:
    expected = (SERIES / f"{name}.followed").read_text(encoding="utf-8").splitlines()
    assert list(followed(SERIES / name)) == expected
