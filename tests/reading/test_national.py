"""National reports in prose, where they lie beside the checkout; they are not part of it."""

import json
from functools import cache
from pathlib import Path

import pytest

from evolve.evaluation.figures import FigureRow, score_figures
from evolve.model import Corpus, QuantityKind, Role
from evolve.reading import read_corpus
from evolve.settings import Settings

REPORTS = Path(__file__).parents[3] / "shared" / "corpora" / "national"
LABELS = Path(__file__).parents[1] / "readings" / "national-figures.jsonl"
"""Numbers drawn at random, by their place in the report, with what a person reads there."""
YEARS = range(2010, 2017)
COVERED = {2011: (2006, 2010), 2013: (2008, 2012)}
"""Years that a report looks back on, where it is not the year before."""

pytestmark = pytest.mark.skipif(not REPORTS.is_dir(), reason="the reports are not on this machine")


@cache
def report(year: int) -> Corpus:
    return read_corpus([REPORTS / f"{year}.txt"], Settings())


@pytest.mark.parametrize("year", YEARS)
def test_a_report_is_an_outcome_and_a_plan(year: int) -> None:
    documents = report(year).documents
    assert {(document.issuer, document.jurisdiction) for document in documents} == {
        ("国务院", "全国")
    }
    periods = {document.role: document.period for document in documents}
    start, end = COVERED.get(year, (year - 1, year - 1))
    assert (periods[Role.OUTCOME].start, periods[Role.OUTCOME].end) == (start, end)
    assert (periods[Role.PLAN].start, periods[Role.PLAN].end) == (year, year)


@pytest.mark.parametrize("year", YEARS)
def test_a_part_of_a_year_has_a_sensible_number_of_items(year: int) -> None:
    corpus = report(year)
    for document in corpus.documents:
        if document.role != Role.MULTI_YEAR_PLAN:
            assert 15 <= len(corpus.items_of[document.id]) <= 80


@pytest.mark.parametrize("year", YEARS)
def test_nothing_of_a_report_is_unassigned(year: int) -> None:
    assert "unassigned" not in {piece.reason for piece in report(year).discarded}


def labelled(row: dict[str, str]) -> FigureRow:
    text = (REPORTS / f"{row['report']}.txt").read_text(encoding="utf-8")
    start, end = map(int, row["at"])
    first = text.rfind("\n", 0, start) + 1
    return FigureRow(
        role=Role(row["role"]),
        year=int(row["year"]),
        text=text[first : text.find("\n", end)],
        at=(start - first, end - first),
        value=float(row["value"]) if "value" in row else None,
        unit=row.get("unit", ""),
        operator=row.get("operator", ""),
        kind=QuantityKind(row.get("kind", "actual")),
    )


def test_labelled_figures_of_the_reports() -> None:
    lines = LABELS.read_text(encoding="utf-8").splitlines()
    scores = score_figures([labelled(json.loads(line)) for line in lines])
    assert scores.labelled >= 90
    for field in ("value", "unit", "operator", "kind"):
        assert scores.precision(field) >= 0.95
        assert scores.recall(field) >= 0.95
