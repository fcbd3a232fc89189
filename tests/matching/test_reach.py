"""Documents of a series are compared with those within reach, so work grows with their number."""

import pytest

from evolve.evaluation.readings import DocumentReading, ItemReading, Readings, corpus_of
from evolve.matching import link_corpus
from evolve.matching.reach import compared, horizon
from evolve.matching.relations import document_pairs, noted
from evolve.model import Corpus, Role
from evolve.settings import Settings

PLANS = ("plan 2000", "plan 2001", "plan 2002", "plan 2003")


def _corpus(*names: str) -> Corpus:
    """One issuer; every document says about the same."""
    documents, items = {}, {}
    for name in names:
        role, _, years = name.partition(" ")
        start, _, end = years.partition("-")
        documents[name] = DocumentReading(
            issuer="甲市", role=Role(role), start=int(start), end=int(end or start)
        )
        texts = (f"推进图书馆分馆建设。图书馆分馆新增{int(start) % 9 + 1}处。", "修复古戏台。")
        items[name] = tuple(
            ItemReading(id=f"{name}/{k}", doc=name, text=text) for k, text in enumerate(texts)
        )
    return corpus_of(Readings(documents, items, ()))


def _pairs(corpus: Corpus, reach: int) -> set[tuple[str, str]]:
    found = document_pairs(corpus, Settings(reach=reach))
    return {(early.id, late.id) for early, late in found}


@pytest.mark.parametrize(
    ("names", "reach", "apart"),
    [
        (PLANS, 3, set()),
        (PLANS, 2, {("plan 2000", "plan 2003")}),
        (
            PLANS,
            0,
            {("plan 2000", "plan 2002"), ("plan 2000", "plan 2003"), ("plan 2001", "plan 2003")},
        ),
        (("plan 1980", "plan 2020"), 0, set()),
        (
            ("plan 1980", "outcome 1981", "plan 2000", "plan 2020"),
            10,
            {("plan 1980", "plan 2020")},
        ),
        (
            ("plan 2000-2015", "plan 2000", "plan 2008", "plan 2015"),
            8,
            {("plan 2000", "plan 2015")},
        ),
        (
            ("plan 2000-2015", "plan 2000", "plan 2001", "plan 2025", "plan 2026"),
            10,
            {
                ("plan 2000", "plan 2025"),
                ("plan 2000", "plan 2026"),
                ("plan 2001", "plan 2026"),
            },
        ),
    ],
    ids=[
        "all within reach",
        "one beyond it",
        "the latest before each is always compared",
        "after a long silence",
        "the latest of each kind after a long silence",
        "all that falls into the years of a long plan",
        "what lies behind a long plan is counted from its end",
    ],
)
def test_what_is_within_reach_is_compared(
    names: tuple[str, ...], reach: int, apart: set[tuple[str, str]]
) -> None:
    corpus = _corpus(*names)
    assert _pairs(corpus, 99) - _pairs(corpus, reach) == apart


def test_pairs_grow_with_the_years_and_not_with_their_square() -> None:
    counts = [
        len(_pairs(_corpus(*(f"plan {1900 + year}" for year in range(years))), 5))
        for years in (20, 40, 80)
    ]
    assert counts[2] - counts[1] == 2 * (counts[1] - counts[0]) == 2 * 20 * 5


def test_the_links_are_those_of_the_pairs_within_reach() -> None:
    corpus = _corpus(*PLANS)
    near = _pairs(corpus, 1)
    every = link_corpus(corpus, Settings())
    ends = [(corpus.item[one.source].document, corpus.item[one.target].document) for one in every]
    wanted = tuple(link for link, end in zip(every, ends, strict=True) if end in near)
    assert link_corpus(corpus, Settings(reach=1)) == wanted
    assert len(wanted) < len(every)


def test_the_horizon_is_the_last_document_that_one_is_compared_with() -> None:
    documents = _corpus(*PLANS).documents
    assert horizon(documents, 1) == [1, 2, 3, 3]
    assert not compared(documents, 9).diagonal().any()


def test_what_is_out_of_reach_is_said_of_the_later_document() -> None:
    corpus = _corpus(*PLANS)
    told = {one.id: one.notices for one in noted(corpus, Settings(reach=2)).documents}
    (notice,) = told.pop("plan 2003")
    assert notice == (
        "Of 3 earlier documents of its series 2 were compared with it: those within 2 years, and "
        "the latest of each kind (setting reach)."
    )
    assert set(told.values()) == {()}
    assert noted(corpus, Settings()) is corpus
